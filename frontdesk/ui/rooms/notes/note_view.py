"""One note on the bench: who it is for, the blank card, and beside it what we know."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.badge import BadgeRow
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Page, empty
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone, heading
from frontdesk.ui.kit.measures import XS, L, S, Size, px
from frontdesk.ui.kit.reveal import reveal
from frontdesk.ui.kit.tab_order import order_tabs
from frontdesk.ui.rooms.notes.doings import Doing
from frontdesk.ui.rooms.notes.forms import NoteForm
from frontdesk.ui.rooms.notes.wording import NotePage
from frontdesk.ui.rooms.notes.writing_card import WritingCard

_TWO_COLUMNS = 520
"""Pixels at 100 % text from which the facts stand beside the card."""

_CUTTING = 260


class NoteView(Page):
    """Shows a :class:`NotePage`; ``done`` carries what is to be done with it."""

    done = Signal(object)
    card_asked = Signal()
    slip_asked = Signal()
    print_asked = Signal()
    labels_asked = Signal()
    cutting_asked = Signal()
    cutting_taken = Signal()
    form_given_up = Signal()

    def __init__(self) -> None:
        """Nobody's note yet."""
        super().__init__(panel=True)
        self.form: NoteForm | None = None
        self.doings: tuple[Doing, ...] = ()
        self.editable = False
        self._cutting_shown: bytes | None = None
        self._token = ""
        self._name = Label(size=Size.NAME, lines=2)
        self._second = Label(tone=Tone.SOFT, lines=0)
        self._badges = BadgeRow()
        self._why = Label(size=Size.RESULT, lines=0)
        self._must_know = Label(tone=Tone.RED, lines=0)
        self.buttons: list[Button] = []
        self._actions = QWidget()
        self._flow = Flow(S, self._actions)
        self._place = QVBoxLayout()
        self.writing = WritingCard()
        self._facts = QVBoxLayout()
        self._facts.setSpacing(XS)
        self._picture = QLabel()
        self._papers = self._build_papers()
        self._cuttings = self._build_cuttings()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _build_papers(self) -> QWidget:
        self.slip_button = Button(tr("Print the facts"), "Ctrl+P", icon="print", small=True)
        self.print_button = Button(tr("Print the card…"), small=True)
        self.labels_button = Button(tr("Address label…"), small=True)
        self.card_button = Button(tr("Open the card"), "Ctrl+O", icon="person", small=True)
        self.slip_button.clicked.connect(self.slip_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.labels_button.clicked.connect(self.labels_asked)
        self.card_button.clicked.connect(self.card_asked)
        return _in_a_flow((self.slip_button, self.print_button, self.labels_button, self.card_button))

    def _build_cuttings(self) -> QWidget:
        self.cutting_button = Button(tr("Add a cutting…"), icon="photo", small=True)
        self.take_button = Button(tr("Take the cutting away"), small=True)
        self.cutting_button.clicked.connect(self.cutting_asked)
        self.take_button.clicked.connect(self.cutting_taken)
        return _in_a_flow((self.cutting_button, self.take_button))

    def _lay_out(self) -> None:
        for part in (self._name, self._second, self._badges, self._why, self._must_know, self._actions):
            self.add(part)
        self.add(self._place)
        facts = Card(tr("What we know"))
        facts.add(self._facts)
        self._columns.setSpacing(L)
        for parts in ((self.writing,), (facts, self._picture, self._cuttings)):
            column = QVBoxLayout()
            column.setSpacing(L)
            for one in parts:
                column.addWidget(one)
            column.addStretch(1)
            self._columns.addLayout(column, 3 if self.writing in parts else 2)
        self.add(self._columns)
        self.add(self._papers)

    def show_page(self, page: NotePage, *, keep_typed: bool) -> None:
        """Show a note; another one is shown from the top."""
        self.editable = page.editable
        self._name.set_text(page.name)
        for label, words in (
            (self._second, page.second),
            (self._why, page.occasion),
            (self._must_know, page.slip.must_know),
        ):
            label.set_text(words)
            reveal(label, bool(words))
        self._badges.set_badges(page.badges)
        self._show_doings(page.doings)
        self.writing.setVisible(page.alive)
        self.writing.show_page(page, keep_typed=keep_typed)
        self._show_facts(page)
        self._show_cutting(page)
        for button in (self.slip_button, self.print_button, self.labels_button):
            button.setVisible(page.editable)
        if page.token != self._token:
            self._token = page.token
            self.verticalScrollBar().setValue(0)
        order_tabs(self)

    def _show_doings(self, doings: tuple[Doing, ...]) -> None:
        if doings == self.doings:
            return
        was_here = any(button.hasFocus() for button in self.buttons)
        self.doings = doings
        self._flow.clear()
        self.buttons = []
        for place, doing in enumerate(doings):
            button = Button(doing.words, doing.keys, primary=place == 0 and bool(doing.keys))
            button.clicked.connect(lambda _checked=False, do=doing.do: self.done.emit(do))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
        self._actions.setVisible(bool(doings) and self.form is None)
        if was_here and self.buttons:
            self.buttons[0].setFocus()

    def _show_facts(self, page: NotePage) -> None:
        empty(self._facts)
        for fact in (*page.slip.who, *page.slip.what) if page.alive else page.slip.what[-1:]:
            if self._facts.count():
                self._facts.addSpacing(S)
            self._facts.addWidget(heading(fact.heading))
            for line in fact.lines:
                self._facts.addWidget(Label(line, lines=0))

    def _show_cutting(self, page: NotePage) -> None:
        self._cuttings.setVisible(page.editable)
        another = page.cutting is not None
        self.cutting_button.set_words(tr("Another cutting…") if another else tr("Add a cutting…"))
        self.take_button.setVisible(page.editable and another)
        if page.cutting == self._cutting_shown and page.cutting is not None:
            return
        self._cutting_shown = page.cutting
        self._picture.setVisible(page.cutting is not None)
        picture = QPixmap()
        if page.cutting is not None and picture.loadFromData(page.cutting):
            side = px(_CUTTING)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(picture.scaled(side, side, keep, smooth))
            self._picture.setAccessibleName(tr("Cutting"))

    def refuse(self, name: str, sentence: str, typed: str | None) -> bool:
        """Say what is wrong beside a field, with what was typed in it; whether there is such a field.

        Where a step was refused the field is brought into sight: the button is far above it.
        """
        found = self.writing.refuse(name, sentence, typed)
        if found and typed is None:
            field = self.writing.fields[name]
            QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, L))  # with its sentence
        return found

    def show_form(self, form: NoteForm | None) -> None:
        """Show a small form above the card, or none."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = form
        self._actions.setVisible(form is None and bool(self.doings))
        if form is None:
            return
        form.given_up.connect(self.form_given_up)
        self._place.addWidget(form)
        form.show()  # before the layout does: the next key may come first
        order_tabs(self)
        form.focus_first()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The facts beside the card where there is room for both."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= px(_TWO_COLUMNS)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)


def _in_a_flow(parts: Sequence[QWidget]) -> QWidget:
    box = QWidget()
    flow = Flow(S, box)
    for part in parts:
        flow.addWidget(part)
    return box
