"""Pages of one size, whatever is on them: to a PDF file, a printer, or one by one to a preview."""

from abc import ABC, abstractmethod

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr

DPI = 1200
DOTS = DPI / 25.4
"""To a millimetre, in the resolution that pages are laid out in."""


class Pages(ABC):
    """Pages that draw themselves; ``size`` is their width and height in millimetres, ``count`` how many."""

    size: tuple[float, float]
    count: int
    title: str

    @abstractmethod
    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        """Draw page ``number``, counted from 1, from the paper's top left corner at ``dots`` a millimetre."""

    def pdf(self) -> bytes:
        """All pages as a PDF file's content."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(DPI)
        writer.setTitle(self.title)
        writer.setCreator("frontdesk")
        self.print_exactly(writer)
        return bytes(buffer.data().data())

    def print_exactly(self, device: QPagedPaintDevice) -> None:
        """Print on paper of the pages' own size, to its very edge, whatever ``device`` was set to."""
        width, height = self.size
        upright = QPageSize(QSizeF(min(self.size), max(self.size)), QPageSize.Unit.Millimeter)
        turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
        layout = QPageLayout(upright, turned, QMarginsF())
        layout.setMode(QPageLayout.Mode.FullPageMode)
        device.setPageLayout(layout)
        self.paint(device)

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


def full_size(device: QPagedPaintDevice) -> tuple[float, float]:
    """The device's own paper from edge to edge in millimetres; from now on it is drawn on to the edge."""
    layout = device.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)
    whole = layout.fullRect(QPageLayout.Unit.Millimeter)
    return whole.width(), whole.height()
