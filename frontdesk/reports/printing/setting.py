"""Text set into lines of one width: measured before it is drawn, and never cut."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine

from frontdesk.reports.eliding import is_indic
from frontdesk.reports.paper import Box
from frontdesk.reports.printing.letters import sans, wrapping
from frontdesk.reports.printing.pages import DOTS, DPI

_HAIR = 0.05 * DOTS  # what rounding may add to a line
_INDIC_LINE = 1.4  # vowel signs stand above and below their letters
_MAY_BREAK = " \t-\u2010\u2013/\u2028"

Align = Qt.AlignmentFlag


class SetText:
    """Paragraphs in ``lines`` of ``width`` millimetres; ``height`` is what they take.

    ``whole`` is whether no word is broken, ``inside`` whether no line reaches beyond the width.
    """

    def __init__(
        self, paragraphs: Iterable[str], points: float, width: float, align: Align = Align.AlignLeading
    ) -> None:
        """Set the text, on the application's thread."""
        self.whole = self.inside = True
        self.lines: list[str] = []
        self._set = [self._paragraph(text, points, width * DOTS, align) for text in paragraphs]
        self.height = sum(bottom for _, bottom in self._set) / DOTS

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it from a place in millimetres, with a painter that counts in the layout's dots."""
        at = QPointF(left * DOTS, top * DOTS)
        for layout, bottom in self._set:
            layout.draw(painter, at)
            at.setY(at.y() + bottom)

    def _paragraph(self, text: str, points: float, width: float, align: Align) -> tuple[QTextLayout, float]:
        font = sans()
        font.setPixelSize(round(points / 72 * DPI))
        layout, option = QTextLayout(text or " ", font), wrapping()
        option.setAlignment(align)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.beginLayout()
        least = font.pixelSize() * _INDIC_LINE if is_indic(text) else 0.0
        bottom = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lead = max(0.0, least - line.height())
            line.setPosition(QPointF(0, bottom + lead / 2))
            bottom += line.height() + lead
            self._look_at(line, layout.text(), width)
        layout.endLayout()
        return layout, bottom

    def _look_at(self, line: QTextLine, text: str, width: float) -> None:
        # Qt counts in two bytes: a letter beyond the first 65,536 is two.
        letters, start, end = text.encode("utf-16-le"), line.textStart(), line.textStart() + line.textLength()
        shown = letters[2 * start : 2 * end].decode("utf-16-le", "replace")
        self.lines.append(shown)
        self.inside = self.inside and line.naturalTextWidth() <= width + _HAIR
        self.whole = self.whole and (2 * end >= len(letters) or shown[-1:] in _MAY_BREAK)


def fitted(
    paragraphs: Sequence[str], box: Box, sizes: Iterable[float], align: Align = Align.AlignLeading
) -> SetText | None:
    """The text in the largest of ``sizes``, in points, in which all of it lies within ``box``.

    A smaller one is taken rather than a broken word, and a broken word rather than nothing; None where
    even the smallest is too large. ``sizes`` go from the largest down.
    """
    broken: SetText | None = None
    for points in sizes:
        text = SetText(paragraphs, points, box.width, align)
        if text.inside and text.height <= box.height:
            if text.whole:
                return text
            broken = broken or text
    return broken
