"""The talk sheet on the screen: who it is, when it ends, all that a talk needs, and how it ended."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.domain.talks import Said
from frontdesk.domain.winback import Came
from frontdesk.foundation.words import tr
from frontdesk.reports.talk_sheet import Fact, TalkPage
from frontdesk.ui.kit.badge import Badge
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Page, empty
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, M, S, Size
from frontdesk.ui.kit.tab_order import order_tabs
from frontdesk.ui.rooms.renewals.books import Sheet
from frontdesk.ui.rooms.renewals.outcome_view import OutcomeView
from frontdesk.ui.rooms.renewals.outcomes import Outcome

KEYS: dict[Hashable, str] = {
    Said.RENEWED: "Ctrl+1",
    Said.THINKING: "Ctrl+2",
    Said.LEAVING: "Ctrl+3",
    Said.NOT_REACHED: "Ctrl+4",
    Came.ANSWERED: "Ctrl+5",
    Came.NO_ANSWER: "Ctrl+6",
    Came.COMES_BACK: "Ctrl+7",
    Came.LEAVE_ALONE: "Ctrl+8",
}


class SheetView(Page):
    """One person's sheet; ``chosen`` carries how the talk ended."""

    chosen = Signal(object)
    kept = Signal(object)
    given_up = Signal()
    card_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        """Nobody's sheet yet."""
        super().__init__(panel=True)
        self.outcome: OutcomeView | None = None
        self._name = Label(size=Size.NAME, lines=2)
        self._second = Label(tone=Tone.SOFT, lines=0)
        self._ends = Badge()
        self._must_know = Badge()
        self._signs = Label(tone=Tone.AMBER, lines=0)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(L)
        self._facts.setVerticalSpacing(M)
        self._facts.setColumnStretch(1, 1)
        facts = Card()
        facts.add(self._facts)
        self.buttons = {way: Button(words, KEYS[way]) for way, words in ways().items()}
        self._place = Card()
        self._place.hide()
        self.card_button = Button(tr("Open the card"), "Ctrl+O", icon="person")
        self.print_button = Button(tr("Print the sheet"), "Ctrl+P", icon="print")
        self._ways = self._row((*self.buttons.values(), self.card_button, self.print_button))
        for part in (self._name, self._second, self._row((self._ends, self._must_know)), self._signs):
            self.add(part)
        for part in (self._ways, self._place, facts):
            self.add(part)
        for way, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, way=way: self.chosen.emit(way))
        self.card_button.clicked.connect(self.card_asked)
        self.print_button.clicked.connect(self.print_asked)

    @staticmethod
    def _row(parts: Sequence[QWidget]) -> QWidget:
        box = QWidget()
        flow = Flow(S, box)
        for part in parts:
            flow.addWidget(part)
        return box

    def show_sheet(self, sheet: Sheet) -> None:
        """Show somebody's sheet, and the ways that a talk with them can end."""
        for way, button in self.buttons.items():
            button.setVisible(way in sheet.ways)
        self.print_button.setVisible(bool(sheet.page.choices))
        self._show_page(sheet.page)

    def focus_first(self) -> None:
        """Stand on the first way that the talk can end, or on what leads to the card."""
        shown = (one for one in self.buttons.values() if not one.isHidden())
        next(shown, self.card_button).setFocus()

    def _show_page(self, page: TalkPage) -> None:
        self._name.set_text(page.name)
        second = " · ".join(part for part in (page.second, page.phone) if part)
        self._second.set_text(second)
        self._second.setVisible(bool(second))
        self._ends.set(page.ends, Level.RED if page.over else Level.AMBER)
        self._must_know.set(page.must_know, Level.RED)
        self._must_know.setVisible(bool(page.must_know))
        self._signs.set_text(" · ".join(page.signs))
        self._signs.setVisible(bool(page.signs))
        self._show_facts(page.facts)

    def _show_facts(self, facts: Sequence[Fact]) -> None:
        empty(self._facts)
        for row, fact in enumerate(facts):
            self._facts.addWidget(Label(fact.label, tone=Tone.SOFT), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Label("\n".join(fact.lines), lines=0), row, 1)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the form of one way that the talk ended, or the ways again."""
        if self.outcome is not None:
            self.outcome.hide()
            self.outcome.deleteLater()
            self.outcome = None
        self._ways.setVisible(outcome is None)
        if outcome is None:
            return
        self.outcome = made = OutcomeView(outcome)
        made.kept.connect(self.kept)
        made.given_up.connect(self.given_up)
        self.body.insertWidget(self.body.indexOf(self._place), made)
        made.show()  # before the layout does: the next key may come first
        order_tabs(self)
        made.focus_first()
        self.verticalScrollBar().setValue(0)


def ways() -> dict[Hashable, str]:
    """The words on the buttons: how a talk can end, and what can come of a step to somebody who has left."""
    return {
        Said.RENEWED: tr("Renewed…"),
        Said.THINKING: tr("Wants to think…"),
        Said.LEAVING: tr("Leaves…"),
        Said.NOT_REACHED: tr("Not reached…"),
        Came.ANSWERED: tr("Answered…"),
        Came.NO_ANSWER: tr("No answer…"),
        Came.COMES_BACK: tr("Wants to come back…"),
        Came.LEAVE_ALONE: tr("Wants to be left alone…"),
    }
