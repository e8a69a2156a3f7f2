"""The facts that reminders are derived from: of one person, or of everybody who may have one.

The rules are the domain's. This floor only leaves out people who cannot have a reminder, by the days
and counts that are indexed; it may bring somebody too many, never one too few.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    ScalarSelect,
    Select,
    and_,
    case,
    false,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)

from frontdesk.domain import milestones, returning, rhythm, winback
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.deriving import NEWS_STAYS
from frontdesk.domain.horizon import belated_from
from frontdesk.domain.house import House
from frontdesk.domain.memberships import EndedWhy
from frontdesk.domain.milestones import Counted, is_milestone, is_year_milestone
from frontdesk.domain.reminders import Facts
from frontdesk.domain.talks import Said
from frontdesk.storage import calls as of_calls
from frontdesk.storage import memberships as of_memberships
from frontdesk.storage import occasions as of_occasions
from frontdesk.storage import requests as of_requests
from frontdesk.storage import settings
from frontdesk.storage.keys import AT_ONCE, Keys, chunks
from frontdesk.storage.rhythm import DaysBetween
from frontdesk.storage.tables import (
    calls,
    customers,
    memberships,
    occasions,
    phones,
    requests,
    staff,
    talks,
    visits,
)
from frontdesk.storage.types import ChannelName

Counts = Mapping[int, tuple[tuple[str, int], ...]]
"""How often people have come for each thing that is counted."""

Window = tuple[date, date]
"""The first and the last of some days."""

_EPOCH = date(1970, 1, 1)
_LONGEST_LIFE = 120
"""Years: nobody has been with a house, or alive, for longer."""


def facts_of(connection: Connection, ids: Iterable[int]) -> list[Facts]:
    """Everything the rules and a personal note need about these people."""
    found: list[Facts] = []
    counted = milestones.counted(settings.house(connection).count_milestones)
    for chunk in chunks(ids):
        owned = _belongings(connection, chunk, chunk, chunk, chunk, _counts(connection, counted, chunk))
        found += _people(connection, customers.c.id.in_(chunk), owned)
    return found


def facts_for(
    connection: Connection, today: date, house: House, ahead: int, belated: date | None = None
) -> list[Facts]:
    """The facts of everybody who may have a reminder on ``today`` or in the ``ahead`` days after it.

    What belongs to somebody is there where a reminder may come from it. ``belated`` is the earliest yearly
    day that still stands, where it is not the house's belated days ago.
    """
    usual = belated_from(today, house, None)
    belated = belated or usual
    window = _window(today, house, ahead, belated)
    conditions = _own_days(connection, today, house, window, usual - belated)
    counts = _near_a_count(connection, today, house)
    renewing = of_memberships.renewing(connection, today, _talked_about(today, house, ahead))
    owned = _belongings(connection, *_owners(today, house, ahead, window, usual - belated), counts, renewing)
    found = list(_people(connection, or_(*conditions), owned))
    for chunk in chunks(owned.keys() - {one.id for one in found}):
        found += _people(connection, customers.c.id.in_(chunk), owned)
    return [one for one in found if not (one.archived or one.deceased)]


def _belongings(
    connection: Connection,
    holders: Keys,
    celebrants: Keys,
    askers: Keys,
    rung: Keys,
    counts: Counts,
    renewing: Iterable[int] = (),
) -> dict[int, tuple[Any, ...]]:
    """Memberships, occasions, what is open, and counts of those who have any: the last fields of Facts.

    ``renewing`` are more people who hold a membership.
    """
    held = of_memberships.of(connection, holders)
    for chunk in chunks(set(renewing) - held.keys()):
        held |= of_memberships.of(connection, chunk)
    kept = of_occasions.of(connection, celebrants)
    asked = of_requests.open_ones(connection, askers)
    promised = of_calls.open_ones(connection, rung)
    every = (held, kept, asked, counts, promised)
    owners = {key for each in every for key in each}
    return {key: tuple(each.get(key, ()) for each in every) for key in owners}


def _counts(connection: Connection, wanted: Iterable[Counted], whom: Keys) -> Counts:
    """How often each of these people has come for what the house counts, where they ever have."""
    v = visits.c
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    for purpose in sorted({one.purpose for one in wanted}):
        came = or_(v.purpose.ilike(_literally(purpose), escape="\\"), v.purpose.in_(_capitals(purpose)))
        statement = select(v.customer_id, func.count()).where(came, v.customer_id.in_(whom))
        for key, count in connection.execute(statement.group_by(v.customer_id)):
            found[key] = (*found.get(key, ()), (purpose, count))
    return found


def _capitals(text: str) -> set[str]:
    """A text in the capitals that people use; SQLite knows those of the Latin letters alone."""
    return {text, text.lower(), text.upper(), text.capitalize(), text.title()}


def _literally(text: str) -> str:
    """A text in which nothing stands for any letters."""
    return re.sub(r"([%_\\])", r"\\\1", text)


def _near_a_count(connection: Connection, today: date, house: House) -> Counts:
    """The counts of those whose next visit of a kind may be a milestone of the house's own."""
    wanted = milestones.counted(house.count_milestones)
    if not wanted:
        return {}
    recent = customers.c.last_visit >= _earlier(today, timedelta(days=house.milestone_days))
    near = {(one.purpose, one.number - 1) for one in wanted}
    found = _counts(connection, wanted, select(customers.c.id).where(recent))
    return {key: counts for key, counts in found.items() if near & set(counts)}


