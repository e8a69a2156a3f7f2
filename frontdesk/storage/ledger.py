"""The ledger: which reminders have come due, and when each has left the list.

It is written beside what people do: in no journal, with no versions, and nothing in it can be undone. Where
two desks keep it at once, both write the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import registry

from frontdesk.domain import horizon
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.ledger import Entry, Wanted
from frontdesk.domain.reminders import Fate, Key, Reminder, Rule
from frontdesk.storage.keys import AT_ONCE, chunks
from frontdesk.storage.rhythm import DaysBetween
from frontdesk.storage.tables import (
    calls,
    customers,
    journal,
    ledger,
    ledger_days,
    reminder_outcomes,
    requests,
    staff,
)
from frontdesk.storage.unit_of_work import UnitOfWork, insert_into

_L, _O = ledger.c, reminder_outcomes.c


def belated_from(connection: Connection, today: date, house: House) -> date:
    """The earliest yearly day that still stands today; see :func:`frontdesk.domain.horizon.belated_from`."""
    first = horizon.belated_from(today, house, None)
    d = ledger_days.c
    seen = connection.execute(select(func.max(d.day)).where(d.seen, d.day < first)).scalar()
    return horizon.belated_from(today, house, seen)


def last_day(connection: Connection, today: date) -> date | None:
    """The last day up to today for which the ledger has been kept."""
    kept = ledger_days.c.day
    return connection.execute(select(func.max(kept)).where(kept <= today)).scalar()


def was_kept(connection: Connection, day: date) -> bool:
    """Whether the ledger has been kept for a day."""
    found = select(ledger_days.c.day).where(ledger_days.c.day == day)
    return connection.execute(found).scalar() is not None


def keep_day(work: UnitOfWork, day: date, *, seen: bool) -> None:
    """Write down that the ledger has been kept for a day, and whether the list could be seen on it.

    Days after it were kept by a clock that went wrong, and are forgotten.
    """
    work.connection.execute(delete(ledger_days).where(ledger_days.c.day > day))
    statement = insert_into(ledger_days, work.connection.dialect.name).values(day=day, seen=seen)
    same = {"seen": or_(ledger_days.c.seen, statement.excluded.seen)}
    work.connection.execute(statement.on_conflict_do_update(index_elements=["day"], set_=same))


Told = tuple[date, date | None, str]
"""When a reminder in the ledger is due, until when its rule keeps it, and its label."""


def told(reminder: Reminder) -> Told:
    """What the ledger tells of a reminder that may change while it is on the list."""
    return (reminder.due, reminder.until, reminder.label)


def on_list(connection: Connection, people: Iterable[int] | None = None) -> dict[Key, Told]:
    """The reminders that have not left the list: everybody's, or those about some people."""
    if people is None:
        return _on_list(connection, true())
    found: dict[Key, Told] = {}
    for some in chunks(people):
        found |= _on_list(connection, _L.customer_id.in_(some))
    return found


def _on_list(connection: Connection, whose: ColumnElement[bool]) -> dict[Key, Told]:
    columns = (_L.stage, _L.subject, _L.due, _L.day, _L.stays_until, _L.label)
    rows = connection.execute(select(*columns).where(_L.left_list.is_(None), whose))
    return {(stage, subject, due): (day, until, label) for stage, subject, due, day, until, label in rows}


def enter(work: UnitOfWork, found: Iterable[Reminder]) -> None:
    """Enter reminders that have come due; one that had left the list is on it again, and told anew.

    Thousands come due in a large house at once, so the rows go to the driver as they are.
    """
    text, rows = _entering(work.connection.dialect.name), map(_row, found)
    while some := list(islice(rows, AT_ONCE)):
        work.connection.exec_driver_sql(text, some)


def _row(one: Reminder) -> tuple[object, ...]:
    """A reminder as a row of the ledger; days are written as ISO 8601, which both databases read."""
    stage, subject, due = one.key
    until = one.until and one.until.isoformat()
    day, rule = one.due.isoformat(), one.rule.value
    return (stage, subject, due.isoformat(), one.person.id, rule, day, one.number, one.label, until, None)


@cache
def _entering(dialect: str) -> str:
    """The statement for whole rows, in the order of the columns."""
    kind: Any = registry.load(dialect)
    by_place = kind(paramstyle="qmark" if dialect == "sqlite" else "format")
    statement = insert_into(ledger, dialect)
    again = {name: statement.excluded[name] for name in ("left_list", "day", "stays_until", "label")}
    key = ["stage", "subject", "due"]
    whole = statement.on_conflict_do_update(index_elements=key, set_=again)
    return str(whole.compile(dialect=by_place, column_keys=ledger.c.keys()))


_LEAVE = (
    update(ledger)
    .where(
        _L.stage == bindparam("of_stage"),
        _L.subject == bindparam("of_subject"),
        _L.due == bindparam("of_due"),
        _L.left_list.is_(None),
    )
    .values(left_list=bindparam("on_day"))
)


def leave(work: UnitOfWork, keys: Iterable[Key], day: date) -> None:
    """Write beside reminders that they have left the list."""
    rows = [
        {"of_stage": stage, "of_subject": subject, "of_due": due, "on_day": day}
        for stage, subject, due in sorted(keys)  # two desks at once must not wait for each other
    ]
    if rows:
        work.connection.execute(_LEAVE, rows)


