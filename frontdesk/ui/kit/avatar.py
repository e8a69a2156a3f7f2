"""A face, or the first letters of a name on a ground of the person's own."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTextLayout,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from frontdesk.ui.kit.colours import LIGHT, MONOGRAM_GROUNDS, MONOGRAM_INK
from frontdesk.ui.kit.measures import picture_px
from frontdesk.ui.kit.shaping import Wording, shape

UNKNOWN = -1
"""The colour of somebody who is not known yet."""

_LETTERS, _ROOM = 0.36, 0.76
"""Height of the letters, and the most they may take in width, of the disc's diameter."""


def face(photo: bytes | None, side: int) -> QPixmap | None:
    """The middle square of an encoded photo in ``side`` device pixels; ``None`` where it cannot be read."""
    image = QImage.fromData(photo) if photo else QImage()
    if image.isNull():
        return None
    least = min(image.width(), image.height())
    square = image.copy((image.width() - least) // 2, (image.height() - least) // 2, least, least)
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(square.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))


def draw_avatar(
    painter: QPainter, rect: QRectF, monogram: str, colour: int, photo: QPixmap | None = None
) -> None:
    """Draw a person's face, or monogram, as a disc that fills the square ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if photo is not None:
        brush = QBrush(photo)
        scale = rect.width() / photo.width()
        brush.setTransform(QTransform.fromTranslate(rect.x(), rect.y()).scale(scale, scale))
        painter.setBrush(brush)
        painter.drawEllipse(rect)
    else:
        ground = LIGHT.red if colour == UNKNOWN else MONOGRAM_GROUNDS[colour % len(MONOGRAM_GROUNDS)]
        painter.setBrush(QColor(ground))
        painter.drawEllipse(rect)
        _draw_letters(painter, rect, monogram or "?")
    painter.restore()


def _draw_letters(painter: QPainter, rect: QRectF, letters: str) -> None:
    laid, at = _in_the_middle(letters, rect.width(), QApplication.font())
    painter.setPen(QColor(MONOGRAM_INK))
    laid.draw(painter, rect.topLeft() + at)


@lru_cache(maxsize=256)
def _in_the_middle(letters: str, diameter: float, body: QFont) -> tuple[QTextLayout, QPointF]:
    """Letters laid out for a disc, and where they stand in it; ``body`` is the type of other words."""
    size, room = diameter * _LETTERS, diameter * _ROOM
    laid = shape(Wording(letters, _bold(body, size))).layout
    if (wide := laid.lineAt(0).horizontalAdvance()) > room:
        laid = shape(Wording(letters, _bold(body, size * room / wide))).layout
    line = laid.lineAt(0)
    across, down = diameter - line.horizontalAdvance(), diameter - line.ascent() - line.descent()
    return laid, QPointF(across / 2, down / 2 - line.y())


def _bold(body: QFont, size: float) -> QFont:
    kind = QFont(body)
    kind.setPixelSize(max(1, round(size)))
    kind.setWeight(QFont.Weight.Bold)
    return kind


class Avatar(QWidget):
    """A person's face or monogram; the name stands beside it, so it has none of its own."""

    def __init__(self, size: int = 44, parent: QWidget | None = None) -> None:
        """``size`` is the diameter in pixels at 100 % text."""
        super().__init__(parent)
        self._size = size
        self._monogram, self._colour = "", 0
        self._photo: bytes | None = None
        self._face: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, monogram: str, colour: int, photo: bytes | None = None) -> None:
        """Show ``photo`` (JPEG, PNG or WebP), or the monogram on ground number ``colour``."""
        self._monogram, self._colour, self._photo = monogram, colour, photo
        self._face = None
        self.update()

    def set_size(self, size: int) -> None:
        """Make the disc larger or smaller; in pixels at 100 % text."""
        if size != self._size:
            self._size, self._face = size, None
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(picture_px(self._size), picture_px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the disc."""
        if self._photo and self._face is None:
            self._face = face(self._photo, round(self.width() * self.devicePixelRatioF()))
        draw_avatar(QPainter(self), QRectF(self.rect()), self._monogram, self._colour, self._face)
