"""The left column: the search box, who it may be, and how to add whoever is not here."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Rule
from frontdesk.ui.kit.label import Label, Tone, heading
from frontdesk.ui.kit.measures import S, Size, font, px
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.search_box import SearchBox
from frontdesk.ui.kit.side_column import SideColumn
from frontdesk.ui.rooms.desk.presenter import DeskPresenter
from frontdesk.ui.rooms.desk.widgets.keys import let_keys_through

_MARGIN = 14
_BESIDE_NAME = 150
"""Pixels at 100 % text that the button for adding needs besides the name."""

_LEAST_NAME = 60


class DeskColumn(SideColumn):
    """Shows the presenter's column and hands on what is typed and chosen."""

    def __init__(self, presenter: DeskPresenter, add: Callable[[], None]) -> None:
        """``add`` begins somebody new."""
        super().__init__()
        self._presenter = presenter
        self._showing = False
        self.search = SearchBox(tr("Name, phone or card number"), tr("Search people"))
        self._heading = heading("")
        # No higher than its rows, so that what can be done for somebody else stands right below.
        self.list = RowList(tr("People found"), most=self.height)
        self._hint = Label(tone=Tone.SOFT, lines=0)
        self._heading_box, self._hint_box = _inset(self._heading, above=0), _inset(self._hint, beneath=0)
        self._not_here = Label(tr("Not here?"), size=Size.LESS, tone=Tone.SOFT)
        self.add = Button("", "Ctrl+N", small=True)
        self.add.clicked.connect(add)
        self._offer = self._offer_row()
        self._lay_out()
        self._connect()

    def present(self) -> None:
        """Show what the finder has found."""
        column = self._presenter.finder.column
        self._showing = True
        self.search.set_count(column.count)
        self._heading.set_text(column.heading)
        self._heading_box.setVisible(bool(column.heading))
        self.list.set_rows_and_choice(column.rows, column.chosen)
        self._hint.set_text(column.hint)
        self._hint_box.setVisible(bool(column.hint))
        self._offer.setVisible(bool(column.offer))
        self._name_offer(column.offer)
        self._showing = False

    def focus(self) -> None:
        """Put the caret into the box; what stands in it is selected, so that the next letters replace it."""
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_inset(self.search))
        column.addWidget(self._heading_box)
        column.addWidget(Rule())
        column.addWidget(self.list, 1)
        column.addWidget(self._hint_box)
        column.addWidget(self._offer)
        column.addStretch(0)

    def _connect(self) -> None:
        presenter = self._presenter
        let_keys_through(self.search)
        self.search.asked.connect(presenter.type)
        self.search.moved.connect(self.list.move)
        self.search.chosen.connect(presenter.open_chosen)
        self.search.chosen.connect(self.search.selectAll)
        self.list.selected.connect(self._on_selected)
        self.list.opened.connect(presenter.open)
        self.list.left_at_top.connect(self.search.setFocus)

    def _on_selected(self, key: int) -> None:
        if not self._showing:
            self._presenter.finder.choose(self._presenter.known(key))

    def _offer_row(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.setSpacing(S)
        row.addWidget(self._not_here)
        row.addWidget(self.add)
        row.addStretch(1)
        return box

    def _name_offer(self, name: str) -> None:
        """Cut a long name where the column ends."""
        asked = self._not_here.sizeHint().width()
        room = self.width() - px(_BESIDE_NAME)
        self._not_here.setVisible(room - asked > px(_LEAST_NAME))
        room = max(px(_LEAST_NAME), room - asked * (not self._not_here.isHidden()))
        short = QFontMetrics(font(Size.LESS)).elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.add.set_words(tr("Add “{name}”").format(name=short))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows may be higher or lower now."""
        super().resizeEvent(event)
        self.list.fit_height()
        self._name_offer(self._presenter.finder.column.offer)


def _inset(part: QWidget, above: int = _MARGIN, beneath: int = _MARGIN) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(_MARGIN, above, _MARGIN, beneath)
    column.addWidget(part)
    return box
