"""Memberships."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, true

from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import EndedWhy, Membership, MembershipDraft
from frontdesk.domain.talks import Talk
from frontdesk.domain.terms import running_end
from frontdesk.storage import talks
from frontdesk.storage.entities import MEMBERSHIPS
from frontdesk.storage.keys import Keys
from frontdesk.storage.tables import memberships
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, draft: MembershipDraft, token: str | None = None) -> MembershipId:
    """Write a membership down."""
    values = {f.name: getattr(draft, f.name) for f in fields(draft) if f.name != "customer"}
    return MembershipId(work.add(MEMBERSHIPS, values | {"customer_id": draft.customer}, token))


def change(work: UnitOfWork, membership: MembershipId, version: int, values: dict[str, Any]) -> None:
    """Set fields of a membership."""
    work.change(MEMBERSHIPS, membership, version, values)


def get(connection: Connection, membership: MembershipId) -> Membership | None:
    """A membership, or None."""
    statement = select(memberships).where(memberships.c.id == membership)
    row = connection.execute(statement).one_or_none()
    return None if row is None else _membership(row, talks.last(connection, [membership]))


def of(connection: Connection, customers: Keys) -> dict[int, tuple[Membership, ...]]:
    """The memberships of many customers, the oldest first."""
    found: dict[int, tuple[Membership, ...]] = {}
    m = memberships.c
    statement = select(memberships).where(m.customer_id.in_(customers)).order_by(m.starts, m.id)
    talked = talks.last(connection, select(m.id).where(m.customer_id.in_(customers)))
    for row in connection.execute(statement):
        found[row.customer_id] = (*found.get(row.customer_id, ()), _membership(row, talked))
    return found


def renewing(connection: Connection, today: date, until: date) -> set[CustomerId]:
    """Whose membership renews itself and ends the term that runs today by a day.

    Many have the same days, and the others are thousands: each term is worked out once, and nothing else is
    read of whoever is not near an end.
    """
    m = memberships.c
    running = select(m.customer_id, m.starts, m.ends).where(
        m.renews_itself.is_(true()), m.ended_why.is_(None)
    )
    near: dict[tuple[date, date | None], bool] = {}
    found = set()
    for customer, starts, ends in connection.execute(running):
        days = (starts, ends)
        if days not in near:
            last = running_end(MembershipDraft(customer, "", starts, ends, renews_itself=True), today)
            near[days] = last is not None and last <= until
        if near[days]:
            found.add(CustomerId(customer))
    return found


def _membership(row: Any, talked: Mapping[int, Talk]) -> Membership:
    draft = MembershipDraft(
        customer=CustomerId(row.customer_id),
        plan=row.plan,
        starts=row.starts,
        ends=row.ends,
        renews_itself=row.renews_itself,
        ended_why=EndedWhy(row.ended_why) if row.ended_why else None,
        reason=row.reason,
        reason_words=row.reason_words,
        paused_from=row.paused_from,
        paused_until=row.paused_until,
    )
    return Membership(MembershipId(row.id), row.version, draft, talked.get(row.id))
