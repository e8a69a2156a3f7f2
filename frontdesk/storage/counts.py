"""Counting the house, and checking the counts that are kept."""

from sqlalchemy import Connection, func, or_, select

from frontdesk.storage.rhythm import usual_gap
from frontdesk.storage.tables import customers, visits


def people(connection: Connection) -> int:
    """How many people there are."""
    return int(connection.execute(select(func.count()).select_from(customers)).scalar_one())


def totals(connection: Connection) -> tuple[int, int]:
    """How many people there are, and how many visits."""
    return people(connection), int(connection.execute(select(func.count()).select_from(visits)).scalar_one())


def miscounted(connection: Connection) -> list[str]:
    """Names of the customers whose counted visits, or the rhythm made of them, are not those in the table."""
    v, c = visits.c, customers.c
    real = (
        select(v.customer_id, func.count().label("visits"), func.max(v.day).label("last"))
        .group_by(v.customer_id)
        .subquery()
    )
    differ = or_(
        c.visit_count != func.coalesce(real.c.visits, 0),
        c.last_visit.is_distinct_from(real.c.last),
        c.usual_gap.is_distinct_from(usual_gap()),
    )
    statement = select(c.name).outerjoin(real, real.c.customer_id == c.id).where(differ).order_by(c.id)
    return list(connection.execute(statement).scalars())
