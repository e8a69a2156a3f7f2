"""Slips of facts on their way to a file, a printer or a preview: as many on a page as stay whole."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from frontdesk.foundation.words import tr
from frontdesk.reports.note_slip import SlipPage
from frontdesk.reports.note_slip_html import as_html
from frontdesk.reports.paper import Paper
from frontdesk.reports.printing.letters import missing_letters
from frontdesk.reports.printing.pages import full_size
from frontdesk.reports.printing.strip import Sheets
from frontdesk.reports.saving import save


@dataclass(frozen=True, slots=True)
class SlipPrint:
    """Slips in both their forms, for a preview; only ``write`` may go to another thread."""

    full: SlipPage
    short: SlipPage

    def lay_out(self, paper: str, short: bool) -> Sheets:
        """The sheets to look at and to make a PDF of."""
        return Sheets(self._html(short), Paper.named(paper).size)

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:
        """Print on the device's own paper; raises :class:`DeskError` where it does not answer."""
        Sheets(self._html(short), full_size(device)).paint(device)

    def write(self, content: bytes, path: Path) -> None:
        """Write a finished PDF; raises :class:`DeskError` where it cannot be written."""
        save(content, path)

    def hint(self, short: bool) -> str:
        """Which letters this computer does not have; nothing as a rule."""
        return missing_letters(self._html(short))

    def file_name(self, short: bool) -> str:
        """What the PDF may be called."""
        name = tr("cards to write, short") if short else tr("cards to write")
        return name + ".pdf"

    def _html(self, short: bool) -> str:
        return as_html(self.short if short else self.full)
