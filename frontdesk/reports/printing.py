"""HTML on paper: to a PDF file, a printer or a preview. The only place outside the window that knows Qt.

The HTML is laid out once on one long strip, in a resolution of its own, so that a page ends at the same
row on every printer and on the screen. Then the strip is cut into pages between the rows, and each gets
the list's foot with the page's number.

All of it belongs on the application's own thread: Qt keeps the fonts of a thread with that thread, and a
page laid out on one and drawn on another ends the program. Only writing the file may go elsewhere.
"""

import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QThread,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextOption,
)

from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr
from frontdesk.reports.paging import Block, Slice, break_pages, cuts_between
from frontdesk.reports.paper import MARGIN, Paper
from frontdesk.reports.saving import save
from frontdesk.reports.today_html import as_html
from frontdesk.reports.today_list import ListPage

_DPI = 1200
_DOTS = _DPI / 25.4  # to a millimetre of the strip
_EDGE = MARGIN * _DOTS
_FOOT_GAP = 3 * _DOTS
_LINE = 0.5 * _DOTS
_FOOT = "foot"  # the id of the element that goes to the foot of every page
_FOOT_POINTS = 9
_BODY_POINTS = 13
_Part = QTextFrame | QTextBlock
_BLACK = QColor(Qt.GlobalColor.black)


@dataclass(frozen=True, slots=True)
class _Foot:
    """The foot of every page: where it lies on the strip, its baseline, and from which side it is read."""

    part: Slice = (0.0, 0.0)
    baseline: float = 0.0
    from_right: bool = False

    @property
    def height(self) -> float:
        return self.part[1] - self.part[0]


