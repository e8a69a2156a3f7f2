"""The reminders of a day and the days ahead as an iCalendar file (RFC 5545), for a calendar to read.

Each has a name of its own that stays (its UID): the same file read twice, or the next day's, replaces what
the calendar has of us and doubles nothing, and two houses can share a calendar.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from frontdesk.domain import wording
from frontdesk.domain.customers import Channel
from frontdesk.domain.ids import MembershipId, OccasionId
from frontdesk.domain.reminders import Facts, Reminder, Rule, kind
from frontdesk.domain.requests import Request
from frontdesk.domain.text import clean
from frontdesk.domain.winback import Step
from frontdesk.foundation.words import tr
from frontdesk.services.today import Today

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//frontdesk//frontdesk//EN"
_NAMES = UUID("e91317c4-91b7-4e16-9089-d20a38da200c")
"""What our UIDs are made under; with another one, every calendar would have everything twice."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: a whole day, or for a request the instant (UTC) by which it is to be done."""

    uid: str
    at: date
    rule: Rule
    person: Facts
    reason: str


def as_calendar(today: Today) -> bytes:
    """An entry for each reminder and each request of ``today``: private, and nobody is busy because of it.

    The file is as of ``today.now``. No entry repeats itself: the house's rules have found the day of each
    year, and a calendar would put a 29 February by rules of its own.
    """
    from icalendar import Calendar  # no other command waits for it

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", tr("Reminders from the desk"))
    for entry in _entries(today):
        calendar.add_component(_event(entry, today.now))
    content: bytes = calendar.to_ical()
    return content


def _entries(today: Today) -> Iterator[_Entry]:
    known = {person.id: person for person in today.askers}
    for one in today.left_over + today.due_today:
        yield _of_reminder(one, today)
    for request in today.requests:
        yield _of_request(request, known.get(request.draft.customer), today)
    for one in today.ahead:
        yield _of_reminder(one, today)


def _of_reminder(one: Reminder, today: Today) -> _Entry:
    """What waits for the next visit stands on today, wherever an older file had put it."""
    uid = _uid(today.token, one.stage, one.subject, _which(one))
    at = one.at.astimezone(UTC) if one.at else today.day if one.standing else one.due
    return _Entry(uid, at, one.rule, one.person, _reason(one, today.day))


def _of_request(request: Request, person: Facts | None, today: Today) -> _Entry:
    asker = person or Facts(request.draft.customer, request.customer_name)
    uid = _uid(today.token, Rule.REQUEST, request.id)
    at = (request.deadline or request.asked_at).astimezone(UTC)
    return _Entry(uid, at, Rule.REQUEST, asker, wording.request(request.draft))


def _uid(house: str, stage: str, subject: int, which: str = "") -> str:
    """The same for the same thing in the same house, and tells nothing about either."""
    return str(uuid5(_NAMES, f"{house}/{stage}/{subject}/{which}"))


def _which(one: Reminder) -> str:
    """What tells a reminder from others of its stage and subject.

    No more of its due day than that needs, so that one whose day was corrected moves, and leaves no double.
    """
    match one.rule:
        case Rule.BIRTHDAY | Rule.OCCASION:
            return str(one.due.year)
        case Rule.RENEWAL:  # a membership that renews itself has the same stages in each term
            return one.due.isoformat()
        case Rule.OVERDUE | Rule.SECOND_VISIT | Rule.WINBACK:
            return one.key[-1].isoformat()
        case Rule.MILESTONE | Rule.REQUEST:
            return ""


def _reason(one: Reminder, today: date) -> str:
    """Why, in words that are as right on any other day as they are today."""
    match one.rule:
        case Rule.BIRTHDAY:
            return wording.birthday_in_calendar(one.number)
        case Rule.OCCASION:
            labels = {kept.id: kept.draft.label for kept in one.person.occasions}
            return wording.occasion_in_calendar(labels[OccasionId(one.subject)], one.number)
        case Rule.RENEWAL:
            drafts = {held.id: held.draft for held in one.person.memberships}
            ends = today + timedelta(days=one.number or 0)
            return wording.renewal_in_calendar(drafts[MembershipId(one.subject)], ends, one.due)
        case Rule.OVERDUE | Rule.SECOND_VISIT | Rule.WINBACK:
            return _absence(one)
        case Rule.MILESTONE if not one.standing:
            return wording.years_in_calendar(one.number or 0)
        case _:  # the next visit and a request name no day
            return one.text


def _absence(one: Reminder) -> str:
    if one.rule is Rule.WINBACK:
        return wording.winback_in_calendar(Step(one.stage), Channel(one.label))
    last = one.key[-1]  # these are known by the last visit
    if one.rule is Rule.SECOND_VISIT:
        return wording.came_once_in_calendar(last, one.due)
    return wording.away_in_calendar(one.person.usual_gap or 1, last, one.due)


def _event(entry: _Entry, now: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    for name in ("dtstamp", "last-modified"):
        event.add(name, now.astimezone(UTC))
    event.add("dtstart", entry.at)
    said = tr("{name}: {reason}").format(name=entry.person.name, reason=entry.reason)
    event.add("summary", clean(said))
    if about := "\n".join(_about(entry.person)):
        event.add("description", about)
    event.add("categories", [kind(entry.rule)])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _about(person: Facts) -> Iterator[str]:
    """What to know before the personal word, a line each.

    Not what must be known of somebody: an illness has no place in a calendar that leaves the house.
    """
    for words, text in (
        ("{text}", person.second_spelling),
        (tr("Likes: {text}"), person.likes),
        (tr("Phone: {text}"), person.phone),
    ):
        if known := clean(text):
            yield words.format(text=known)
