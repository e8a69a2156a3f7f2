"""The corridor at the left: an icon and a word for each room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Pressable
from frontdesk.ui.kit.drawing import box, hair_line, keys_in_words
from frontdesk.ui.kit.icon import draw_icon
from frontdesk.ui.kit.measures import XS, Size, colours, font, picture_px, px
from frontdesk.ui.shell.corridor import RoomSpec

_WIDTH = 63
_ICON = 22
_AIR = 9
_MARGIN = 6


class _Tile(Pressable):
    """One room: pressed while one is in it."""

    def __init__(self, spec: RoomSpec, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._spec = spec
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say()

    def say(self) -> None:
        """Take the room's word in the language of the moment."""
        words, keys = self._spec.title(), keys_in_words(self._spec.shortcut)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{words} ({keys})")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the icon and the word beneath it."""
        words = QFontMetricsF(font(Size.TINY, bold=True))
        width = max(px(_WIDTH), round(words.horizontalAdvance(self.text())) + 2 * XS)
        return QSize(width, picture_px(_ICON) + XS + round(words.height()) + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the room one is in, the icon and the word."""
        shown = colours()
        painter = QPainter(self)
        here = self.isChecked()
        whole = QRectF(self.rect())
        if here or self.underMouse():
            box(painter, whole, shown.brand_ground if here else shown.ground, corner=8)
        if self.hasFocus():
            box(painter, whole, "", shown.brand, 8, 2 * max(1, round(self.devicePixelRatioF())))
        ink = shown.brand if here else shown.soft
        side = picture_px(_ICON)
        draw_icon(painter, QRectF((self.width() - side) / 2, _AIR, side, side), self._spec.icon, ink)
        painter.setFont(font(Size.TINY, bold=here))
        painter.setPen(QColor(ink))
        under = whole.adjusted(0, _AIR + side + XS, 0, 0)
        painter.drawText(under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())


class CorridorBar(QScrollArea):
    """All rooms, one above the other; ``chosen`` carries the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, corridor: Sequence[RoomSpec], parent: QWidget | None = None) -> None:
        """Nobody is in any room yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Rooms"))
        inside = _Ground()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, _MARGIN + XS, _MARGIN + 1, _MARGIN)
        column.setSpacing(XS)
        self._tiles = {spec.key: _Tile(spec, inside) for spec in corridor}
        for spec in sorted(corridor, key=lambda spec: spec.at_foot):
            if spec.at_foot:
                column.addStretch(1)
            column.addWidget(self._tiles[spec.key])
            self._tiles[spec.key].clicked.connect(self._on_pressed)
        if not any(spec.at_foot for spec in corridor):
            column.addStretch(1)
        self.setWidget(inside)
        self._fit()

    def show_room(self, key: str) -> None:
        """Mark the room one is in now."""
        self._tiles[key].setChecked(True)

    def say(self) -> None:
        """Take the words of the language of the moment."""
        for tile in self._tiles.values():
            tile.say()
        self._fit()

    def _fit(self) -> None:
        widest = max((tile.sizeHint().width() for tile in self._tiles.values()), default=0)
        self.setFixedWidth(widest + 2 * _MARGIN + 1)

    def _on_pressed(self) -> None:
        for key, tile in self._tiles.items():
            if tile is self.sender():
                self.chosen.emit(key)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_tiles"):
            self._fit()


class _Ground(QWidget):
    """The panel behind the tiles, with a line at its right."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        shown = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shown.panel))
        right = self.width() - 0.5
        hair_line(painter, QPointF(right, 0), QPointF(right, self.height()), shown.line)
