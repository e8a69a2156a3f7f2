"""Calls and the tries at them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from frontdesk.domain.calls import Attempt, AttemptDraft, Call, CallDraft, Came, Key
from frontdesk.domain.ids import CallId, CustomerId, MembershipId, StaffId
from frontdesk.storage.entities import ATTEMPTS, CALLS
from frontdesk.storage.keys import Keys
from frontdesk.storage.outcomes import token_of
from frontdesk.storage.tables import attempts, calls, customers, staff
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, draft: CallDraft, token: str | None = None) -> CallId:
    """Put a call on the list; it was asked for now."""
    return CallId(work.add(CALLS, values_of(draft) | {"asked_at": work.now}, token))


def about_reminder(work: UnitOfWork, customer: CustomerId, key: Key) -> CallId:
    """The call about a reminder: open, and the same for two desks that try at once."""
    values = values_of(CallDraft(customer, key=key)) | {"asked_at": work.now}
    row, added = work.add_once(CALLS, values, token_of(key))
    if not added:
        before = work.read(CALLS, row)
        if before["closed"] is not None:  # whatever was promised then has been kept
            work.put(CALLS, row, before, {"closed": None, "due": None, "owner": None})
    return CallId(row)


def stands(work: UnitOfWork, call: CallId, due: datetime | None) -> bool:
    """Whether there still is something to ring about, by a time; nobody else can say so in this write."""
    now = work.read(CALLS, call)
    return now["closed"] is None and now["due"] == due


def put(work: UnitOfWork, call: CallId, values: Mapping[str, Any]) -> None:
    """Set fields of a call."""
    work.put(CALLS, call, work.read(CALLS, call), values)


def add_attempt(work: UnitOfWork, call: CallId, customer: CustomerId, draft: AttemptDraft) -> None:
    """Write a try down; it was made now."""
    made = {"at": work.now, "staff_id": work.staff}
    work.add(ATTEMPTS, values_of_attempt(call, customer, draft) | made)


def close_renewals(work: UnitOfWork, membership: MembershipId, *, promised: bool) -> None:
    """There is nothing to ring about any more of what a membership's end had asked for.

    A call that was ``promised`` for a time is only closed where that was kept.
    """
    c = calls.c
    about = select(c.id).where(c.stage.startswith("renewal"), c.subject == membership, c.closed.is_(None))
    if not promised:
        about = about.where(c.due.is_(None))
    for row in work.connection.execute(about.order_by(c.id)).scalars().all():
        put(work, CallId(row), {"closed": work.now})


def open_ones(connection: Connection, customers: Keys) -> dict[int, tuple[Call, ...]]:
    """The open calls of many customers."""
    found: dict[int, tuple[Call, ...]] = {}
    for one in _found(connection, calls.c.closed.is_(None), calls.c.customer_id.in_(customers)):
        whose = one.draft.customer
        found[whose] = (*found.get(whose, ()), one)
    return found


def waiting(connection: Connection) -> tuple[Call, ...]:
    """The open calls to everybody living and present."""
    return _found(connection, calls.c.closed.is_(None), *_PRESENT)


def due(connection: Connection, until: datetime) -> tuple[Call, ...]:
    """Open calls that were promised for before an instant, the earliest first."""
    found = _found(connection, calls.c.closed.is_(None), calls.c.due <= until, *_PRESENT)
    return tuple(sorted(found, key=lambda one: (one.draft.due or one.asked_at, one.id)))


def closed_between(connection: Connection, first: datetime, last: datetime) -> int:
    """How many calls were closed from one instant up to another, of those that are about no reminder."""
    c = calls.c
    statement = select(func.count()).where(c.closed >= first, c.closed < last, c.stage.is_(None))
    return int(connection.execute(statement).scalar_one())


def attempts_with(connection: Connection, customers: Keys) -> dict[int, tuple[Attempt, ...]]:
    """The tries at many customers, the newest first."""
    found: dict[int, tuple[Attempt, ...]] = {}
    statement = select(attempts, staff.c.name.label("by")).outerjoin(staff, staff.c.id == attempts.c.staff_id)
    wanted = statement.where(attempts.c.customer_id.in_(customers)).order_by(attempts.c.id.desc())
    for row in connection.execute(wanted).mappings():
        found[row["customer_id"]] = (*found.get(row["customer_id"], ()), _attempt(row))
    return found


def values_of(draft: CallDraft) -> dict[str, Any]:
    """The columns that hold a call as it is written down."""
    stage, subject, named = draft.key or (None, None, None)
    return {
        "customer_id": draft.customer,
        "about": draft.about,
        "stage": stage,
        "subject": subject,
        "named": named,
        "owner": draft.owner,
        "due": draft.due,
    }


def values_of_attempt(call: CallId, customer: CustomerId, draft: AttemptDraft) -> dict[str, Any]:
    """The columns that hold a try as it is written down."""
    return {
        "customer_id": customer,
        "call_id": call,
        "came": draft.came.value,
        "number": draft.number,
        "words": draft.words,
        "back_at": draft.back_at,
    }


_PRESENT = (customers.c.archived.is_(False), customers.c.deceased.is_(False))
_CALLS: Select[Any] = (
    select(calls, staff.c.name.label("owner_name"))
    .outerjoin(staff, staff.c.id == calls.c.owner)
    .join(customers, customers.c.id == calls.c.customer_id)
)


def _found(connection: Connection, *which: ColumnElement[bool]) -> tuple[Call, ...]:
    rows = connection.execute(_CALLS.where(*which).order_by(calls.c.id)).mappings()
    return tuple(map(_call, rows))


def _call(row: RowMapping) -> Call:
    draft = CallDraft(
        customer=CustomerId(row["customer_id"]),
        about=row["about"],
        key=(row["stage"], row["subject"], row["named"]) if row["stage"] else None,
        owner=None if row["owner"] is None else StaffId(row["owner"]),
        due=row["due"],
    )
    return Call(
        CallId(row["id"]), row["version"], draft, row["asked_at"], row["closed"], row["owner_name"] or ""
    )


def _attempt(row: RowMapping) -> Attempt:
    return Attempt(
        CallId(row["call_id"]),
        Came(row["came"]),
        row["number"],
        row["words"],
        row["back_at"],
        row["at"],
        row["by"] or "",
    )
