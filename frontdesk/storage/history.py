"""The journal read back: who changed what, and about whom anything has changed."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from frontdesk.domain.changes import FieldChange
from frontdesk.storage.entities import Entity
from frontdesk.storage.tables import imports, journal, staff


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
    """How far the house has been read: the journal's last line and its change, the imports and the undone."""

    line: int
    change: str
    imports: int
    undone: int


def mark(connection: Connection) -> Mark:
    """How far the house can be read now."""
    j = journal.c
    last = connection.execute(select(j.id, j.change).order_by(j.id.desc()).limit(1)).first()
    counted = select(func.count(), func.count(imports.c.undone_at)).select_from(imports)
    brought, undone = connection.execute(counted).one()
    return Mark(last.id if last else 0, last.change if last else "", brought, undone)


def people_since(connection: Connection, earlier: Mark, now: Mark) -> set[int] | None:
    """About whom anything has been written between two marks.

    None where it cannot be told: after an import, which keeps no journal of its rows, a restore, or a
    change of staff or settings, which are about everybody.
    """
    j = journal.c
    known = connection.execute(select(j.change).where(j.id == earlier.line)).scalar()
    if known != earlier.change or (earlier.imports, earlier.undone) != (now.imports, now.undone):
        return None
    written = select(j.customer_id, j.field, j.old).where(j.id > earlier.line)
    lines = connection.execute(written).all()
    if any(line.customer_id is None for line in lines):
        return None
    before = {line.old for line in lines if line.field == "customer_id"}  # what was somebody else's
    return {line.customer_id for line in lines} | before
