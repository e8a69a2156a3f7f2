"""Who is likely to stand at the desk on a day: who is here already, and who is expected."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, or_, select

from frontdesk.domain.ids import CustomerId
from frontdesk.storage import settings
from frontdesk.storage.tables import requests, visits

MOST = 500
"""How many people are named at most."""

_WEEKS = 4
_OFTEN = 2

_V = visits.c


def here(connection: Connection, day: date) -> list[CustomerId]:
    """Who has a visit on a day: the latest to arrive first, those whose time is not known last."""
    latest = (func.max(_V.arrived).desc().nulls_last(), func.max(_V.id).desc())
    statement = select(_V.customer_id).where(_V.day == day).group_by(_V.customer_id).order_by(*latest)
    return [CustomerId(one) for one in connection.execute(statement.limit(MOST)).scalars()]


def expected(connection: Connection, day: date) -> list[CustomerId]:
    """Who came on this day of the week in two of the last four weeks, or has an open request for the day.

    A request counts as one week. The most often expected come first, and of these who came last.
    """
    often: Counter[int] = Counter()
    latest: dict[int, date] = {}
    for customer, weeks, last in connection.execute(_regulars(day)):
        often[customer], latest[customer] = weeks, last
    often.update(_asked(connection, day))
    order = sorted(often, key=lambda one: (-often[one], _age(day, latest.get(one)), one))
    return [CustomerId(one) for one in order[:MOST]]


def _regulars(day: date) -> Select[int, int, date]:
    days = [day - timedelta(weeks=ago) for ago in range(1, _WEEKS + 1)]
    times, last = func.count(_V.day.distinct()), func.max(_V.day)
    whom = select(_V.customer_id, times, last).where(_V.day.in_(days)).group_by(_V.customer_id)
    return whom.having(times >= _OFTEN).order_by(times.desc(), last.desc(), _V.customer_id).limit(MOST)


def _asked(connection: Connection, day: date) -> set[int]:
    """Who has an open request that is due, or was promised, on the venue's day."""
    r, zone = requests.c, ZoneInfo(settings.house(connection).zone)
    begins, ends = (datetime.combine(day + timedelta(days=n), time.min, zone) for n in (0, 1))
    due = or_(*((at >= begins) & (at < ends) for at in (r.due, r.promised)))
    return set(connection.execute(select(r.customer_id).where(r.closed.is_(None), due)).scalars())


def _age(day: date, last: date | None) -> int:
    """How many days ago; more than any week that counts where it was none of these."""
    return (day - last).days if last else 7 * (_WEEKS + 1)
