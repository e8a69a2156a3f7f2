"""The print preview: what is shown is what is printed, at its true size, to a printer or a file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPagedPaintDevice, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.foundation.errors import DeskError
from frontdesk.ui.kit.preview import Preview, ask_for_printer
from tests.support.accessible import nameless
from tests.support.answers import PreparedAnswers
from tests.support.straight import StraightRunner

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

SIZES = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


@dataclass
class BlackSheets:
    """Pages that are black from edge to edge."""

    count: int
    size: tuple[float, float]
    drawn: list[int] = field(default_factory=list)

    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        self.drawn.append(number)
        width, height = self.size
        painter.fillRect(0, 0, round(width * dots), round(height * dots), QColor("black"))

    def pdf(self) -> bytes:
        return f"{self.count} pages of {self.size[0]}".encode()


@dataclass
class Leaflet:
    """Something to print: three pages in full, one when short."""

    warning: str = ""
    trouble: str = ""
    laid_out: list[tuple[str, bool]] = field(default_factory=list)
    printed: list[tuple[str, bool]] = field(default_factory=list)

    def lay_out(self, paper: str, short: bool) -> BlackSheets:
        self.laid_out.append((paper, short))
        return BlackSheets(1 if short else 3, SIZES[paper])

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:
        if self.trouble:
            raise DeskError(self.trouble)
        self.printed.append((device.pageLayout().pageSize().name(), short))

    def write(self, content: bytes, path: Path) -> None:
        if self.trouble:
            raise DeskError(self.trouble)
        path.write_bytes(content)

    def hint(self, short: bool) -> str:
        return self.warning

    def file_name(self, short: bool) -> str:
        return "short.pdf" if short else "list.pdf"


@pytest.fixture
def open_preview(qtbot: QtBot) -> Callable[..., Preview]:
    """Opens a preview of a leaflet and shows it."""

    def opened(what: Leaflet, ask: PreparedAnswers | None = None, **options: Any) -> Preview:
        preview = Preview(None, what, StraightRunner(), ask or PreparedAnswers(), **options)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(preview)
        preview.show()
        qtbot.waitExposed(preview)
        return preview

    return opened


Opener = Callable[..., Preview]


def test_it_opens_with_the_houses_paper_and_everything_on_it(open_preview: Opener) -> None:
    leaflet = Leaflet()
    preview = open_preview(leaflet, paper="Letter")
    assert leaflet.laid_out == [("Letter", False)]
    assert preview.pages.text() == "3 pages"


def test_a_paper_nobody_knows_becomes_a4(open_preview: Opener) -> None:
    leaflet = Leaflet()
    open_preview(leaflet, paper="A0")
    assert leaflet.laid_out == [("A4", False)]


def test_paper_and_short_are_laid_out_anew(open_preview: Opener) -> None:
    leaflet = Leaflet()
    preview = open_preview(leaflet)
    preview.paper.setCurrentText("Letter")
    preview.short.click()
    assert leaflet.laid_out == [("A4", False), ("Letter", False), ("Letter", True)]
    assert preview.pages.text() == "1 page"


def test_paper_is_as_large_as_in_the_hand(open_preview: Opener) -> None:
    preview = open_preview(Leaflet())
    paper = preview.view.widget()
    assert paper is not None
    inch = preview.screen().physicalDotsPerInch()
    assert preview.view.dots * 25.4 == pytest.approx(inch)
    assert paper.width() - 210 * inch / 25.4 == pytest.approx(32, abs=1)


def test_a_whole_page_fits_into_the_window_and_grows_with_it(open_preview: Opener) -> None:
    preview = open_preview(Leaflet())
    preview.scale.setCurrentIndex(1)
    before = preview.view.dots
    assert before * 297 <= preview.view.viewport().height()
    preview.resize(preview.width() + 300, preview.height() + 300)
    assert preview.view.dots > before
    preview.scale.setCurrentIndex(0)
    assert preview.view.dots == preview.view.true_dots()


def test_only_the_pages_in_sight_are_drawn(open_preview: Opener, qtbot: QtBot) -> None:
    preview = open_preview(Leaflet())
    sheets = BlackSheets(200, SIZES["A4"])
    preview.view.show_sheets(sheets)
    qtbot.waitUntil(lambda: 1 in sheets.drawn)
    preview.view.verticalScrollBar().setValue(preview.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: 200 in sheets.drawn)
    assert len(set(sheets.drawn)) < 10


def test_the_page_is_seen(open_preview: Opener) -> None:
    preview = open_preview(Leaflet())
    picture = preview.view.viewport().grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == QColor("black")


def test_a_pdf_is_saved_where_asked(open_preview: Opener, tmp_path: Path) -> None:
    ask = PreparedAnswers(files=[tmp_path / "mine.pdf", tmp_path / "for the counter.pdf"])
    preview = open_preview(Leaflet(), ask)
    preview.save_button.click()
    preview.short.click()
    preview.save_button.click()
    assert (tmp_path / "mine.pdf").read_bytes() == b"3 pages of 210.0"
    assert (tmp_path / "for the counter.pdf").read_bytes() == b"1 pages of 210.0"
    assert ask.suggested == ["list.pdf", "short.pdf"]
    assert preview.told.text() == "Saved as for the counter.pdf"
    assert preview.save_button.isEnabled()


def test_what_went_wrong_is_told_and_can_be_tried_again(open_preview: Opener, tmp_path: Path) -> None:
    leaflet = Leaflet(trouble="The disk is full.")
    preview = open_preview(leaflet, PreparedAnswers(files=[tmp_path / "a.pdf", tmp_path / "b.pdf"]))
    preview.save_button.click()
    assert preview.told.isVisible()
    assert preview.told.text() == "The disk is full."
    leaflet.trouble = ""
    preview.save_button.click()
    assert preview.told.text() == "Saved as b.pdf"


def test_nothing_happens_when_the_question_is_closed(open_preview: Opener) -> None:
    preview = open_preview(Leaflet())
    preview.save_button.click()
    assert not preview.told.isVisible()
    assert preview.save_button.isEnabled()


def test_without_a_printer_a_pdf_is_offered(open_preview: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    preview = open_preview(Leaflet())
    preview.print_button.click()
    assert "Save a PDF" in preview.told.text()


def a_printer(_parent: QWidget, paper: str, chosen: Callable[[QPrinter], None]) -> None:
    """Somebody who takes the first printer there is, with the paper proposed."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    ids = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
    printer.setPageSize(QPageSize(ids[paper]))
    chosen(printer)


