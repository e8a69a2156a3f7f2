"""Personal notes: a card or a letter to one person, from the first thought to what they answered."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from frontdesk.domain import wording
from frontdesk.domain.customers import Channel, CustomerDraft
from frontdesk.domain.ids import CustomerId, NoteId, StaffId
from frontdesk.domain.relative import written
from frontdesk.domain.reminders import Key, Reminder, Rule
from frontdesk.domain.text import LINE, LONG, check_length, fold
from frontdesk.domain.winback import Step
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr


class NoteKind(StrEnum):
    """What somebody is written for, in the order in which it is offered."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name day"
    ANNIVERSARY = "anniversary"
    THANK_YOU = "thank-you"
    CONGRATULATION = "congratulation"
    IN_THE_NEWS = "in the news"
    GET_WELL = "get well"
    SYMPATHY = "sympathy"
    WE_MISS_YOU = "we miss you"
    APOLOGY = "apology"
    WELCOME = "welcome"


class NoteState(StrEnum):
    """How far a note is; it goes on one step at a time, and back by undo."""

    TO_WRITE = "to write"
    WRITTEN = "written"
    HANDED_OVER = "handed over"
    SENT = "sent"
    ANSWERED = "answered"


class Way(StrEnum):
    """How a note is written."""

    BY_HAND = "by hand"
    EMAIL = "e-mail"


OUT = frozenset({NoteState.HANDED_OVER, NoteState.SENT, NoteState.ANSWERED})
"""States of a note that its person has."""


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as it is being written.

    ``about`` is the key of the reminder it sees to, where there is one; ``why`` says so in words.
    ``words`` are what stands on it, as far as they were typed: a card written with a pen may have none.
    """

    customer: CustomerId
    kind: NoteKind
    way: Way = Way.BY_HAND
    why: str = ""
    about: Key | None = None
    owner: StaffId | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as stored, with when it was begun, written, sent and answered; ``answer`` is what they said."""

    id: NoteId
    version: int
    draft: NoteDraft
    state: NoteState
    begun_at: datetime
    written_at: datetime | None = None
    sent_at: datetime | None = None
    answered_at: datetime | None = None
    answer: str = ""
    owner_name: str = ""
    customer_name: str = ""


def suits(reminder: Reminder) -> NoteKind | None:
    """Which kind of note suits a reminder; None where a note is not what it asks for."""
    if reminder.rule is Rule.WINBACK:
        return _of_step(reminder)
    if reminder.stage == "news":
        return NoteKind.IN_THE_NEWS
    if reminder.rule is Rule.OCCASION and _is_name_day(reminder.label):
        return NoteKind.NAME_DAY
    if reminder.rule is Rule.MILESTONE and reminder.standing:
        return NoteKind.CONGRATULATION
    return _SUITING.get(reminder.rule)


_SUITING = {
    Rule.BIRTHDAY: NoteKind.BIRTHDAY,
    Rule.OCCASION: NoteKind.ANNIVERSARY,
    Rule.MILESTONE: NoteKind.THANK_YOU,
    Rule.OVERDUE: NoteKind.WE_MISS_YOU,
    Rule.SECOND_VISIT: NoteKind.WELCOME,
}
_NAME_DAYS = ("name day", "nameday", "nimipäivä", "namnsdag")


def _of_step(reminder: Reminder) -> NoteKind | None:
    """What suits a step to somebody who has left, where it is to be written."""
    if reminder.label not in {Channel.LETTER, Channel.EMAIL}:
        return None
    born, day = reminder.person.birthday, reminder.due
    if reminder.stage == Step.OCCASION and born and (born.month, born.day) == (day.month, day.day):
        return NoteKind.BIRTHDAY
    return NoteKind.THANK_YOU if reminder.stage == Step.THANKS else NoteKind.WE_MISS_YOU


