"""Buttons of the bars: words, a face or keys, without a frame until they are pointed at."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit.avatar import draw_avatar
from frontdesk.ui.kit.button import Pressable
from frontdesk.ui.kit.drawing import box, cap_size, key_cap, keys_in_words
from frontdesk.ui.kit.measures import XS, S, Size, colours, font, picture_px

_FACE = 28
_CORNER = 6


class FlatButton(Pressable):
    """Words, with a key cap before or after them, and perhaps a monogram."""

    def __init__(
        self,
        text: str,
        hint: str = "",
        *,
        size: Size = Size.BODY,
        soft: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``soft`` words are quieter, and stand after their keys."""
        super().__init__(text, parent)
        self._hint, self._size, self._soft = hint, size, soft
        self._monogram, self._colour = "", 0
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys_in_words(hint) if hint else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, monogram: str = "", colour: int = 0) -> None:
        """Say something else; a monogram stands before the words."""
        self._monogram, self._colour = monogram, colour
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[float, float, float]:
        """Of the face, the words and the keys, each with its gap."""
        face = picture_px(_FACE) + S if self._monogram else 0.0
        words = QFontMetricsF(font(self._size)).horizontalAdvance(self.text())
        keys = cap_size(self._hint)[0] if self._hint else 0.0
        return face, words, keys + (S if keys and words else 0)

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        high = QFontMetricsF(font(self._size)).height() + XS
        high = max(high, picture_px(_FACE) if self._monogram else 0, cap_size(self._hint or "F1")[1])
        return QSize(round(sum(self._widths())) + 2 * XS + 2, round(high) + 2 * 2)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face, the words and the keys."""
        shown = colours()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            box(painter, whole, shown.brand_ground if self.isDown() else shown.ground, shown.line, _CORNER)
        if self.hasFocus():
            box(painter, whole, "", shown.brand, _CORNER, 2 * max(1, round(self.devicePixelRatioF())))
        face, words, keys = self._widths()
        x = float(XS)
        if face:
            side = picture_px(_FACE)
            disc = QRectF(x, (self.height() - side) / 2, side, side)
            draw_avatar(painter, disc, self._monogram, self._colour)
            x += face
        at_keys = x if self._soft else x + words + S if words else x
        if keys:
            y = (self.height() - cap_size(self._hint)[1]) / 2
            key_cap(painter, QPointF(at_keys, y), self._hint, shown.soft, shown.ground, shown.line)
        painter.setFont(font(self._size))
        painter.setPen(QColor(shown.soft if self._soft else shown.ink))
        place = QRectF(x + keys if self._soft else x, 0, words + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
