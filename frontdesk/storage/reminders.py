"""The facts that reminders are derived from: of one person, or of everybody who may have one.

The rules are the domain's. This floor only leaves out people who cannot have a reminder, by the days
and counts that are indexed; it may bring somebody too many, never one too few.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.milestones import is_milestone, is_year_milestone
from frontdesk.domain.reminders import Facts
from frontdesk.storage import memberships as of_memberships
from frontdesk.storage import occasions as of_occasions
from frontdesk.storage import requests as of_requests
from frontdesk.storage import visits as of_visits
from frontdesk.storage.customers import chunks
from frontdesk.storage.tables import customers, memberships, occasions, phones, requests

_LONGEST_LIFE = 120
"""Years: nobody has been with a house, or alive, for longer."""


def facts_of(connection: Connection, ids: Iterable[int]) -> list[Facts]:
    """Everything the rules and a personal note need about these people."""
    wanted = list(ids)
    people = [one for chunk in chunks(wanted) for one in _people(connection, customers.c.id.in_(chunk or []))]
    return with_notes(connection, _with_all(connection, people))


def facts_for(connection: Connection, today: date, house: House, ahead: int) -> list[Facts]:
    """The facts of everybody who may have a reminder on ``today`` or in the ``ahead`` days after it.

    Notes are left out, since they are wanted only of the people shown: see :func:`with_notes`.
    """
    alive = and_(customers.c.archived.is_(False), customers.c.deceased.is_(False))
    by_own = _people(connection, and_(alive, or_(*_own_days(connection, today, house, ahead))))
    people = {one.id: one for one in by_own}
    others = _others(connection, today, house, ahead)
    missing = [key for ids in others for key in ids if key not in people]
    for chunk in chunks(missing):
        for one in _people(connection, and_(alive, customers.c.id.in_(chunk or []))):
            people[one.id] = one
    concerned = {key for ids in others for key in ids}
    rest = [one for key, one in people.items() if key not in concerned]
    return rest + _with_all(connection, [one for key, one in people.items() if key in concerned])


def with_notes(connection: Connection, people: list[Facts]) -> list[Facts]:
    """The same people with what was last written down about a visit."""
    notes: dict[int, str] = {}
    for chunk in chunks(one.id for one in people):
        notes |= of_visits.last_notes(connection, chunk or [])
    return [replace(one, last_note=notes.get(one.id, "")) for one in people]


def _with_all(connection: Connection, people: list[Facts]) -> list[Facts]:
    ids = [one.id for one in people]
    held = of_memberships.of(connection, ids)
    kept = of_occasions.of(connection, ids)
    asked = of_requests.open_ones(connection, ids)
    return [
        replace(
            one,
            memberships=held.get(one.id, ()),
            occasions=kept.get(one.id, ()),
            requests=asked.get(one.id, ()),
        )
        for one in people
    ]


def _people(connection: Connection, which: ColumnElement[bool]) -> Iterator[Facts]:
    c = customers.c
    statement = (
        select(
            c.id,
            c.name,
            c.second_spelling,
            c.nickname,
            c.say_it,
            c.address_as,
            func.coalesce(phones.c.number, "").label("phone"),
            c.birthday,
            c.first_seen,
            c.visit_count,
            c.last_visit,
            c.likes,
            c.must_know,
            c.deceased,
            c.archived,
        )
        .outerjoin(phones, and_(phones.c.customer_id == c.id, phones.c.position == 0))
        .where(which)
    )
    return (_facts(row) for row in connection.execute(statement))


def _facts(row: Any) -> Facts:
    return Facts(
        id=CustomerId(row.id),
        name=row.name,
        second_spelling=row.second_spelling,
        nickname=row.nickname,
        say_it=row.say_it,
        address_as=row.address_as,
        phone=row.phone,
        birthday=row.birthday,
        first_seen=row.first_seen,
        visit_count=row.visit_count,
        last_visit=row.last_visit,
        likes=row.likes,
        must_know=row.must_know,
        deceased=row.deceased,
        archived=row.archived,
    )


def _own_days(connection: Connection, today: date, house: House, ahead: int) -> Iterator[ColumnElement[bool]]:
    """Conditions on the customers' own columns."""
    c = customers.c
    yield c.birthday_md.in_(days_of_year(today, house, ahead))
    first, last = _window(today, house, ahead)
    for years in filter(is_year_milestone, range(1, _LONGEST_LIFE)):
        if first.year - years > 0:
            yield c.first_seen.between(_years_before(first, years), _years_before(last, years))
    most = connection.execute(select(func.max(c.visit_count))).scalar() or 0
    coming = [count - 1 for count in range(1, most + 2) if is_milestone(count)]
    recent = today - timedelta(days=house.milestone_days)
    yield and_(c.visit_count.in_(coming), c.last_visit >= recent)


def _others(connection: Connection, today: date, house: House, ahead: int) -> list[set[int]]:
    """Keys of customers by memberships, occasions and requests."""
    m, o, r = memberships.c, occasions.c, requests.c
    soon = today + timedelta(days=ahead + max((0, *house.renewal_before)))
    end_of_window = datetime.combine(today + timedelta(days=ahead + 2), datetime.min.time(), UTC)
    statements = (
        select(m.customer_id).where(m.ended_why.is_(None), m.ends <= soon, m.ends >= _oldest_end(house)),
        select(m.customer_id).where(m.ended_why.is_(None), m.ends <= soon, m.renews_itself.is_(True)),
        select(o.customer_id).where(o.day_md.in_(days_of_year(today, house, ahead))),
        select(r.customer_id).where(r.closed.is_(None), func.coalesce(r.due, r.promised) < end_of_window),
    )
    return [set(connection.execute(statement).scalars()) for statement in statements]


def _oldest_end(house: House) -> date:
    """No membership that ended before this day has a reminder left."""
    if house.since is None:
        return date.min
    return house.since - timedelta(days=30 + max((0, *house.renewal_after)))


def _window(today: date, house: House, ahead: int) -> tuple[date, date]:
    """The days on which a yearly day still or already shows, a day wider for 29 February."""
    return (
        today - timedelta(days=house.belated_days + 1),
        today + timedelta(days=max(ahead, house.lead_days) + 1),
    )


def days_of_year(today: date, house: House, ahead: int) -> list[int]:
    """The days of the year (month × 100 + day) on which a yearly day still or already shows."""
    first, last = _window(today, house, ahead)
    days = (first + timedelta(days=n) for n in range(min(366, (last - first).days + 1)))
    found = {day.month * 100 + day.day for day in days}
    return sorted(found | ({229} if found & {228, 301} else set()))


def _years_before(day: date, years: int) -> date:
    """The same day of the year, so many years earlier; 28 February for a leap day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)
