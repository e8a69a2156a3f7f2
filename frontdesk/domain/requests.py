"""Special requests: what somebody asked for, what we answered, and by when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from frontdesk.domain.ids import CustomerId, RequestId, StaffId
from frontdesk.domain.text import LONG, check_length
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr


class Answer(StrEnum):
    """What we told the customer."""

    YES = "yes"
    INSTEAD = "instead"
    NO = "no"


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """A request as written down.

    ``due`` is our own time, ``promised`` the time given to the customer, both instants in UTC.
    ``exception`` marks a yes that is not a new rule. ``outcome`` says how it ended; ``closed`` when.
    """

    customer: CustomerId
    asked: str
    owner: StaffId | None = None
    due: datetime | None = None
    promised: datetime | None = None
    answer: Answer | None = None
    instead: str = ""
    outcome: str = ""
    exception: bool = False
    closed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A request as stored."""

    id: RequestId
    version: int
    draft: RequestDraft
    asked_at: datetime
    answered_at: datetime | None = None
    owner_name: str = ""
    customer_name: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.draft.closed is None

    @property
    def deadline(self) -> datetime | None:
        """When it is due: our own time, or failing that the customer's."""
        return self.draft.due or self.draft.promised


def check(draft: RequestDraft) -> None:
    """Raise :class:`Refused` for nothing asked, our time later than the promise, or too long a text."""
    if not draft.asked.strip():
        raise Refused(tr("Write what was asked for."), "asked")
    if draft.due and draft.promised and draft.due > draft.promised:
        raise Refused(tr("Our own time must not be later than the time promised to the customer."), "due")
    if draft.answer is Answer.INSTEAD and not draft.instead.strip():
        raise Refused(tr("Write what was offered instead."), "instead")
    for name in ("asked", "instead", "outcome"):
        check_length(getattr(draft, name), LONG, name)


def last_yes(requests: list[Request]) -> Request | None:
    """The request we last said yes to: a yes said before is likely to be expected again."""
    said = [r for r in requests if r.draft.answer is Answer.YES]
    return max(said, key=lambda r: r.answered_at or r.asked_at, default=None)
