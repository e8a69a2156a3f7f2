"""The note bench: what is to be written, and each note from its first word to what they answered."""

import uuid
from dataclasses import replace
from typing import Any

from frontdesk.domain.call_list import thread
from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.deriving import reminders
from frontdesk.domain.ids import CustomerId, NoteId
from frontdesk.domain.notes import OUT, Note, NoteDraft, NoteState, Way, check, check_person
from frontdesk.domain.reminders import Fate, Key, Rule
from frontdesk.domain.text import LONG, check_length, clean
from frontdesk.domain.winback import Came
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import photos, winback
from frontdesk.services.desk import Desk
from frontdesk.storage import customers, ledger, notes, outcomes
from frontdesk.storage import reminders as sources
from frontdesk.storage.unit_of_work import UnitOfWork

AHEAD = 7
"""Days by which a note may go out before the day it is for."""

_BY_HAND = uuid.UUID("0b5f3c57-8f6c-4c0c-9a2e-5b8f5d1f7a40")


def begin(desk: Desk, draft: NoteDraft, token: str | None = None) -> Changes:
    """Begin a note; ``row`` of what is given is its key.

    A reminder has one note: whoever begins another for it is given the first. Raises Refused where nobody
    should write to this person, and beside a text that is too long.
    """
    tidy = _tidy(draft)
    check(tidy)
    with desk.write() as work:
        check_person(_person(work, tidy.customer))
        notes.add(work, tidy, _token(tidy.about) if tidy.about else token)
    return work.changes()


def change(desk: Desk, note: NoteId, version: int, **fields: Any) -> Changes:
    """Set fields of a note, by the draft's names, until it has been sent."""
    with desk.write() as work:
        now = _get(work, note)
        if now.state in OUT:
            raise Refused(tr("This note is on its way already. Nothing was changed."))
        tidy = _tidy(replace(now.draft, **fields))
        check(tidy)
        values = notes.columns({name: getattr(tidy, name) for name in fields})
        notes.change(work, note, version, values)
    return work.changes()


def written(desk: Desk, note: NoteId, version: int) -> Changes:
    """Say that it is written; it waits to be handed over or sent."""
    with desk.write() as work:
        _check_step(work, _get(work, note), NoteState.TO_WRITE)
        _step(work, note, version, NoteState.WRITTEN, written_at=work.now)
    return work.changes()


def hand_over(desk: Desk, note: NoteId, version: int) -> Changes:
    """Say that they have it in their hands; the reminder it saw to is done."""
    return _give(desk, note, version, NoteState.HANDED_OVER)


def send(desk: Desk, note: NoteId, version: int) -> Changes:
    """Say that it was sent, by post or by mail; the reminder it saw to is done."""
    return _give(desk, note, version, NoteState.SENT)


def answered(desk: Desk, note: NoteId, version: int, answer: str) -> Changes:
    """Write down what they said to it."""
    tidy = clean(answer, lines=True)
    if not tidy:
        raise Refused(tr("Write what they said, in a few words."), "answer")
    check_length(tidy, LONG, "answer")
    with desk.write() as work:
        _check_step(work, _get(work, note), NoteState.HANDED_OVER, NoteState.SENT, NoteState.ANSWERED)
        _step(work, note, version, NoteState.ANSWERED, answered_at=work.now, answer=tidy)
    return work.changes()


def throw_away(desk: Desk, note: NoteId, version: int) -> Changes:
    """Take away a note that nobody has sent; its reminder asks for one again."""
    with desk.write() as work:
        if _get(work, note).state in OUT:
            raise Refused(tr("This note is on its way already. Nothing was changed."))
        notes.remove(work, note, version)
    return work.changes()


def put_cutting(desk: Desk, note: NoteId, image: bytes) -> Changes:
    """Lay a picture from the paper with a note; raises Refused for what is not a JPEG, PNG or WebP."""
    small = photos.shrink(image, photos.CUTTING_SIDE)
    with desk.write() as work:
        notes.put_cutting(work, _get(work, note), small)
    return work.changes()


def take_cutting_away(desk: Desk, note: NoteId) -> Changes:
    """Leave a note without its cutting."""
    with desk.write() as work:
        notes.take_cutting_away(work, note)
    return work.changes()


def to_do(desk: Desk) -> tuple[Note, ...]:
    """The notes that nobody has sent, those to be written before those that lie ready."""
    with desk.store.read() as reading:
        found = notes.under_way(reading, desk.now())
    return tuple(
        one for state in (NoteState.TO_WRITE, NoteState.WRITTEN) for one in found if one.state is state
    )


def check_email(person: CustomerDraft, words: str) -> None:
    """Raise Refused where no mail can be written to somebody, or there is nothing in it yet."""
    check_person(person)
    if not person.emails:
        raise Refused(
            tr("{name} has no e-mail address. Write it on the card, or write by hand.").format(
                name=person.name
            ),
            "way",
        )
    if not words.strip():
        raise Refused(tr("Write something first: a mail without words says nothing."), "words")


def _give(desk: Desk, note: NoteId, version: int, state: NoteState) -> Changes:
    with desk.write() as work:
        now = _get(work, note)
        _check_step(work, now, NoteState.TO_WRITE, NoteState.WRITTEN)
        if now.draft.way is Way.EMAIL and state is NoteState.HANDED_OVER:
            raise Refused(tr("A mail is not handed over. Say that it was sent."))
        _step(work, note, version, state, sent_at=work.now, written_at=now.written_at or work.now)
        if now.draft.about is not None:
            _see_to(desk, work, now.draft.customer, now.draft.about)
    return work.changes()


def _see_to(desk: Desk, work: UnitOfWork, customer: CustomerId, about: Key) -> None:
    """The reminder is done, unless somebody has said so already."""
    before = outcomes.of(work.connection, [customer]).get(about)
    if before is not None and before.fate is Fate.DONE:
        return
    people = sources.facts_of(work.connection, [customer])
    listed = (one for person in people for one in reminders(person, desk.now(), desk.house, AHEAD))
    found = [one for one in listed if thread(one.key) == thread(about)]
    if found and found[0].rule is Rule.WINBACK and (before is None or before.fate is Fate.SNOOZED):
        winback.write(desk, work, winback.told(found[0], Came.SENT, ""))
    else:
        ledger.enter(work, found)
        for key in {about, *(one.key for one in found)}:
            outcomes.mark(work, key, customer, Fate.DONE)


def _step(work: UnitOfWork, note: NoteId, version: int, state: NoteState, **fields: Any) -> None:
    notes.change(work, note, version, {"state": state.value, **fields})


def _check_step(work: UnitOfWork, note: Note, *states: NoteState) -> None:
    """Raise Refused where a note is not where this step begins, or nobody should write to its person."""
    if note.state not in states:
        raise Refused(tr("Somebody has said something else about this note meanwhile. Nothing was changed."))
    if note.state not in OUT:
        check_person(_person(work, note.draft.customer))


def _get(work: UnitOfWork, note: NoteId) -> Note:
    found = notes.get(work.connection, note)
    if found is None:
        raise Gone
    return found


def _person(work: UnitOfWork, customer: CustomerId) -> CustomerDraft:
    found = customers.get(work.connection, customer)
    if found is None:
        raise Gone
    return found.draft


def _token(about: Key) -> str:
    """One for each reminder, so that two desks which begin its note meet on one row."""
    stage, subject, named = about
    return str(uuid.uuid5(_BY_HAND, f"{stage}/{subject}/{named.isoformat()}"))


def _tidy(draft: NoteDraft) -> NoteDraft:
    return replace(draft, why=clean(draft.why), words=clean(draft.words, lines=True))
