"""The Notes room: a birthday card, a thank-you, a word when somebody is in the news; never a form letter."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId, NoteId
from frontdesk.domain.notes import Way
from frontdesk.domain.reminders import Key
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.links import copy_text, open_link
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.notes.around import Around, Listed
from frontdesk.ui.rooms.notes.doings import NEXT, Do
from frontdesk.ui.rooms.notes.forms import answer_form
from frontdesk.ui.rooms.notes.page import NotesPage
from frontdesk.ui.rooms.notes.presenter import NotesPresenter, as_person
from frontdesk.ui.rooms.notes.printing import Printing
from frontdesk.ui.rooms.notes.wording import NotePage


class NotesRoom:
    """Joins the page to its presenter."""

    def __init__(self, context: RoomContext[Desk], opener: Callable[[str], bool] = open_link) -> None:
        """Build the page; it is filled when the room is entered. ``opener`` opens the mail program."""
        self._context = context
        self._waiting = True
        self._to_words = False
        self._answers: dict[NoteId, str] = {}
        self._answering: NoteId | None = None
        self.page = NotesPage()
        around = Around(context.offer_undo, context.tell, context.say, opener, copy_text)
        own = self.presenter = NotesPresenter(context.desk, context.worker, self, around)
        self.printing = Printing(context, self.page, own)
        note, page = self.page.note, self.page
        page.chosen.connect(self._on_chosen)
        page.opened.connect(self._on_opened)
        page.new_button.clicked.connect(self._ask_whom)
        page.print_all.clicked.connect(self.printing.every_slip)
        page.whom.asked.connect(own.look_for)
        page.whom.chosen.connect(self._on_whom)
        note.form_given_up.connect(self.close_form)
        page.whom.given_up.connect(self._stop_asking)
        note.writing.left.connect(own.put)
        note.done.connect(self._do)
        note.writing.copied.connect(own.copy)
        note.card_asked.connect(self._open_card)
        note.slip_asked.connect(self.printing.slip)
        note.print_asked.connect(self.printing.ask_card)
        note.labels_asked.connect(self.printing.ask_labels)
        note.cutting_asked.connect(self._choose_cutting)
        note.cutting_taken.connect(own.steps.take_cutting_away)

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        return self.page

    def enter(self, errand: Errand | None) -> None:
        """The room is shown now; an errand names the person to write to, and the reminder it is about."""
        if errand is None or errand.subject is None:
            self.presenter.load()
            return
        self._stop_asking()
        self.page.focus_first()
        self._write_to(CustomerId(errand.subject), cast("Key | None", errand.about))

    def focus_first(self) -> None:
        """Stand in the list."""
        self.page.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Look again at what somebody changed; a room that is not shown looks when it is entered."""
        if self.page.isVisible():
            self.presenter.refresh(changes)
            if changes.everybody and self.page.asks_whom:  # whoever was not found may be here by now
                self.presenter.look_for(self.page.whom.search.text())

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here by keys."""
        own = self.presenter
        return (
            ActionSpec(tr("New note"), self._ask_whom, "Ctrl+N"),
            ActionSpec(tr("The next step with this note"), self._next, NEXT, self._has_next),
            ActionSpec(tr("Print the facts"), self.printing.slip, "Ctrl+P", self._can_write),
            ActionSpec(tr("Print all facts"), self.printing.every_slip, enabled=self._has_any_to_write),
            ActionSpec(tr("Print the card…"), self.printing.ask_card, enabled=self._can_write),
            ActionSpec(tr("Address label…"), self.printing.ask_labels, enabled=self._can_write),
            ActionSpec(tr("Write it by e-mail"), partial(self._write_by, Way.EMAIL), enabled=self._can_write),
            ActionSpec(tr("Write it by hand"), partial(self._write_by, Way.BY_HAND), enabled=self._can_write),
            *self._ways_on(),
            ActionSpec(tr("Add a cutting…"), self._choose_cutting, enabled=self._can_write),
            ActionSpec(tr("Open the card"), self._open_card, "Ctrl+O", lambda: own.sheet is not None),
        )

    def _ways_on(self) -> Sequence[ActionSpec]:
        """The steps that may have a button, as far as the note is."""
        words = {
            Do.HAND_OVER: tr("It was handed over"),
            Do.SEND: tr("It was sent"),
            Do.THROW_AWAY: tr("Throw it away"),
        }
        return [
            ActionSpec(said, partial(self._do, what), enabled=partial(self._can, what))
            for what, said in words.items()
        ]

    def unfinished(self) -> Sequence[str]:
        """Words that could not be kept, and an answer that was begun."""
        form = self.page.note.form
        begun = self._answers or (form is not None and form.begun())
        return (*self.presenter.unfinished(), *((tr("an answer"),) if begun else ()))

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        """Show the notes."""
        was_waiting = self._waiting and self.page.new_button.hasFocus()
        self.page.show_list(listed, chosen, to_write=self._has_any_to_write())
        if was_waiting and listed.rows:  # there was no list to stand in when somebody came in
            self.page.focus_first()
        self._waiting = False

    def show_note(self, page: NotePage | None, *, keep_typed: bool) -> None:
        """Show a note."""
        self.page.show_note(page, keep_typed=keep_typed)
        if self._to_words and page is not None:
            self._to_words = False
            if self.page.at_first:  # and nobody has gone elsewhere meanwhile
                self.page.focus_words()

    def show_whom(self, rows: tuple[Row, ...]) -> None:
        """Show who may be meant."""
        self.page.whom.show_rows(rows)

    def refuse(self, name: str, sentence: str, typed: str | None = None) -> None:
        """Say what is wrong, beside its field where it has one."""
        form = self.page.note.form
        if form is not None and typed is None:
            form.refuse(name, sentence)
        elif not self.page.note.refuse(name, sentence, typed):
            self._context.tell(sentence)

    def is_writing(self) -> bool:
        """Whether something stands in a field that is not kept yet."""
        return self.page.note.writing.is_writing()

    def show_answer(self) -> None:
        """Ask what they said."""
        sheet = self.presenter.sheet
        note = sheet.note if sheet else None
        self._answering = note.id if note else None
        begun = self._answers.pop(note.id, "") if note else ""
        form = answer_form(note.answer if note else "", begun)
        form.kept.connect(lambda typed: self.presenter.steps.answered(typed["answer"]))
        self.page.note.show_form(form)

    def close_form(self) -> None:
        """Take the small form away; whoever was in it stands in the list again."""
        form = self.page.note.form
        if form is None:
            return
        caret = QApplication.focusWidget()
        was_in = caret is not None and form.isAncestorOf(caret)
        self.page.note.show_form(None)
        if was_in:
            self.page.focus_first()

    def put_form_aside(self) -> None:
        """Take the small form away; an answer that was begun in it is there again when it is opened anew."""
        form = self.page.note.form
        if form is not None and form.begun() and self._answering is not None:
            self._answers[self._answering] = form.values()["answer"]
        self.close_form()

    def _on_chosen(self, key: Hashable) -> None:
        self.page.note.writing.commit()
        if self.page.asks_whom:
            self._stop_asking()
        self.presenter.choose(key)

    def _on_opened(self, _key: Hashable) -> None:
        """Enter goes on to the words, at once or as soon as they are there."""
        self._stop_asking()
        self._to_words = self.presenter.sheet is None
        if not self._to_words:
            self.page.focus_words()

    def _ask_whom(self) -> None:
        self.page.note.writing.commit()
        self.put_form_aside()
        self.page.ask_whom()

    def _on_whom(self, key: Hashable) -> None:
        self._stop_asking()
        self._write_to(as_person(key))

    def _write_to(self, person: CustomerId, about: Key | None = None) -> None:
        """The caret goes to the words, as soon as they are there."""
        self._to_words = True
        self.presenter.write_to(person, about)

    def _stop_asking(self) -> None:
        if self.page.asks_whom:
            self.page.stop_asking(has_note=self.presenter.held is not None)
            self.page.focus_first()

    def _do(self, what: Do) -> None:
        self.page.note.writing.commit()
        self.presenter.steps.do(what)

    def _write_by(self, way: Way) -> None:
        self.page.note.writing.commit()
        self.presenter.put("way", way)

    def _next(self) -> None:
        form = self.page.note.form
        if form is not None:
            form.keep()
        elif self.page.note.buttons:
            self.page.note.buttons[0].click()

    def _has_next(self) -> bool:
        return bool(self.page.note.form or self.page.note.doings) and not self.page.asks_whom

    def _can(self, what: Do) -> bool:
        return any(one.do is what for one in self.page.note.doings) and not self.page.asks_whom

    def _can_write(self) -> bool:
        return self.presenter.sheet is not None and self.page.note.editable

    def _has_any_to_write(self) -> bool:
        return bool(self.presenter.bench and self.presenter.bench.to_write)

    def _open_card(self) -> None:
        held = self.presenter.held
        if held is not None:
            self._context.go_to("desk", Errand(subject=held.customer))

    def _choose_cutting(self) -> None:
        patterns = [(tr("Pictures"), ("*.jpg", "*.jpeg", "*.png", "*.webp"))]
        self._context.ask.open_file(self.page, tr("Choose a cutting"), patterns, self._on_cutting)

    def _on_cutting(self, path: Path) -> None:
        self.presenter.steps.put_cutting(path)


def build(context: RoomContext[Desk]) -> NotesRoom:
    """The room, ready to be entered."""
    return NotesRoom(context)
