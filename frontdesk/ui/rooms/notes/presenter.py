"""The Notes room's brain: which notes there are, the one on the bench, and what is done with it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, cast

from frontdesk.domain.changes import ChangedMeanwhile, Changes, Gone, Kind
from frontdesk.domain.ids import CustomerId, NoteId
from frontdesk.domain.reminders import Key
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services import bench, customers, lookup, notes
from frontdesk.services.bench import Bench, NoteSheet
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.notes import wording
from frontdesk.ui.rooms.notes.around import Around, Listed, View
from frontdesk.ui.rooms.notes.doings import Do
from frontdesk.ui.rooms.notes.files import picture
from frontdesk.ui.rooms.notes.held import Held, Step
from frontdesk.ui.rooms.notes.mailing import Mail, letter

TEXTS = frozenset({"words", "why"})
"""Fields that are typed: what of them cannot be kept stays in the field."""

_CONCERNED = frozenset(Kind) - {Kind.IMPORTS, Kind.PLANS}

_STEPS: dict[Do, tuple[Step, str]] = {
    Do.WRITTEN: (notes.written, "Written: {what}"),
    Do.HAND_OVER: (notes.hand_over, "Handed over: {what}"),
    Do.SEND: (notes.send, "Sent: {what}"),
    Do.THROW_AWAY: (notes.throw_away, "Thrown away: {what}"),
}


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
    _busy: bool = False

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
            hits = lookup.search(self.desk, typed, 12) if typed.strip() else []
            return wording.whom_rows(hits, {})

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

    def do(self, what: Do) -> None:
        """Take a step with the note on the bench."""
        if what is Do.ANSWER:
            self.view.show_answer()
        elif what is Do.MAIL:
            self._step(what, self._mail, self._on_mail)
        else:
            self._step(what, partial(self._take, what), self._on_taken)

    def answered(self, words: str) -> None:
        """Write down what they said."""

        def answer(held: Held, fresh: NoteSheet) -> Changes:
            def write(desk: Desk, note: NoteId, version: int) -> Changes:
                return notes.answered(desk, note, version, words)

            return held.act(self.desk, fresh.draft, write)

        def kept(changes: Changes) -> None:
            self.view.close_form()
            self._offer(tr("Answered: {what}"), changes)

        self._step(Do.ANSWER, answer, kept)

    def put_cutting(self, path: Path) -> None:
        """Lay the picture in a file with the note."""

        def put(held: Held, fresh: NoteSheet) -> Changes:
            image = picture(path)
            return held.beside(self.desk, fresh.draft, lambda note: notes.put_cutting(self.desk, note, image))

        self._step(None, put, partial(self._offer, tr("Cutting kept: {what}")))

    def take_cutting_away(self) -> None:
        """Leave the note without its cutting."""

        def take(held: Held, fresh: NoteSheet) -> Changes:
            return held.beside(self.desk, fresh.draft, lambda note: notes.take_cutting_away(self.desk, note))

        self._step(None, take, partial(self._offer, tr("Cutting taken away: {what}")))

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

    def _step(
        self,
        what: Do | None,
        work: Callable[[Held, NoteSheet], Any],
        done: Callable[[Any], None],
    ) -> None:
        """Do something with the note, unless its words have to be looked at first."""
        held, shown = self.held, self.sheet
        if held is None or shown is None or self._busy:
            return
        if held.unkept:
            self.around.say(tr("What you wrote is not kept yet. See what stands beside it first."))
            return
        self._busy = True

        def act() -> Any:
            fresh = held.read(self.desk)
            if what in (Do.WRITTEN, Do.MAIL) and fresh.warnings and fresh.warnings != shown.warnings:
                return fresh
            return work(held, fresh)

        def answer(found: Any) -> None:
            if isinstance(found, NoteSheet):
                self._show_sheet(held, found)
                self.around.say(tr("Look at the warning first; the same key once more goes on."))
            else:
                done(found)
                self.load()

        self.worker.run(act, answer, self._on_step_failed, settled=self._on_settled)

    def _take(self, what: Do, held: Held, fresh: NoteSheet) -> tuple[Do, Changes]:
        return what, held.act(self.desk, fresh.draft, _STEPS[what][0])

    def _on_taken(self, answer: tuple[Do, Changes]) -> None:
        what, changes = answer
        if what is Do.THROW_AWAY:
            self.held = None
        self._offer(tr(_STEPS[what][1]), changes)

    def _mail(self, held: Held, fresh: NoteSheet) -> tuple[Mail, Changes | None]:
        mail = letter(fresh)
        if fresh.note is None or fresh.note.written_at is None:
            return mail, held.act(self.desk, fresh.draft, notes.written)
        return mail, None

    def _on_mail(self, answer: tuple[Mail, Changes | None]) -> None:
        mail, changes = answer
        if mail.copied:
            self.around.copy(mail.copied)
        if changes is not None:
            self._offer(tr("Written: {what}"), changes)
        if self.around.open_mail(mail.link):
            self.around.say(mail.said)
        else:
            self.around.tell(tr("No mail program has answered. Nothing was sent; the note is kept here."))

    def _offer(self, said: str, changes: Changes) -> None:
        if self.sheet is not None:
            self.around.offer_undo(said.format(what=wording.about(self.sheet)), changes.id)

    def _on_not_kept(self, held: Held, name: str, value: Any, error: DeskError) -> None:
        if isinstance(error, Gone):
            held.note, held.version = None, 0  # thrown away elsewhere: leaving the field begins it anew
        sentence = str(error)
        if not isinstance(error, Refused):
            again = tr("{what} What you wrote is still here: change it, or leave the field once more.")
            sentence = again.format(what=error)
        if name in TEXTS:
            held.unkept[name] = (str(value), sentence)
        if held is self.held and name in TEXTS:
            self.view.refuse(name, sentence, str(value))
        else:
            self.around.tell(error)

    def _on_step_failed(self, error: DeskError) -> None:
        if isinstance(error, Refused):
            self.view.refuse(error.field, str(error))
        elif isinstance(error, ChangedMeanwhile | Gone):
            self.around.tell(tr("{what} Look at it again.").format(what=error))
            self.load()
        else:
            self.around.tell(error)

    def _on_settled(self) -> None:
        self._busy = False

    def _hold(self, held: Held | None) -> None:
        """Put another note on the bench; one with words that could not be kept is put aside."""
        before = self.held
        self._aside = [one for one in self._aside if one is not held and one.unkept]
        if before is not None and before.unkept and before is not held:
            self._aside.append(before)
        self.held, self.sheet = held, None
        self.view.close_form()

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
        here = {row.key for row in listed.rows}
        lost = self.held is None or (self.held.row not in here and self.held.note is not None)
        if lost and not (self.held and (self.held.unkept or self.view.is_writing())):
            first = listed.rows[0].key if listed.rows else None
            self._hold(None if first is None else self._of_row(first))
        self.view.show_list(listed, self.held.row if self.held else None)
        if self.held is None:
            self.view.show_note(None, keep_typed=False)
        self._read_sheet()

    def _read_sheet(self) -> None:
        held = self.held
        if held is None:
            return
        read = partial(held.read, self.desk)
        self.worker.run(read, partial(self._show_sheet, held), self._on_gone, latest=self._reading)

    def _show_sheet(self, held: Held, sheet: NoteSheet) -> None:
        if held is not self.held:
            return
        typed = self.sheet is not None and (held.pending > 0 or self.view.is_writing())
        self.sheet = sheet
        if not typed:
            held.adopt(sheet)
        self.view.show_note(wording.page(sheet, held.token), keep_typed=typed)
        if not typed:
            for name, (text, sentence) in held.unkept.items():
                self.view.refuse(name, sentence, text)

    def _on_gone(self, error: DeskError) -> None:
        if not isinstance(error, Gone):  # somebody else has thrown it away: the list will say so
            self.around.tell(error)


def as_person(key: Hashable) -> CustomerId:
    """The key of a row of people as somebody's."""
    return CustomerId(cast("int", key))
