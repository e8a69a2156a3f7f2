"""Many rows in one statement, without a line in the journal for each.

Only for what can be taken back as a whole: an import, whose rows carry its key, and the demo.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, func, insert, select, update

from frontdesk.storage.entities import Entity, Values, list_rows
from frontdesk.storage.rhythm import usual_gap
from frontdesk.storage.tables import customers, visits
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, entity: Entity, rows: Sequence[Values]) -> list[int]:
    """Add rows that all have the same fields, a new ``token`` among them; their keys in the same order."""
    if not rows:
        return []
    _note(work, entity)
    table = entity.table
    statement = insert(table).returning(table.c.id, table.c.token)
    found = work.connection.execute(statement, [entity.columns(row) for row in rows])
    ids = {token: row_id for row_id, token in found}
    keys = [ids[row["token"]] for row in rows]
    _add_lists(work, entity, list(zip(keys, rows, strict=True)))
    return keys


def pour(work: UnitOfWork, entity: Entity, rows: Sequence[Values]) -> None:
    """Add rows without lists, as :func:`add` does, where nobody asks for their keys.

    What is counted elsewhere is left to :func:`count_visits`.
    """
    if rows:
        _note(work, entity)
        work.connection.execute(insert(entity.table), [entity.columns(row) for row in rows])


def _note(work: UnitOfWork, entity: Entity) -> None:
    work.kinds.add(entity.kind)
    work.everybody = True


def _add_lists(work: UnitOfWork, entity: Entity, owners: Iterable[tuple[int, Values]]) -> None:
    pairs = list(owners)
    for name, listed in entity.lists.items():
        rows = [line for key, row in pairs for line in list_rows(listed, key, row[name], work.region)]
        if rows:
            work.connection.execute(insert(listed.table), rows)


def count_visits(work: UnitOfWork, whom: Select[tuple[int]], only: ColumnElement[bool] | None = None) -> None:
    """Count the visits of these customers anew: all of them, or ``only`` some."""
    own = visits.c.customer_id == customers.c.id
    counted = own if only is None else own & only
    _wait_for(work, whom)
    work.connection.execute(
        update(customers)
        .where(customers.c.id.in_(whom))
        .values(
            visit_count=select(func.count()).where(counted).scalar_subquery(),
            last_visit=select(func.max(visits.c.day)).where(counted).scalar_subquery(),
            usual_gap=usual_gap(only),
        )
    )


def _wait_for(work: UnitOfWork, whom: Select[tuple[int]]) -> None:
    """Let nobody else count the visits of these customers meanwhile.

    On PostgreSQL a statement that has waited for a row counts the visits it could see before it waited.
    """
    if work.connection.dialect.name == "postgresql":
        c = customers.c
        locked = select(c.id).where(c.id.in_(whom)).order_by(c.id).with_for_update(key_share=True)
        work.connection.execute(locked)
