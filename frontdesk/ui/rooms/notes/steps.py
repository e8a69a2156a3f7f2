"""What is done with the note on the bench, one step at a time; no toolkit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from frontdesk.domain.changes import ChangedMeanwhile, Changes, Gone
from frontdesk.domain.ids import NoteId
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services import notes
from frontdesk.services.bench import NoteSheet
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Runner
from frontdesk.ui.rooms.notes import wording
from frontdesk.ui.rooms.notes.around import Around, View
from frontdesk.ui.rooms.notes.doings import Do
from frontdesk.ui.rooms.notes.files import picture
from frontdesk.ui.rooms.notes.held import Held, Step
from frontdesk.ui.rooms.notes.mailing import Mail, letter

_STEPS: dict[Do, Step] = {
    Do.WRITTEN: notes.written,
    Do.HAND_OVER: notes.hand_over,
    Do.SEND: notes.send,
    Do.THROW_AWAY: notes.throw_away,
}

_LOOKED_AT_FIRST = frozenset({Do.WRITTEN, Do.MAIL})
"""Steps before which a warning has to have been seen."""


class Bench(Protocol):
    """Where the note lies, and what is known beside it."""

    held: Held | None
    sheet: NoteSheet | None

    def show_sheet(self, held: Held, sheet: NoteSheet) -> None:
        """Show what was read of a note."""
        ...

    def load(self) -> None:
        """Look again at every note."""
        ...


class Steps:
    """Takes steps with whatever note lies on the bench."""

    def __init__(self, desk: Desk, worker: Runner, view: View, around: Around, bench: Bench) -> None:
        """No step is under way."""
        self._desk, self._worker, self._view, self._around, self._bench = desk, worker, view, around, bench
        self._busy = False

    def do(self, what: Do) -> None:
        """Take a step with the note on the bench."""
        if what is Do.ANSWER:
            self._view.show_answer()
        elif what is Do.MAIL:
            self._step(what, self._mail, self._on_mail)
        else:
            self._step(what, partial(self._take, what), self._on_taken)

    def answered(self, words: str) -> None:
        """Write down what they said."""

        def answer(held: Held, fresh: NoteSheet) -> Changes:
            def write(desk: Desk, note: NoteId, version: int) -> Changes:
                return notes.answered(desk, note, version, words)

            return held.act(self._desk, fresh.draft, write)

        def kept(changes: Changes) -> None:
            self._view.close_form()
            self._offer(tr("Answered: {what}"), changes)

        self._step(Do.ANSWER, answer, kept)

    def put_cutting(self, path: Path) -> None:
        """Lay the picture in a file with the note."""

        def put(held: Held, fresh: NoteSheet) -> Changes:
            image = picture(path)
            return held.beside(
                self._desk, fresh.draft, lambda note: notes.put_cutting(self._desk, note, image)
            )

        self._step(None, put, partial(self._offer, tr("Cutting kept: {what}")))

    def take_cutting_away(self) -> None:
        """Leave the note without its cutting."""

        def take(held: Held, fresh: NoteSheet) -> Changes:
            return held.beside(
                self._desk, fresh.draft, lambda note: notes.take_cutting_away(self._desk, note)
            )

        self._step(None, take, partial(self._offer, tr("Cutting taken away: {what}")))

    def _step(
        self,
        what: Do | None,
        work: Callable[[Held, NoteSheet], Any],
        done: Callable[[Any], None],
    ) -> None:
        """Do something with the note, unless its words have to be looked at first."""
        held, shown = self._bench.held, self._bench.sheet
        if held is None or shown is None or self._busy:
            return
        if held.unkept:
            self._around.say(tr("What you wrote is not kept yet. See what stands beside it first."))
            return
        self._busy = True

        def act() -> Any:
            fresh = held.read(self._desk)
            new = fresh.warnings and fresh.warnings != shown.warnings
            return fresh if new and what in _LOOKED_AT_FIRST else work(held, fresh)

        def answer(found: Any) -> None:
            if isinstance(found, NoteSheet):
                self._warn(held, found)
            else:
                done(found)
                self._bench.load()

        self._worker.run(act, answer, self._on_step_failed, settled=self._on_settled)

    def _warn(self, held: Held, fresh: NoteSheet) -> None:
        self._bench.show_sheet(held, fresh)
        self._around.say(tr("Look at the warning first; the same key once more goes on."))

    def _take(self, what: Do, held: Held, fresh: NoteSheet) -> tuple[Do, Changes]:
        return what, held.act(self._desk, fresh.draft, _STEPS[what])

    def _on_taken(self, answer: tuple[Do, Changes]) -> None:
        what, changes = answer
        if what is Do.THROW_AWAY:
            self._bench.held = None
        self._offer(_said(what), changes)

    def _mail(self, held: Held, fresh: NoteSheet) -> tuple[Mail, Changes | None]:
        mail = letter(fresh)
        if fresh.note is None or fresh.note.written_at is None:
            return mail, held.act(self._desk, fresh.draft, notes.written)
        return mail, None

    def _on_mail(self, answer: tuple[Mail, Changes | None]) -> None:
        mail, changes = answer
        if mail.copied:
            self._around.copy(mail.copied)
        if changes is not None:
            self._offer(tr("Written: {what}"), changes)
        if self._around.open_mail(mail.link):
            if self._bench.held is not None:
                self._bench.held.mailed = True
            self._around.say(mail.said)
        else:
            self._around.tell(tr("No mail program has answered. Nothing was sent; the note is kept here."))

    def _offer(self, said: str, changes: Changes) -> None:
        if self._bench.sheet is not None:
            self._around.offer_undo(said.format(what=wording.about(self._bench.sheet)), changes.id)

    def _on_step_failed(self, error: DeskError) -> None:
        if isinstance(error, Refused):
            self._view.refuse(error.field, str(error))
        elif isinstance(error, ChangedMeanwhile | Gone):
            self._around.tell(tr("{what} Look at it again.").format(what=error))
            self._bench.load()
        else:
            self._around.tell(error)

    def _on_settled(self) -> None:
        self._busy = False


def _said(what: Do) -> str:
    return {
        Do.WRITTEN: tr("Written: {what}"),
        Do.HAND_OVER: tr("Handed over: {what}"),
        Do.SEND: tr("Sent: {what}"),
        Do.THROW_AWAY: tr("Thrown away: {what}"),
    }[what]
