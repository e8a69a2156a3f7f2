"""Sheets of paper on the screen, one under the other, at their true size or a whole one at a time."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.measures import L, colours

_INCH = 25.4
_LIKELY = (70.0, 400.0)
"""Dots an inch that a screen can truthfully have; what a projector or a remote desktop says may be none."""

_KEPT = 4
"""Drawn pages kept: those in sight and their neighbours."""


class Sheets(Protocol):
    """Pages of one size in millimetres, each of which can draw itself at any scale."""

    count: int
    size: tuple[float, float]

    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        """Draw page ``number``, counted from 1, at ``dots`` a millimetre from its top left corner."""
        ...

    def pdf(self) -> bytes:
        """All pages as a PDF file's content."""
        ...


class SheetView(QScrollArea):
    """Shows sheets; the keys of a scroll area turn the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self._whole_page = False
        self._paper = _Paper()
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview"))

    @property
    def dots(self) -> float:
        """How many of the screen's dots make a millimetre of paper now."""
        return self._paper.dots

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show these from the first page on; None for none."""
        self._paper.sheets = sheets
        self._measure()
        self.verticalScrollBar().setValue(0)

    def set_whole_page(self, whole: bool) -> None:
        """Shrink a page until all of it is in sight, or show it at its true size."""
        self._whole_page = whole
        self._measure()

    def true_dots(self) -> float:
        """Dots a millimetre at which paper is as large on the screen as in the hand."""
        screen = self.screen()
        for inch in (screen.physicalDotsPerInch(), screen.logicalDotsPerInch()):
            if _LIKELY[0] <= inch <= _LIKELY[1]:
                return inch / _INCH
        return 96 / _INCH

    def _measure(self) -> None:
        self._paper.set_dots(self._whole_dots() if self._whole_page else self.true_dots())

    def _whole_dots(self) -> float:
        if self._paper.sheets is None:
            return self.true_dots()
        width, height = self._paper.sheets.size
        room = self.viewport().size()
        return max(0.5, min((room.width() - 2 * L) / width, (room.height() - 2 * L) / height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new room where a whole one is shown."""
        super().resizeEvent(event)
        if self._whole_page:
            self._measure()


class _Paper(QWidget):
    """The strip of pages inside the scroll area; draws those in sight only."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: Sheets | None = None
        self.dots = 96 / _INCH
        self._drawn: dict[int, QImage] = {}

    def set_dots(self, dots: float) -> None:
        self.dots = dots
        self._drawn.clear()
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """All pages with room around each."""
        if self.sheets is None:
            return QSize(1, 1)
        page = self._page_size()
        return QSize(page.width() + 2 * L, L + self.sheets.count * (page.height() + L))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that show."""
        painter = QPainter(self)
        for number, place in self._places(event.rect()):
            painter.drawImage(place, self._page(number))
            painter.setPen(QColor(colours().line))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _page_size(self) -> QSize:
        width, height = self.sheets.size if self.sheets else (0.0, 0.0)
        return QSize(round(width * self.dots), round(height * self.dots))

    def _places(self, seen: QRect) -> Iterator[tuple[int, QRect]]:
        page = self._page_size()
        for number in range(1, self.sheets.count + 1 if self.sheets else 1):
            place = QRect(L, L + (number - 1) * (page.height() + L), page.width(), page.height())
            if place.intersects(seen):
                yield number, place

    def _page(self, number: int) -> QImage:
        """The page as a picture in the screen's own dots, drawn once while it stays near."""
        if number not in self._drawn:
            self._drawn = {n: page for n, page in self._drawn.items() if abs(n - number) < _KEPT}
            self._drawn[number] = self._draw(number)
        return self._drawn[number]

    def _draw(self, number: int) -> QImage:
        ratio = self.devicePixelRatioF()
        image = QImage(self._page_size() * ratio, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.sheets is not None:
            self.sheets.draw(painter, number, self.dots * ratio)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image
