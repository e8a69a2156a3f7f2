"""Several pieces of paper bound together: each begins on a page of its own."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from frontdesk.reports.printing.pages import Pages


class Bound(Pages):
    """Pages one after the other, all of the first one's size."""

    def __init__(self, title: str, parts: Sequence[Pages]) -> None:
        """At least one part."""
        self.title, self._parts = title, parts
        self.size = parts[0].size
        self.count = sum(part.count for part in parts)

    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        """Draw page ``number`` of all, counted from 1."""
        for part in self._parts:
            if number <= part.count:
                part.draw(painter, number, dots)
                return
            number -= part.count
