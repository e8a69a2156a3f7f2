"""Many rows in one statement, without a line in the journal for each.

Only for what can be taken back as a whole: an import, whose rows carry its key, and the demo.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Select, func, insert, select, update

from frontdesk.storage.entities import Entity, Values, list_rows
from frontdesk.storage.tables import customers, visits
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, entity: Entity, rows: Sequence[Values]) -> list[int]:
    """Add rows that all have the same fields, a new ``token`` among them; their keys in the same order.

    What is counted elsewhere is left to :func:`count_visits`.
    """
    if not rows:
        return []
    work.kinds.add(entity.kind)
    work.everybody = True
    table = entity.table
    statement = insert(table).returning(table.c.id, table.c.token)
    found = work.connection.execute(statement, [entity.columns(row) for row in rows])
    ids = {token: row_id for row_id, token in found}
    keys = [ids[row["token"]] for row in rows]
    _add_lists(work, entity, list(zip(keys, rows, strict=True)))
    return keys


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
    work.connection.execute(
        update(customers)
        .where(customers.c.id.in_(whom))
        .values(
            visit_count=select(func.count()).where(counted).scalar_subquery(),
            last_visit=select(func.max(visits.c.day)).where(counted).scalar_subquery(),
        )
    )
