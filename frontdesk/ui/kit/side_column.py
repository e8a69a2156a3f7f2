"""The column at the left of a room: its share of the width, and the line that parts it from the rest."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.measures import colours, px

_SHARE = 0.357
"""The column's part of the width, as drawn."""

_WIDEST, _NARROWEST, _NARROWEST_SHARE = 460, 320, 0.42


class SideColumn(QWidget):
    """Fill it; whoever holds it tells it of every new width with :meth:`fit`."""

    def fit(self, whole: int) -> None:
        """Take a share of ``whole`` pixels."""
        least = min(px(_NARROWEST), round(whole * _NARROWEST_SHARE))
        self.setFixedWidth(max(least, min(px(_WIDEST), round(whole * _SHARE))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(colours().line))
