"""The Notes room's brain: which notes there are, the one on the bench, and what is done with it."""

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, cast

from frontdesk.domain.changes import Changes, Gone, Kind
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.reminders import Key
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services import bench, customers, lookup
from frontdesk.services.bench import Bench, NoteSheet
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.notes import wording
from frontdesk.ui.rooms.notes.around import Around, Listed, View
from frontdesk.ui.rooms.notes.held import Held
from frontdesk.ui.rooms.notes.steps import Steps

TEXTS = frozenset({"words", "why"})
"""Fields that are typed: what of them cannot be kept stays in the field."""

_HITS = 12
_CONCERNED = frozenset(Kind) - {Kind.IMPORTS, Kind.PLANS}


@dataclass
class NotesPresenter:
    """Keeps what stands on the bench, and carries out what is done with it."""

    desk: Desk
    worker: Runner
    view: View
    around: Around
    held: Held | None = None
    sheet: NoteSheet | None = None
    bench: Bench | None = None
    _wanted: CustomerId | None = None
    _aside: list[Held] = field(default_factory=list)
    _listing: Latest = field(default_factory=Latest)
    _reading: Latest = field(default_factory=Latest)
    _asking: Latest = field(default_factory=Latest)

    @cached_property
    def steps(self) -> Steps:
        """What can be done with the note on the bench."""
        return Steps(self.desk, self.worker, self.view, self.around, self)

    def load(self) -> None:
        """Look again at every note."""
        self.worker.run(self._read, self._show, self.around.tell, latest=self._listing)

    def refresh(self, changes: Changes) -> None:
        """Look again where something that stands here may have changed."""
        if changes.everybody or changes.kinds & _CONCERNED:
            self.load()

    def write_to(self, person: CustomerId, about: Key | None = None) -> None:
        """Let a note to somebody be written: for a reminder, or what is begun or due for them already."""
        if about is not None:
            self._hold(Held(person, about))
        else:
            self._wanted = person
        self.load()

    def choose(self, row: Hashable) -> None:
        """Put the note of a row on the bench."""
        if self.held is not None and self.held.row == row:
            return
        found = next((one for one in self._aside if one.row == row), None)
        self._hold(found or self._of_row(row))
        self._read_sheet()

    def look_for(self, typed: str) -> None:
        """Who may be meant by what was typed."""

        def find() -> tuple[Row, ...]:
            hits = lookup.search(self.desk, typed, _HITS) if typed.strip() else []
            photos = customers.photos_of(self.desk, [CustomerId(hit.entry.id) for hit in hits])
            return wording.whom_rows(hits, photos, self.desk.today())

        self.worker.run(find, self.view.show_whom, self.around.tell, latest=self._asking)

    def put(self, name: str, value: Any) -> None:
        """Keep what stands in a field; what cannot be kept stays there, with the reason beside it."""
        held, sheet = self.held, self.sheet
        if held is None or sheet is None:
            return
        held.pending += 1

        def kept(changes: Changes) -> None:
            held.unkept.pop(name, None)
            if changes.kinds:
                self.around.offer_undo(tr("Kept: {what}").format(what=wording.about(sheet)), changes.id)

        def failed(error: DeskError) -> None:
            self._on_not_kept(held, name, value, error)

        def settled() -> None:
            held.pending -= 1

        work = partial(held.put, self.desk, sheet.draft, name, value)
        self.worker.run(work, kept, failed, settled=settled)
        self._read_sheet()

    def copy(self, line: str) -> None:
        """Copy an opening line: it is never written by itself."""
        self.around.copy(line)
        self.around.say(tr("Copied. Paste it where you like, or write your own."))

    def to_write(self) -> list[Held]:
        """Every note that is still to be written, in the list's order."""
        if self.bench is None:
            return []
        begun = [Held(one.draft.customer, one.draft.about, one.id, one.version) for one in self.bench.begun]
        return begun + [Held(one.person.id, one.key) for one in self.bench.due[: wording.DUE_SHOWN]]

    def unfinished(self) -> tuple[str, ...]:
        """To whom something was written that could not be kept."""
        every = [*self._aside, *([self.held] if self.held else [])]
        return (tr("a note"),) * any(one.unkept for one in every)

    def _on_not_kept(self, held: Held, name: str, value: Any, error: DeskError) -> None:
        if isinstance(error, Gone):
            held.note, held.version = None, 0  # thrown away elsewhere: leaving the field begins it anew
        sentence = str(error)
        if not isinstance(error, Refused):
            again = tr("{what} What you wrote is still here: change it, or leave the field once more.")
            sentence = again.format(what=error)
        if name in TEXTS:
            held.unkept[name] = (str(value), sentence)
            if held is not self.held and held not in self._aside:  # somebody has gone on to another row
                self._aside.append(held)
        if held is self.held and name in TEXTS:
            self.view.refuse(name, sentence, str(value))
        else:
            self.around.tell(error)

    def _hold(self, held: Held | None) -> None:
        """Put another note on the bench; one with words that could not be kept is put aside."""
        before = self.held
        self._aside = [one for one in self._aside if one is not held and one.unkept]
        if before is not None and before.unkept and before is not held:
            self._aside.append(before)
        self.view.put_form_aside()
        self.held, self.sheet = held, None

    def _of_row(self, row: Hashable) -> Held | None:
        if self.bench is None:
            return None
        noted = self.bench.begun + self.bench.written + self.bench.waiting + self.bench.answered
        for one in noted:
            if row == ("note", one.id):
                return Held(one.draft.customer, one.draft.about, one.id, one.version)
        for due in self.bench.due:
            if row == ("due", due.key):
                return Held(due.person.id, due.key)
        return None

    def _of_person(self, person: CustomerId, found: Bench) -> Held:
        """What is begun for somebody, or due; else a new note."""
        for note in found.begun:
            if note.draft.customer == person:
                return Held(person, note.draft.about, note.id, note.version)
        return next((Held(person, due.key) for due in found.due if due.person.id == person), Held(person))

    def _read(self) -> tuple[Bench, Listed]:
        found = bench.bench(self.desk)
        noted = found.begun + found.written + found.waiting + found.answered
        people = [one.draft.customer for one in noted]
        people += [one.person.id for one in found.due[: wording.DUE_SHOWN]]
        photos = customers.photos_of(self.desk, people)
        return found, Listed(wording.summary(found), wording.rows(found, photos))

    def _show(self, answer: tuple[Bench, Listed]) -> None:
        self.bench, listed = answer
        if self._wanted is not None:
            self._hold(self._of_person(self._wanted, self.bench))
            self._wanted = None
        self._hold_another({row.key for row in listed.rows}, listed.rows)
        self.view.show_list(listed, self.held.row if self.held else None)
        if self.held is None:
            self.view.show_note(None, keep_typed=False)
        self._read_sheet()

    def _hold_another(self, here: Set[Hashable], rows: Sequence[Row]) -> None:
        """Where the note on the bench is gone, take up its reminder again, or the first of the list."""
        held = self.held
        if held is not None and not self._is_gone(held, here):
            return
        if held is not None and (held.unkept or self.view.is_writing()):
            return
        again = ("due", held.about) if held is not None else None
        first = rows[0].key if rows else None
        wanted = again if again in here else first
        self._hold(None if wanted is None else self._of_row(wanted))

    def _is_gone(self, held: Held, here: Set[Hashable]) -> bool:
        """Whether a note was thrown away, or the reminder of a blank card has been seen to meanwhile."""
        if held.note is None:
            stood = self.sheet is not None and self.sheet.reminder is not None
            due = {one.key for one in self.bench.due} if self.bench else set()
            return stood and held.about not in due
        return held.row not in here

    def _read_sheet(self) -> None:
        held = self.held
        if held is None:
            return
        read = partial(held.read, self.desk)
        self.worker.run(read, partial(self.show_sheet, held), self._on_gone, latest=self._reading)

    def show_sheet(self, held: Held, sheet: NoteSheet) -> None:
        """Show what was read of a note, unless another one lies on the bench by now."""
        if held is not self.held:
            return
        typed = self.sheet is not None and (held.pending > 0 or self.view.is_writing())
        self.sheet = sheet
        if not typed:
            held.adopt(sheet)
        self.view.show_note(wording.page(sheet, held.token, mailed=held.mailed), keep_typed=typed)
        if not typed:
            for name, (text, sentence) in held.unkept.items():
                self.view.refuse(name, sentence, text)

    def _on_gone(self, error: DeskError) -> None:
        if not isinstance(error, Gone):  # somebody else has thrown it away: the list will say so
            self.around.tell(error)


def as_person(key: Hashable) -> CustomerId:
    """The key of a row of people as somebody's."""
    return CustomerId(cast("int", key))
