"""The fields in which it is written how a visit went."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import IconButton
from frontdesk.ui.kit.label import Label, Tone, heading
from frontdesk.ui.kit.measures import XS, M, S, Size
from frontdesk.ui.rooms.desk.forms.kept import KeptForm
from frontdesk.ui.rooms.desk.widgets.field_box import Hands
from frontdesk.ui.rooms.desk.widgets.field_grid import FieldGrid
from frontdesk.ui.rooms.desk.widgets.panels import INSET

_LEAST = 130


class VisitFields(QWidget):
    """The fields on the row of one visit."""

    def __init__(self, form: KeptForm, when: str, leave: Callable[[], None]) -> None:
        """``leave`` brings the words back."""
        super().__init__()
        self.form, self._leave = form, leave
        hands = Hands(form.leave, keep_theirs=form.keep_theirs, save_mine=form.save_mine)
        self.grid = FieldGrid(form.specs.values(), hands, columns=4, least=_LEAST)
        form.being_typed, form.commit = self.grid.being_typed, self.grid.commit
        self._notices = Label(size=Size.LESS, tone=Tone.AMBER, lines=0)
        close = IconButton("check", tr("Done with this visit"), "Esc")
        close.clicked.connect(leave)
        head = QHBoxLayout()
        head.addWidget(heading(tr("Visit · {when}").format(when=when)), 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, S, INSET, M)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self.grid)
        column.addWidget(self._notices)
        self.present()

    def present(self) -> None:
        """Show what has become of the fields."""
        form = self.form
        theirs = {name: form.about(one) for name, one in form.conflicts.items()}
        self.grid.present(form.typed, form.errors, theirs=theirs)
        self._notices.set_text("\n".join(form.notices))
        self._notices.setVisible(bool(form.notices))

    def write(self) -> None:
        """Put the caret where it says how it went."""
        box = self.grid.boxes["note"]
        box.focus()
        for line in box.lines:
            line.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is done with it; a field that was changed has taken it before."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
