"""Who was picked the last time for what was typed, so that they come up first the next time.

It is a habit of the house, no fact about anybody: the journal has no line of it, nothing is read anew for
it, and it goes with the person.
"""

from datetime import datetime

from sqlalchemy import Connection, Text, bindparam, delete, select

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.text import fold
from frontdesk.storage.tables import customers, picks
from frontdesk.storage.types import UtcDateTime
from frontdesk.storage.unit_of_work import insert_into

LONGEST = 100
"""The most characters of what was typed that are kept; nobody types a longer text a second time."""

MOST = 5000
"""How many are kept, the newest."""

_P = picks.c


def key(typed: str) -> str:
    """What was typed, as it is compared with what is typed later; empty where it is not kept."""
    if len(typed) > LONGEST:
        return ""
    folded = fold(typed)
    return folded if len(folded) <= LONGEST else ""


def remember(connection: Connection, typed: str, customer: CustomerId, now: datetime) -> None:
    """Remember who was picked for what was typed, in a transaction that writes.

    Nothing is kept of somebody who is not there any more, nor of too long a text.
    """
    kept = key(typed)
    if not kept:
        return
    c = customers.c
    whom = select(bindparam("typed", kept, Text), c.id, bindparam("at", now, UtcDateTime)).where(
        c.id == customer
    )
    statement = insert_into(picks, connection.dialect.name).from_select(["typed", "customer_id", "at"], whom)
    new = {"customer_id": statement.excluded.customer_id, "at": statement.excluded.at}
    connection.execute(statement.on_conflict_do_update(index_elements=["typed"], set_=new))
    oldest = select(_P.at).order_by(_P.at.desc()).offset(MOST - 1).limit(1).scalar_subquery()
    connection.execute(delete(picks).where(_P.at < oldest))


def everything(connection: Connection, limit: int = MOST) -> dict[str, CustomerId]:
    """Who was picked for each :func:`key`, the newest first."""
    rows = connection.execute(select(_P.typed, _P.customer_id).order_by(_P.at.desc()).limit(limit))
    return {typed: CustomerId(customer) for typed, customer in rows}
