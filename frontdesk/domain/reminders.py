"""Who should get a personal word today: the rules for one person, and what became of each reminder.

A reminder is derived, never stored: from what the house knows about a person on a day. Only what
somebody did about it is kept, under the reminder's key. So nothing stale can be left behind by an
import, a renewal or a change of the clock, and what nobody dealt with comes back every day until its
own rule lets it go.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain import milestones, renewals, returning, rhythm, winback, wording
from frontdesk.domain.calls import Call
from frontdesk.domain.customers import Channel
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.horizon import Horizon, horizon
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.memberships import Membership, awaiting_renewal
from frontdesk.domain.occasions import Occasion
from frontdesk.domain.requests import Request
from frontdesk.domain.yearly import returns
from frontdesk.foundation.clock import venue_day
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


def reminders(person: Facts, now: datetime, house: House, ahead: int = 7) -> list[Reminder]:
    """Every reminder about ``person`` that stands at ``now`` or is due within ``ahead`` days, in list order.

    Today is the venue's day. Nobody is reminded of the deceased or archived, nor of anything due more
    than thirty days before the house began with the program.
    """
    return reminders_for([person], now, house, ahead)


def reminders_for(
    people: Iterable[Facts], now: datetime, house: House, ahead: int = 7, belated: date | None = None
) -> list[Reminder]:
    """:func:`reminders` of many people as one list in order, which takes less time than one by one.

    ``belated`` is the earliest yearly day, where it is not the house's belated days ago; see
    :func:`frontdesk.domain.horizon.belated_from`.
    """
    days = horizon(now, house, ahead, belated)
    found = (one for person in people for one in _about(person, days) if one.due >= days.earliest)
    return in_order(found, days.today)


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


def _about(person: Facts, days: Horizon) -> list[Reminder]:
    found: list[Reminder] = []
    if person.deceased or person.archived:
        return found
    if person.birthday:
        found += _birthday(person, person.birthday, days)
    if person.first_seen:
        found += _years_with_us(person, person.first_seen, days)
    if person.last_visit:
        found += _by_visits(person, person.last_visit, days)
    if person.memberships or person.occasions or person.requests or person.calls:  # most people have none
        found += _renewals(person, days)
        found += _winback(person, days)
        found += _occasions(person, days)
        found += _news(person, days)
        found += _requests(person, days)
        found += _calls(person, days)
    return found


def _by_visits(person: Facts, last: date, days: Horizon) -> list[Reminder]:
    found: list[Reminder] = []
    if milestones.next_milestone(person.visit_count):
        found += _next_visit(person, last, days)
    if person.counts:
        found += _next_of_its_kind(person, last, days)
    if person.usual_gap is not None:
        found += _away(person, last, person.usual_gap, days)
    if person.visit_count == 1:
        found += _second_visit(person, last, days)
    return found


def _birthday(person: Facts, born: PartialDate, days: Horizon) -> Iterator[Reminder]:
    for due, starts, age in returns(born.month, born.day, born.year, days):
        if age != 0:  # the day of birth itself is not a birthday
            text, until = wording.birthday(age, due, days), due + days.stay
            yield Reminder(Rule.BIRTHDAY, "birthday", person.id, due, starts, person, text, age, until=until)


def _years_with_us(person: Facts, first: date, days: Horizon) -> Iterator[Reminder]:
    for due, starts, years in returns(first.month, first.day, first.year, days):
        if years and milestones.is_year_milestone(years):
            text, stage, until = wording.years_with_us(years, due, days), f"years-{years}", due + days.stay
            yield Reminder(Rule.MILESTONE, stage, person.id, due, starts, person, text, years, until=until)


NEWS_STAYS = timedelta(days=30)
"""For how long it is not too late to say something about what happened to somebody."""


def _news(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for occasion in person.occasions:
        day, label = occasion.draft.day, occasion.draft.label
        if not occasion.draft.once or day.year is None:
            continue
        due = date(day.year, day.month, day.day)
        until = due + NEWS_STAYS
        if days.today <= until + days.unseen and due <= days.until:
            text, key = wording.occasion(label, None, due, days), occasion.id
            yield Reminder(Rule.OCCASION, "news", key, due, due, person, text, until=until, label=label)


def _occasions(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for occasion in person.occasions:
        if occasion.draft.once:
            continue
        day = occasion.draft.day
        for due, starts, years in returns(day.month, day.day, day.year, days):
            label, until = occasion.draft.label, due + days.stay
            text = wording.occasion(label, years, due, days)
            yield Reminder(
                Rule.OCCASION,
                "occasion",
                occasion.id,
                due,
                starts,
                person,
                text,
                years,
                until=until,
                label=label,
            )


def _next_visit(person: Facts, last: date, days: Horizon) -> Iterator[Reminder]:
    coming = milestones.next_milestone(person.visit_count)
    if coming and 0 <= (days.today - last).days <= days.house.milestone_days:
        text, stage = wording.next_visit(coming), f"visits-{coming}"
        until = last + timedelta(days=days.house.milestone_days)
        yield Reminder(
            Rule.MILESTONE, stage, person.id, last, last, person, text, coming, standing=True, until=until
        )


def _next_of_its_kind(person: Facts, last: date, days: Horizon) -> Iterator[Reminder]:
    if not 0 <= (days.today - last).days <= days.house.milestone_days:
        return
    counts = dict(person.counts)
    for one in milestones.counted(days.house.count_milestones):
        if counts.get(one.purpose) == one.number - 1:
            text, until = wording.next_of_its_kind(one), last + timedelta(days=days.house.milestone_days)
            yield Reminder(
                Rule.MILESTONE,
                one.stage,
                person.id,
                last,
                last,
                person,
                text,
                one.number,
                standing=True,
                until=until,
                label=one.purpose,
            )


def _away(person: Facts, last: date, gap: float, days: Horizon) -> Iterator[Reminder]:
    since = rhythm.away_since(last, person.memberships, days.today) if person.memberships else last
    away = rhythm.absence(since, gap, days.today, days.away)
    if away is not None and days.today <= away.until + days.unseen:
        text, due = wording.away(gap, last, days), away.since
        yield Reminder(
            Rule.OVERDUE,
            away.stage.value,
            person.id,
            due,
            due,
            person,
            text,
            round(gap),
            until=away.until,
            named=since,
        )


def _second_visit(person: Facts, came: date, days: Horizon) -> Iterator[Reminder]:
    window = returning.window(came, days.house)
    if window and window[0] <= days.today <= window[1] + days.unseen:
        text, (due, until) = wording.came_once(came, days), window
        yield Reminder(
            Rule.SECOND_VISIT, "second visit", person.id, due, due, person, text, until=until, named=came
        )


def _renewals(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in awaiting_renewal(person.memberships):
        for stage in renewals.stages(one, days):
            text, left = wording.renewal(one.draft, stage.ends, days), (stage.ends - days.today).days
            due, until, plan = stage.due, stage.until, one.draft.plan
            yield Reminder(
                Rule.RENEWAL, stage.name, one.id, due, due, person, text, left, until=until, label=plan
            )


def _winback(person: Facts, days: Horizon) -> Iterator[Reminder]:
    gone = winback.departure(person.memberships, person.last_visit, days.today)
    if gone is None or person.left_alone:
        return
    for one in winback.steps(gone, days.house.winback_days, person.birthday, days.house.leap):
        last = one.step is winback.Step.LAST_WORD
        if one.day <= days.until and days.today <= one.until + (days.unseen if last else timedelta()):
            channel = winback.channel_of(one.step, person.channel)
            yield Reminder(
                Rule.WINBACK,
                one.step.value,
                gone.membership,
                one.day,
                one.day,
                person,
                wording.winback(gone, one, channel, days),
                (days.today - gone.since).days,
                until=one.until,
                label=channel.value,
                named=gone.since,
            )


def _requests(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in person.requests:
        if not one.open or one.deadline is None:
            continue
        due, late = venue_day(one.deadline, days.house.zone), days.now > one.deadline
        if due <= days.until:
            text, at = wording.request(one.draft), one.deadline
            asked = one.draft.asked
            yield Reminder(
                Rule.REQUEST, "request", one.id, due, due, person, text, at=at, late=late, label=asked
            )


def _calls(person: Facts, days: Horizon) -> Iterator[Reminder]:
    for one in person.calls:
        at = one.draft.due
        if not one.open or at is None:
            continue
        due, late = venue_day(at, days.house.zone), days.now > at
        if due <= days.until:
            about = wording.call_about(one.draft)
            text = wording.call(about)
            yield Reminder(Rule.CALL, "call", one.id, due, due, person, text, at=at, late=late, label=about)
