"""A layout that puts widgets beside each other and goes on to a new line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets in reading order, ``spacing`` pixels apart, wrapped like words.

    Those of a line stand on one middle, however high each of them is.
    """

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        """Nothing in it yet."""
        super().__init__(parent) if parent else super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def clear(self) -> None:
        """Take all widgets out and let them go."""
        while self._items:
            item = self._items.pop()
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def _shown(self) -> list[QLayoutItem]:
        """Hidden widgets take no room."""
        return [one for one in self._items if not one.isEmpty()]

    def _arrange(self, rect: QRect, place: bool) -> int:
        """Set the widgets out in ``rect`` (only when ``place``); answers the height it takes."""
        y = rect.y()
        for line in self._lines(rect.width()):
            x, tallest = rect.x(), max(one.sizeHint().height() for one in line)
            for one in line:
                size = one.sizeHint()
                if place:
                    at = QPoint(x, y + (tallest - size.height()) // 2)
                    one.setGeometry(QRect(at, size.boundedTo(QSize(rect.width(), size.height()))))
                x += size.width() + self.spacing()
            y += tallest + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Those that are shown, as many on a line as fit into it."""
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for one in self._shown():
            wide = one.sizeHint().width()
            if not lines or taken + wide > width:
                lines.append([])
                taken = 0
            lines[-1].append(one)
            taken += wide + self.spacing()
        return lines

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at this place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than its widgets do."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in ``width``."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets out."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [line_item.sizeHint() for line_item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest widget alone."""
        sizes = [line_item.minimumSize() for line_item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))
