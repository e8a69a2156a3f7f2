"""Furnishing an empty house: everything poured in at once, in one line of the journal."""

import uuid
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from frontdesk.domain.calls import AttemptDraft, CallDraft
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CallId, CustomerId, MembershipId, StaffId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.notes import NoteDraft, NoteState
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.plans import PlanDraft
from frontdesk.domain.reminders import Fate, Reminder
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.talks import TalkDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.storage import bulk, calls
from frontdesk.storage.entities import (
    ATTEMPTS,
    CALLS,
    CUSTOMERS,
    MEMBERSHIPS,
    NOTES,
    OCCASIONS,
    OUTCOMES,
    PLANS,
    REQUESTS,
    TALKS,
    VISITS,
)
from frontdesk.storage.history import EVERYBODY
from frontdesk.storage.outcomes import token_of
from frontdesk.storage.tables import customers
from frontdesk.storage.unit_of_work import Step, UnitOfWork

_COLUMNS = {"customer": "customer_id", "staff": "staff_id"}
_FIELDS = {
    kind: tuple((f.name, _COLUMNS.get(f.name, f.name)) for f in fields(kind))
    for kind in (CustomerDraft, VisitDraft, RequestDraft, MembershipDraft, OccasionDraft, PlanDraft)
}
"""The fields of each draft with the columns that hold them."""


class Held(NamedTuple):
    """A talk with when it was held, and by whom."""

    draft: TalkDraft
    day: date
    at: datetime
    staff: StaffId
    attempt: int


class Rung(NamedTuple):
    """A call with when it was asked for, and the try at it if there was one: when, and by whom."""

    draft: CallDraft
    asked_at: datetime
    tried: AttemptDraft | None
    tried_at: datetime
    staff: StaffId


class Lying(NamedTuple):
    """A note as far as it is, with when each step was taken; ``owner`` has taken all of them."""

    draft: NoteDraft
    state: NoteState
    begun_at: datetime
    written_at: datetime | None
    sent_at: datetime | None
    answered_at: datetime | None
    answer: str


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


def everybody(work: UnitOfWork) -> list[int]:
    """The keys of everybody in the house."""
    return list(work.connection.execute(select(customers.c.id)).scalars())


def add_visits(work: UnitOfWork, drafts: Sequence[VisitDraft]) -> None:
    """Add visits and count them."""
    bulk.pour(work, VISITS, [_row(draft) for draft in drafts])
    bulk.count_visits(work, select(customers.c.id))


def add_requests(work: UnitOfWork, asked: Sequence[tuple[RequestDraft, datetime, datetime | None]]) -> None:
    """Add requests with when they were asked and answered."""
    rows = [_row(draft) | {"asked_at": at, "answered_at": answered} for draft, at, answered in asked]
    bulk.pour(work, REQUESTS, rows)


def add_memberships(work: UnitOfWork, drafts: Sequence[MembershipDraft]) -> list[MembershipId]:
    """Add memberships; their keys in the same order."""
    return [MembershipId(key) for key in bulk.add(work, MEMBERSHIPS, [_row(draft) for draft in drafts])]


def add_plans(work: UnitOfWork, drafts: Sequence[PlanDraft]) -> None:
    """Add plans."""
    bulk.pour(work, PLANS, [_row(draft) for draft in drafts])


def add_talks(work: UnitOfWork, held: Sequence[Held]) -> None:
    """Add talks, whose keys are given now."""
    bulk.pour(
        work,
        TALKS,
        [
            {
                "token": str(uuid.uuid4()),
                "customer_id": one.draft.customer,
                "membership_id": one.draft.membership,
                "said": one.draft.said.value,
                "until": one.draft.until,
                "words": one.draft.words,
                "day": one.day,
                "at": one.at,
                "attempt": one.attempt,
                "staff_id": one.staff,
            }
            for one in held
        ],
    )


def add_calls(work: UnitOfWork, rung: Sequence[Rung]) -> None:
    """Add calls with the tries at them."""
    own = [
        {**calls.values_of(one.draft), "asked_at": one.asked_at, "token": str(uuid.uuid4())} for one in rung
    ]
    rows = []
    for key, one in zip(bulk.add(work, CALLS, own), rung, strict=True):
        if one.tried is not None:
            said = calls.values_of_attempt(CallId(key), one.draft.customer, one.tried)
            rows.append({**said, "at": one.tried_at, "staff_id": one.staff, "token": str(uuid.uuid4())})
    bulk.pour(work, ATTEMPTS, rows)


def add_notes(work: UnitOfWork, lying: Sequence[Lying]) -> None:
    """Add notes as far as they are."""
    bulk.pour(
        work,
        NOTES,
        [
            {
                "token": str(uuid.uuid4()),
                "customer_id": one.draft.customer,
                "kind": one.draft.kind.value,
                "state": one.state.value,
                "why": one.draft.why,
                "owner": one.draft.owner,
                "way": one.draft.way.value,
                "words": one.draft.words,
                "begun_at": one.begun_at,
                "written_at": one.written_at,
                "sent_at": one.sent_at,
                "answered_at": one.answered_at,
                "answer": one.answer,
                "staff_id": one.draft.owner,
            }
            for one in lying
        ],
    )


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
            "due": one.reminder.key[-1],
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
