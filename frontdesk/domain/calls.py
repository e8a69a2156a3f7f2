"""Calls: what somebody is to be rung about, each try at it, and when we promised to ring back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from frontdesk.domain.ids import CallId, CustomerId, StaffId
from frontdesk.domain.text import LONG, check_length
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

RING_BEFORE = timedelta(minutes=15)
"""So long before its time a promised call-back asks to be rung, so that it is not late."""

Key = tuple[str, int, date]
"""The key of the reminder that a call is about; see :data:`frontdesk.domain.reminders.Key`."""


class Came(StrEnum):
    """What came of one try to reach somebody."""

    REACHED = "reached"
    NO_ANSWER = "no answer"
    CALL_BACK = "call back"
    WRONG_NUMBER = "wrong number"


@dataclass(frozen=True, slots=True)
class CallDraft:
    """A call as written down: ``about`` what, or about the reminder of a ``key``.

    ``due`` is the instant (UTC) that was promised, and ``owner`` whoever keeps the promise.
    """

    customer: CustomerId
    about: str = ""
    key: Key | None = None
    owner: StaffId | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call as stored; ``closed`` once there is nothing to ring about any more."""

    id: CallId
    version: int
    draft: CallDraft
    asked_at: datetime
    closed: datetime | None = None
    owner_name: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to ring."""
        return self.closed is None


@dataclass(frozen=True, slots=True)
class AttemptDraft:
    """A try as written down: the ``number`` that was rung, and what was said.

    ``back_at`` and ``owner`` are when they want to be rung back, and by whom.
    """

    came: Came
    number: str = ""
    words: str = ""
    back_at: datetime | None = None
    owner: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try as stored: at which ``call``, when, and by whom."""

    call: CallId
    came: Came
    number: str
    words: str
    back_at: datetime | None
    at: datetime
    by: str = ""


def rings(due: datetime | None, now: datetime) -> bool:
    """Whether a promised call-back asks to be rung now, or is late."""
    return due is not None and due - RING_BEFORE <= now


def check(draft: CallDraft, now: datetime) -> None:
    """Raise :class:`Refused` for a call about nothing, and a promise for a time gone by or by nobody."""
    if draft.key is None and not draft.about.strip():
        raise Refused(tr("Write what the call is about."), "about")
    if draft.due is not None and draft.due <= now:
        raise Refused(_gone_by(), "due")
    if draft.due is not None and draft.owner is None:
        raise Refused(_nobody(), "owner")
    check_length(draft.about, LONG, "about")


def check_attempt(draft: AttemptDraft, now: datetime) -> None:
    """Raise :class:`Refused` for a call-back without a time to come or without an owner."""
    if draft.came is Came.CALL_BACK:
        if draft.back_at is None:
            raise Refused(tr("Write when to ring back."), "back_at")
        if draft.back_at <= now:
            raise Refused(_gone_by(), "back_at")
        if draft.owner is None:
            raise Refused(_nobody(), "owner")
    check_length(draft.words, LONG, "words")


def _nobody() -> str:
    return tr("Choose who rings back.")


def _gone_by() -> str:
    return tr("This time has gone by already.")