def test_what_is_shown_is_printed(open_preview: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["front desk"])
    leaflet = Leaflet()
    preview = open_preview(leaflet, choose_printer=a_printer)
    preview.short.click()
    preview.print_button.click()
    assert leaflet.printed == [("A4", True)]
    assert preview.told.text() == "Sent to the printer"
    leaflet.trouble = "The printer does not answer."
    preview.print_button.click()
    assert preview.told.text() == "The printer does not answer."


def test_which_printer_is_asked_without_waiting(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    chosen: list[QPrinter] = []
    ask_for_printer(window, "Letter", chosen.append)
    [dialog] = window.findChildren(QPrintDialog)
    assert chosen == []
    dialog.done(QDialog.DialogCode.Accepted.value)
    assert chosen[0].pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter


def test_a_warning_is_shown_before_printing(open_preview: Opener) -> None:
    preview = open_preview(Leaflet(warning="No font for Tamil."))
    assert preview.told.isVisible()
    assert preview.told.text() == "No font for Tamil."


def press(qtbot: QtBot, window: QWidget, key: Qt.Key) -> None:
    """Press Ctrl and a key in a window that has the keyboard."""
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def test_keys_do_what_the_buttons_do(open_preview: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    preview = open_preview(Leaflet(), PreparedAnswers(files=[tmp_path / "list.pdf"]))
    press(qtbot, preview, Qt.Key.Key_S)
    assert (tmp_path / "list.pdf").exists()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_the_curtain_takes_the_preview_away(qtbot: QtBot) -> None:
    window, drawn = QMainWindow(), []
    qtbot.addWidget(window)
    curtain = QAction(window)
    curtain.setShortcut(QKeySequence("Ctrl+L"))
    curtain.triggered.connect(lambda: drawn.append("curtain"))
    window.addAction(curtain)
    window.show()
    preview = Preview(window, Leaflet(), StraightRunner(), PreparedAnswers())
    preview.open()
    with qtbot.waitSignal(preview.destroyed):
        press(qtbot, preview, Qt.Key.Key_L)
    assert drawn == ["curtain"]


def test_every_control_has_a_name(open_preview: Opener) -> None:
    assert nameless(open_preview(Leaflet())) == []


def test_it_fits_into_a_small_window(open_preview: Opener) -> None:
    assert open_preview(Leaflet()).minimumSizeHint().width() <= 1024
