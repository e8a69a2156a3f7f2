"""What became of reminders."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.reminders import Fate, Key, Outcome, Reminder
from frontdesk.storage.entities import OUTCOMES
from frontdesk.storage.keys import chunks
from frontdesk.storage.tables import reminder_outcomes, staff
from frontdesk.storage.unit_of_work import UnitOfWork

_LATELY = timedelta(days=31)
_OUTCOMES = select(reminder_outcomes, staff.c.name.label("by")).outerjoin(staff)
_NAMESPACE = uuid.UUID("6f5d9a52-6a0f-4a4e-9d5b-0f0a1e3c7b11")


def token_of(key: Key) -> str:
    """A reminder has one outcome; its token is made from its key, so two desks marking it meet on one row."""
    stage, subject, due = key
    return str(uuid.uuid5(_NAMESPACE, f"{stage}/{subject}/{due.isoformat()}"))


def mark(work: UnitOfWork, key: Key, person: CustomerId, fate: Fate, until: date | None = None) -> int:
    """Say what became of the reminder about a person; a later word replaces an earlier one."""
    stage, subject, due = key
    about = {"customer_id": person, "stage": stage, "subject": subject, "due": due}
    said = {"fate": fate.value, "until": until, "at": work.now, "staff_id": work.staff}
    row, added = work.add_once(OUTCOMES, about | said, token_of(key))
    if not added:
        work.put(OUTCOMES, row, work.read(OUTCOMES, row), said)
    return row


def take_back(work: UnitOfWork, key: Key, fate: Fate, at: datetime | None) -> bool:
    """Take away what was said of a reminder at an instant; whether that still stood."""
    row = work.written_as(OUTCOMES, token_of(key))
    if row is None:
        return False
    before = work.read(OUTCOMES, row)
    if (before["fate"], before["at"]) != (fate.value, at):
        return False
    work.drop(OUTCOMES, row, before)
    return True


def forget(work: UnitOfWork, key: Key) -> None:
    """Take away whatever was said of a reminder, where anything was."""
    row = work.written_as(OUTCOMES, token_of(key))
    if row is not None:
        work.drop(OUTCOMES, row, work.read(OUTCOMES, row))


def of(connection: Connection, customers: Iterable[int]) -> dict[Key, Outcome]:
    """What became of these customers' reminders."""
    found: dict[Key, Outcome] = {}
    for chunk in chunks(customers):
        found |= _where(connection, reminder_outcomes.c.customer_id.in_(chunk))
    return found


def of_reminders(connection: Connection, reminders: Iterable[Reminder], today: date) -> dict[Key, Outcome]:
    """What became of these reminders, and of others: most are of late, the rest is looked for by person."""
    lately = today - _LATELY
    old = {one.person.id for one in reminders if one.key[-1] < lately}
    return _where(connection, reminder_outcomes.c.due >= lately) | of(connection, old)


def _where(connection: Connection, which: ColumnElement[bool]) -> dict[Key, Outcome]:
    rows = connection.execute(_OUTCOMES.where(which)).mappings()
    return {one.key: one for one in map(_outcome, rows)}


def settled_between(connection: Connection, first: datetime, last: datetime) -> int:
    """How many reminders were done or skipped from one instant up to another."""
    o = reminder_outcomes.c
    statement = select(func.count()).where(o.at >= first, o.at < last, o.fate != Fate.SNOOZED.value)
    return int(connection.execute(statement).scalar_one())


def _outcome(row: RowMapping) -> Outcome:
    return Outcome(
        row["stage"], row["subject"], row["due"], Fate(row["fate"]), row["until"], row["by"] or "", row["at"]
    )
