"""A person's name as the largest thing there is: whole, however long it is."""

import re
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.label import Label
from frontdesk.ui.kit.measures import Size, font
from frontdesk.ui.kit.shaping import Shape, Wording, shape

_SIZES = (Size.NAME, Size.TITLE, Size.SEARCH)
_LINES = 2
_BETWEEN_WORDS = re.compile(r"[\s-]+")


class NameLabel(Label):
    """The name in the largest type in which it takes two lines and no word of it is broken.

    What must be known stands under the name: five lines of a long one would push it out of sight.
    """

    def __init__(self, text: str = "", *, largest: Size = Size.NAME, parent: QWidget | None = None) -> None:
        """``largest`` is the size of a short name."""
        super().__init__(text, size=largest, lines=0, parent=parent)

    def _lay_out(self, wording: Wording, width: float) -> Shape:
        sizes = [size for size in _SIZES if size <= self._size]
        for size in sizes[:-1]:
            laid = super()._lay_out(replace(wording, font=font(size)), width)
            if laid.layout.lineCount() <= _LINES and _widest_word(wording.text, size) <= width:
                return laid
        return super()._lay_out(replace(wording, font=font(sizes[-1])), width)


def _widest_word(text: str, size: Size) -> float:
    words = _BETWEEN_WORDS.split(text)
    return max(shape(Wording(word, font(size))).size.width() for word in words)