def _is_name_day(label: str) -> bool:
    folded = fold(label)
    return any(words in folded for words in (*_NAME_DAYS, fold(tr("name day"))))


def why(reminder: Reminder) -> str:
    """Why somebody is written to, in words that are as right tomorrow: “turns 40, 27 November”."""
    match reminder.rule:
        case Rule.BIRTHDAY:
            said = wording.birthday_in_calendar(reminder.number)
        case Rule.OCCASION:
            said = wording.occasion_in_calendar(reminder.label, reminder.number)
        case Rule.MILESTONE if not reminder.standing:
            said = wording.years_in_calendar(reminder.number or 0)
        case Rule.OVERDUE:
            last = reminder.person.last_visit or reminder.due
            return wording.away_in_calendar(reminder.person.usual_gap or 1, last, reminder.due)
        case Rule.WINBACK:
            return tr("left {day}").format(day=written(reminder.key[-1], reminder.due))
        case Rule.SECOND_VISIT:
            return wording.came_once_in_calendar(reminder.key[-1], reminder.due)
        case _:
            return reminder.text
    return tr("{why}, {day}").format(why=said, day=written(reminder.due, reminder.due))


def called(person: CustomerDraft) -> str:
    """How a letter to somebody begins: the form they like, or else the shortest name that is theirs."""
    return person.address_as or person.nickname or person.given or person.name


def given(note: Note, zone: str, today: date) -> str:
    """A note that somebody has been given, in the house's ``zone``: “birthday card, 3 March”."""
    day = venue_day(note.sent_at or note.begun_at, zone)
    return tr("{note}, {day}").format(note=note_words(note.draft.kind), day=written(day, today))


def check_person(person: CustomerDraft) -> None:
    """Raise :class:`Refused` where nobody should write: to the dead, and to those who wish for none."""
    if person.deceased:
        raise Refused(
            tr("{name} has died. Write to those who are left, from their own card.").format(name=person.name)
        )
    if person.left_alone:
        raise Refused(tr("{name} has asked not to be written to. Nothing was done.").format(name=person.name))


def check(draft: NoteDraft) -> None:
    """Raise :class:`Refused` beside a text that is too long to be kept."""
    check_length(draft.words, LONG, "words")
    check_length(draft.why, LINE, "why")


def kind_words(kind: NoteKind) -> str:
    """What to choose a kind by."""
    return {
        NoteKind.BIRTHDAY: tr("Birthday"),
        NoteKind.NAME_DAY: tr("Name day"),
        NoteKind.ANNIVERSARY: tr("Anniversary"),
        NoteKind.THANK_YOU: tr("Thank you"),
        NoteKind.CONGRATULATION: tr("Congratulations"),
        NoteKind.IN_THE_NEWS: tr("In the news"),
        NoteKind.GET_WELL: tr("Get well"),
        NoteKind.SYMPATHY: tr("Sympathy"),
        NoteKind.WE_MISS_YOU: tr("We miss you"),
        NoteKind.APOLOGY: tr("Apology"),
        NoteKind.WELCOME: tr("Welcome"),
    }[kind]


def note_words(kind: NoteKind) -> str:
    """What was written, in the middle of a line: “birthday card”."""
    return {
        NoteKind.BIRTHDAY: tr("birthday card"),
        NoteKind.NAME_DAY: tr("name day card"),
        NoteKind.ANNIVERSARY: tr("anniversary card"),
        NoteKind.THANK_YOU: tr("thank-you card"),
        NoteKind.CONGRATULATION: tr("card to congratulate"),
        NoteKind.IN_THE_NEWS: tr("note about the news"),
        NoteKind.GET_WELL: tr("get-well card"),
        NoteKind.SYMPATHY: tr("card of sympathy"),
        NoteKind.WE_MISS_YOU: tr("“we miss you” card"),
        NoteKind.APOLOGY: tr("apology"),
        NoteKind.WELCOME: tr("welcome card"),
    }[kind]
