"""Renewal talk sheets on their way to a file, a printer or a preview."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from frontdesk.foundation.words import tr
from frontdesk.reports.paper import Paper
from frontdesk.reports.printing.bound import Bound
from frontdesk.reports.printing.letters import missing_letters
from frontdesk.reports.printing.pages import full_size
from frontdesk.reports.printing.strip import Sheets
from frontdesk.reports.saving import save
from frontdesk.reports.talk_html import as_html
from frontdesk.reports.talk_sheet import TalkPage


def lay_out(pages: tuple[TalkPage, ...], size: tuple[float, float]) -> Bound:
    """The sheets on paper of ``size`` in millimetres, each person on a page of their own."""
    return Bound(tr("Renewal talks"), [Sheets(as_html(page), size) for page in pages])


@dataclass(frozen=True, slots=True)
class TalkPrint:
    """The sheets of a day for a preview; only ``write`` may go to another thread."""

    pages: tuple[TalkPage, ...]
    day: date

    def lay_out(self, paper: str, short: bool) -> Bound:
        """The sheets to look at and to make a PDF of; there is no short form."""
        del short
        return lay_out(self.pages, Paper.named(paper).size)

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:
        """Print on the device's own paper; raises :class:`DeskError` where it does not answer."""
        del short
        lay_out(self.pages, full_size(device)).paint(device)

    def write(self, content: bytes, path: Path) -> None:
        """Write a finished PDF; raises :class:`DeskError` where it cannot be written."""
        save(content, path)

    def hint(self, short: bool) -> str:
        """What the desk should know before it prints; nothing as a rule."""
        del short
        return missing_letters("".join(map(as_html, self.pages)))

    def file_name(self, short: bool) -> str:
        """What the PDF may be called: never a person's name."""
        del short
        return tr("renewal talks {day}").format(day=self.day.isoformat()) + ".pdf"
