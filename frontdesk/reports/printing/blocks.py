"""What stands on a strip of HTML, for cutting it into pages: tables, paragraphs, headings, the foot."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame

from frontdesk.reports.paging import Block, Slice, cuts_between

_FOOT = "foot"  # the id of the element that goes to the foot of every page
_OF_A_PART = 2
_Part = QTextFrame | QTextBlock


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of every page: where it lies on the strip, its baseline, and from which side it is read."""

    part: Slice = (0.0, 0.0)
    baseline: float = 0.0
    from_right: bool = False

    @property
    def height(self) -> float:
        """How much of every page it takes."""
        return self.part[1] - self.part[0]


def blocks_of(document: QTextDocument, height: float) -> Iterator[Block]:
    """What stands on the strip, from the top; where it is taller than ``height``, with places to cut it."""
    for part, first, span in _standing(document):
        cuts = _cuts(document, part) if span[1] - span[0] > height else ()
        yield Block(*span, first.blockFormat().headingLevel() > 0, cuts)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part: where it stands on the strip, and its words."""

    top: float
    words: str


def headings_of(document: QTextDocument) -> list[Heading]:
    """The headings of the parts, from the top; that of the whole is none."""
    return [
        Heading(top, first.text())
        for _, first, (top, _) in _standing(document)
        if first.blockFormat().headingLevel() == _OF_A_PART
    ]


def foot_of(document: QTextDocument) -> Foot:
    """The foot of the pages; one of no height where the text has none."""
    for part in _parts(document):
        if isinstance(part, QTextBlock) and _is_foot(part):
            line = part.layout().lineAt(0)
            from_right = part.textDirection() == Qt.LayoutDirection.RightToLeft
            return Foot(
                _span(document.documentLayout().blockBoundingRect(part)), line.y() + line.ascent(), from_right
            )
    return Foot()


def _standing(document: QTextDocument) -> Iterator[tuple[_Part, QTextBlock, Slice]]:
    """What can be seen on the strip, from the top, each with its first paragraph and from where to where."""
    parts = (*_parts(document), None, None)
    for part, following, after in zip(parts, parts[1:], parts[2:], strict=False):
        if isinstance(part, QTextFrame):
            yield part, part.firstCursorPosition().block(), _table_span(part, following, after)
        elif part is not None and part.text() and not _is_foot(part):
            yield part, part, _span(document.documentLayout().blockBoundingRect(part))
        # else the foot, or the empty paragraph that Qt keeps behind every table


def _parts(document: QTextDocument) -> Iterator[_Part]:
    """What stands on the strip, from the top: tables whole, and the paragraphs between them."""
    walk = document.rootFrame().begin()
    while not walk.atEnd():
        frame: QTextFrame | None = walk.currentFrame()
        yield walk.currentBlock() if frame is None else frame
        walk += 1


def _table_span(table: QTextFrame, following: _Part | None, after: _Part | None) -> Slice:
    """From where to where a table goes, which is to where the next thing begins that can be seen.

    Qt tells a table's height right, but its place too low by the padding of its first row. The empty
    paragraph behind it begins where it ends if another table comes; if text comes, the text does.
    """
    layout = table.document().documentLayout()
    top, bottom = _span(layout.frameBoundingRect(table))
    beside = after if isinstance(after, QTextBlock) else following
    if not isinstance(beside, QTextBlock):
        return top, bottom
    end = layout.blockBoundingRect(beside).top()
    return top - (bottom - end), end


def _cuts(document: QTextDocument, part: _Part) -> tuple[float, ...]:
    """Where a part taller than a page may be cut: between the lines of all its paragraphs."""
    lines: list[Slice] = []
    for block in _paragraphs(part):
        top = document.documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        rows = (layout.lineAt(n).rect() for n in range(layout.lineCount()))
        lines.extend((top + row.top(), top + row.bottom()) for row in rows)
    return cuts_between(lines)


def _paragraphs(part: _Part) -> Iterator[QTextBlock]:
    if isinstance(part, QTextBlock):
        yield part
        return
    block, last = part.firstCursorPosition().block(), part.lastPosition()
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()


def _span(rect: QRectF) -> Slice:
    return rect.top(), rect.bottom()


def _is_foot(block: QTextBlock) -> bool:
    first = block.begin()
    return not first.atEnd() and _FOOT in first.fragment().charFormat().anchorNames()