def entries(connection: Connection, wanted: Wanted, today: date) -> tuple[Entry, ...]:
    """The ledger's entries, the latest due first."""
    order = (_L.day.desc(), customers.c.name, _L.customer_id, _L.stage, _L.subject)
    statement = _ENTRIES.where(*_meant(wanted)).order_by(*order).limit(wanted.most).offset(wanted.skip)
    if wanted.fate is not None:
        statement = statement.where(_fate(today) == wanted.fate.value)
    rows = connection.execute(statement).all()
    closers = _closers(connection, rows)
    return tuple(_entry(row, closers) for row in rows)


def fates(connection: Connection, wanted: Wanted, today: date) -> dict[Fate, int]:
    """How many of the entries have come to what, all fates together."""
    fate = _fate(today).label("fate")
    counted = select(fate, func.count()).select_from(_WITH_FATE).where(*_meant(wanted)).group_by(fate)
    rows = connection.execute(counted)
    return {Fate(name): number for name, number in rows}


def _meant(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What is true of the entries that are wanted, whatever has become of them."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.first is not None:
        conditions.append(_L.day >= wanted.first)
    if wanted.last is not None:
        conditions.append(_L.day <= wanted.last)
    if wanted.person is not None:
        conditions.append(_L.customer_id == wanted.person)
    if wanted.people is not None:
        conditions.append(_L.customer_id.in_(wanted.people))
    return conditions


def _fate(today: date) -> ColumnElement[str]:
    """What has become of an entry by ``today``; see :meth:`frontdesk.domain.ledger.Entry.fate`."""
    return case(
        (_KEPT, Fate.DONE.value),
        (and_(_O.fate.in_((Fate.DONE.value, Fate.SKIPPED.value)), ~_TO_TALK_ABOUT), _O.fate),
        (_L.left_list.is_not(None), Fate.LET_GO.value),
        (and_(_O.fate == Fate.SNOOZED.value, _O.until > today), Fate.SNOOZED.value),
        else_=Fate.OPEN.value,
    )


_TO_TALK_ABOUT = and_(_L.rule == Rule.RENEWAL.value, _L.stays_until.is_(None), _L.left_list.is_(None))
"""The last about a membership's end, as long as it stands on the list."""

_SAME = and_(_O.stage == _L.stage, _O.subject == _L.subject, _O.due == _L.due)
_ASKED = and_(_L.rule == Rule.REQUEST.value, requests.c.id == _L.subject)
_RUNG = and_(_L.rule == Rule.CALL.value, calls.c.id == _L.subject)
_CLOSED = func.coalesce(requests.c.closed, calls.c.closed, type_=requests.c.closed.type)
_KEPT = and_(_CLOSED.is_not(None), or_(_L.left_list.is_(None), DaysBetween(_L.left_list, _CLOSED) < 2))
"""What was promised was kept while this stood on the list; when a promise is moved, the old one leaves it.

An instant and the venue's day are compared, so a day more is given.
"""

_WITH_FATE = ledger.outerjoin(reminder_outcomes, _SAME).outerjoin(requests, _ASKED).outerjoin(calls, _RUNG)
_WITH_NAMES = _WITH_FATE.join(customers, customers.c.id == _L.customer_id).outerjoin(
    staff, staff.c.id == _O.staff_id
)
_ENTRIES: Select[Any] = select(
    ledger,
    customers.c.name,
    customers.c.second_spelling,
    customers.c.last_visit,
    _O.fate,
    _O.until,
    _O.at,
    staff.c.name.label("by"),
    _CLOSED.label("closed"),
    _KEPT.label("kept"),
).select_from(_WITH_NAMES)


_PROMISED_IN = {Rule.REQUEST: requests.name, Rule.CALL: calls.name}


def _closers(connection: Connection, rows: Sequence[Row[Any]]) -> dict[tuple[str, int], str]:
    """Who has closed what was promised, by rule and subject, as the journal has it."""
    found: dict[tuple[str, int], str] = {}
    j = journal.c
    for rule, entity in _PROMISED_IN.items():
        for some in chunks(row.subject for row in rows if row.rule == rule):
            closings = (
                select(j.row_id, staff.c.name)
                .outerjoin(staff, staff.c.id == j.staff_id)
                .where(j.entity == entity, j.field == "closed", j.row_id.in_(some), j.new.is_not(None))
                .order_by(j.id)
            )
            found |= {(rule.value, row_id): name or "" for row_id, name in connection.execute(closings)}
    return found


def _entry(row: Row[Any], closers: dict[tuple[str, int], str]) -> Entry:
    kept = bool(row.kept)
    said = Fate.DONE if kept else Fate(row.fate) if row.fate else None
    return Entry(
        key=(row.stage, row.subject, row.due),
        rule=Rule(row.rule),
        day=row.day,
        person=CustomerId(row.customer_id),
        name=row.name,
        second=row.second_spelling,
        number=row.number,
        label=row.label,
        stays_until=row.stays_until,
        left=row.left_list,
        came=row.last_visit is not None and row.last_visit > row.due,
        said=said,
        until=row.until,
        by=(closers.get((row.rule, row.subject), "") if kept else row.by) or "",
        at=row.closed if kept else row.at,
    )
