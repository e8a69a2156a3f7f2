"""Laying out and painting a text with parts that stand out, without harm to any script.

The lines are Qt's own text layout, so every script is shaped and ordered as it should be; lines are
at least :data:`~frontdesk.ui.kit.measures.LINE` times their type's height. A part is made bold only
where the shapes of all letters survive it; else it is underlined only.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
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

_FIRST_JOINED = "\u0590"
"""The scripts whose letters change shape beside one another come after this code point, Hebrew first."""

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
        longest = _LETTERS_A_LINE * lines if lines else len(self.text)
        if len(self.text) <= longest and self.text.isprintable():
            return self
        return replace(self, text=self.text[:longest].translate(_ONE_LINE if lines == 1 else _LINES))


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a line runs under a part of a text: from its upper left corner, in logical pixels."""

    left: float
    top: float
    width: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A text laid out in a width: lines under its MARK parts, the height of a line, whether it was cut."""

    layout: QTextLayout
    marks: tuple[Mark, ...]
    step: float
    size: QSizeF
    cut: bool

    def paint(self, painter: QPainter, at: QPointF, ink: QColor, mark: QColor) -> None:
        """Draw with ``at`` as the upper left corner; ``mark`` colours the lines under MARK parts."""
        painter.setPen(ink)
        self.layout.draw(painter, at)
        if self.marks:
            x, y, thick = at.x(), at.y(), max(2.0, round(self.step / 12))
            for one in self.marks:
                painter.fillRect(QRectF(x + one.left, round(y + one.top), one.width, thick), mark)


def shape(wording: Wording, width: float = _WIDE, lines: int = 1) -> Shape:
    """Lay out in ``width``, wrapped to ``lines`` (0: all of them), the last one elided if need be."""
    calm = wording.calm(lines)
    layout = _lay(calm, width, lines)
    cut = bool(lines) and _overfull(layout, width, lines)
    if cut:
        calm = replace(calm, text=_elided(calm, layout, width, lines))
        layout = _lay(calm, width, lines)
    laid = [layout.lineAt(number) for number in range(layout.lineCount())]
    heights = [line.height() for line in laid]
    step = float(ceil(max([LINE * calm.font.pixelSize(), *heights])))
    for number, (line, height) in enumerate(zip(laid, heights, strict=True)):
        line.setPosition(QPointF(0, number * step + (step - height) / 2))
    wide = max((line.naturalTextWidth() for line in laid), default=0.0)
    size = QSizeF(ceil(wide), ceil(step * max(1, len(laid))))
    marks = tuple(_marks(laid, calm, step)) if calm.spans else ()
    return Shape(layout, marks, step, size, cut or len(calm.text) < len(wording.text))


def keeps_shapes(text: str, font: QFont, span: Span) -> bool:
    """Whether setting this part apart leaves every letter's shape as it was.

    Joined scripts and conjuncts are shaped across graphemes: the border of a bold part may undo a
    ligature, or leave a sign without its letter. Latin, Greek and Cyrillic are not joined.
    """
    if max(text, default="") < _FIRST_JOINED:
        return True
    apart = QTextCharFormat()
    apart.setProperty(QTextCharFormat.Property.UserProperty, 1)
    borders = [_range(one, apart) for one in utf16(text, [span])]
    return _whole_glyphs(text, font) == _glyphs(_lay(Wording(text, font), _WIDE, 1, borders))


@lru_cache(maxsize=512)
def _whole_glyphs(text: str, font: QFont) -> list[int]:
    """Of a text in which nothing stands out: the same names come up again with every letter."""
    return _glyphs(_lay(Wording(text, font), _WIDE, 1))


def _option(wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(wrap)
    return option


_ON_ONE_LINE = _option(QTextOption.WrapMode.NoWrap)
_WRAPPED = _option(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def _lay(
    wording: Wording, width: float, lines: int, formats: list[QTextLayout.FormatRange] | None = None
) -> QTextLayout:
    layout = QTextLayout(wording.text, wording.font)
    layout.setCacheEnabled(True)  # else every look at it, and every drawing, shapes the letters anew
    layout.setTextOption(_ON_ONE_LINE if lines == 1 else _WRAPPED)
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


def _marks(laid: Sequence[QTextLine], wording: Wording, step: float) -> Iterator[Mark]:
    for line in laid:
        first, past = line.textStart(), line.textStart() + line.textLength()
        top = line.y() + line.ascent() + step / 8
        for span in utf16(wording.text, wording.spans):
            start, end = max(span.start, first), min(span.end, past)
            if span.emphasis is Emphasis.MARK and start < end:
                left, right = sorted((_x(line, start), _x(line, end)))
                yield Mark(left, top, right - left)


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
