"""A list of people or things to do: one line of words, one of detail, a badge; by keyboard and by mouse."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QWidget

from frontdesk.ui.kit.measures import SCROLL_BAR
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.row_layout import RowLayouts
from frontdesk.ui.kit.row_model import Index, RowModel
from frontdesk.ui.kit.row_painting import RowPainter

_REST_MS = 40
_FIRST = 50
"""So many rows are laid out before a long list is shown, and between two looks at what the user does."""

_FAR = (Qt.Key.Key_End, Qt.Key.Key_PageDown)
_RELAYING = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


class RowList(QListView):
    """The list on the screen.

    ``opened`` follows Enter or a click, ``selected`` a move to another row, ``ticked`` the space bar or
    a click on the box, ``menu_asked`` the menu key or the other mouse button. These carry the row's key.
    ``left_at_top`` follows Up on the first row, ``left_at_bottom`` Down on the last.
    """

    opened = Signal(object)
    selected = Signal(object)
    ticked = Signal(object)
    menu_asked = Signal(object, QPoint)
    left_at_top = Signal()
    left_at_bottom = Signal()

    def __init__(
        self,
        name: str,
        *,
        fit: bool = False,
        most: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is for screen readers; with ``fit`` the list is as high as its rows.

        With ``most`` it is no higher than its rows, and those beyond so many pixels, which cannot be
        seen before somebody scrolls, are laid out once no other rows have come for a moment.
        Otherwise a list that is at its top is shown with its first rows, and Qt lays out the others
        while the window goes on.
        """
        super().__init__(parent)
        self._fit, self._most = fit, most
        self._model = RowModel(self)
        self._layouts = RowLayouts(self._room)
        self._painter = RowPainter(self._layouts, self, framed=fit)
        self._told: Hashable | None = None
        self.setBatchSize(_FIRST)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._relaying = QTimer(self)  # a new theme brings several such events: lay out once, after the last
        self._relaying.setSingleShot(True)
        self._relaying.setInterval(0)
        self._relaying.timeout.connect(self._lay_again)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._lay_rest)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.fit_height()

    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    def set_rows(self, rows: Sequence[Row], *, select_first: bool = False) -> None:
        """Show these; the row that was selected stays so, unless ``select_first`` asks for the best one."""
        self.set_rows_and_choice(rows, rows[0].key if select_first and rows else self.current_key())

    def set_rows_and_choice(self, rows: Sequence[Row], chosen: Hashable | None) -> None:
        """Show these, with the row of the key ``chosen`` selected; none where it is not among them."""
        at = _place(rows, chosen)
        if rows is not self._model.rows:
            hurry = self._most is not None and at == 0  # then the list is at its top
            self._layouts.show(rows, hurry=hurry)
            self._model.set_rows(rows)
            self.fit_height()
            if hurry:
                self._rest.start()
        self.setCurrentIndex(QModelIndex() if at is None else self._model.index(at))

    def current_key(self) -> Hashable | None:
        """The key of the selected row."""
        index = self.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() else None

    def select(self, key: Hashable) -> bool:
        """Select the row with this key; answers whether there is one."""
        at = _place(self._model.rows, key)
        if at is not None:
            self._select_at(at)
        return at is not None

    def move(self, steps: int) -> None:  # type: ignore[override]
        """Select another row, so many down or up, stopping at the ends."""
        if self._model.rows:
            now = self.currentIndex().row()
            self._select_at(max(0, min(len(self._model.rows) - 1, now + steps)))

    def _select_at(self, place: int) -> None:
        self._lay_rest()
        self._lay_to(place)
        self.setCurrentIndex(self._model.index(place))

    def open_current(self) -> None:
        """As if Enter were pressed on the selected row."""
        key = self.current_key()
        if key is not None:
            self.opened.emit(key)

    def fit_height(self) -> None:
        """Become as high as the rows, where the list is to be so."""
        self._layouts.look()
        if self._most is not None:
            height = self._height(self._most())
            self.setMaximumHeight(height + 1 if height else 0)
        elif self._fit and self.isVisible():  # its width is not known before it is shown
            self.setFixedHeight(self._height())

    def _height(self, most: int | None = None) -> int:
        """How high the rows are together; those beyond ``most`` pixels are not asked."""
        height = 0
        for place in range(len(self._model.rows)):
            if most is not None and height >= most:
                return most
            height += self._layouts.at(place).height
        return height

    def _room(self) -> int:
        """The width for a row's words: beside the scroll bar, also while none is needed.

        So a list that turns out to be longer than the screen need not be laid out a second time.
        """
        return max(1, self.width() - (0 if self._fit else SCROLL_BAR))

    def _lay_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.fit_height()

    def _lay_rest(self) -> None:
        """Place the rows that nobody could see until now where they belong."""
        if self._layouts.end_hurry():
            self.scheduleDelayedItemsLayout()

    def _lay_to(self, place: int) -> None:
        """See that a row has its place at once."""
        if self._model.rows and not self.visualRect(self._model.index(place)).isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            super().doItemsLayout()

    def _show_in_page(self) -> None:
        """Scroll the page around the list to the selected row."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = above.widget() if above is not None else None
        if above is not None and page is not None:
            rect = self.visualRect(self.currentIndex())
            middle = self.viewport().mapTo(page, rect.center())
            above.ensureVisible(middle.x(), middle.y(), 0, rect.height())

    def doItemsLayout(self) -> None:
        """Place the rows, as they look now."""
        self._layouts.look()
        at_top = self.verticalScrollBar().value() == 0 and self.currentIndex().row() < _FIRST
        plain = not self._fit and self._most is None
        modes = QListView.LayoutMode
        self.setLayoutMode(modes.Batched if plain and at_top else modes.SinglePass)
        super().doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, as they look now."""
        self._layouts.look()
        super().paintEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is selected."""
        super().currentChanged(current, previous)
        key = self._model.rows[current.row()].key if current.isValid() else None
        if key is not None and key != self._told:
            self._told = key
            self.selected.emit(key)
        if self._fit and current.isValid() and self.hasFocus():
            QTimer.singleShot(0, self, self._show_in_page)  # once the page knows how high the list is

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, space, the menu key and the arrows are ours; letters go on to the window."""
        self._lay_rest()
        key, row = event.key(), self.currentIndex().row()
        last = len(self._model.rows) - 1
        self._lay_to(last if key in _FAR else min(last, row + 1))
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.open_current()
        elif key == Qt.Key.Key_Space and row >= 0 and self._model.rows[row].tick is not None:
            self.ticked.emit(self.current_key())
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left_at_top.emit()
        elif key == Qt.Key.Key_Down and row == last:
            self.left_at_bottom.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do not search in the list: they go to the search box."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row, or tick its box."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        row, rect = self._model.rows[index.row()], self.visualRect(index)
        rect.setTop(rect.top() + self._layouts.at(index.row()).top)
        if not rect.contains(at):  # on the heading above it
            return
        if row.tick is not None and self._painter.on_box(at, rect):
            self.ticked.emit(row.key)
        else:
            self.opened.emit(row.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the row that was pointed at, or is selected."""
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if index.isValid():
            rect = self.visualRect(index)
            at = rect.center() if by_keys else event.pos()
            self.menu_asked.emit(self._model.rows[index.row()].key, self.viewport().mapToGlobal(at))

    def showEvent(self, event: QShowEvent) -> None:
        """Become as high as the rows that were set meanwhile."""
        super().showEvent(event)
        self.fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words may wrap differently now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Words may be larger now."""
        super().changeEvent(event)
        if event.type() in _RELAYING and hasattr(self, "_relaying"):
            self._relaying.start()


def _place(rows: Sequence[Row], key: Hashable | None) -> int | None:
    return next((place for place, row in enumerate(rows) if row.key == key), None)
