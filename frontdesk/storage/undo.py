"""Taking a unit of work back."""

from typing import Any

from sqlalchemy import Connection, Row, select

from frontdesk.domain.changes import Gone
from frontdesk.domain.ids import ChangeId
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.storage import settings
from frontdesk.storage.entities import CUSTOMERS, ENTITIES, STAFF, Entity
from frontdesk.storage.tables import journal
from frontdesk.storage.unit_of_work import UnitOfWork

_IN_STEPS = {settings.NAME, *ENTITIES}
"""What can be taken back step by step; an import is taken back as a whole."""


def undo(work: UnitOfWork, change: ChangeId) -> None:
    """Take a unit of work back, newest step first; the undoing is journalled like any other change.

    Raises :class:`Refused` where somebody has built on it since, or it is taken back already; then nothing
    is undone.
    """
    lines = work.connection.execute(
        select(journal).where(journal.c.change == change).order_by(journal.c.id.desc())
    ).all()
    if (
        not lines
        or any(line.entity not in _IN_STEPS for line in lines)
        or not _stands(work.connection, change)
    ):
        raise Refused(tr("There is nothing left to undo."))
    work.undoes = change
    try:
        for line in lines:
            _take_back(work, line)
    except Gone as error:  # what it belongs to is not there, something belongs to it, or its place is taken
        raise _built_upon() from error


def _stands(connection: Connection, change: str) -> bool:
    """Whether nobody has taken a change back, or whoever did has been taken back in turn."""
    undone_by = select(journal.c.change).distinct().where(journal.c.undoes == change)
    return not any(_stands(connection, one) for one in connection.execute(undone_by).scalars().all())


def _take_back(work: UnitOfWork, line: Row[Any]) -> None:
    if line.entity == settings.NAME:
        if not settings.put_back(work, line.field, line.old, line.new):
            raise _built_upon()
    elif line.action == "add":
        _take_away(work, ENTITIES[line.entity], line)
    elif line.action == "remove":
        _bring_back(work, ENTITIES[line.entity], line)
    else:
        _change_back(work, ENTITIES[line.entity], line)


def _take_away(work: UnitOfWork, entity: Entity, line: Row[Any]) -> None:
    before = work.read(entity, line.row_id)
    if _changed_since(work.connection, line):
        raise _built_upon()
    if entity is CUSTOMERS and _has_anything(work.connection, line.row_id):
        raise _built_upon()
    if entity is STAFF and work.staff == line.row_id:
        work.staff = None  # whoever was never here has not undone it either
    work.drop(entity, line.row_id, before)


def _bring_back(work: UnitOfWork, entity: Entity, line: Row[Any]) -> None:
    if entity.read(work.connection, line.row_id) is not None:
        raise _built_upon()
    work.bring_back(entity, {field: entity.from_json(field, value) for field, value in line.old.items()})


def _change_back(work: UnitOfWork, entity: Entity, line: Row[Any]) -> None:
    before = work.read(entity, line.row_id)
    if before[line.field] != entity.from_json(line.field, line.new):
        raise _built_upon()
    work.put(entity, line.row_id, before, {line.field: entity.from_json(line.field, line.old)})


def _changed_since(connection: Connection, line: Row[Any]) -> bool:
    """Whether a later change of the same row stands; one that has been taken back does not count."""
    j = journal.c
    later = (
        select(j.change, j.undoes)
        .where(j.entity == line.entity, j.row_id == line.row_id, j.id > line.id, j.change != line.change)
        .order_by(j.id.desc())
    )
    undone: set[str] = set()
    pending: set[str] = set()  # undone, and not yet met among the later ones
    for change, undoes in connection.execute(later):
        if change in undone:
            pending.discard(change)
        elif undoes is None:
            return True
        else:
            undone.add(undoes)
            pending.add(undoes)
    return bool(pending)


def _has_anything(connection: Connection, customer: int) -> bool:
    """Whether anything but the lists on the card belongs to a customer; a file may have brought it in."""
    tables = [entity.table for entity in ENTITIES.values() if entity.owner == "customer_id"]
    own = (select(table.c.id).where(table.c.customer_id == customer).limit(1) for table in tables)
    return any(connection.execute(statement).first() for statement in own)


def _built_upon() -> Refused:
    return Refused(tr("Somebody has changed this since, so it was left as it is. Nothing was undone."))
