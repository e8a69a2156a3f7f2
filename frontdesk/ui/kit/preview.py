"""What will come out of the printer, at its true size, before it does: then to a printer or a PDF file."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPagedPaintDevice, QPageSize, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QVBoxLayout, QWidget

from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr, trn
from frontdesk.ui.kit.asking import Ask
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, M, px
from frontdesk.ui.kit.reveal import reveal
from frontdesk.ui.kit.runner import Runner
from frontdesk.ui.kit.sheet_view import Sheets, SheetView

_CURTAIN = "Ctrl+L"
_SIZE = (940, 680)
_SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


ChoosePrinter = Callable[[QWidget, str, Callable[[QPrinter], None]], None]
"""Ask which printer: over which window, on what paper, and whom to give the printer to."""


class Printable(Protocol):
    """Whatever can be put on paper, in full or ``short``; only ``write`` is called on a working thread."""

    def lay_out(self, paper: str, short: bool) -> Sheets:
        """The sheets to look at and to make a PDF of."""
        ...

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:
        """Print on the device's own paper; raises DeskError where it does not answer."""
        ...

    def write(self, content: bytes, path: Path) -> None:
        """Write a finished PDF; raises DeskError where it cannot be written."""
        ...

    def hint(self, short: bool) -> str:
        """What the desk should know before it prints; nothing as a rule."""
        ...

    def file_name(self, short: bool) -> str:
        """What the PDF may be called."""
        ...


class Preview(QDialog):
    """A window to look at what will be printed, and to send it to a printer or a PDF file.

    ``paper`` is the size to begin with, ``A4`` or ``Letter``. ``choose_printer`` asks which printer; the
    system's own dialog by default.
    """

    def __init__(
        self,
        parent: QWidget | None,
        what: Printable,
        runner: Runner,
        ask: Ask,
        paper: str = "A4",
        choose_printer: ChoosePrinter | None = None,
        *,
        has_short: bool = True,
    ) -> None:
        """Lay out ``what``; :meth:`open` shows the window. ``has_short`` offers its short form."""
        super().__init__(parent)
        self._what, self._runner, self._ask = what, runner, ask
        self._choose_printer = choose_printer or ask_for_printer
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self._build(paper)
        self.short.setVisible(has_short)
        self._wire()
        self.resize(QSize(px(_SIZE[0]), px(_SIZE[1])).boundedTo(self.screen().availableSize()))
        self._lay_out()

    def _build(self, paper: str) -> None:
        self.paper = QComboBox()
        self.paper.addItems(list(_SIZES))
        self.paper.setCurrentText(paper if paper in _SIZES else "A4")
        self.paper.setAccessibleName(tr("Paper"))
        self.scale = QComboBox()
        self.scale.addItems([tr("True size"), tr("Whole page")])
        self.scale.setAccessibleName(tr("Size on the screen"))
        self.short = QCheckBox(tr("Short: no notes or phone numbers"))
        self.pages = Label(tone=Tone.SOFT)
        self.told = Label(tone=Tone.RED, lines=0)
        self.save_button = Button(tr("Save as PDF…"), "Ctrl+S")
        self.print_button = Button(tr("Print…"), "Ctrl+P", primary=True)
        self.view = SheetView()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(L, L, L, L)
        outer.setSpacing(M)
        outer.addWidget(self._bar())
        outer.addWidget(self.told)
        outer.addWidget(self.view, 1)

    def _bar(self) -> QWidget:
        """How it shall be, then what to do with it; large text takes several lines."""
        bar = QWidget()
        flow = Flow(M, bar)
        for part in (self.paper, self.scale, self.short, self.pages, self.save_button, self.print_button):
            flow.addWidget(part)
        return bar

    def _wire(self) -> None:
        self.paper.currentTextChanged.connect(self._lay_out)
        self.short.toggled.connect(self._lay_out)
        self.scale.currentIndexChanged.connect(lambda place: self.view.set_whole_page(place == 1))
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_button.click)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_button.click)
        QShortcut(QKeySequence(_CURTAIN), self, self._on_curtain)

    def _lay_out(self) -> None:
        short = self.short.isChecked()
        sheets = self._what.lay_out(self.paper.currentText(), short)
        self._sheets = sheets
        self.view.show_sheets(sheets)
        self.pages.set_text(trn("{n} page", "{n} pages", sheets.count))
        self._tell(self._what.hint(short), Tone.AMBER)

    def _on_save(self) -> None:
        suggestion = self._what.file_name(self.short.isChecked())
        self._ask.save_file(self, tr("Save as PDF"), suggestion, [(tr("PDF"), ("*.pdf",))], self._save)

    def _save(self, path: Path) -> None:
        content = self._sheets.pdf()
        self._set_busy(True)
        self._runner.look_up(
            lambda: self._what.write(content, path),
            lambda _: self._tell(tr("Saved as {file}").format(file=path.name), Tone.GREEN),
            self._on_failed,
            settled=lambda: self._set_busy(False),
            owner=self,
        )

    def _on_print(self) -> None:
        if QPrinterInfo.availablePrinterNames():
            self._choose_printer(self, self.paper.currentText(), self._print)
        else:
            words = tr("This computer has no printer set up. Save a PDF and print it from another one.")
            self._tell(words, Tone.AMBER)

    def _print(self, printer: QPrinter) -> None:
        try:
            self._what.print_on(printer, self.short.isChecked())
        except DeskError as error:
            self._on_failed(error)
        else:
            self._tell(tr("Sent to the printer"), Tone.GREEN)

    def _on_curtain(self) -> None:
        """Somebody comes to the counter: this window goes, and the one beneath draws its curtain."""
        above = self.parentWidget()
        self.close()
        for action in above.window().actions() if above else ():
            if action.shortcut() == QKeySequence(_CURTAIN):
                action.trigger()

    def _set_busy(self, busy: bool) -> None:
        self.save_button.set_busy(busy)
        self.print_button.set_busy(busy)

    def _on_failed(self, error: DeskError) -> None:
        self._tell(str(error), Tone.RED)

    def _tell(self, text: str, tone: Tone) -> None:
        self.told.set_tone(tone)
        self.told.set_text(text)
        reveal(self.told, bool(text))


def ask_for_printer(parent: QWidget, paper: str, chosen: Callable[[QPrinter], None]) -> None:
    """Show the system's print dialog without waiting for it; ``chosen`` is called on its OK."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(printer))
    QDialog.open(dialog)
