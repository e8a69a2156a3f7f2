"""The ground of the bars above and below the rooms."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit.drawing import hair_line
from frontdesk.ui.kit.measures import colours


class Bar(QWidget):
    """A panel with a line towards the rooms: beneath it, or above it when ``at_foot``."""

    def __init__(self, *, at_foot: bool = False, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._at_foot = at_foot
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and line."""
        shown = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shown.panel))
        y = 0.5 if self._at_foot else self.height() - 0.5
        hair_line(painter, QPointF(0, y), QPointF(self.width(), y), shown.line)
