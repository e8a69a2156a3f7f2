"""Memberships: from, to, and whether they renew themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.talks import Talk
from frontdesk.domain.text import LINE, LONG, check_length
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr


class EndedWhy(StrEnum):
    """Why a membership is over; a renewed one lives on in its successor."""

    RENEWED = "renewed"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """A membership as written down; ``ends`` is its last day as it was given, None where there is none.

    ``reason`` is why it was given up, from the house's list, and ``reason_words`` what the customer said.
    A pause is kept as its first and last day; what it adds stands in ``ends`` already.
    """

    customer: CustomerId
    plan: str
    starts: date
    ends: date | None = None
    renews_itself: bool = False
    ended_why: EndedWhy | None = None
    reason: str = ""
    reason_words: str = ""
    paused_from: date | None = None
    paused_until: date | None = None

    @property
    def last_day(self) -> date | None:
        """The day it ends; None without an end, which the last year there is has always meant."""
        return self.ends if self.ends and self.ends.year < MAXYEAR else None


@dataclass(frozen=True, slots=True)
class Membership:
    """A membership as stored; ``talk`` is the last one about its end."""

    id: MembershipId
    version: int
    draft: MembershipDraft
    talk: Talk | None = None


def check(draft: MembershipDraft) -> None:
    """Raise :class:`Refused` when it ends before it starts, or its plan has no name or too long a one."""
    if not draft.plan.strip():
        raise Refused(tr("Write the name of the plan."), "plan")
    check_length(draft.plan, LINE, "plan")
    check_length(draft.reason, LINE, "reason")
    check_length(draft.reason_words, LONG, "reason_words")
    if draft.ends and draft.ends < draft.starts:
        raise Refused(tr("The last day cannot be before the first."), "ends")
    if draft.paused_from and draft.paused_until and draft.paused_until < draft.paused_from:
        raise Refused(tr("A pause cannot end before it begins."), "paused_until")


def awaiting_renewal(memberships: Sequence[Membership]) -> list[Membership]:
    """Those whose end is still somebody's business: with an end, not over, and not followed by another."""
    return [
        one
        for one in memberships
        if one.draft.ends
        and one.draft.ended_why is None
        and not any(_follows(other.draft, one.draft, one.draft.ends) for other in memberships)
    ]


NEAR = timedelta(days=31)
"""A membership that begins so near to the end of another goes on from it; any other is one of its own."""


def _follows(later: MembershipDraft, one: MembershipDraft, ends: date) -> bool:
    """Whether ``later`` goes on, on the same plan, where one that ``ends`` on a day leaves off.

    A longer one from the same day takes its place. One that was given up does not say what became of the one
    before it.
    """
    return (
        (later.starts == one.starts or (later.starts > one.starts and abs(later.starts - ends) <= NEAR))
        and (later.ends is None or later.ends > ends)
        and later.ended_why is not EndedWhy.CANCELLED
        and later.plan.strip().casefold() == one.plan.strip().casefold()
    )
