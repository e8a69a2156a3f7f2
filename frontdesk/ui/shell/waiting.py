"""What stands in the window before the house is open: the search box, ready for the first letters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone, title
from frontdesk.ui.kit.measures import XL, M, S, Size
from frontdesk.ui.kit.search_box import SearchBox
from frontdesk.ui.kit.side_column import SideColumn

MARGIN = 14
_SLOW_MS = 1000

Choice = tuple[str, Callable[[], None]]
"""Words of a button, and what it does."""


class WaitingPage(QWidget):
    """Looks like the desk room with nothing in it; what is typed is handed on.

    Where the house cannot be opened it says why, and what can be done.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Says that it is opening only when that takes longer than a second."""
        super().__init__(parent)
        self.search = SearchBox(tr("Name, phone or card number"), tr("Search people"))
        self._words = Label(tone=Tone.SOFT)
        left = QVBoxLayout()
        left.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        left.addWidget(self.search)
        left.addWidget(self._words)
        left.addStretch(1)
        column = self._column = SideColumn()
        column.setLayout(left)
        self._card = Card()
        self._trouble = ""
        right = QVBoxLayout()
        right.setContentsMargins(XL, XL, XL, XL)
        right.addWidget(self._card)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(column)
        row.addLayout(right, 1)
        self._card.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._on_slow)

    @property
    def trouble(self) -> str:
        """Why the house could not be opened; empty while all is well."""
        return self._trouble

    def wait(self) -> None:
        """The house is being opened."""
        self._card.hide()
        self._trouble = ""
        self._slow.start()

    def show_trouble(self, what: str, sentence: str, choices: Sequence[Choice]) -> None:
        """Say why the house cannot be opened, and what can be done; the first choice is the likely one."""
        self._slow.stop()
        self._words.set_text("")
        self._card.clear()
        self._trouble = what
        self._card.body.setSpacing(M)
        self._card.add(title(what))
        self._card.add(Label(sentence, size=Size.RESULT, lines=0))
        buttons = QWidget()
        flow = Flow(S, buttons)
        made: list[Button] = []
        for place, (words, run) in enumerate(choices):
            button = Button(words, primary=place == 0)
            button.clicked.connect(run)
            flow.addWidget(button)
            made.append(button)
        self._card.add(buttons)
        self._card.show()
        if made and not self.search.text():
            made[0].setFocus()

    def _on_slow(self) -> None:
        self._words.set_text(tr("Opening…"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand where the desk's search box is going to stand."""
        super().resizeEvent(event)
        self._column.fit(self.width())
