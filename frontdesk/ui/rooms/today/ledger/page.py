"""The ledger on the screen: what is asked above, the rows by day beneath it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.label import Label, Tone, title
from frontdesk.ui.kit.measures import CORNER, XL, M, S, Size
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.rooms.today.keys import Keys
from frontdesk.ui.rooms.today.ledger.filters import Filters
from frontdesk.ui.rooms.today.ledger.presenter import Question, Shown


class LedgerPage(QWidget):
    """The room's second page.

    ``opened`` and ``menu_asked`` carry a row's key; ``back_asked`` follows the button and Esc,
    ``turned`` the buttons under the list: 1 for what was earlier, -1 for what came later.
    """

    opened = Signal(object)
    menu_asked = Signal(object, QPoint)
    back_asked = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self.back = Button(tr("Back to today"), "Esc")
        self.figures = Label(tone=Tone.SOFT, lines=0)
        self.filters = Filters()
        self.keys = Keys(
            [
                ("Enter", tr("opens the card")),
                ("Ctrl+D", tr("done after all")),
                ("Ctrl+B", tr("take back")),
                ("Ctrl+T", tr("whatever can be done")),
            ]
        )
        self.empty = Label(tone=Tone.SOFT, lines=0)
        self.list = _RoundList(tr("What became of each reminder"))
        self.list.setLayoutMode(RowList.LayoutMode.Batched)  # there may be a thousand
        self._card = Card(tight=True, full=True)
        self._card.add(self.list)
        self.place = Label(size=Size.SMALL, tone=Tone.SOFT)
        self.earlier, self.later = (
            Button(tr("Show earlier"), small=True),
            Button(tr("Show later"), small=True),
        )
        self._choose_first = False
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(title(tr("What became of it")), 1)
        head.addWidget(self.back)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(S)
        foot.addWidget(self.place, 1)
        foot.addWidget(self.later)
        foot.addWidget(self.earlier)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, M)
        column.setSpacing(M)
        column.addLayout(head)
        for part in (self.figures, self.filters, self.keys, self.empty):
            column.addWidget(part)
        column.addWidget(self._card, 1)
        column.addWidget(self._foot)
        column.addStretch(0)
        for hidden in (self.empty, self._card, self._foot, self.keys):
            hidden.hide()

    def _wire(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.list.opened.connect(self.opened)
        self.list.menu_asked.connect(self.menu_asked)
        self.list.left_at_top.connect(self.filters.name.setFocus)
        self.filters.name.moved.connect(self._on_moved)
        self.filters.name.chosen.connect(self.list.open_current)
        self.earlier.clicked.connect(lambda: self._on_turned(1))
        self.later.clicked.connect(lambda: self._on_turned(-1))

    def show_found(self, shown: Shown) -> None:
        """Show what was found; whoever was at a row that is gone is at the one in its place."""
        at, had_focus = self.list.currentIndex().row(), self.list.hasFocus()
        self.figures.set_text(shown.figures)
        self.empty.set_text(shown.empty)
        self.place.set_text(shown.place)
        self.list.set_rows(shown.rows, select_first=self._choose_first)
        self._choose_first = False
        self.figures.setVisible(bool(shown.figures))
        self.empty.setVisible(bool(shown.empty))
        self._card.setVisible(bool(shown.rows))
        self.keys.setVisible(bool(shown.rows))
        self._foot.setVisible(shown.earlier or shown.later)
        self.earlier.setEnabled(shown.earlier)
        self.later.setEnabled(shown.later)
        if not shown.rows:
            if had_focus:
                self.filters.name.setFocus()
        elif self.list.current_key() is None:
            self.list.setCurrentIndex(self.list.model().index(min(max(0, at), len(shown.rows) - 1), 0))

    def show_question(self, question: Question) -> None:
        """Let the fields say what is asked; what is found then is looked at from the top."""
        self.filters.show_question(question)
        self._choose_first = True

    def focus_first(self) -> None:
        """Put the caret where a name is typed; the arrows choose a row from there too."""
        self.filters.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.name.selectAll()

    def focus_row(self) -> None:
        """Be at the row one was at."""
        if self.list.isVisibleTo(self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def menu_place(self) -> QPoint:
        """Where a menu about the selected row belongs."""
        return self.list.viewport().mapToGlobal(self.list.visualRect(self.list.currentIndex()).center())

    def _on_moved(self, steps: int) -> None:
        self.list.move(steps)

    def _on_turned(self, pages: int) -> None:
        self._choose_first = True
        self.turned.emit(pages)
        self.focus_row()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the page, once no field has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)


class _RoundList(RowList):
    """A list that fills a panel with round corners and scrolls in it, leaving the corners free."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(self.rect(), CORNER - 1, CORNER - 1)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))
