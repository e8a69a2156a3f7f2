"""Whom a new note is for: looked up as at the desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.label import Label, Tone, title
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.search_box import SearchBox


class WhomView(Page):
    """A search box and who may be meant; ``chosen`` carries the person, ``given_up`` follows Esc."""

    asked = Signal(str)
    chosen = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        """Nobody typed yet."""
        super().__init__(panel=True)
        self.search = SearchBox(tr("Name, phone or card number"), tr("Whom is it for?"))
        self.list = RowList(tr("People"), fit=True)
        self._nobody = Label(tone=Tone.SOFT, lines=0)
        for part in (title(tr("A new note")), self.search, self._nobody, self.list):
            self.add(part)
        self.list.hide()
        self.search.asked.connect(self.asked)
        self.search.moved.connect(self.list.move)
        self.search.chosen.connect(self.list.open_current)
        self.list.opened.connect(self.chosen)
        self.list.left_at_top.connect(self.search.setFocus)

    def begin(self) -> None:
        """Ask anew."""
        self.search.clear()
        self.show_rows(())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show who may be meant."""
        self.list.set_rows(rows, select_first=True)
        self.list.setVisible(bool(rows))
        typed = bool(self.search.text().strip())
        self._nobody.set_text(
            tr("Nobody found.") if typed else tr("Type whom it is for; Enter takes the first.")
        )
        self._nobody.setVisible(not rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the notes, from an empty box."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
