"""The Renewals room on the screen: who is next at the left, the talk sheet at the right."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.label import Label, Tone, title
from frontdesk.ui.kit.measures import L, M, S
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.side_column import SideColumn
from frontdesk.ui.rooms.renewals.books import Listed, Sheet
from frontdesk.ui.rooms.renewals.presenter import HAVE_LEFT, SPANS
from frontdesk.ui.rooms.renewals.sheet_view import SheetView


class RenewalsPage(QWidget):
    """The room's widget; ``chosen`` carries the key of the row one is at."""

    chosen = Signal(object)
    span_chosen = Signal(object)

    def __init__(self) -> None:
        """Nobody listed yet."""
        super().__init__()
        self.list = RowList(tr("Memberships that end"))
        spans = [(days, tr("within {n} days").format(n=days)) for days in SPANS]
        spans.append((HAVE_LEFT, tr("have left us")))
        self.span: ChoiceField[int] = ChoiceField("", spans, name=tr("Ending within"))
        self.print_all = Button(tr("Print all"), icon="print", small=True)
        self.sheet = SheetView()
        self._summary = Label(tone=Tone.SOFT, lines=0)
        self._side = SideColumn()
        self._right = QStackedWidget()
        self._nobody = Page(panel=True)
        self._quiet = Label(tone=Tone.SOFT, lines=0)
        self._nobody.add(self._quiet)
        self._right.addWidget(self._nobody)
        self._right.addWidget(self.sheet)
        self._fill_side()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._right, 1)
        self.list.selected.connect(self.chosen)
        self.list.opened.connect(lambda _key: self.sheet.focus_first())
        self.span.left.connect(self.span_chosen)

    def _fill_side(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(L, L, L, 0)
        head.setSpacing(S)
        head.addWidget(title(tr("Renewals")))
        head.addWidget(self._summary)
        choose = QHBoxLayout()
        choose.setSpacing(S)
        choose.addWidget(self.span, 1)
        choose.addWidget(self.print_all, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(choose)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_list(self, listed: Listed, chosen: Hashable | None, span: int) -> None:
        """Show whose membership ends, or who has left, with one of them chosen."""
        self.span.set_value(span)
        self._summary.set_text(listed.summary)
        self._summary.setVisible(bool(listed.summary))
        left = span == HAVE_LEFT
        self.print_all.setVisible(bool(listed.rows) and not left)
        words = tr("Nobody's membership ends in these days, and none has ended unspoken of.")
        self._quiet.set_text(tr("Nobody has left whom we could ask back.") if left else words)
        self.list.blockSignals(True)
        self.list.set_rows_and_choice(listed.rows, chosen)
        self.list.blockSignals(False)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show somebody's sheet, or that nobody is to be talked to."""
        if sheet is not None:
            self.sheet.show_sheet(sheet)
        self._right.setCurrentWidget(self.sheet if sheet else self._nobody)

    def focus_first(self) -> None:
        """Stand in the list, or where it can be made longer."""
        (self.list if self.list.rows() else self.span).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._side.fit(self.width())