class Sheets:
    """HTML on pages of one size.

    ``count`` is how many there are, ``size`` their width and height in millimetres. The element with the
    id ``foot`` leaves the text and stands at the foot of every page. Pictures are never loaded.
    """

    def __init__(self, html: str, size: tuple[float, float]) -> None:
        """Lay out ``html``, on the application's thread."""
        ensure_application()
        self.size = size
        self._device = _reference_device()
        self._width = (size[0] - 2 * MARGIN) * _DOTS
        self._document = _document(html, self._device, self._width)
        self._title = self._document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
        self._foot = _foot(self._document)
        self._foot_top = (size[1] - 2 * MARGIN) * _DOTS - self._foot.height
        height = self._foot_top - _FOOT_GAP
        self._pages = break_pages(list(_blocks(self._document, height)), height) or [(0.0, 0.0)]
        self.count = len(self._pages)

    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        """Draw page ``number``, counted from 1, from the paper's top left corner at ``dots`` a millimetre."""
        painter.save()
        painter.scale(dots / _DOTS, dots / _DOTS)
        painter.translate(_EDGE, _EDGE)
        self._draw_slice(painter, self._pages[number - 1], 0.0)
        self._draw_slice(painter, self._foot.part, self._foot_top)
        self._draw_number(painter, number)
        painter.restore()

    def pdf(self) -> bytes:
        """All pages as a PDF file's content."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_DPI)
        writer.setTitle(self._title)
        writer.setCreator("frontdesk")
        size = QPageSize(QSizeF(*self.size), QPageSize.Unit.Millimeter)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
        layout.setMode(QPageLayout.Mode.FullPageMode)
        writer.setPageLayout(layout)
        self.paint(writer)
        return bytes(buffer.data().data())

    def paint(self, device: QPagedPaintDevice) -> None:
        """Draw the pages that ``device`` asks for; raises :class:`DeskError` where it does not answer."""
        asked = device.pageRanges()
        numbers = [n for n in range(1, self.count + 1) if asked.isEmpty() or asked.contains(n)]
        painter = QPainter()
        if not painter.begin(device):
            raise DeskError(
                tr("The printer does not answer. Nothing was printed; save a PDF or choose another.")
            )
        try:
            for place, number in enumerate(numbers):
                if place:
                    device.newPage()
                self.draw(painter, number, device.logicalDpiX() / 25.4)
        finally:
            painter.end()

    def _draw_slice(self, painter: QPainter, part: Slice, at: float) -> None:
        top, bottom = part
        context = QAbstractTextDocumentLayout.PaintContext()
        # A letter may reach into the margin, and the line under a row into the white above the next.
        context.clip = QRectF(-_EDGE, top, self._width + 2 * _EDGE, bottom - top + _LINE)
        # The window's palette may be a dark one; paper is not.
        context.palette.setColor(QPalette.ColorRole.Text, _BLACK)
        painter.save()
        painter.translate(0, at - top)
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_number(self, painter: QPainter, number: int) -> None:
        text = tr("{title} · {page} / {pages}").format(title=self._title, page=number, pages=self.count)
        font = QFont(self._document.defaultFont())
        font.setPixelSize(round(_FOOT_POINTS / 72 * _DPI))
        painter.setFont(font)
        painter.setPen(_BLACK)
        left = 0.0 if self._foot.from_right else self._width - QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(left, self._foot_top + self._foot.baseline), text)


def lay_out(page: ListPage, paper: str) -> Sheets:
    """The list on sheets of ``paper``, called as in :class:`~frontdesk.reports.paper.Paper`."""
    return Sheets(as_html(page), Paper.named(paper).size)


def write_pdf(page: ListPage, path: Path, paper: str) -> int:
    """Write the list to a PDF file, whole or not at all, and say how many pages it has.

    Needs no display. Raises :class:`DeskError` where the file cannot be written.
    """
    sheets = lay_out(page, paper)
    save(sheets.pdf(), path)
    return sheets.count


def print_on(page: ListPage, device: QPagedPaintDevice) -> None:
    """Print the list on ``device``, a printer for one: its own size of paper, the pages asked for."""
    layout = device.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)
    whole = layout.fullRect(QPageLayout.Unit.Millimeter)
    Sheets(as_html(page), (whole.width(), whole.height())).paint(device)


def font_hint(page: ListPage) -> str:
    """A sentence for the desk where this machine has no letters for a script on the page; else nothing."""
    ensure_application()
    missing = _scripts_without_font(as_html(page))
    if not missing:
        return ""
    return tr(
        "This computer has no font for {scripts}: those names print as boxes. Nothing is lost; "
        "install one (on Debian and Ubuntu the package fonts-noto-core) and print again."
    ).format(scripts=", ".join(missing))


@dataclass(frozen=True, slots=True)
class ListPrint:
    """One day's list in both its forms, for a preview; only ``write`` may go to another thread."""

    full: ListPage
    short: ListPage

    def lay_out(self, paper: str, short: bool) -> Sheets:
        """The sheets to look at and to make a PDF of."""
        return lay_out(self._page(short), paper)

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:
        """Print on the device's own paper; raises :class:`DeskError` where it does not answer."""
        print_on(self._page(short), device)

    def write(self, content: bytes, path: Path) -> None:
        """Write a finished PDF; raises :class:`DeskError` where it cannot be written."""
        save(content, path)

    def hint(self, short: bool) -> str:
        """What the desk should know before it prints; nothing as a rule."""
        return font_hint(self._page(short))

    def file_name(self, short: bool) -> str:
        """What the PDF may be called."""
        name = tr("list {day}, short") if short else tr("list {day}")
        return name.format(day=self.full.day.isoformat()) + ".pdf"

    def _page(self, short: bool) -> ListPage:
        return self.short if short else self.full


class _Own:
    """The application made here, where the program runs without a window; Qt keeps only one."""

    application: QGuiApplication | None = None


def ensure_application() -> None:
    """Make the application object that fonts need, without a display, unless there is one already.

    Raises RuntimeError on any thread but the application's own.
    """
    if QCoreApplication.instance() is None:
        # Elsewhere the platform's own fonts are reached through its own plugin, which needs no display.
        platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
        _Own.application = QGuiApplication(["frontdesk", *platform])
    if not QThread.isMainThread():
        raise RuntimeError("pages are laid out and drawn on the application's thread")


