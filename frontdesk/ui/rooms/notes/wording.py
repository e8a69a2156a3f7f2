"""The Notes room's rows and sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from frontdesk.domain.ids import StaffId
from frontdesk.domain.notes import Note, NoteKind, NoteState, Way, kind_words, note_words, suits
from frontdesk.domain.relative import ago, written
from frontdesk.domain.reminders import Reminder
from frontdesk.domain.same_words import Alike
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.names.entries import Entry, Hit
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.reports.note_facts import occasion, slip_person
from frontdesk.reports.note_slip import NoteSlip, note_slips
from frontdesk.services.bench import Bench, NoteSheet
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.notes.doings import Doing, doings

DUE_SHOWN = 100
"""So many of those who are to be written to are listed; a large house misses thousands."""

Photos = Mapping[int, bytes]


@dataclass(frozen=True, slots=True)
class NotePage:
    """One note on the screen; ``slip`` is what is known beside it.

    ``editable`` tells that its words can still be written. ``answer`` is what they said.
    """

    token: str
    name: str
    second: str
    badges: tuple[tuple[str, Level], ...]
    occasion: str
    slip: NoteSlip
    kind: NoteKind
    way: Way
    owner: StaffId | None
    owners: tuple[tuple[StaffId | None, str], ...]
    why: str
    words: str
    editable: bool
    alive: bool
    warnings: tuple[str, ...]
    openings: tuple[str, ...]
    doings: tuple[Doing, ...]
    cutting: bytes | None
    answer: str


def summary(bench: Bench) -> str:
    """“9 to write · 2 written · 1 waits for an answer”."""
    parts = [
        trn("{n} to write", "{n} to write", bench.to_write) if bench.to_write else "",
        trn("{n} written", "{n} written", len(bench.written)) if bench.written else "",
        trn("{n} on its way", "{n} on their way", len(bench.waiting)) if bench.waiting else "",
    ]
    return " · ".join(part for part in parts if part)


def rows(bench: Bench, photos: Photos) -> tuple[Row, ...]:
    """The list: to write, written, on their way, answered."""
    found: list[Row] = []
    groups = (
        (tr("To write"), [*_begun(bench, photos), *_due(bench, photos)]),
        (tr("Written"), [_row(one, bench, photos) for one in bench.written]),
        (tr("On their way"), [_row(one, bench, photos) for one in bench.waiting]),
        (tr("Answered"), [_row(one, bench, photos) for one in bench.answered]),
    )
    for heading, own in groups:
        found += (_headed(row, heading if place == 0 else "") for place, row in enumerate(own))
    return tuple(found)


def whom_rows(hits: Sequence[Hit], photos: Photos, today: date) -> tuple[Row, ...]:
    """People who may be meant by what was typed, with what tells namesakes apart."""
    return tuple(
        _person(hit.entry.id, hit.entry.name, photos, key=hit.entry.id, detail=_apart(hit.entry, today))
        for hit in hits
    )


def _apart(entry: Entry, today: date) -> str:
    last = tr("last here {when}").format(when=ago(entry.last_visit, today)) if entry.last_visit else ""
    number = tr("card {number}").format(number=entry.card) if entry.card else ""
    return " · ".join(part for part in (entry.second_spelling, last, number) if part)


def page(sheet: NoteSheet, token: str, *, mailed: bool = False) -> NotePage:
    """A note and all that is known beside it, in words."""
    [slip] = note_slips([slip_person(sheet)], sheet.house, sheet.now).slips
    state = sheet.note.state if sheet.note else NoteState.TO_WRITE
    person = sheet.person.draft
    alive = not person.deceased
    return NotePage(
        token=token,
        name=person.name,
        second=slip.second,
        badges=tuple(_badges(sheet, state)),
        occasion=occasion(sheet) if alive else "",
        slip=slip,
        kind=sheet.draft.kind,
        way=sheet.draft.way,
        owner=sheet.draft.owner,
        owners=_owners(sheet),
        why=sheet.draft.why,
        words=sheet.draft.words,
        editable=alive and not person.left_alone and state in (NoteState.TO_WRITE, NoteState.WRITTEN),
        alive=alive,
        warnings=tuple(_warning(one, sheet.today) for one in sheet.warnings),
        openings=sheet.openings,
        doings=doings(sheet, mailed=mailed),
        cutting=sheet.cutting,
        answer=sheet.note.answer if sheet.note else "",
    )


def about(sheet: NoteSheet) -> str:
    """What is written to whom: “birthday card for Aino”."""
    return tr("{note} for {name}").format(note=note_words(sheet.draft.kind), name=sheet.person.draft.name)


def _begun(bench: Bench, photos: Photos) -> Iterator[Row]:
    for one in bench.begun:
        yield _row(one, bench, photos)


def _due(bench: Bench, photos: Photos) -> Iterator[Row]:
    for one in bench.due[:DUE_SHOWN]:
        person = one.person
        yield _person(
            person.id, person.name, photos, key=("due", one.key), detail=one.text, badge=_suiting(one)
        )


def _suiting(one: Reminder) -> str:
    kind = suits(one)
    return kind_words(kind) if kind else ""


def _row(one: Note, bench: Bench, photos: Photos) -> Row:
    draft, zone = one.draft, bench.house.zone
    detail = [kind_words(draft.kind), *([draft.why] if draft.why else [])]
    if one.answered_at:
        detail.append(one.answer)
    badge, level = "", Level.NEUTRAL
    if one.state is NoteState.TO_WRITE:
        badge = tr("begun")
    elif one.sent_at:
        badge = ago(venue_day(one.answered_at or one.sent_at, zone), bench.today)
    elif one.state is NoteState.WRITTEN:
        badge, level = (tr("to send"), Level.AMBER)
    return _person(
        draft.customer,
        one.customer_name,
        photos,
        key=("note", one.id),
        detail=" · ".join(detail),
        badge=badge,
        level=level,
    )


def _person(
    customer: int,
    name: str,
    photos: Photos,
    *,
    key: object,
    detail: str,
    badge: str = "",
    level: Level = Level.NEUTRAL,
) -> Row:
    return Row(
        key=key,
        title=name,
        detail=detail,
        badge=badge,
        level=level,
        monogram=monogram(name),
        colour=colour_index(customer),
        photo=photos.get(customer),
    )


def _headed(row: Row, heading: str) -> Row:
    return replace(row, above=heading) if heading else row


def _badges(sheet: NoteSheet, state: NoteState) -> Iterator[tuple[str, Level]]:
    person, note, zone = sheet.person.draft, sheet.note, sheet.house.zone
    if person.deceased:
        yield tr("Has died"), Level.RED
        return
    if person.left_alone:
        yield tr("Asked us not to write or ring"), Level.RED
    at = (note.sent_at or note.written_at) if note else None
    said = {
        NoteState.WRITTEN: (tr("written {when}"), Level.AMBER),
        NoteState.HANDED_OVER: (tr("handed over {when}"), Level.GREEN),
        NoteState.SENT: (tr("sent {when}"), Level.GREEN),
        NoteState.ANSWERED: (tr("answered"), Level.GREEN),
    }
    if state in said and at is not None:
        words, level = said[state]
        yield words.format(when=ago(venue_day(at, zone), sheet.today)), level


def _owners(sheet: NoteSheet) -> tuple[tuple[StaffId | None, str], ...]:
    here = [(one.id, one.name) for one in sheet.staff if one.active or one.id == sheet.draft.owner]
    return ((None, tr("nobody yet")), *here)


def _warning(one: Alike, today: date) -> str:
    if one.kind is not None and one.day is not None:
        text = tr("These very words stood in their {note} of {day} already. People can tell.")
        if one.sentences:
            text = tr("{n} of these sentences stood in their {note} of {day} already. People can tell.")
        return text.format(n=one.sentences, note=note_words(one.kind), day=written(one.day, today))
    if one.sentences:
        return trn(
            "{n} other person has read whole sentences of this within a month. People can tell.",
            "{n} other people have read whole sentences of this within a month. People can tell.",
            one.others,
        )
    return trn(
        "{n} other person has had these very words within a month. People can tell.",
        "{n} other people have had these very words within a month. People can tell.",
        one.others,
    )
