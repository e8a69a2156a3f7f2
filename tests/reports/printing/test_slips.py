"""Slips on paper: a third of a page each, several on a page, and none of them cut."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from frontdesk.reports.note_slip import SlipPerson, note_slips
from frontdesk.reports.paper import MARGIN, Box, Paper
from frontdesk.reports.printing.slips import SlipPrint
from tests.support.morning import NOW
from tests.support.people import a_house
from tests.support.pictures import ink, pages_of, part
from tests.support.written import EEVA, LONG_NAMES, RAMAN

pytestmark = pytest.mark.usefixtures("qapp")


def a_print(*people: SlipPerson) -> SlipPrint:
    """Slips in both their forms."""
    full, short = (note_slips(people, a_house(), NOW, short=short) for short in (False, True))
    return SlipPrint(full, short)


def texts(pdf: bytes) -> list[str]:
    """The text of each page; Qt's PDF files write a tab for every space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.usefixtures("indic_fonts")
@pytest.mark.parametrize("paper", Paper)
def test_a_full_slip_takes_a_third_of_a_page(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "slip.pdf"
    file.write_bytes(a_print(RAMAN).lay_out(paper.value, False).pdf())
    [page] = pages_of(file)
    third = paper.size[1] / 3
    below = Box(0, third + 15, paper.size[0], paper.size[1] - third - 15 - 25)
    assert ink(part(page, Box(0, 0, paper.size[0], third + 15))) > 0
    assert ink(part(page, below)) == 0


@pytest.mark.usefixtures("indic_fonts")
def test_three_full_slips_share_a_page_of_a4() -> None:
    assert a_print(RAMAN, RAMAN, RAMAN).lay_out("A4", False).count == 1


def test_a_slip_is_never_torn_over_two_pages() -> None:
    people = [SlipPerson(f"Begin{n}", visits=RAMAN.visits, hook=f"End{n}") for n in range(12)]
    pages = texts(a_print(*people).lay_out("A4", False).pdf())
    assert len(pages) > 1
    for n in range(12):
        assert [f"Begin{n} " in text for text in pages] == [f"End{n} " in text for text in pages]
        assert sum(f"Begin{n} " in text for text in pages) == 1


def test_what_is_typed_without_end_stays_on_the_page(tmp_path: Path) -> None:
    long = "W" * 10_000
    person = SlipPerson(long, long, long, long, long, long, long, long, RAMAN.visits)
    file = tmp_path / "slip.pdf"
    file.write_bytes(a_print(person).lay_out("A4", False).pdf())
    for page in pages_of(file):
        inner = part(page, Box(0, 0, 210, 297).inset(MARGIN - 1, MARGIN - 1))
        assert ink(page) == ink(inner)


@pytest.mark.usefixtures("indic_fonts")
@pytest.mark.parametrize("name", LONG_NAMES.values(), ids=LONG_NAMES)
def test_a_long_name_stays_in_its_column(name: str, tmp_path: Path) -> None:
    file = tmp_path / "slip.pdf"
    file.write_bytes(a_print(SlipPerson(name, visits=RAMAN.visits)).lay_out("A4", False).pdf())
    [page] = pages_of(file)
    between = MARGIN + 180 * 0.45 + 0.8
    assert ink(part(page, Box(between, 15, 5, 8))) == 0
    assert ink(part(page, Box(MARGIN, 15, 70, 20))) > 0


def test_markup_is_printed_as_it_was_written() -> None:
    [text] = texts(a_print(SlipPerson('<img src="/etc/passwd">')).lay_out("A4", False).pdf())
    assert '<img src="/etc/passwd">' in text


def test_a_short_slip_keeps_what_is_private_to_itself() -> None:
    both = a_print(EEVA, SlipPerson("Bold", must_know="Nut allergy", likes="tea"))
    full, short = (texts(both.lay_out("A4", short).pdf())[0] for short in (False, True))
    assert "Nut allergy" in full
    assert "Nut allergy" not in short
    assert "tea" not in short
    assert [both.file_name(short) for short in (False, True)] == [
        "cards to write.pdf",
        "cards to write, short.pdf",
    ]


def test_a_printer_prints_on_its_own_paper(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    a_print(EEVA).print_on(printer, False)
    [page] = PdfReader(tmp_path / "printed.pdf").pages
    assert round(page.mediabox.width) == 612


@pytest.mark.usefixtures("indic_fonts")
def test_a_script_that_this_computer_has_needs_no_word() -> None:
    assert a_print(RAMAN).hint(False) == ""
