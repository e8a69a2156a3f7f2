"""Boxes, pills and key caps: thin lines, round corners, no shadows."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.measures import CORNER, Size, font, px

_CAP_PADDING = 5


def box(
    painter: QPainter,
    rect: QRectF,
    fill: str | QColor,
    line: str | QColor = "",
    corner: float = CORNER,
    width: int = 1,
) -> None:
    """Fill a box with round corners; its border is ``width`` device pixels wide and lies inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = rect
    if line:
        ratio = painter.device().devicePixelRatioF()
        pen = QPen(QColor(line), width)
        pen.setCosmetic(True)
        painter.setPen(pen)
        half = width / ratio / 2
        inner = rect.adjusted(half, half, -half, -half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(inner, corner, corner)
    painter.restore()


def hair_line(painter: QPainter, start: QPointF, end: QPointF, colour: str) -> None:
    """A line one device pixel wide."""
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLine(start, end)


def keys_in_words(shortcut: str) -> str:
    """``Ctrl+Enter`` as the keyboard in front of the user names it."""
    if QGuiApplication.platformName() == "cocoa":
        marks = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Enter": "↩"}
        return "".join(marks.get(key, key) for key in shortcut.split("+"))
    names = {
        "Ctrl": tr("Ctrl"),
        "Shift": tr("Shift"),
        "Alt": tr("Alt"),
        "Enter": tr("Enter"),
        "Esc": tr("Esc"),
    }
    plus = shortcut.endswith("++")
    keys = [names.get(key, key) for key in shortcut.removesuffix("+").removesuffix("+").split("+")]
    return "+".join([*keys, "+"] if plus else keys)


def cap_size(shortcut: str) -> tuple[float, float]:
    """Width and height of a key cap."""
    width, height = words_size(keys_in_words(shortcut), font(Size.TINY))
    return width + 2 * px(_CAP_PADDING) + 2, max(height, px(Size.TINY) * 1.5) + 2


@lru_cache(maxsize=256)
def words_size(words: str, kind: QFont) -> tuple[float, float]:
    """Width and height of words on one line."""
    metrics = QFontMetricsF(kind)
    return metrics.horizontalAdvance(words), metrics.height()


def key_cap(painter: QPainter, at: QPointF, shortcut: str, ink: str, fill: str = "", line: str = "") -> None:
    """Draw a key cap with ``at`` as its upper left corner."""
    width, height = cap_size(shortcut)
    rect = QRectF(round(at.x()), round(at.y()), round(width), round(height))
    box(painter, rect, fill, line or ink, 4)
    painter.setFont(font(Size.TINY))
    painter.setPen(QColor(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys_in_words(shortcut))
