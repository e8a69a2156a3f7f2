"""HTML on paper, cut into pages between its rows.

The HTML is laid out once on one long strip, in a resolution of its own, so that a page ends at the same
row on every printer and on the screen. Then the strip is cut into pages between the rows, and each gets
the list's foot with the page's number, and says at its head which part it goes on with.
"""

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextDocument,
)

from frontdesk.foundation.words import tr
from frontdesk.reports.paging import Slice, break_pages
from frontdesk.reports.paper import MARGIN
from frontdesk.reports.printing.blocks import blocks_of, foot_of, headings_of
from frontdesk.reports.printing.letters import ensure_application, sans, wrapping
from frontdesk.reports.printing.pages import DOTS, DPI, Pages

_EDGE = MARGIN * DOTS
_FOOT_GAP = 3 * DOTS
_HEAD = 7 * DOTS
_HEAD_BASELINE = 3 * DOTS
_LINE = 0.5 * DOTS
_FOOT_POINTS = 9
_BLACK = QColor(Qt.GlobalColor.black)


class Sheets(Pages):
    """HTML on pages of one size.

    ``count`` is how many there are, ``size`` their width and height in millimetres. The element with the
    id ``foot`` leaves the text and stands at the foot of every page. Pictures are never loaded.
    """

    def __init__(self, html: str, size: tuple[float, float]) -> None:
        """Lay out ``html``, on the application's thread."""
        ensure_application()
        self.size = size
        self._device = _reference_device()
        self._width = (size[0] - 2 * MARGIN) * DOTS
        self._document = _document(html, self._device, self._width)
        self.title = self._document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
        self._foot = foot_of(self._document)
        self._foot_top = (size[1] - 2 * MARGIN) * DOTS - self._foot.height
        height = self._foot_top - _FOOT_GAP
        blocks = list(blocks_of(self._document, height - _HEAD))
        self._pages = break_pages(blocks, height, _HEAD) or [(0.0, 0.0)]
        self._headings = headings_of(self._document)
        self.count = len(self._pages)

    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        """Draw page ``number``, counted from 1, from the paper's top left corner at ``dots`` a millimetre."""
        painter.save()
        painter.scale(dots / DOTS, dots / DOTS)
        painter.translate(_EDGE, _EDGE)
        self._draw_part(painter, self._pages[number - 1][0])
        self._draw_slice(painter, self._pages[number - 1], 0.0 if number == 1 else _HEAD)
        self._draw_slice(painter, self._foot.part, self._foot_top)
        self._draw_number(painter, number)
        painter.restore()

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
        text = tr("{title} · {page} / {pages}").format(title=self.title, page=number, pages=self.count)
        self._write(painter, text, self._foot_top + self._foot.baseline, at_end=True)

    def _draw_part(self, painter: QPainter, top: float) -> None:
        """Above a page that begins within a part, say which: the page may lie on its own."""
        before = [one for one in self._headings if one.top < top]
        if top > 0 and before and not any(top <= one.top < top + _LINE for one in self._headings):
            text = tr("{heading}, continued").format(heading=before[-1].words)
            self._write(painter, text, _HEAD_BASELINE, at_end=False)

    def _write(self, painter: QPainter, text: str, baseline: float, *, at_end: bool) -> None:
        """Write small words beside the text, where its lines begin or at their other end."""
        font = QFont(self._document.defaultFont())
        font.setPixelSize(round(_FOOT_POINTS / 72 * DPI))
        painter.setFont(font)
        painter.setPen(_BLACK)
        on_left = self._foot.from_right == at_end
        left = 0.0 if on_left else self._width - QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(left, baseline), text)


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
    device.setDotsPerMeterX(round(DOTS * 1000))
    device.setDotsPerMeterY(round(DOTS * 1000))
    return device


def _document(html: str, device: QImage, width: float) -> QTextDocument:
    document = _Sealed()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(sans())
    document.setMetaInformation(QTextDocument.MetaInformation.CssMedia, "paper")
    document.setDefaultTextOption(wrapping())
    document.documentLayout().setPaintDevice(device)
    document.setHtml(html)
    document.setTextWidth(width)
    document.size()  # has it laid out to its end: no line is there to ask about before
    return document
