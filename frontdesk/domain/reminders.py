"""Who should get a personal word today: the rules for one person, and what became of each reminder.

A reminder is derived, never stored: from what the house knows about a person on a day. Only what
somebody did about it is kept, under the reminder's key. So nothing stale can be left behind by an
import, a renewal or a change of the clock, and what nobody dealt with comes back every day until its
own rule lets it go.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from frontdesk.domain import milestones, renewals, wording
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.horizon import Horizon, horizon
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import Membership, awaiting_renewal
from frontdesk.domain.occasions import Occasion
from frontdesk.domain.requests import Request
from frontdesk.domain.yearly import returns
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr

Key = tuple[str, int, date]
"""Stage, subject and due day: names one reminder, today and for good."""


class Rule(StrEnum):
    """Which rule a reminder comes from, in the order they are listed."""

    BIRTHDAY = "birthday"
    RENEWAL = "renewal"
    MILESTONE = "milestone"
    OCCASION = "occasion"
    REQUEST = "request"


class Fate(StrEnum):
    """What somebody did about a reminder."""

    DONE = "done"
    SKIPPED = "skipped"
    SNOOZED = "snoozed"


class Section(StrEnum):
    """Where a reminder stands on the day's list, in the list's order."""

    LEFT_OVER = "left over"
    TODAY = "today"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules may know about one person, and what a personal note needs.

    ``phone`` is the main one. ``last_note`` is what was written down at the last visit. ``requests``
    are the open ones.
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
    likes: str = ""
    last_note: str = ""
    must_know: str = ""
    deceased: bool = False
    archived: bool = False
    memberships: tuple[Membership, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    requests: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reason for a personal word.

    ``subject`` is the id of what it is about: the customer, membership, occasion or request. It is due
    on the venue's day ``due`` and may be seen to from ``starts``. ``text`` says why in the user's
    language, without the name. ``number`` is the age, the visit, the years, or for a renewal the days
    still to go (negative when it has ended). ``at`` is the instant a request is due, and ``late`` that
    it has passed. A ``standing`` reminder waits for the next visit and has no day of its own.
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

    @property
    def key(self) -> Key:
        """Names the reminder: the same from the first day it is seen to the last."""
        return (self.stage, self.subject, self.due)


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


def reminders(person: Facts, now: datetime, house: House, ahead: int = 7) -> list[Reminder]:
    """Every reminder about ``person`` that stands at ``now`` or is due within ``ahead`` days, in list order.

    Today is the venue's day. Nobody is reminded of the deceased or archived, nor of anything due more
    than thirty days before the house began with the program.
    """
    return reminders_for([person], now, house, ahead)


def reminders_for(people: Iterable[Facts], now: datetime, house: House, ahead: int = 7) -> list[Reminder]:
    """:func:`reminders` of many people as one list in order, which takes less time than one by one."""
    days = horizon(now, house, ahead)
    found = (one for person in people for one in _about(person, days) if one.due >= days.earliest)
    return in_order(found, days.today)


def still_open(found: Iterable[Reminder], outcomes: Mapping[Key, Outcome], today: date) -> list[Reminder]:
    """Those that nobody has done or skipped, and that are not put off to a later day."""
    return [one for one in found if not _settled(outcomes.get(one.key), today)]


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
        Rule.MILESTONE: tr("milestone"),
        Rule.OCCASION: tr("occasion"),
        Rule.REQUEST: tr("request"),
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


def _settled(outcome: Outcome | None, today: date) -> bool:
    if outcome is None:
        return False
    if outcome.fate is Fate.SNOOZED:
        return outcome.until is not None and outcome.until > today
    return True


def _about(person: Facts, days: Horizon) -> list[Reminder]:
    found: list[Reminder] = []
    if person.deceased or person.archived:
        return found
    if person.birthday:
        found += _birthday(person, person.birthday, days)
    if person.first_seen:
        found += _years_with_us(person, person.first_seen, days)
    if milestones.next_milestone(person.visit_count):
        found += _next_visit(person, days)
    if person.memberships or person.occasions or person.requests:  # most people have none
        found += _renewals(person, days)
        found += _occasions(person, days)
        found += _requests(person, days)
    return found


def _birthday(person: Facts, born: PartialDate, days: Horizon) -> Iterator[Reminder]:
    for due, starts, age in returns(born.month, born.day, born.year, days):
        if age != 0:  # the day of birth itself is not a birthday
            text = wording.birthday(age, due, days)
            yield Reminder(Rule.BIRTHDAY, "birthday", person.id, due, starts, person, text, age)


def _years_with_us(person: Facts, first: date, days: Horizon) -> Iterator[Reminder]:
    for due, starts, years in returns(first.month, first.day, first.year, days):
        if years and milestones.is_year_milestone(years):
            text = wording.years_with_us(years, due, days)
            yield Reminder(Rule.MILESTONE, f"years-{years}", person.id, due, starts, person, text, years)


def _occasions(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for occasion in person.occasions:
        day = occasion.draft.day
        for due, starts, years in returns(day.month, day.day, day.year, days):
            text = wording.occasion(occasion.draft.label, years, due, days)
            yield Reminder(Rule.OCCASION, "occasion", occasion.id, due, starts, person, text, years)


def _next_visit(person: Facts, days: Horizon) -> Iterator[Reminder]:
    coming, last = milestones.next_milestone(person.visit_count), person.last_visit
    if coming and last and 0 <= (days.today - last).days <= days.house.milestone_days:
        text, stage = wording.next_visit(coming), f"visits-{coming}"
        yield Reminder(Rule.MILESTONE, stage, person.id, last, last, person, text, coming, standing=True)


def _renewals(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in awaiting_renewal(person.memberships):
        for stage in renewals.stages(one.draft, days):
            text, left = wording.renewal(one.draft, stage.ends, days), (stage.ends - days.today).days
            yield Reminder(Rule.RENEWAL, stage.name, one.id, stage.due, stage.due, person, text, left)


def _requests(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in person.requests:
        if not one.open or one.deadline is None:
            continue
        due, late = venue_day(one.deadline, days.house.zone), days.now > one.deadline
        if due <= days.until:
            text, at = wording.request(one.draft), one.deadline
            yield Reminder(Rule.REQUEST, "request", one.id, due, due, person, text, at=at, late=late)
