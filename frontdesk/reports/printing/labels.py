"""Address labels on their sheets, each in its place to the tenth of a millimetre."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPen

from frontdesk.foundation.words import tr
from frontdesk.reports.labels import Address, Label, LabelOrder, Placed, left_out_hint, place
from frontdesk.reports.paper import Box
from frontdesk.reports.printing.letters import ensure_application, missing_letters
from frontdesk.reports.printing.pages import DOTS, Pages
from frontdesk.reports.printing.setting import SetText, fitted
from frontdesk.reports.saving import save

_SIZES = tuple(half / 2 for half in range(22, 13, -1))
"""Points, from the one we like to the smallest a postman reads."""

_SENDER_POINTS = 6.5
_SENDER_GAP = 1.0
_RULE = 0.1


@dataclass(frozen=True, slots=True)
class _Setting:
    """A label's lines as they are set; the sender's stand above them."""

    address: SetText
    sender: SetText | None


class LabelSheets(Pages):
    """Sheets of labels; ``left_out`` are the addresses for which a label has no room."""

    def __init__(self, wanted: LabelOrder) -> None:
        """Set every label and place those that fit, on the application's thread."""
        ensure_application()
        self.size = wanted.sheet.paper.size
        self.title = tr("Address labels")
        self._set: dict[Label, _Setting] = {}
        self._inset = wanted.sheet.inset
        self._inside = wanted.sheet.box(1).inset(*self._inset)
        self.placed, self.left_out = place(wanted, self._fits)
        self.count = max((one.page for one in self.placed), default=1)

    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        """Draw sheet ``number``, counted from 1, from the paper's top left corner."""
        painter.save()
        painter.scale(dots / DOTS, dots / DOTS)
        painter.setPen(QPen(Qt.GlobalColor.black, _RULE * DOTS))
        for one in self.placed:
            if one.page == number:
                self._draw_label(painter, one)
        painter.restore()

    def _draw_label(self, painter: QPainter, one: Placed) -> None:
        box, setting = one.box.inset(*self._inset), self._set[one.label]
        if setting.sender:
            setting.sender.draw(painter, box.left, box.top)
            below = (box.top + setting.sender.height) * DOTS
            painter.drawLine(QLineF(box.left * DOTS, below, (box.left + box.width) * DOTS, below))
        room = _below(box, setting.sender)
        setting.address.draw(painter, room.left, room.top + (room.height - setting.address.height) / 2)

    def _fits(self, label: Label) -> bool:
        if label not in self._set:
            sender = SetText([label.sender], _SENDER_POINTS, self._inside.width) if label.sender else None
            address = fitted(label.lines, _below(self._inside, sender), _SIZES)
            if address:
                self._set[label] = _Setting(address, sender)
        return label in self._set


def _below(box: Box, sender: SetText | None) -> Box:
    """The room for the address under the sender."""
    taken = sender.height + _SENDER_GAP if sender else 0.0
    return Box(box.left, box.top + taken, box.width, box.height - taken)


@dataclass(frozen=True)
class LabelPrint:
    """Labels for a preview; only ``write`` may go to another thread.

    The sheet of labels says which paper it is; ``paper`` and ``short`` change nothing.
    """

    wanted: LabelOrder

    @cached_property
    def sheets(self) -> LabelSheets:
        """The sheets, laid out once."""
        return LabelSheets(self.wanted)

    @property
    def left_out(self) -> tuple[Address, ...]:
        """The addresses that do not fit on a label."""
        return self.sheets.left_out

    def lay_out(self, paper: str, short: bool) -> LabelSheets:  # noqa: ARG002 as a preview asks
        """The sheets to look at and to make a PDF of."""
        return self.sheets

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:  # noqa: ARG002 as a preview asks
        """Print on the labels' own paper; raises :class:`DeskError` where the device does not answer."""
        self.sheets.print_exactly(device)

    def write(self, content: bytes, path: Path) -> None:
        """Write a finished PDF; raises :class:`DeskError` where it cannot be written."""
        save(content, path)

    def hint(self, short: bool) -> str:  # noqa: ARG002 as a preview asks
        """Which addresses do not fit, and which letters this computer does not have; nothing as a rule."""
        text = "".join(line for label in self.wanted.labels for line in (*label.lines, label.sender))
        return " ".join(filter(None, (left_out_hint(self.left_out), missing_letters(text))))

    def file_name(self, short: bool) -> str:  # noqa: ARG002 as a preview asks
        """What the PDF may be called."""
        return tr("address labels") + ".pdf"
