"""The morning's list on its way to a file, a printer or a preview."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from frontdesk.foundation.words import tr
from frontdesk.reports.paper import Paper
from frontdesk.reports.printing.letters import missing_letters
from frontdesk.reports.printing.pages import full_size
from frontdesk.reports.printing.strip import Sheets
from frontdesk.reports.saving import save
from frontdesk.reports.today_html import as_html
from frontdesk.reports.today_list import ListPage


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
    Sheets(as_html(page), full_size(device)).paint(device)


def font_hint(page: ListPage) -> str:
    """A sentence for the desk where this machine has no letters for a script on the page; else nothing."""
    return missing_letters(as_html(page))


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