def _main_phone() -> ScalarSelect[Any]:
    p = phones.c
    return select(p.number).where(p.customer_id == customers.c.id, p.position == 0).scalar_subquery()


def _last_note() -> ScalarSelect[Any]:
    v = visits.c
    own = select(v.note).where(v.customer_id == customers.c.id, v.note != "")
    return own.order_by(v.day.desc(), v.id.desc()).limit(1).scalar_subquery()


def _owner_name() -> ScalarSelect[Any]:
    return select(staff.c.name).where(staff.c.id == customers.c.owner).scalar_subquery()


_ELSEWHERE = {
    "channel": type_coerce(customers.c.channel, ChannelName),
    "owner_name": func.coalesce(_owner_name(), ""),
    "phone": func.coalesce(_main_phone(), ""),
    "last_note": func.coalesce(_last_note(), ""),
}
_BELONGINGS = ("memberships", "occasions", "requests", "counts", "calls")
_NOTHING = ((),) * len(_BELONGINGS)
_OWN = Facts._fields[: -len(_BELONGINGS)]
_FACTS: Select[Any] = select(
    *(_ELSEWHERE[name] if name in _ELSEWHERE else customers.c[name] for name in _OWN)
)
"""The fields of Facts in their order, but for the belongings that follow it."""


def _people(
    connection: Connection, which: ColumnElement[bool], owned: Mapping[int, tuple[Any, ...]]
) -> Iterator[Facts]:
    for some in connection.execute(_FACTS.where(which)).partitions(AT_ONCE):
        for row in some:
            yield Facts._make((*row, *owned.get(row[0], _NOTHING)))


def _own_days(
    connection: Connection, today: date, house: House, window: Window, unseen: timedelta
) -> Iterator[ColumnElement[bool]]:
    """Conditions on the customers' own columns."""
    c = customers.c
    yield c.birthday_md.in_(days_of_year(window))
    first, last = window
    for years in filter(is_year_milestone, range(1, _LONGEST_LIFE)):
        if first.year - years > 0:
            yield c.first_seen.between(_years_before(first, years), _years_before(last, years))
    most = connection.execute(select(func.max(c.visit_count))).scalar() or 0
    coming = [count - 1 for count in range(1, most + 2) if is_milestone(count)]
    recent = today - timedelta(days=house.milestone_days)
    yield and_(c.visit_count.in_(coming), c.last_visit >= recent)
    yield _came_once(today, house, unseen)
    yield _away(today, house, unseen)


def _came_once(today: date, house: House, unseen: timedelta) -> ColumnElement[bool]:
    """Those who have come once, so long ago that most of those who return have returned."""
    c = customers.c
    opens, closes = returning.window(_EPOCH, house) or (date.max, date.max)
    first, last = _earlier(today, closes - _EPOCH + unseen), _earlier(today, opens - _EPOCH)
    return and_(c.visit_count == 1, c.last_visit.between(first, last))


def _away(today: date, house: House, unseen: timedelta) -> ColumnElement[bool]:
    """Those who have reached a stage of being away so lately that it stands on the list.

    For each day on which anybody was last here, these have a usual gap between two figures, which the index
    finds at once: a third of the time of going through everybody who is away.
    """
    c, w = customers.c, customers.alias("away").c
    limits = rhythm.limits(house)
    shown = rhythm.SHOWN + unseen.days + 1
    longest_since = _earlier(today, timedelta(days=min(limit.days for limit in limits)))
    last = select(c.last_visit).distinct().where(c.usual_gap.is_not(None), c.last_visit < longest_since)
    since = last.subquery("last_here").c.last_visit
    counted = select(since, DaysBetween(since, literal(today, Date)).label("days"))
    absences = counted.cte("absences").prefix_with("MATERIALIZED").c
    reached: list[Select[Any]] = []
    for limit in limits:
        days = absences.days
        longest = case((days > limit.days, days / limit.times))
        shortest = case((days - shown > limit.days, (days - shown) / limit.times), else_=0.0)
        # As float numbers multiply, a gap may be within its limit at the very edge of the division.
        within = and_(w.usual_gap.between(shortest, longest), w.usual_gap * limit.times < days)
        # An outer join is taken in this order; an inner one may be turned round, which is slow.
        pairs = absences.days.table.outerjoin(w.id.table, and_(w.last_visit == absences.last_visit, within))
        reached.append(select(w.id).select_from(pairs))
    return c.id.in_(union_all(*reached))


