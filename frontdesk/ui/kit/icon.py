"""Line icons from ``resources/icons``, drawn in the colour that is asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.paths import resources
from frontdesk.ui.kit.label import Tone
from frontdesk.ui.kit.measures import colours, px


@cache
def _source(name: str) -> str:
    return resources("icons", f"{name}.svg").read_text(encoding="utf-8")


def draw_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw the icon ``name`` inside ``rect``."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, rect)
    painter.restore()


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """A plain Qt icon, for menus and line edits."""
    ratio = 2
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, QRectF(0, 0, size * ratio, size * ratio), name, colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)


class Icon(QWidget):
    """An icon that stands by itself, beside words that say the same."""

    def __init__(
        self, name: str, size: int = 20, tone: Tone = Tone.SOFT, parent: QWidget | None = None
    ) -> None:
        """``size`` is in pixels at 100 % text."""
        super().__init__(parent)
        self._name, self._size, self._tone = name, size, tone

    def show_icon(self, name: str, tone: Tone) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        """Draw the icon in the middle."""
        side = px(self._size)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        draw_icon(painter, rect, self._name, self._tone.of(colours()))
