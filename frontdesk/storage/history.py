"""The journal read back: who changed what, and about whom anything has changed."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select

from frontdesk.domain.changes import FieldChange
from frontdesk.storage.entities import Entity
from frontdesk.storage.tables import customers, imports, journal, settings, staff, visits


def changes_since(
    connection: Connection, entity: Entity, row_id: int, version: int
) -> tuple[FieldChange, ...]:
    """What was changed on a row after ``version``, oldest first."""
    j = journal.c
    rows = connection.execute(
        select(j.field, j.old, j.new, j.at, staff.c.name)
        .select_from(journal.outerjoin(staff))
        .where(j.entity == entity.name, j.row_id == row_id, j.version > version, j.action == "change")
        .order_by(j.id)
    )
    return tuple(
        FieldChange(
            r.field, entity.from_json(r.field, r.old), entity.from_json(r.field, r.new), r.at, r.name or ""
        )
        for r in rows
    )


class Mark(NamedTuple):
    """How far the house has been read: the journal's last line, and the change that wrote it."""

    line: int
    change: str


class Written(NamedTuple):
    """What has been written between two marks.

    ``people`` are those about whom it was, those who have gone among them; None where it cannot be told, or
    they are so many that whoever keeps a copy has everybody sooner by reading all anew. ``house`` says that
    settings or staff may have changed.
    """

    people: set[int] | None
    house: bool


MOST = 20_000
"""How many people are told one by one."""

EVERYBODY = "everybody"
"""What the journal calls a write about which no more is known, as the demo's."""


def mark(connection: Connection) -> Mark:
    """How far the house can be read now."""
    j = journal.c
    last = connection.execute(select(j.id, j.change).order_by(j.id.desc()).limit(1)).first()
    return Mark(last.id, last.change) if last else Mark(0, "")


def beginning(connection: Connection) -> str:
    """The change that wrote the journal's first line, when the house began: no other house has the same.

    It is there from the first opening on, in every backup too, and no desk can make it twice.
    """
    j = journal.c
    first: str | None = connection.execute(select(j.change).order_by(j.id).limit(1)).scalar()
    return first or ""


def people_since(connection: Connection, earlier: Mark, now: Mark) -> set[int] | None:
    """About whom anything has been written between two marks.

    None where it cannot be told, or where settings or staff have changed, which are about everybody.
    """
    written = written_since(connection, earlier, now)
    return None if written.house else written.people


def written_since(connection: Connection, earlier: Mark, now: Mark) -> Written:
    """What has been written between two marks; all may have been where the earlier is not of this house.

    That is so after a restore.
    """
    j = journal.c
    known = connection.execute(select(j.change).where(j.id == earlier.line)).scalar()
    if known != earlier.change or now.line < earlier.line:
        return Written(None, house=True)
    between = (j.id > earlier.line) & (j.id <= now.line)
    about = select(j.customer_id).distinct().where(between, j.customer_id.is_not(None))
    people = set(connection.execute(about).scalars())
    people.update(connection.execute(select(j.old).where(between, j.field == "customer_id")).scalars())
    others = select(j.entity, j.action, j.row_id, j.old).where(between, j.customer_id.is_(None))
    lines = connection.execute(others).all()
    house = any(line.entity in {staff.name, settings.name} for line in lines)
    if any(line.entity == EVERYBODY for line in lines):
        return Written(None, house)
    brought = [line for line in lines if line.entity == imports.name]
    for line in brought:
        if line.action == "remove" and line.old is None:
            return Written(None, house)
        people.update(line.old or ())
    people |= people_of_imports(connection, [line.row_id for line in brought])
    return Written(people if len(people) <= MOST else None, house)


def people_of_imports(connection: Connection, batches: Iterable[int]) -> set[int]:
    """Who came in with these imports, or has a visit from them; no more than one above :data:`MOST`."""
    keys = list(batches)
    if not keys:
        return set()
    own = select(customers.c.id).where(customers.c.import_id.in_(keys))
    visited = select(visits.c.customer_id).where(visits.c.import_id.in_(keys))
    found = own.union(visited).limit(MOST + 1)
    return set(connection.execute(found).scalars())
