"""Special requests: written down, answered, kept, closed."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import CustomerId, RequestId
from frontdesk.domain.requests import Answer, Request, RequestDraft, check
from frontdesk.domain.text import clean
from frontdesk.services.desk import Desk
from frontdesk.storage import requests


def add(desk: Desk, draft: RequestDraft, token: str | None = None) -> Changes:
    """Write down what somebody asked for; raises Refused beside a field."""
    tidy = _tidy(draft)
    check(tidy)
    with desk.write() as work:
        requests.add(work, tidy, token)
    return work.changes()


def change(desk: Desk, request: RequestId, version: int, **fields: Any) -> Changes:
    """Set fields of a request, by the draft's names; raises Refused, ChangedMeanwhile and Gone."""
    with desk.write() as work:
        now = requests.get(work.connection, request)
        if now is None:
            raise Gone
        tidy = _tidy(replace(now.draft, **fields))
        check(tidy)
        requests.change(work, request, version, {name: getattr(tidy, name) for name in fields})
    return work.changes()


def answer(
    desk: Desk,
    request: RequestId,
    version: int,
    said: Answer,
    *,
    instead: str = "",
    exception: bool = False,
) -> Changes:
    """Say yes, offer something instead, or say no; ``exception`` marks a yes that makes no new rule."""
    return change(desk, request, version, answer=said, instead=instead, exception=exception)


def close(desk: Desk, request: RequestId, version: int, outcome: str = "") -> Changes:
    """Say how a request ended."""
    return change(desk, request, version, outcome=outcome, closed=desk.now())


def of(desk: Desk, customer: CustomerId) -> tuple[Request, ...]:
    """A customer's requests, open ones first."""
    with desk.store.read() as connection:
        return requests.of(connection, customer)


def due(desk: Desk, until: datetime) -> tuple[Request, ...]:
    """Open requests due before an instant, the late ones among them, soonest first."""
    with desk.store.read() as connection:
        return requests.due(connection, until)


def _tidy(draft: RequestDraft) -> RequestDraft:
    return replace(
        draft,
        asked=clean(draft.asked, lines=True),
        instead=clean(draft.instead, lines=True),
        outcome=clean(draft.outcome, lines=True),
    )
