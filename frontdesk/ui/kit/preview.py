"""What will come out of the printer, at its true size, before it does: then to a printer or a PDF file."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPagedPaintDevice, QPageSize, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr, trn
from frontdesk.ui.kit.asking import Ask
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, M, px
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.kit.sheet_view import Sheets, SheetView

_SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


ChoosePrinter = Callable[[QWidget, str, Callable[[QPrinter], None]], None]
"""Ask which printer: over which window, on what paper, and whom to give the printer to."""


class Printable(Protocol):
    """Whatever can be put on paper, in full or ``short``; called on a working thread, file_name aside."""

    def lay_out(self, paper: str, short: bool) -> Sheets:
        """The sheets to look at."""
        ...

    def save(self, path: Path, paper: str, short: bool) -> None:
        """Write a PDF file."""
        ...

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:
        """Print on the device's own paper."""
        ...

    def hint(self, short: bool) -> str:
        """What the desk should know before it prints; nothing as a rule."""
        ...

    def file_name(self, short: bool) -> str:
        """What the PDF may be called."""
        ...


class Preview(QDialog):
    """A window to look at what will be printed; asks nothing of the disk or the printer on its own thread.

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
    ) -> None:
        """Begin to lay out ``what``; :meth:`open` shows the window."""
        super().__init__(parent)
        self._what, self._runner, self._ask, self._latest = what, runner, ask, Latest()
        self._choose_printer = choose_printer or ask_for_printer
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self._build(paper)
        self._wire()
        self.resize(px(880), px(680))
        self._lay_out()

    @property
    def sheets(self) -> SheetView:
        """The pages shown."""
        return self._view

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
        self.told.hide()
        self.save_button = Button(tr("Save as PDF…"), "Ctrl+S")
        self.print_button = Button(tr("Print…"), "Ctrl+P", primary=True)
        self._view = SheetView()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(L, L, L, L)
        outer.setSpacing(M)
        outer.addLayout(self._bar())
        outer.addWidget(self.told)
        outer.addWidget(self._view, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(M)
        for part in (self.paper, self.scale, self.short, self.pages):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.save_button)
        bar.addWidget(self.print_button)
        return bar

    def _wire(self) -> None:
        self.paper.currentTextChanged.connect(self._lay_out)
        self.short.toggled.connect(self._lay_out)
        self.scale.currentIndexChanged.connect(lambda place: self._view.set_whole_page(place == 1))
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_button.click)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_button.click)

    def _lay_out(self) -> None:
        what, paper, short = self._what, self.paper.currentText(), self.short.isChecked()

        def work() -> tuple[Sheets, str]:
            return what.lay_out(paper, short), what.hint(short)

        self._runner.look_up(work, self._on_laid_out, self._on_failed, owner=self, latest=self._latest)

    def _on_laid_out(self, answer: tuple[Sheets, str]) -> None:
        sheets, hint = answer
        self._view.show_sheets(sheets)
        self.pages.set_text(trn("{n} page", "{n} pages", sheets.count))
        self._tell(hint, Tone.AMBER)

    def _on_save(self) -> None:
        suggestion = self._what.file_name(self.short.isChecked())
        self._ask.save_file(self, tr("Save as PDF"), suggestion, [(tr("PDF"), ("*.pdf",))], self._save)

    def _save(self, path: Path) -> None:
        what, paper, short = self._what, self.paper.currentText(), self.short.isChecked()
        said = tr("Saved as {file}").format(file=path.name)
        self._hand_out(lambda: what.save(path, paper, short), said)

    def _on_print(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._tell(
                tr("This computer has no printer set up. Save a PDF and print it from another one."),
                Tone.AMBER,
            )
            return
        self._choose_printer(self, self.paper.currentText(), self._print)

    def _print(self, printer: QPrinter) -> None:
        what, short = self._what, self.short.isChecked()
        self._hand_out(lambda: what.print_on(printer, short), tr("Sent to the printer"))

    def _hand_out(self, work: Callable[[], None], said: str) -> None:
        """Have ``work`` done elsewhere, with the buttons at rest meanwhile, and say so."""
        self._set_busy(True)
        self._runner.look_up(
            work,
            lambda _: self._tell(said, Tone.GREEN),
            self._on_failed,
            settled=lambda: self._set_busy(False),
            owner=self,
        )

    def _set_busy(self, busy: bool) -> None:
        self.save_button.set_busy(busy)
        self.print_button.set_busy(busy)

    def _on_failed(self, error: DeskError) -> None:
        self._tell(str(error), Tone.RED)

    def _tell(self, text: str, tone: Tone) -> None:
        self.told.set_tone(tone)
        self.told.set_text(text)
        self.told.setVisible(bool(text))


def ask_for_printer(parent: QWidget, paper: str, chosen: Callable[[QPrinter], None]) -> None:
    """Show the system's print dialog without waiting for it; ``chosen`` is called on its OK."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(printer))
    QDialog.open(dialog)
