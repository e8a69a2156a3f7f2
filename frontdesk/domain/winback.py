"""Whoever has left is asked why and asked back: a few personal steps, each on its day, never one letter.

It begins on the last day of a membership that was given up or has lapsed. It is over at once when they come,
take a membership again, have died or ask to be left alone. Whoever stays away and has no membership is
missed, asleep or lost, which :mod:`frontdesk.domain.rhythm` tells.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from frontdesk.domain.customers import Channel
from frontdesk.domain.dates import LeapRule, PartialDate, yearly
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import EndedWhy, Membership
from frontdesk.domain.talks import Said
from frontdesk.domain.text import LINE, LONG, check_length
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

LAST_STAYS = timedelta(days=30)
"""For how long the last word may still be said."""

APART = timedelta(days=7)
"""An occasion of their own is not so near to the step before it or after it."""


class Step(StrEnum):
    """The steps in their order; the value is the stage of the reminder."""

    THANKS = "winback-thanks"
    CALL = "winback-call"
    OCCASION = "winback-occasion"
    LAST_WORD = "winback-last-word"


class Came(StrEnum):
    """What came of a step; a card or a letter is only sent."""

    SENT = "sent"
    ANSWERED = "answered"
    NO_ANSWER = "no answer"
    COMES_BACK = "comes back"
    LEAVE_ALONE = "leave alone"


@dataclass(frozen=True, slots=True)
class Departure:
    """Somebody has left for good: which membership, and ``since`` which day they are gone."""

    membership: MembershipId
    since: date


@dataclass(frozen=True, slots=True)
class Due:
    """One step, due on a day and to be done up to ``until``; ``birthday`` says that this is the occasion."""

    step: Step
    day: date
    until: date
    birthday: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a step, as written down: over which channel, why they left, what they said."""

    customer: CustomerId
    membership: MembershipId
    since: date
    step: Step
    came: Came
    channel: Channel | None = None
    reason: str = ""
    words: str = ""
    day: date = date.min
    by: str = ""


def check(told: Told) -> None:
    """Raise :class:`Refused` beside a text that is too long."""
    check_length(told.reason, LINE, "reason")
    check_length(told.words, LONG, "words")


def check_days(days: tuple[int, ...]) -> None:
    """Raise :class:`Refused` where the days after leaving are not one for each step, in order."""
    in_order = all(one < other for one, other in pairwise(days))
    if len(days) != len(Step) or not in_order or not all(1 <= one <= 730 for one in days):
        raise Refused(tr("Four days in order, such as 2, 21, 60, 180."), "winback_days")


def departure(held: Iterable[Membership], last_visit: date | None, today: date) -> Departure | None:
    """The membership that somebody has left for good, and since when; None while they are still with us.

    One that is over with nothing said is still talked about, and whoever has come since is back.
    """
    every = list(held)
    gone = [(day, one.id) for one in every if (day := _gone_since(one)) is not None and day <= today]
    if not gone:
        return None
    since, key = max(gone)
    if any(_holds(one, since, today) for one in every) or (last_visit and last_visit > since):
        return None
    return Departure(key, since)


def _gone_since(one: Membership) -> date | None:
    """The last day of a membership that is over for good, or of the talk in which they left after it."""
    if one.draft.ended_why not in {EndedWhy.CANCELLED, EndedWhy.LAPSED}:
        return None
    said = one.talk.day if one.talk and one.talk.draft.said is Said.LEAVING else None
    return max((day for day in (one.draft.last_day, said) if day), default=None)


def _holds(one: Membership, since: date, today: date) -> bool:
    ends, why = one.draft.last_day, one.draft.ended_why
    if why is None:
        return ends is None or ends >= today or ends > since or one.draft.renews_itself
    return ends is not None and ends >= today


def steps(gone: Departure, days: tuple[int, ...], born: PartialDate | None, leap: LeapRule) -> Iterator[Due]:
    """The steps and their days; each stays until the next takes its place.

    The occasion is their birthday, where one lies well between its neighbours.
    """
    first, call, occasion, last = (gone.since + timedelta(days=one) for one in days)
    birthday = _birthday(born, call + APART, last - APART, leap)
    due = (first, call, birthday or occasion, last)
    ends = (*(day - timedelta(days=1) for day in due[1:]), last + LAST_STAYS)
    for step, day, until in zip(Step, due, ends, strict=True):
        yield Due(step, day, until, birthday=step is Step.OCCASION and birthday is not None)


def _birthday(born: PartialDate | None, first: date, last: date, leap: LeapRule) -> date | None:
    if born is None or last < first:
        return None
    return next(yearly(PartialDate(born.month, born.day), first, last, leap), None)


_USUAL = {
    Step.THANKS: Channel.LETTER,
    Step.CALL: Channel.PHONE,
    Step.OCCASION: Channel.LETTER,
    Step.LAST_WORD: Channel.LETTER,
}


def channel_of(step: Step, preferred: Channel | None) -> Channel:
    """The way to reach them: the one they prefer, or what suits the step; they are not here to speak to."""
    return _USUAL[step] if preferred is None or preferred is Channel.IN_PERSON else preferred
