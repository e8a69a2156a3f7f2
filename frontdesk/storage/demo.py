"""Furnishing an empty house: everything poured in at once, in one line of the journal."""

import uuid
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import Fate, Reminder
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.storage import bulk
from frontdesk.storage.entities import CUSTOMERS, MEMBERSHIPS, OCCASIONS, OUTCOMES, REQUESTS, VISITS
from frontdesk.storage.history import EVERYBODY
from frontdesk.storage.outcomes import token_of
from frontdesk.storage.tables import customers
from frontdesk.storage.unit_of_work import Step, UnitOfWork

_COLUMNS = {"customer": "customer_id", "staff": "staff_id"}
_FIELDS = {
    kind: tuple((f.name, _COLUMNS.get(f.name, f.name)) for f in fields(kind))
    for kind in (CustomerDraft, VisitDraft, RequestDraft, MembershipDraft, OccasionDraft)
}
"""The fields of each draft with the columns that hold them."""


class Settled(NamedTuple):
    """A reminder that somebody has seen to."""

    reminder: Reminder
    fate: Fate
    at: datetime
    staff: StaffId


def add_people(work: UnitOfWork, drafts: Sequence[CustomerDraft]) -> list[CustomerId]:
    """Add people; their keys in the same order."""
    work.write_down(EVERYBODY, "add", [Step()])
    return [CustomerId(key) for key in bulk.add(work, CUSTOMERS, [_row(draft) for draft in drafts])]


def add_visits(work: UnitOfWork, drafts: Sequence[VisitDraft]) -> None:
    """Add visits and count them."""
    bulk.pour(work, VISITS, [_row(draft) for draft in drafts])
    bulk.count_visits(work, select(customers.c.id))


def add_requests(work: UnitOfWork, asked: Sequence[tuple[RequestDraft, datetime, datetime | None]]) -> None:
    """Add requests with when they were asked and answered."""
    rows = [_row(draft) | {"asked_at": at, "answered_at": answered} for draft, at, answered in asked]
    bulk.pour(work, REQUESTS, rows)


def add_memberships(work: UnitOfWork, drafts: Sequence[MembershipDraft]) -> None:
    """Add memberships."""
    bulk.pour(work, MEMBERSHIPS, [_row(draft) for draft in drafts])


def add_occasions(work: UnitOfWork, drafts: Sequence[OccasionDraft]) -> None:
    """Add occasions."""
    bulk.pour(work, OCCASIONS, [_row(draft) for draft in drafts])


def add_outcomes(work: UnitOfWork, settled: Sequence[Settled]) -> None:
    """Say of each of these reminders what became of it."""
    rows = [
        {
            "token": token_of(one.reminder.key),
            "customer_id": one.reminder.person.id,
            "stage": one.reminder.stage,
            "subject": one.reminder.subject,
            "due": one.reminder.due,
            "fate": one.fate.value,
            "at": one.at,
            "staff_id": one.staff,
        }
        for one in settled
    ]
    bulk.pour(work, OUTCOMES, rows)


def _row(draft: Any) -> dict[str, Any]:
    """A draft's fields as columns, with a token."""
    values = {column: getattr(draft, field) for field, column in _FIELDS[type(draft)]}
    values["token"] = str(uuid.uuid4())
    return values
