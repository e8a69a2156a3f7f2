"""Special requests."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from frontdesk.domain.ids import CustomerId, RequestId, StaffId
from frontdesk.domain.requests import Answer, Request, RequestDraft
from frontdesk.storage.entities import REQUESTS
from frontdesk.storage.keys import Keys
from frontdesk.storage.tables import customers, requests, staff
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, draft: RequestDraft, token: str | None = None) -> RequestId:
    """Write a request down; it was asked for now."""
    values = {f.name: getattr(draft, f.name) for f in fields(draft) if f.name != "customer"}
    answered = work.now if draft.answer else None
    values |= {"customer_id": draft.customer, "asked_at": work.now, "answered_at": answered}
    return RequestId(work.add(REQUESTS, values, token))


def change(work: UnitOfWork, request: RequestId, version: int, values: dict[str, Any]) -> None:
    """Set fields of a request; an answer is dated now."""
    if "answer" in values:
        values = values | {"answered_at": work.now if values["answer"] else None}
    work.change(REQUESTS, request, version, values)


def get(connection: Connection, request: RequestId) -> Request | None:
    """A request, or None."""
    row = connection.execute(_requests().where(requests.c.id == request)).one_or_none()
    return None if row is None else _request(row)


def of(connection: Connection, customer: CustomerId) -> tuple[Request, ...]:
    """A customer's requests: open ones first, soonest due first; then the closed, newest first."""
    r = requests.c
    order = (r.closed.is_not(None), func.coalesce(r.due, r.promised).nulls_last(), r.asked_at.desc())
    rows = connection.execute(_requests().where(r.customer_id == customer).order_by(*order))
    return tuple(_request(row) for row in rows)


def due(connection: Connection, until: datetime) -> tuple[Request, ...]:
    """Open requests of living, present customers that are due before an instant, soonest first."""
    r, c = requests.c, customers.c
    deadline = func.coalesce(r.due, r.promised)
    statement = _requests().where(
        r.closed.is_(None), deadline < until, c.archived.is_(False), c.deceased.is_(False)
    )
    rows = connection.execute(statement.order_by(deadline, r.id))
    return tuple(_request(row) for row in rows)


def closed_between(connection: Connection, first: datetime, last: datetime) -> int:
    """How many requests were closed from one instant up to another."""
    closed = requests.c.closed
    statement = select(func.count()).where(closed >= first, closed < last)
    return int(connection.execute(statement).scalar_one())


def open_ones(connection: Connection, customers: Keys) -> dict[int, tuple[Request, ...]]:
    """The open requests of many customers."""
    found: dict[int, tuple[Request, ...]] = {}
    r = requests.c
    statement = _requests().where(r.closed.is_(None), r.customer_id.in_(customers)).order_by(r.id)
    for row in connection.execute(statement):
        found[row.customer_id] = (*found.get(row.customer_id, ()), _request(row))
    return found


def usual(connection: Connection, customers: Keys | None = None) -> dict[int, str]:
    """What each customer last asked for, of many customers at once (all when None)."""
    r = requests.c
    statement = select(r.customer_id, r.asked).order_by(r.id)
    if customers is not None:
        statement = statement.where(r.customer_id.in_(customers))
    return {row.customer_id: row.asked for row in connection.execute(statement)}


def _requests() -> Select[Any]:
    return (
        select(requests, staff.c.name.label("owner_name"), customers.c.name.label("customer_name"))
        .outerjoin(staff, staff.c.id == requests.c.owner)
        .join(customers, customers.c.id == requests.c.customer_id)
    )


def _request(row: Any) -> Request:
    draft = RequestDraft(
        customer=CustomerId(row.customer_id),
        asked=row.asked,
        owner=None if row.owner is None else StaffId(row.owner),
        due=row.due,
        promised=row.promised,
        answer=Answer(row.answer) if row.answer else None,
        instead=row.instead,
        outcome=row.outcome,
        exception=row.exception,
        closed=row.closed,
    )
    return Request(
        RequestId(row.id),
        row.version,
        draft,
        row.asked_at,
        row.answered_at,
        row.owner_name or "",
        row.customer_name,
    )
