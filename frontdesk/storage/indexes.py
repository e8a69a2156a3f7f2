"""The indexes of a part of a table, and with them all that the schema is made of.

Apart from the tables, because to say which part SQLAlchemy loads all it has for both databases: a tenth of
the time it takes to start, for what only migrations look at.
"""

from sqlalchemy import Column, ColumnElement, Index, Table

from frontdesk.storage.tables import customers, journal, ledger, metadata, visits

__all__ = ["metadata"]


def _partial(name: str, part: ColumnElement[bool], *columns: Column[object]) -> None:
    Index(name, *columns, sqlite_where=part, postgresql_where=part)


def _imported(table: Table) -> None:
    """Leads from an import to its rows; what the desk writes itself is not in it."""
    column = table.c.import_id
    _partial(f"ix_{table.name}_import_id", column.is_not(None), column)


_imported(customers)
_imported(visits)
_partial("ix_visits_noted", visits.c.note != "", visits.c.customer_id, visits.c.day)
_partial(
    "ix_customers_rhythm",
    customers.c.usual_gap.is_not(None),
    customers.c.last_visit,
    customers.c.usual_gap,
)
_partial("ix_ledger_on_list", ledger.c.left_list.is_(None), ledger.c.customer_id)
_partial("ix_journal_undoes", journal.c.undoes.is_not(None), journal.c.undoes)
