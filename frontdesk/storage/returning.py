"""How long people have waited until they came a second time, or have been waited for."""

from datetime import date

from sqlalchemy import Connection, Date, Integer, cast, false, func, literal, select

from frontdesk.domain.returning import Waits
from frontdesk.storage.rhythm import DaysBetween
from frontdesk.storage.tables import customers, visits


def waits(connection: Connection, today: date) -> list[Waits]:
    """For everybody who has ever come the days to their second day here, or until today, counted together.

    The deceased are left out: nobody waits for them.
    """
    v, c = visits.c, customers.c
    days = select(v.customer_id, v.day).distinct().subquery("days")
    whose, when = days.c.customer_id, days.c.day
    placed = select(
        days.c.customer_id,
        days.c.day,
        func.lead(days.c.day, type_=Date).over(partition_by=whose, order_by=when).label("again"),
        func.row_number().over(partition_by=whose, order_by=when).label("place"),
    ).subquery("placed")
    until = func.coalesce(placed.c.again, literal(today, Date), type_=Date)
    length = cast(DaysBetween(placed.c.day, until), Integer)
    returned = placed.c.again.is_not(None)
    statement = (
        select(length, returned, func.count())
        .join(customers, c.id == placed.c.customer_id)
        .where(placed.c.place == 1, c.deceased.is_(false()), placed.c.day <= today)
        .group_by(length, returned)
    )
    return [Waits(int(day), bool(came), people) for day, came, people in connection.execute(statement)]
