"""Whoever is chosen, on the screen: name and numbers, what it is about, what has been tried, how it ended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.calls import Came
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.badge import BadgeRow
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Page, empty
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, M, S, Size
from frontdesk.ui.kit.small_form import SmallFormView
from frontdesk.ui.kit.tab_order import order_tabs
from frontdesk.ui.rooms.calls.outcomes import Outcome
from frontdesk.ui.rooms.calls.wording import Person

KEYS = {
    Came.REACHED: "Ctrl+1",
    Came.NO_ANSWER: "Ctrl+2",
    Came.CALL_BACK: "Ctrl+3",
    Came.WRONG_NUMBER: "Ctrl+4",
}
RING_KEYS, COPY_KEYS, CARD_KEYS = "Ctrl+R", "Ctrl+C", "Ctrl+O"


class PersonView(Page):
    """One person; ``chosen`` carries how the call ended, ``rung`` and ``copied`` a number."""

    chosen = Signal(object)
    kept = Signal(object)
    given_up = Signal()
    card_asked = Signal()
    rung = Signal(str)
    copied = Signal(str)

    def __init__(self) -> None:
        """Nobody yet."""
        super().__init__(panel=True)
        self.outcome: SmallFormView | None = None
        self._name = Label(size=Size.NAME, lines=2)
        self._second = Label(tone=Tone.SOFT, lines=0)
        self._badges = BadgeRow()
        self._numbers_shown: tuple[tuple[str, str], ...] | None = None
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(S)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(L)
        self._facts.setVerticalSpacing(M)
        self._facts.setColumnStretch(1, 1)
        facts = Card()
        facts.add(self._facts)
        self.buttons = {came: Button(words, KEYS[came]) for came, words in ways().items()}
        self.card_button = Button(tr("Open the card"), CARD_KEYS, icon="person")
        self._ways = QWidget()
        flow = Flow(S, self._ways)
        for button in (*self.buttons.values(), self.card_button):
            flow.addWidget(button)
        self._facts_card = facts
        for part in (self._name, self._second, self._badges, self._numbers, self._ways, facts):
            self.add(part)
        for came, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, came=came: self.chosen.emit(came))
        self.card_button.clicked.connect(self.card_asked)

    def show_person(self, person: Person) -> None:
        """Show somebody."""
        self._name.set_text(person.name)
        self._second.set_text(person.second)
        self._second.setVisible(bool(person.second))
        self._badges.set_badges(person.badges)
        if person.numbers != self._numbers_shown:  # or the focus would be lost each minute
            self._show_numbers(person.numbers)
        empty(self._facts)
        for row, (label, lines) in enumerate(person.facts):
            self._facts.addWidget(Label(label, tone=Tone.SOFT), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Label("\n".join(lines), lines=0), row, 1)

    def _show_numbers(self, numbers: tuple[tuple[str, str], ...]) -> None:
        self._numbers_shown = numbers
        empty(self._numbers)
        if not numbers:
            words = tr("There is no number on their card yet.")
            self._numbers.addWidget(Label(words, tone=Tone.SOFT, lines=0))
        for place, (number, note) in enumerate(numbers):
            self._numbers.addLayout(self._number(number, note, first=place == 0))
        order_tabs(self)

    def _number(self, number: str, note: str, *, first: bool) -> QHBoxLayout:
        """A number with its buttons; the keys mean the first."""
        ring = Button(tr("Ring"), RING_KEYS if first else "", icon="phone", small=True, primary=first)
        copy = Button(tr("Copy"), COPY_KEYS if first else "", small=True)
        ring.setAccessibleName(tr("Ring {number}").format(number=number))
        copy.setAccessibleName(tr("Copy {number}").format(number=number))
        ring.clicked.connect(lambda: self.rung.emit(number))
        copy.clicked.connect(lambda: self.copied.emit(number))
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(Label(number, size=Size.SEARCH, lines=1))
        if note:
            row.addWidget(Label(note, tone=Tone.RED, lines=1))
        row.addWidget(ring)
        row.addWidget(copy)
        row.addStretch(1)
        return row

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the form of one way that the call ended, or the ways again."""
        if self.outcome is not None:
            self.outcome.hide()
            self.outcome.deleteLater()
            self.outcome = None
        self._ways.setVisible(outcome is None)
        if outcome is None:
            return
        self.outcome = made = SmallFormView(outcome)
        made.kept.connect(self.kept)
        made.given_up.connect(self.given_up)
        self.body.insertWidget(self.body.indexOf(self._facts_card), made)
        made.show()  # before the layout does: the next key may come first
        order_tabs(self)
        made.focus_first()
        self.verticalScrollBar().setValue(0)


def ways() -> dict[Came, str]:
    """How a call can end, in words."""
    return {
        Came.REACHED: tr("Reached…"),
        Came.NO_ANSWER: tr("No answer…"),
        Came.CALL_BACK: tr("Call back…"),
        Came.WRONG_NUMBER: tr("Wrong number…"),
    }
