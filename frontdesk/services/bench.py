"""What stands on the note bench: the list of notes, and all that is known beside a blank card."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from frontdesk.domain.call_list import thread
from frontdesk.domain.changes import Gone
from frontdesk.domain.customers import Customer
from frontdesk.domain.deriving import reminders
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, NoteId
from frontdesk.domain.notes import OUT, Note, NoteDraft, NoteKind, NoteState, called, suits, why
from frontdesk.domain.openings import Lines, language_of, suggested
from frontdesk.domain.reminders import Facts, Key, Reminder, Rule
from frontdesk.domain.requests import Request
from frontdesk.domain.same_words import Alike, Before, alike, plain
from frontdesk.domain.staff import StaffMember
from frontdesk.domain.visits import Visit
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.paths import resources
from frontdesk.services.desk import Desk
from frontdesk.services.notes import AHEAD
from frontdesk.services.today import today as look_at_today
from frontdesk.storage import customers, notes, requests, staff, visits
from frontdesk.storage import reminders as sources
from frontdesk.storage.store import Reading

MONTH = timedelta(days=31)
"""For so long a note that was sent waits for an answer, and others should not be told the same."""

_LATER = frozenset({Rule.OVERDUE, Rule.SECOND_VISIT})
_VISITS = 3
_REQUESTS = 3
_NOTES = 3


@dataclass(frozen=True, slots=True)
class Bench:
    """The notes by how far they are; ``due`` are reminders that a note suits and which have none yet."""

    due: tuple[Reminder, ...]
    begun: tuple[Note, ...]
    written: tuple[Note, ...]
    waiting: tuple[Note, ...]
    answered: tuple[Note, ...]
    house: House
    today: date

    @property
    def to_write(self) -> int:
        """How many are still to be written."""
        return len(self.due) + len(self.begun)


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """All that is known beside one card.

    ``note`` is None where nothing has been written yet: then ``draft`` is what it begins with. ``reminder``
    is what it is about, where that stands today. ``before`` are the last notes that this person has
    been given, the newest first.
    """

    person: Customer
    note: Note | None
    draft: NoteDraft
    reminder: Reminder | None
    visits: tuple[Visit, ...]
    requests: tuple[Request, ...]
    before: tuple[Note, ...]
    cutting: bytes | None
    staff: tuple[StaffMember, ...]
    openings: tuple[str, ...]
    warnings: tuple[Alike, ...]
    house: House
    now: datetime
    today: date


def bench(desk: Desk) -> Bench:
    """Every note that somebody has to do with, those to write in the order of their day."""
    day = look_at_today(desk)
    suiting = [one for one in day.left_over + day.due_today if suits(one) is not None]
    people = {one.person.id for one in suiting}
    with desk.store.read() as reading:
        found = notes.under_way(reading, desk.now() - MONTH)
        have = notes.keys(reading, people)
    threads = {thread(key) for key in have}
    due = [one for one in suiting if thread(one.key) not in threads and not one.person.left_alone]
    due.sort(key=lambda one: one.rule in _LATER or one.standing)  # a birthday is today, an absence is long
    states = {state: tuple(one for one in found if one.state is state) for state in NoteState}
    waiting = states[NoteState.HANDED_OVER] + states[NoteState.SENT]
    return Bench(
        due=tuple(due),
        begun=states[NoteState.TO_WRITE],
        written=states[NoteState.WRITTEN],
        waiting=tuple(sorted(waiting, key=lambda one: one.sent_at or one.begun_at, reverse=True)),
        answered=states[NoteState.ANSWERED],
        house=day.house,
        today=day.day,
    )


def sheet(
    desk: Desk, customer: CustomerId, note: NoteId | None = None, about: Key | None = None
) -> NoteSheet:
    """What is known beside a card to somebody: a note, or a new one ``about`` a reminder; raises Gone.

    Somebody who has begun the note of a reminder meanwhile has it shown.
    """
    with desk.store.read() as reading:
        person, facts = customers.get(reading, customer), sources.facts_of(reading, [customer])
        if person is None or not facts:
            raise Gone
        written = _note(reading, customer, note, about)
        standing = _standing(desk, facts[0], written.draft.about if written else about)
        draft = written.draft if written else _begin(customer, standing, desk)
        return NoteSheet(
            person=person,
            note=written,
            draft=draft,
            reminder=standing,
            visits=visits.of(reading, customer, _VISITS),
            requests=requests.of(reading, customer)[:_REQUESTS],
            before=_before(reading, customer, written),
            cutting=notes.cutting(reading, written.id) if written else None,
            staff=staff.everyone(reading),
            openings=openings(desk.house, person, draft.kind),
            warnings=_warnings(desk, reading, draft, written),
            house=desk.house,
            now=desk.now(),
            today=desk.today(),
        )


def _before(reading: Reading, customer: CustomerId, own: Note | None) -> tuple[Note, ...]:
    given = notes.sent_to(reading, customer, _NOTES + 1)
    return tuple(one for one in given if own is None or one.id != own.id)[:_NOTES]


def openings(house: House, person: Customer, kind: NoteKind) -> tuple[str, ...]:
    """How a note of a kind might open, in the language of whoever gets it."""
    language = language_of(person.draft.language, house.language)
    return suggested(_lines(), language, kind, called(person.draft))


def _warnings(desk: Desk, reading: Reading, draft: NoteDraft, written: Note | None) -> tuple[Alike, ...]:
    """Whether the words are those of other notes; of one that was sent it is too late to say so."""
    if not draft.words or (written is not None and written.state in OUT):
        return ()
    own = plain(draft.words, notes.names_of(reading, draft.customer))
    since, zone = desk.now() - MONTH, desk.house.zone
    said = notes.said(reading, draft.customer, written.id if written else None, since)
    before = [
        Before(one.customer, one.kind, venue_day(one.at, zone), plain(one.words, one.names)) for one in said
    ]
    return alike(own, draft.customer, before, venue_day(since, zone))


def _note(reading: Reading, customer: CustomerId, note: NoteId | None, about: Key | None) -> Note | None:
    if note is not None:
        found = notes.get(reading, note)
        if found is None:
            raise Gone
        return found
    own = notes.of(reading, customer) if about else ()
    return next((one for one in own if one.draft.about == about), None)


def _standing(desk: Desk, person: Facts, about: Key | None) -> Reminder | None:
    if about is None:
        return None
    return next((one for one in reminders(person, desk.now(), desk.house, AHEAD) if one.key == about), None)


def _begin(customer: CustomerId, about: Reminder | None, desk: Desk) -> NoteDraft:
    """What a new note begins with: never its words."""
    kind = suits(about) if about else None
    return NoteDraft(
        customer=customer,
        kind=kind or NoteKind.THANK_YOU,
        why=why(about) if about else "",
        about=about.key if about and kind else None,
        owner=desk.on_duty,
    )


@cache
def _lines() -> Lines:
    lines: Lines = json.loads(resources("openings.json").read_text(encoding="utf-8"))
    return lines
