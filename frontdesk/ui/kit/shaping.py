"""Laying out and painting a text with parts that stand out, without harm to any script.

The lines are Qt's own text layout, so every script is shaped and ordered as it should be; lines are
at least :data:`~frontdesk.ui.kit.measures.LINE` times their type's height. A part is made bold only
where the shapes of all letters survive it; else it is underlined only.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from frontdesk.ui.kit.measures import LINE
from frontdesk.ui.kit.spans import Emphasis, Span, utf16

_ELLIPSIS = "…"
_WIDE = 1_000_000.0
_LETTERS_A_LINE = 400
"""Letters of one line that are laid out at all: a name of ten thousand letters must not hold up the desk."""

_ONE_LINE = dict.fromkeys(range(32), " ")
_LINES = {**_ONE_LINE, ord("\n"): "\u2028"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text, its type, the parts of it that stand out, and the ink of its STRONG parts."""

    text: str
    font: QFont
    spans: tuple[Span, ...] = ()
    strong: str = ""

    def calm(self, lines: int) -> "Wording":
        """As it can be laid out: control characters are spaces, and what can never be seen is left off."""
        text = self.text[: _LETTERS_A_LINE * lines] if lines else self.text
        return replace(self, text=text.translate(_ONE_LINE if lines == 1 else _LINES))


@dataclass(frozen=True, slots=True)
class Shape:
    """A text laid out in a width: its marks (in UTF-16 units), the height of a line, whether it was cut."""

    layout: QTextLayout
    spans: tuple[Span, ...]
    step: float
    size: QSizeF
    cut: bool

    def paint(self, painter: QPainter, at: QPointF, ink: QColor, mark: QColor) -> None:
        """Draw with ``at`` as the upper left corner; ``mark`` colours the lines under MARK parts."""
        painter.setPen(ink)
        self.layout.draw(painter, at)
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            for left, right in _marked(line, self.spans):
                top = at.y() + line.y() + line.ascent() + self.step / 8
                thick = max(2.0, round(self.step / 12))
                painter.fillRect(QRectF(at.x() + left, round(top), right - left, thick), mark)


def shape(wording: Wording, width: float = _WIDE, lines: int = 1) -> Shape:
    """Lay out in ``width``, wrapped to ``lines`` (0: all of them), the last one elided if need be."""
    calm = wording.calm(lines)
    layout = _lay(calm, width, lines)
    cut = bool(lines) and _overfull(layout, width, lines)
    if cut:
        calm = replace(calm, text=_elided(calm, layout, width, lines))
        layout = _lay(calm, width, lines)
    step = _step(layout, calm.font)
    wide = 0.0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(0, number * step + (step - line.height()) / 2))
        wide = max(wide, line.naturalTextWidth())
    size = QSizeF(ceil(wide), ceil(step * max(1, layout.lineCount())))
    return Shape(
        layout, tuple(utf16(calm.text, calm.spans)), step, size, cut or len(calm.text) < len(wording.text)
    )


def keeps_shapes(text: str, font: QFont, span: Span) -> bool:
    """Whether setting this part apart leaves every letter's shape as it was.

    Joined scripts and conjuncts are shaped across graphemes: the border of a bold part may undo a
    ligature, or leave a sign without its letter.
    """
    if text.isascii():
        return True
    wording = Wording(text, font)
    apart = QTextCharFormat()
    apart.setProperty(QTextCharFormat.Property.UserProperty, 1)
    borders = [_range(one, apart) for one in utf16(text, [span])]
    return _glyphs(_lay(wording, _WIDE, 1)) == _glyphs(_lay(wording, _WIDE, 1, borders))


def _lay(
    wording: Wording, width: float, lines: int, formats: list[QTextLayout.FormatRange] | None = None
) -> QTextLayout:
    layout = QTextLayout(wording.text, wording.font)
    option = QTextOption()
    wrap = QTextOption.WrapMode.NoWrap if lines == 1 else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    option.setWrapMode(wrap)
    layout.setTextOption(option)
    layout.setFormats(_emphasis(wording) if formats is None else formats)
    layout.beginLayout()
    while not lines or layout.lineCount() <= lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(_WIDE if lines == 1 else max(1.0, width))
    layout.endLayout()
    return layout


def _overfull(layout: QTextLayout, width: float, lines: int) -> bool:
    if lines == 1:
        return layout.lineCount() > 0 and layout.lineAt(0).naturalTextWidth() > width + 0.5
    return layout.lineCount() > lines


def _elided(wording: Wording, layout: QTextLayout, width: float, lines: int) -> str:
    """The part of the text that fits in ``lines``, and an ellipsis."""
    start = layout.lineAt(lines - 1).textStart()
    before, rest = _cut16(wording.text, start)
    widest = _bold(wording.font) if wording.spans else wording.font
    tail = Wording(rest.replace("\u2028", " ")[:_LETTERS_A_LINE], widest)

    def cut(stop: int) -> str:
        return _cut16(tail.text, stop)[0].rstrip() + _ELLIPSIS

    stops = _stops(tail)
    fits = bisect_right(stops, width, key=lambda stop: _width(cut(stop), tail.font)) - 1
    return before + cut(stops[max(0, fits)])


def _stops(wording: Wording) -> list[int]:
    """Where the text may end without tearing a letter from its signs, in UTF-16 units."""
    layout = _lay(wording, _WIDE, 1)
    stops = [0]
    while (after := layout.nextCursorPosition(stops[-1])) > stops[-1]:
        stops.append(after)
    return stops


def _width(text: str, font: QFont) -> float:
    layout = _lay(Wording(text, font), _WIDE, 1)
    return layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0.0


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    return bold


def _emphasis(wording: Wording) -> list[QTextLayout.FormatRange]:
    if not wording.spans:
        return []
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    inked = QTextCharFormat(bold)
    if wording.strong:
        inked.setForeground(QColor(wording.strong))
    safe = [span for span in wording.spans if keeps_shapes(wording.text, wording.font, span)]
    return [
        _range(span, inked if span.emphasis is Emphasis.STRONG else bold)
        for span in utf16(wording.text, safe)
    ]


def _range(span: Span, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = span.start, span.end - span.start, look
    return found


def _glyphs(layout: QTextLayout) -> list[int]:
    return sorted(index for run in layout.glyphRuns() for index in run.glyphIndexes())


def _step(layout: QTextLayout, font: QFont) -> float:
    natural = [layout.lineAt(number).height() for number in range(layout.lineCount())]
    return float(ceil(max([LINE * font.pixelSize(), *natural])))


def _marked(line: QTextLine, spans: Sequence[Span]) -> list[tuple[float, float]]:
    first, past = line.textStart(), line.textStart() + line.textLength()
    found = []
    for span in spans:
        start, end = max(span.start, first), min(span.end, past)
        if span.emphasis is Emphasis.MARK and start < end:
            left, right = sorted((_x(line, start), _x(line, end)))
            found.append((left, right))
    return found


def _x(line: QTextLine, at: int) -> float:
    found: object = line.cursorToX(at)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _cut16(text: str, units: int) -> tuple[str, str]:
    """``text`` before and after ``units`` UTF-16 units, as Qt counts them."""
    whole = text.encode("utf-16-le", "surrogatepass")
    return (
        whole[: 2 * units].decode("utf-16-le", "ignore"),
        whole[2 * units :].decode("utf-16-le", "ignore"),
    )
