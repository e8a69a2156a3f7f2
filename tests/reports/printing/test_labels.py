"""Labels on paper: the ink is on the label, to the millimetre, whatever the printer thinks of margins."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from frontdesk.reports.labels import Address, Labels, order
from frontdesk.reports.paper import Box
from frontdesk.reports.printing.labels import LabelPrint
from tests.support.pictures import ink, pages_of, part, where_ink_is
from tests.support.written import AINO, LONG_NAMES

pytestmark = pytest.mark.usefixtures("qapp")


def printed(labels: LabelPrint, folder: Path) -> Path:
    """The labels as a PDF file."""
    file = folder / "labels.pdf"
    labels.write(labels.lay_out("A4", False).pdf(), file)
    return file


def lies_in(found: Box | None, room: Box) -> bool:
    """Whether all the ink is in the room, but for the millimetre that a dot may be off."""
    assert found is not None
    return (
        room.left - 0.5 <= found.left
        and room.top - 0.5 <= found.top
        and found.left + found.width <= room.left + room.width + 0.5
        and found.top + found.height <= room.top + room.height + 0.5
    )


@pytest.mark.parametrize("sheet", Labels)
@pytest.mark.parametrize("start", [1, 2, 12, 24])
def test_the_ink_is_on_the_label_asked_for(sheet: Labels, start: int, tmp_path: Path) -> None:
    [page] = pages_of(printed(LabelPrint(order([AINO], sheet, start)), tmp_path))
    room = sheet.value.box(start).inset(*sheet.value.inset)
    found = where_ink_is(page)
    assert lies_in(found, room)
    assert found is not None
    assert found.left == pytest.approx(room.left, abs=1)


@pytest.mark.parametrize("sheet", Labels)
def test_a_printers_own_paper_and_margins_move_nothing(sheet: Labels, tmp_path: Path) -> None:
    labels = LabelPrint(order([AINO], sheet, 8, sender="Riverside Gym"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    wrong = QPageSize(QPageSize.PageSizeId.A5)
    millimetre = QPageLayout.Unit.Millimeter
    printer.setPageLayout(
        QPageLayout(wrong, QPageLayout.Orientation.Landscape, QMarginsF(9, 9, 9, 9), millimetre)
    )
    labels.print_on(printer, False)
    [saved], [sent] = pages_of(printed(labels, tmp_path)), pages_of(tmp_path / "printed.pdf")
    assert saved.size == sent.size
    one, other = where_ink_is(saved), where_ink_is(sent)
    assert one is not None
    assert other is not None
    assert (other.left, other.top) == pytest.approx((one.left, one.top), abs=0.3)


@pytest.mark.parametrize(("count", "start", "pages"), [(24, 1, 1), (24, 2, 2), (1, 24, 1), (60, 1, 3)])
def test_many_labels_take_as_many_sheets_as_they_need(count: int, start: int, pages: int) -> None:
    sheets = LabelPrint(order([AINO] * count, start=start)).lay_out("A4", False)
    assert sheets.count == pages
    assert len(PdfReader(BytesIO(sheets.pdf())).pages) == pages


def test_labels_are_on_their_own_paper_whatever_the_house_uses() -> None:
    assert LabelPrint(order([AINO])).lay_out("Letter", False).size == (210, 297)
    assert LabelPrint(order([AINO], Labels.LETTER)).lay_out("A4", False).size == (215.9, 279.4)


@pytest.mark.usefixtures("indic_fonts")
@pytest.mark.parametrize("sheet", [Labels.EDGE_TO_EDGE, Labels.WITH_MARGINS])
@pytest.mark.parametrize("name", LONG_NAMES.values(), ids=LONG_NAMES)
def test_a_long_name_stays_on_its_label(name: str, sheet: Labels, tmp_path: Path) -> None:
    address = Address((name, "12 Long Street", "00100 Helsinki", "FINLAND"))
    labels = LabelPrint(order([address], sheet, 5, sender="Riverside Gym · Rantatie 4"))
    assert labels.left_out == ()
    [page] = pages_of(printed(labels, tmp_path))
    assert lies_in(where_ink_is(page), sheet.value.box(5).inset(2, 2))


@pytest.mark.usefixtures("indic_fonts")
@pytest.mark.parametrize("sheet", [Labels.EDGE_TO_EDGE, Labels.WITH_MARGINS])
@pytest.mark.parametrize(
    "line", ["ராமன் கிருஷ்ணமூர்த்தி", "శ్రీనివాసరావు", "नित्या शर्मा", "Болд Ганзориг", "Yrjö Hämäläinen"]
)
def test_six_lines_and_the_sender_fit_in_every_script(line: str, sheet: Labels) -> None:
    labels = LabelPrint(order([Address((line,) * 6)], sheet, sender="Riverside Gym · Rantatie 4"))
    assert labels.left_out == ()


def test_what_does_not_fit_is_not_printed_and_said(tmp_path: Path) -> None:
    endless = Address(("W" * 500, "Rantatie 1"))
    labels = LabelPrint(order([endless, AINO]))
    assert labels.left_out == (endless,)
    assert "1 address does not fit on a label and is left out: WWWW" in labels.hint(False)
    [page] = pages_of(printed(labels, tmp_path))
    assert ink(part(page, Labels.EDGE_TO_EDGE.value.box(2))) == 0


def test_where_nothing_fits_the_sheet_is_blank() -> None:
    assert LabelPrint(order([Address(("W" * 500,))])).lay_out("A4", False).count == 1


def test_all_is_well_without_a_word() -> None:
    assert LabelPrint(order([AINO])).hint(False) == ""


def test_a_sender_stands_small_above_the_address(tmp_path: Path) -> None:
    room = Labels.EDGE_TO_EDGE.value.box(1).inset(7, 5)
    [without] = pages_of(printed(LabelPrint(order([AINO])), tmp_path))
    [page] = pages_of(printed(LabelPrint(order([AINO], sender="Riverside Gym")), tmp_path))
    top = Box(room.left, room.top, room.width, 3.5)
    assert ink(part(without, top)) == 0
    assert ink(part(page, top)) > 0


def test_markup_is_printed_as_it_was_written() -> None:
    pdf = LabelPrint(order([Address(('<img src="/etc/passwd">', "<b>&amp;"))])).lay_out("A4", False).pdf()
    [page] = PdfReader(BytesIO(pdf)).pages
    assert '<img src="/etc/passwd">' in " ".join(page.extract_text().split())
    assert "<b>&amp;" in page.extract_text()
