"""Talks about the end of a membership: what was said, and when to speak again."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, MembershipId, TalkId
from frontdesk.domain.opening import next_open
from frontdesk.domain.text import LONG, check_length
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

ATTEMPTS = 3
"""So many times somebody is tried before it is time for a letter."""

TRY_AGAIN = timedelta(days=2)
AFTER_ALL_ATTEMPTS = timedelta(days=7)
LONGEST_THOUGHT = timedelta(days=366)


class Said(StrEnum):
    """What came of a talk."""

    RENEWED = "renewed"
    THINKING = "thinking"
    LEAVING = "leaving"
    NOT_REACHED = "not reached"


@dataclass(frozen=True, slots=True)
class TalkDraft:
    """A talk as written down: ``until`` when to speak again, ``words`` as they said it."""

    customer: CustomerId
    membership: MembershipId
    said: Said
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as stored, on the venue's day ``day``; ``attempt`` counts those who were not reached, from 1.

    ``until`` is the day to speak again, where they think or were not reached.
    """

    id: TalkId
    draft: TalkDraft
    day: date
    at: datetime
    attempt: int = 0
    by: str = ""

    @property
    def again(self) -> date | None:
        """The day to speak again; None where it is settled."""
        return self.draft.until


def try_again(today: date, attempt: int, house: House) -> date:
    """The day to try again after an attempt, counted from 1; one on which the house is open."""
    return next_open(today + (TRY_AGAIN if attempt < ATTEMPTS else AFTER_ALL_ATTEMPTS), house)


def reasons_of(house: House) -> tuple[str, ...]:
    """Why people leave: the house's own list, or the usual reasons where it has none; the last fits all."""
    return house.reasons or (
        tr("Moved away"),
        tr("No time"),
        tr("Too expensive"),
        tr("Health"),
        tr("Goes somewhere else"),
        tr("Not content"),
        tr("Could not be reached"),
        tr("Other"),
    )


def check(draft: TalkDraft, today: date) -> None:
    """Raise :class:`Refused` beside a field that cannot stand."""
    if draft.said is Said.THINKING and (draft.until is None or draft.until <= today):
        raise Refused(tr("Choose the day on which to ask again, after today."), "until")
    if draft.until is not None and draft.until > today + LONGEST_THOUGHT:
        raise Refused(tr("Choose a day within a year; by then they will have forgotten it."), "until")
    check_length(draft.words, LONG, "words")