class _Sealed(QTextDocument):
    """A document that fetches nothing, wherever its text may point."""

    def loadResource(self, kind: int, _name: QUrl | str) -> object:
        """A picture with nothing on it, an empty text: for no answer at all Qt would read the file itself."""
        picture = QTextDocument.ResourceType.ImageResource.value
        return _nothing_to_see() if kind == picture else ""


def _nothing_to_see() -> QImage:
    picture = QImage(1, 1, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _reference_device() -> QImage:
    """What lengths are measured against: no picture, only its resolution counts."""
    device = QImage(1, 1, QImage.Format.Format_Grayscale8)
    device.setDotsPerMeterX(round(_DOTS * 1000))
    device.setDotsPerMeterY(round(_DOTS * 1000))
    return device


def _document(html: str, device: QImage, width: float) -> QTextDocument:
    document = _Sealed()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(_font())
    document.setMetaInformation(QTextDocument.MetaInformation.CssMedia, "paper")
    document.setDefaultTextOption(_wrapping())
    document.documentLayout().setPaintDevice(device)
    document.setHtml(html)
    document.setTextWidth(width)
    document.size()  # has it laid out to its end: no line is there to ask about before
    return document


def _font() -> QFont:
    """The system's sans serif, which falls back to another font for each script it lacks itself."""
    font = QFont("Sans Serif") if sys.platform.startswith("linux") else QFont()
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSize(_BODY_POINTS)
    return font


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _parts(document: QTextDocument) -> Iterator[_Part]:
    """What stands on the strip, from the top: tables whole, and the paragraphs between them."""
    walk = document.rootFrame().begin()
    while not walk.atEnd():
        frame: QTextFrame | None = walk.currentFrame()
        yield walk.currentBlock() if frame is None else frame
        walk += 1


def _blocks(document: QTextDocument, height: float) -> Iterator[Block]:
    parts = (*_parts(document), None, None)
    for part, following, after in zip(parts, parts[1:], parts[2:], strict=False):
        if isinstance(part, QTextFrame):
            span, first = _table_span(part, following, after), part.firstCursorPosition().block()
        elif part is not None and part.text() and not _is_foot(part):
            span, first = _span(document.documentLayout().blockBoundingRect(part)), part
        else:
            continue  # the foot, or the empty paragraph that Qt keeps behind every table
        cuts = _cuts(document, part) if span[1] - span[0] > height else ()
        yield Block(*span, first.blockFormat().headingLevel() > 0, cuts)


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


def _foot(document: QTextDocument) -> _Foot:
    for part in _parts(document):
        if isinstance(part, QTextBlock) and _is_foot(part):
            line = part.layout().lineAt(0)
            from_right = part.textDirection() == Qt.LayoutDirection.RightToLeft
            return _Foot(
                _span(document.documentLayout().blockBoundingRect(part)), line.y() + line.ascent(), from_right
            )
    return _Foot()


def _span(rect: QRectF) -> Slice:
    return rect.top(), rect.bottom()


def _is_foot(block: QTextBlock) -> bool:
    first = block.begin()
    return not first.atEnd() and _FOOT in first.fragment().charFormat().anchorNames()


def _scripts_without_font(text: str) -> list[str]:
    """The scripts of ``text`` in which a letter has no shape in any font here."""
    letters = "".join(sorted({c for c in text if unicodedata.category(c)[0] == "L"}))
    layout = QTextLayout(letters, _font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    flags = QTextLayout.GlyphRunRetrievalFlag
    missing: set[str] = set()
    for run in layout.glyphRuns(0, len(letters), flags.RetrieveGlyphIndexes | flags.RetrieveStringIndexes):
        for glyph, place in zip(run.glyphIndexes(), run.stringIndexes(), strict=True):
            if glyph == 0:
                missing.add(unicodedata.name(letters[place], "?").split()[0].capitalize())
    return sorted(missing)
