"""Whose membership is about to end, and what it is worth."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, false, func, select

from frontdesk.domain.ids import CustomerId
from frontdesk.storage.keys import chunks
from frontdesk.storage.memberships import renewing
from frontdesk.storage.tables import memberships, visits


def holders(connection: Connection, today: date, until: date) -> set[CustomerId]:
    """Whoever has a membership that is not over and ends by a day, or the term that runs does."""
    m = memberships.c
    ending = select(m.customer_id).where(m.ended_why.is_(None), m.ends <= until, m.renews_itself.is_(false()))
    found = set(map(CustomerId, connection.execute(ending).scalars()))
    return found | renewing(connection, today, until)


class Came(NamedTuple):
    """On how many days somebody came in some time, and what they spent, in hundredths."""

    days: int
    spent: int


def came(
    connection: Connection, people: Iterable[CustomerId], first: date, last: date
) -> dict[CustomerId, Came]:
    """How often each of these people came from one day to another."""
    v = visits.c
    found: dict[CustomerId, Came] = {}
    for some in chunks(people):
        statement = (
            select(v.customer_id, func.count(v.day.distinct()), func.coalesce(func.sum(v.amount), 0))
            .where(v.customer_id.in_(some), v.day.between(first, last))
            .group_by(v.customer_id)
        )
        for who, days, spent in connection.execute(statement):
            found[CustomerId(who)] = Came(days, int(spent))
    return found
