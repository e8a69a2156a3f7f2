"""Who should get a personal word today: what a reminder is, what became of it, where it stands on the list.

The rules of :mod:`frontdesk.domain.deriving` derive a reminder from what the house knows about a person on a
day; it is never stored. Only what somebody did about it is kept, under the reminder's key. So nothing stale
can be left behind by an import, a renewal or a change of the clock, and what nobody dealt with comes back
every day until its own rule lets it go.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.calls import Call
from frontdesk.domain.customers import Channel
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.memberships import Membership
from frontdesk.domain.occasions import Occasion
from frontdesk.domain.requests import Request
from frontdesk.foundation.words import tr

Key = tuple[str, int, date]
"""Stage, subject and a day: names one reminder, today and for good."""


class Rule(StrEnum):
    """Which rule a reminder comes from, in the order they are listed."""

    BIRTHDAY = "birthday"
    RENEWAL = "renewal"
    WINBACK = "winback"
    OVERDUE = "overdue"
    SECOND_VISIT = "second visit"
    MILESTONE = "milestone"
    OCCASION = "occasion"
    REQUEST = "request"
    CALL = "call"


PROMISES = frozenset({Rule.REQUEST, Rule.CALL})
"""Whose reminders somebody counts on: done once what they are about is closed, never skipped or put off."""


class Fate(StrEnum):
    """What became of a reminder: somebody did something about it, it is open, or its rule has let it go."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    SNOOZED = "snoozed"
    LET_GO = "let go"


class Section(StrEnum):
    """Where a reminder stands on the day's list, in the list's order."""

    LEFT_OVER = "left over"
    TODAY = "today"
    AHEAD = "ahead"


class Facts(NamedTuple):
    """What the rules may know about one person, and what a personal note needs.

    ``phone`` is the main one. ``usual_gap`` is the median of days between the last visits, for whoever has
    come on three days or more (:func:`frontdesk.domain.rhythm.usual_gap`). ``last_note`` is what was
    written down at the last visit. ``requests`` and ``calls`` are the open ones.
    ``counts`` are how often somebody has come for what the house counts. ``call_when`` is when it suits
    them to be rung, ``owner`` who of the staff looks after them, and ``left_alone`` that they have asked
    not to be written to or rung.

    A tuple, as a reminder is: ten thousand are made for one list, each in a tenth of the time that a frozen
    dataclass of so many fields takes.
    """

    id: CustomerId
    name: str
    second_spelling: str = ""
    nickname: str = ""
    say_it: str = ""
    address_as: str = ""
    phone: str = ""
    birthday: PartialDate | None = None
    first_seen: date | None = None
    visit_count: int = 0
    last_visit: date | None = None
    usual_gap: float | None = None
    likes: str = ""
    last_note: str = ""
    must_know: str = ""
    deceased: bool = False
    archived: bool = False
    left_alone: bool = False
    call_when: str = ""
    owner: StaffId | None = None
    owner_name: str = ""
    channel: Channel | None = None
    memberships: tuple[Membership, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    requests: tuple[Request, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    calls: tuple[Call, ...] = ()


class Reminder(NamedTuple):
    """One reason for a personal word.

    ``subject`` is the id of what it is about: the customer, membership, occasion, request or call. It is due
    on the venue's day ``due`` and may be seen to from ``starts``. ``text`` says why in the user's
    language, without the name. ``number`` is the age, the visit, the years, or for a renewal the days
    still to go (negative when it has ended). ``at`` is the instant a request or a call is due, and
    ``late`` that it has passed. A ``standing`` reminder waits for the next visit and has no day of its own.

    ``until`` is the last day on which its own rule keeps it; None for one that stays until somebody sees to
    it. ``label`` is what it is about where the rule does not say: the plan, the occasion, what was asked.
    ``named`` is the day in its key, where a change of the house's choices may move ``due``.
    """

    rule: Rule
    stage: str
    subject: int
    due: date
    starts: date
    person: Facts
    text: str
    number: int | None = None
    at: datetime | None = None
    late: bool = False
    standing: bool = False
    until: date | None = None
    label: str = ""
    named: date | None = None

    @property
    def key(self) -> Key:
        """Names the reminder: the same from the first day it is seen to the last."""
        return (self.stage, self.subject, self.named or self.due)

    @property
    def needs_talk(self) -> bool:
        """Whether it is the last about a membership's end, so that what came of it has to be said."""
        return self.rule is Rule.RENEWAL and self.until is None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one reminder: by whom and when, and until which day it was put off."""

    stage: str
    subject: int
    due: date
    fate: Fate
    until: date | None
    by: str
    at: datetime

    @property
    def key(self) -> Key:
        """The key of the reminder it is about."""
        return (self.stage, self.subject, self.due)


def still_open(found: Iterable[Reminder], outcomes: Mapping[Key, Outcome], today: date) -> list[Reminder]:
    """Those that nobody has done or skipped, and that are not put off to a later day.

    The last about a membership's end stands whatever was said of it before it was the last: only a talk,
    after which there is another or none, takes it away.
    """
    return [one for one in found if not _settled(one, outcomes.get(one.key), today)]


def section(reminder: Reminder, today: date) -> Section:
    """Left over when its day has passed, today when it may be seen to, ahead otherwise."""
    if reminder.due < today and not reminder.standing:
        return Section.LEFT_OVER
    return Section.TODAY if reminder.starts <= today else Section.AHEAD


def days_over(reminder: Reminder, today: date) -> int:
    """How many days ago it was due; 0 for one that is not left over."""
    return (today - reminder.due).days if section(reminder, today) is Section.LEFT_OVER else 0


def kind(rule: Rule) -> str:
    """What kind of reminder comes from a rule, in a word."""
    return {
        Rule.BIRTHDAY: tr("birthday"),
        Rule.RENEWAL: tr("renewal"),
        Rule.WINBACK: tr("has left"),
        Rule.OVERDUE: tr("missed"),
        Rule.SECOND_VISIT: tr("came once"),
        Rule.MILESTONE: tr("milestone"),
        Rule.OCCASION: tr("occasion"),
        Rule.REQUEST: tr("request"),
        Rule.CALL: tr("call-back"),
    }[rule]


def in_order(found: Iterable[Reminder], today: date) -> list[Reminder]:
    """The order of the day's list: section, due day, rule, hour where there is one, name."""

    def place(one: Reminder) -> tuple[int, date, int, float, str, int, str]:
        hour = one.at.timestamp() if one.at else 0.0
        where = _SECTIONS[section(one, today)]
        return (where, one.due, _RULES[one.rule], hour, one.person.name.casefold(), one.subject, one.stage)

    return sorted(found, key=place)


_SECTIONS = {part: place for place, part in enumerate(Section)}
_RULES = {rule: place for place, rule in enumerate(Rule)}


def _settled(reminder: Reminder, outcome: Outcome | None, today: date) -> bool:
    if outcome is None:
        return False
    if outcome.fate is Fate.SNOOZED:
        return outcome.until is not None and outcome.until > today
    return not reminder.needs_talk
