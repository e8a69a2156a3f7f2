"""The call list: which reminders need a call, and who is to be rung first."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from frontdesk.domain import wording
from frontdesk.domain.call_times import UNKNOWN, BestTime
from frontdesk.domain.calls import Attempt, Call, Came, Key, rings
from frontdesk.domain.customers import Channel
from frontdesk.domain.reminders import Facts, Reminder, Rule
from frontdesk.domain.renewals import AGAIN
from frontdesk.domain.rhythm import Away
from frontdesk.domain.talks import Said

NEAR_ITS_END = 7
"""Days to the end of a membership from which its holder is rung, and not only asked at the next visit."""

_AWAY = frozenset(Away)
_RENEWAL = "renewal"


@dataclass(frozen=True, slots=True)
class Number:
    """A number to ring; ``wrong`` is the day on which it turned out to be somebody else's."""

    text: str
    wrong: date | None = None


@dataclass(frozen=True, slots=True)
class ToRing:
    """Somebody who is to be rung about one thing: a ``reminder``, a ``call``, or a call about a reminder.

    ``attempts`` are all with this person, the newest first; ``numbers`` those to be tried, the best first.
    """

    person: Facts
    reminder: Reminder | None = None
    call: Call | None = None
    numbers: tuple[Number, ...] = ()
    best: BestTime = UNKNOWN
    attempts: tuple[Attempt, ...] = ()

    @property
    def key(self) -> tuple[str, int, date | None]:
        """Names the row, before the first try and after it."""
        about = self.call.draft.key if self.call else self.reminder.key if self.reminder else None
        return thread(about) if about else ("call", self.call.id if self.call else 0, None)

    @property
    def about(self) -> str:
        """What to ring about, in words."""
        if self.reminder is not None:
            return self.reminder.text
        return wording.call_about(self.call.draft) if self.call else ""

    @property
    def promised(self) -> datetime | None:
        """The instant at which they were promised to be rung."""
        return self.call.draft.due if self.call else None

    @property
    def unanswered(self) -> int:
        """How often they have been tried in vain; of a renewal its talks count, whoever has tried."""
        held = self.reminder and next(
            (one for one in self.person.memberships if one.id == self.reminder.subject), None
        )
        if self.is_renewal and held and held.talk and held.talk.draft.said is Said.NOT_REACHED:
            return held.talk.attempt
        own = self.call.id if self.call else None
        return sum(one.came is Came.NO_ANSWER and one.call == own for one in self.attempts)

    @property
    def is_renewal(self) -> bool:
        """Whether it is about a reminder of a membership's end, of which a talk sheet asks what came."""
        return self.reminder is not None and self.reminder.rule is Rule.RENEWAL


def needs_call(reminder: Reminder) -> bool:
    """Whether a reminder is a reason to ring; never anybody who has asked to be left alone."""
    person = reminder.person
    if person.left_alone or person.deceased or person.archived:
        return False
    match reminder.rule:
        case Rule.RENEWAL:
            days = reminder.number
            return reminder.stage == AGAIN or (days is not None and days <= NEAR_ITS_END)
        case Rule.OVERDUE:
            return True
        case Rule.WINBACK:
            return reminder.label == Channel.PHONE
        case _:
            return False


def thread(key: Key) -> tuple[str, int, date | None]:
    """What a reminder has in common with those that take its place, so that one call is about all of them.

    A membership's reminders follow each other to its end and beyond, and so do those of an absence.
    """
    stage, subject, named = key
    if stage.startswith(_RENEWAL):
        return _RENEWAL, subject, None
    return (Rule.OVERDUE.value if stage in _AWAY else stage), subject, named


def in_order(found: list[ToRing], now: datetime, zone: str) -> list[ToRing]:
    """First who was promised to be rung by now, then whose best time it is, then by when it is due."""

    def place(one: ToRing) -> tuple[int, datetime, str]:
        due = one.promised or _due(one)
        if rings(one.promised, now):
            part = 0
        else:
            part = 1 if one.promised is None and one.best.is_now(now, zone) else 2
        return part, due, one.person.name.casefold()

    return sorted(found, key=place)


def _due(one: ToRing) -> datetime:
    if one.reminder is not None:
        return datetime.combine(one.reminder.due, time(), UTC)
    return one.call.asked_at if one.call else datetime.min.replace(tzinfo=UTC)
