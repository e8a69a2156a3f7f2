"""The Calls room on the screen: who is to be rung at the left, whoever is chosen at the right."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.label import Label, Tone, title
from frontdesk.ui.kit.measures import L, M, S
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.side_column import SideColumn
from frontdesk.ui.rooms.calls.person_view import PersonView
from frontdesk.ui.rooms.calls.presenter import Listed
from frontdesk.ui.rooms.calls.wording import Person


class CallsPage(QWidget):
    """The room's widget; ``chosen`` and ``opened`` carry the key of a row."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        """Nobody listed yet."""
        super().__init__()
        self.list = RowList(tr("To be rung"))
        self.person = PersonView()
        self._summary = Label(tone=Tone.SOFT, lines=0)
        self._side = SideColumn()
        self._right = QStackedWidget()
        self._nobody = Page(panel=True)
        words = tr("Nobody has to be rung. Whoever asks for a call is put on this list from their card.")
        self._nobody.add(Label(words, tone=Tone.SOFT, lines=0))
        self._right.addWidget(self._nobody)
        self._right.addWidget(self.person)
        self._fill_side()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._right, 1)
        self.list.selected.connect(self.chosen)
        self.list.opened.connect(self.opened)

    def _fill_side(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(L, L, L, 0)
        head.setSpacing(S)
        head.addWidget(title(tr("Calls")))
        head.addWidget(self._summary)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        """Show who is to be rung, with one of them chosen."""
        self._summary.set_text(listed.summary)
        self._summary.setVisible(bool(listed.summary))
        self.list.blockSignals(True)
        self.list.set_rows_and_choice(listed.rows, chosen)
        self.list.blockSignals(False)

    def show_person(self, person: Person | None) -> None:
        """Show whoever is chosen, or that nobody has to be rung."""
        if person is not None:
            self.person.show_person(person)
        self._right.setCurrentWidget(self.person if person else self._nobody)

    def focus_first(self) -> None:
        """Stand in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._side.fit(self.width())