def _earlier(day: date, by: timedelta) -> date:
    """So much earlier, or the first day there is."""
    return day - by if day - date.min > by else date.min


def _news(today: date, ahead: int, unseen: timedelta) -> ColumnElement[bool]:
    """What is news now; days are kept as texts, which stand in the order of the days."""
    first, last = _earlier(today, NEWS_STAYS + unseen), today + timedelta(days=ahead)
    o = occasions.c
    return and_(o.once.is_(true()), o.day.between(PartialDate.of(first), PartialDate.of(last)))


def _owners(
    today: date, house: House, ahead: int, window: Window, unseen: timedelta
) -> tuple[Keys, Keys, Keys, Keys]:
    """Whose membership, whose occasion, whose request, and whose call may be a reason.

    A pause that is over excuses somebody's absence for a while, so its holder is looked at too.
    """
    m, o, r, c = memberships.c, occasions.c, requests.c, calls.c
    soon = _talked_about(today, house, ahead)
    plain = and_(m.renews_itself.is_(false()), m.ends.between(_oldest_end(house), soon))
    came = select(customers.c.last_visit).where(customers.c.id == m.customer_id).scalar_subquery()
    end_of_window = datetime.combine(today + timedelta(days=ahead + 2), datetime.min.time(), UTC)
    return (
        select(m.customer_id).where(
            or_(
                and_(m.ended_why.is_(None), plain),
                left_lately(today, house, ahead, unseen),
                m.paused_until > came,
                and_(m.ended_why.is_(None), m.id.in_(select(talks.c.membership_id))),
            )
        ),
        select(o.customer_id).where(or_(o.day_md.in_(days_of_year(window)), _news(today, ahead, unseen))),
        select(r.customer_id).where(r.closed.is_(None), func.coalesce(r.due, r.promised) < end_of_window),
        select(c.customer_id).where(c.closed.is_(None), c.due < end_of_window),
    )


def left_lately(
    today: date, house: House, ahead: int = 0, unseen: timedelta = timedelta()
) -> ColumnElement[bool]:
    """Memberships that were given up, or have lapsed, so lately that their holders are asked back."""
    m, t = memberships.c, talks.c
    earliest = _earlier(today, timedelta(days=house.winback_days[-1]) + winback.LAST_STAYS + unseen)
    lately = m.ends.between(earliest, today + timedelta(days=ahead))
    told = select(t.membership_id).where(t.said == Said.LEAVING.value, t.day >= earliest)
    return and_(
        m.ended_why.in_((EndedWhy.CANCELLED.value, EndedWhy.LAPSED.value)), or_(lately, m.id.in_(told))
    )


def _talked_about(today: date, house: House, ahead: int) -> date:
    """The last day whose memberships are talked about, now or in the days ahead."""
    return today + timedelta(days=ahead + max((0, *house.renewal_before)))


def _oldest_end(house: House) -> date:
    """No membership that ended before this day has a reminder left."""
    if house.since is None:
        return date.min
    return house.since - timedelta(days=30 + max((0, *house.renewal_after)))


def _window(today: date, house: House, ahead: int, first: date) -> Window:
    """The days on which a yearly day still or already shows, a day wider where 29 February is near."""
    last = today + timedelta(days=max(ahead, house.lead_days))
    wider = timedelta(days=1 if _LEAP & set(_month_days(first, last)) else 0)
    return first - wider, last + wider


_LEAP = {228, 229, 301}


def _month_days(first: date, last: date) -> Iterator[int]:
    """The days of the year (month × 100 + day) from one day to another, each once."""
    for n in range(min(366, (last - first).days + 1)):
        day = first + timedelta(days=n)
        yield day.month * 100 + day.day


def days_of_year(window: Window) -> list[int]:
    """The days of the year (month × 100 + day) on which a yearly day still or already shows."""
    found = set(_month_days(*window))
    return sorted(found | ({229} if found & _LEAP else set()))


def _years_before(day: date, years: int) -> date:
    """The same day of the year, so many years earlier; 28 February for a leap day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)
