"""The Notes room on the screen: the notes at the left, one of them with what we know at the right."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.label import Label, Tone, title
from frontdesk.ui.kit.measures import L, M, S
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.side_column import SideColumn
from frontdesk.ui.rooms.notes.around import Listed
from frontdesk.ui.rooms.notes.note_view import NoteView
from frontdesk.ui.rooms.notes.whom_view import WhomView
from frontdesk.ui.rooms.notes.wording import NotePage


class NotesPage(QWidget):
    """The room's widget; ``chosen`` carries the key of the row one is at, ``opened`` follows Enter on it."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        """Nothing to write yet."""
        super().__init__()
        self.list = RowList(tr("Notes"))
        self.new_button = Button(tr("New note"), "Ctrl+N", icon="add", small=True)
        self.print_all = Button(tr("Print all facts"), icon="print", small=True)
        self.note, self.whom = NoteView(), WhomView()
        self._summary = Label(tone=Tone.SOFT, lines=0)
        self._side = SideColumn()
        self._right = QStackedWidget()
        self._nobody = Page(panel=True)
        words = tr("Nobody waits for a card today. A word that nobody expects is the best of all.")
        self._nobody.add(Label(words, tone=Tone.SOFT, lines=0))
        for part in (self._nobody, self.note, self.whom):
            self._right.addWidget(part)
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
        head.addWidget(title(tr("Notes")))
        head.addWidget(self._summary)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.print_all)
        buttons.addStretch(1)
        head.addLayout(buttons)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    @property
    def asks_whom(self) -> bool:
        """Whether somebody is being looked up."""
        return self._right.currentWidget() is self.whom

    def show_list(self, listed: Listed, chosen: Hashable | None, *, to_write: bool) -> None:
        """Show the notes, with one of them chosen; whether some are to be written decides what is printed."""
        self._summary.set_text(listed.summary)
        self._summary.setVisible(bool(listed.summary))
        self.print_all.setVisible(to_write)
        self.list.blockSignals(True)
        self.list.set_rows_and_choice(listed.rows, chosen)
        self.list.blockSignals(False)
        self.list.setVisible(bool(listed.rows))

    def show_note(self, page: NotePage | None, *, keep_typed: bool) -> None:
        """Show a note, or that nobody waits for one."""
        if page is not None:
            self.note.show_page(page, keep_typed=keep_typed)
        if not self.asks_whom:
            self._right.setCurrentWidget(self.note if page else self._nobody)

    def ask_whom(self) -> None:
        """Ask whom a new note is for."""
        self._right.setCurrentWidget(self.whom)
        self.whom.begin()

    def stop_asking(self, *, has_note: bool) -> None:
        """Back to the notes."""
        self._right.setCurrentWidget(self.note if has_note else self._nobody)

    def focus_first(self) -> None:
        """Stand in the list, or where a note begins."""
        (self.list if self.list.rows() else self.new_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def at_first(self) -> bool:
        """Whether the focus is where :meth:`focus_first` puts it."""
        return self.list.hasFocus() or self.new_button.hasFocus()

    def focus_words(self) -> None:
        """Put the caret into the words, or where the note goes on when they are written."""
        if self.note.editable:
            self.note.writing.words.setFocus()
        elif self.note.buttons:
            self.note.buttons[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._side.fit(self.width())
