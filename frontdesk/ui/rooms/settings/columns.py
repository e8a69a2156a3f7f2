"""Cards in two columns, or in one where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit.measures import L, px

_ROOM_FOR_TWO = 860


class Columns(QWidget):
    """Two columns of widgets; in a narrow window the second stands under the first."""

    def __init__(self, first: Sequence[QWidget], second: Sequence[QWidget]) -> None:
        """Reading order is the first column, then the second."""
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(L)
        for parts in (first, second):
            column = QVBoxLayout()
            column.setSpacing(L)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            self._box.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one column, or back."""
        directions = QBoxLayout.Direction
        wide = self.width() >= px(_ROOM_FOR_TWO)
        wanted = directions.LeftToRight if wide else directions.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
        super().resizeEvent(event)
