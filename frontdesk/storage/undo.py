"""Taking a unit of work back."""

from typing import Any

from sqlalchemy import Connection, Row, select

from frontdesk.domain.ids import ChangeId
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.storage.entities import ENTITIES, Entity
from frontdesk.storage.tables import journal
from frontdesk.storage.unit_of_work import UnitOfWork


def undo(work: UnitOfWork, change: ChangeId) -> None:
    """Take a unit of work back, newest step first; the undoing is journalled like any other change.

    Raises :class:`Refused` where somebody has built on it since; then nothing is undone.
    """
    rows = work.connection.execute(
        select(journal).where(journal.c.change == change).order_by(journal.c.id.desc())
    ).all()
    if not rows:
        raise Refused(tr("There is nothing left to undo."))
    for row in rows:
        _take_back(work, ENTITIES[row.entity], row)


def _take_back(work: UnitOfWork, entity: Entity, row: Row[Any]) -> None:
    if row.action == "remove":
        whole = {field: entity.from_json(field, value) for field, value in row.old.items()}
        work.bring_back(entity, whole)
        return
    now = entity.read(work.connection, row.row_id)
    if now is None:
        raise _built_upon()
    if row.action == "change":
        if now[row.field] != entity.from_json(row.field, row.new):
            raise _built_upon()
        work.put(entity, row.row_id, now, {row.field: entity.from_json(row.field, row.old)})
    else:
        if _used_since(work.connection, entity, row):
            raise _built_upon()
        work.drop(entity, row.row_id, now)


def _used_since(connection: Connection, entity: Entity, row: Row[Any]) -> bool:
    """Whether a later unit of work has written to what this one added, or to what belongs to it."""
    j = journal.c
    about = (
        j.customer_id == row.row_id
        if entity.owner == "id"
        else (j.entity == row.entity) & (j.row_id == row.row_id)
    )
    later = select(j.id).where(about, j.id > row.id, j.change != row.change).limit(1)
    return connection.execute(later).first() is not None


def _built_upon() -> Refused:
    return Refused(tr("Somebody has changed this since, so it was left as it is. Nothing was undone."))
