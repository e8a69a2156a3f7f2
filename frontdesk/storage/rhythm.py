"""How often people come, worked out where the visits lie: the median of the days between the last ones.

It is kept with the count of the visits, and right after every one of them. The rule is
:func:`frontdesk.domain.rhythm.usual_gap`; for many customers at once it is said in SQL.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Float,
    FunctionElement,
    ScalarSelect,
    bindparam,
    func,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from frontdesk.domain import rhythm
from frontdesk.domain.rhythm import GAPS
from frontdesk.storage.tables import customers, visits


class DaysBetween(FunctionElement[float]):
    """How many days lie between an earlier and a later day."""

    type = Float()
    inherit_cache = True
    name = "days_between"


@compiles(DaysBetween, "sqlite")
def _on_sqlite(element: DaysBetween, compiler: SQLCompiler, **options: Any) -> str:
    earlier, later = (compiler.process(one, **options) for one in element.clauses)
    return f"(julianday({later}) - julianday({earlier}))"


@compiles(DaysBetween, "postgresql")
def _on_postgresql(element: DaysBetween, compiler: SQLCompiler, **options: Any) -> str:
    earlier, later = (compiler.process(one, **options) for one in element.clauses)
    return f"(CAST({later} AS DATE) - CAST({earlier} AS DATE))"


_LAST_DAYS = (
    select(visits.c.day)
    .distinct()
    .where(visits.c.customer_id == bindparam("whom"))
    .order_by(visits.c.day.desc())
    .limit(GAPS + 1)
)


def gap_of(connection: Connection, whom: int) -> float | None:
    """The usual gap of one customer, a fifth of the time that the statement for many of them takes."""
    return rhythm.usual_gap(connection.execute(_LAST_DAYS, {"whom": whom}).scalars())


def usual_gap(only: ColumnElement[bool] | None = None) -> ScalarSelect[Any]:
    """The usual gap of the customer of the statement around it, from all visits or ``only`` some.

    NULL below three different days.
    """
    v = visits.c
    own = v.customer_id == customers.c.id
    came = (
        select(v.day.label("day"))
        .distinct()
        .where(own if only is None else own & only)
        .correlate(customers)
        .order_by(v.day.desc())
        .limit(GAPS + 1)
        .subquery("came")
    )
    before = func.lead(came.c.day, type_=Date).over(order_by=came.c.day.desc())
    apart = select(DaysBetween(before, came.c.day).label("gap")).subquery("apart")
    gap = apart.c.gap
    placed = (
        select(
            gap,
            func.row_number().over(order_by=gap).label("place"),
            func.count().over().label("gaps"),
        )
        .where(gap.is_not(None))
        .subquery("placed")
    )
    middle = placed.c.place.in_([(placed.c.gaps + 1) // 2, (placed.c.gaps + 2) // 2])
    return select(func.avg(placed.c.gap)).where(middle, placed.c.gaps >= 2).scalar_subquery()
