"""The journal read back: who changed what."""

from sqlalchemy import Connection, select

from frontdesk.domain.changes import FieldChange
from frontdesk.storage.entities import Entity
from frontdesk.storage.tables import journal, staff


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
