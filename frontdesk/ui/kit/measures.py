"""Sizes of type, distances and the colours shown now.

Everything is measured in logical pixels at 100 % text. The text scale lives in the application's own
font, so a widget asks here and needs no theme handed to it.
"""

from enum import IntEnum

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit.colours import DARK, LIGHT, Colours

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""The distances between things."""

CORNER = 9

SCROLL_BAR = 11
"""How wide a scroll bar is, at every size of text."""


class Size(IntEnum):
    """Heights of type in pixels at 100 % text."""

    TINY = 11
    SMALL = 12
    LESS = 13
    BODY = 14
    RESULT = 16
    SEARCH = 18
    TITLE = 24
    NAME = 30


LINE = 1.45
"""Height of a line over the height of its type: Indic signs above and below need 1.4 or more."""


def text_scale() -> float:
    """How much larger than 100 % the text is."""
    pixels = QApplication.font().pixelSize()
    return pixels / Size.BODY if pixels > 0 else 1.0


def px(length: float) -> int:
    """``length`` grown with the text."""
    return round(length * text_scale())


def picture_px(length: float) -> int:
    """``length`` of a picture: it grows half as much as the text, to leave room for words."""
    return round(length * (1 + text_scale()) / 2)


def font(size: float = Size.BODY, bold: bool = False) -> QFont:
    """The program's typeface at a size."""
    chosen = QFont(QApplication.font())
    chosen.setPixelSize(max(1, px(size)))
    if bold:
        chosen.setWeight(QFont.Weight.Bold)
    return chosen


def colours() -> Colours:
    """The set of colours shown now."""
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT
