"""The list on paper: how many pages of which size, what is on them, and that nothing is cut."""

import os
import re
import subprocess
import sys
import threading
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from frontdesk.foundation.errors import DeskError
from frontdesk.reports.paper import MARGIN
from frontdesk.reports.printing.strip import Sheets
from frontdesk.reports.printing.today import ListPrint, font_hint, lay_out, print_on, write_pdf
from frontdesk.reports.today_html import as_html
from frontdesk.reports.today_list import ListPage, today_list
from tests.support.morning import BOLD, EVERYBODY, RAMAN, a_long_morning, a_morning, a_reminder, a_today
from tests.support.pictures import boxes_in, ink, pages_of

pytestmark = pytest.mark.usefixtures("qapp")

INDIC = ("Tamil", "Telugu", "Devanagari")


def printed(page: ListPage, folder: Path, paper: str = "A4") -> Path:
    """The list as a PDF file."""
    file = folder / f"{paper}.pdf"
    write_pdf(page, file, paper)
    return file


def words_on(page: PageObject) -> str:
    """The text of a page; Qt's PDF files write a tab for every space."""
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    ("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792)), ("letter", (612, 792))]
)
def test_the_paper_is_the_one_asked_for(paper: str, points: tuple[int, int], tmp_path: Path) -> None:
    sizes = [page.mediabox for page in PdfReader(printed(today_list(a_morning()), tmp_path, paper)).pages]
    assert [(round(size.width), round(size.height)) for size in sizes] == [points] * len(sizes)


def test_the_number_of_pages_is_told(tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    pages = write_pdf(today_list(a_long_morning(60)), file, "A4")
    assert pages == len(PdfReader(file).pages) > 1


def test_two_hundred_people_are_all_there(tmp_path: Path) -> None:
    file = printed(today_list(a_long_morning(200)), tmp_path)
    text = "\n".join(words_on(page) for page in PdfReader(file).pages)
    assert [number for number in range(1, 201) if f" {number:03d}" not in text] == []


def test_every_row_has_a_box_for_a_pen(tmp_path: Path) -> None:
    pages = pages_of(printed(today_list(a_long_morning(40)), tmp_path))
    assert len(pages) > 1
    assert sum(map(boxes_in, pages)) == 40


def test_every_page_has_its_number_and_says_to_shred_it(tmp_path: Path) -> None:
    file = printed(today_list(a_long_morning(40)), tmp_path)
    texts = [words_on(page) for page in PdfReader(file).pages]
    for number, text in enumerate(texts, start=1):
        assert f"Sunday, 22 November 2026 · {number} / {len(texts)}" in text
        assert "personal, shred after use" in text


def test_the_margins_stay_white(tmp_path: Path) -> None:
    margin = round((MARGIN - 1) / 25.4 * 100)
    for page in pages_of(printed(today_list(a_long_morning(40)), tmp_path)):
        inner = page.crop((margin, margin, page.width - margin, page.height - margin))
        assert ink(page) - ink(inner) == 0


def test_it_is_black_on_white(tmp_path: Path) -> None:
    [page, *_] = pages_of(printed(today_list(a_morning()), tmp_path))
    assert page.getextrema() == (0, 255)
    assert 0.005 < ink(page) / (page.width * page.height) < 0.1


def drawn(sheets: Sheets, number: int) -> QImage:
    """A page as a preview draws it, four dots a millimetre."""
    width, height = (round(length * 4) for length in sheets.size)
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    sheets.draw(painter, number, 4)
    painter.end()
    return image


def blackness(sheets: Sheets, number: int) -> float:
    """The ink of a page in pixels, without its foot and without the words at the head of a later one."""
    image = drawn(sheets, number)
    whole = Image.frombytes("L", (image.bytesPerLine(), image.height()), bytes(image.constBits()))
    top = 0 if number == 1 else 4 * (MARGIN + 5)
    return ink(whole.crop((0, round(top), image.width(), image.height() - 4 * 23)))


@pytest.mark.parametrize("rows", range(1, 12))
def test_pages_together_have_all_the_ink_of_one_endless_page(rows: int) -> None:
    html = as_html(today_list(replace(a_morning(), due_today=a_long_morning(rows).due_today)))
    endless = Sheets(html, (210, 1500))
    pages = Sheets(html, (210, 160))
    assert endless.count == 1
    assert pages.count > 1
    together = sum(blackness(pages, number) for number in range(1, pages.count + 1))
    assert together == pytest.approx(blackness(endless, 1), rel=0.004)


def test_a_page_says_which_part_it_goes_on_with(tmp_path: Path) -> None:
    morning = replace(a_morning(), due_today=a_long_morning(60).due_today)
    first, *later = [words_on(page) for page in PdfReader(printed(today_list(morning), tmp_path)).pages]
    assert ", continued" not in first
    assert [text.startswith("Today, continued") for text in later[:2]] == [True, True]


@pytest.mark.parametrize("height", range(120, 200, 8))
def test_a_later_page_begins_with_its_part_or_says_with_which_it_goes_on(height: int) -> None:
    page = today_list(a_morning())
    parts = [*(section.heading for section in page.sections), page.ahead_heading]
    content = Sheets(as_html(page), (210, height)).pdf()
    for sheet in PdfReader(BytesIO(content)).pages[1:]:
        text = words_on(sheet)
        [goes_on] = [part for part in parts if text.startswith(part)]
        following = text.removeprefix(f"{goes_on}, continued").strip()
        assert text == following or not any(following.startswith(part) for part in parts)


@pytest.mark.parametrize("height", range(120, 200, 8))
def test_no_heading_stands_alone_at_the_end_of_a_page(height: int) -> None:
    content = Sheets(as_html(today_list(a_morning())), (210, height)).pdf()
    for page in PdfReader(BytesIO(content)).pages:
        letters = words_on(page).replace(" ", "")
        assert not re.search(r"(Leftover|Today|Promised|Nextsevendays)Printed22/11/2026", letters)


def test_paper_is_white_in_a_dark_room(qapp: QApplication) -> None:
    usual = blackness(Sheets("<p>Aino Virtanen</p>", (210, 297)), 1)
    light, dark = qapp.palette(), QPalette(QColor(20, 20, 20))
    dark.setColor(QPalette.ColorRole.Text, QColor(250, 250, 250))
    qapp.setPalette(dark)
    try:
        assert blackness(Sheets("<p>Aino Virtanen</p>", (210, 297)), 1) == usual > 0
    finally:
        qapp.setPalette(light)


def test_ten_thousand_letters_stay_on_the_page(tmp_path: Path) -> None:
    long = RAMAN._replace(name="W" * 10_000, likes="ம்" * 10_000, must_know="x" * 10_000, phone="1" * 10_000)
    margin = round((MARGIN - 1) / 25.4 * 100)
    for page in pages_of(printed(today_list(a_today(due_today=(a_reminder(long),) * 5)), tmp_path)):
        assert ink(page) == ink(page.crop((margin, margin, page.width - margin, page.height - margin)))


def test_markup_in_a_name_is_printed_as_it_was_written(tmp_path: Path) -> None:
    person = BOLD._replace(name='<img src="/etc/passwd">', second_spelling="<b>&amp;")
    file = printed(today_list(a_today(due_today=(a_reminder(person),))), tmp_path)
    assert '<img src="/etc/passwd"> <b>&amp;' in words_on(PdfReader(file).pages[0])


def test_even_a_picture_in_the_html_is_never_fetched(tmp_path: Path) -> None:
    picture = tmp_path / "black.png"
    black = QImage(400, 400, QImage.Format.Format_RGB32)
    black.fill(0)
    assert black.save(str(picture))
    for source in (str(picture), picture.as_uri()):
        assert blackness(Sheets(f'<p>a<img src="{source}">b</p>', (210, 297)), 1) < 2_000


@pytest.mark.usefixtures("indic_fonts")
def test_names_are_printed_in_fonts_of_their_own_script(tmp_path: Path) -> None:
    everybody = today_list(a_today(due_today=tuple(a_reminder(one) for one in EVERYBODY)))
    assert font_hint(everybody) == ""
    fonts: set[str] = set()
    for page in PdfReader(printed(everybody, tmp_path)).pages:
        resources: Any = page["/Resources"]
        fonts |= {font["/BaseFont"] for font in resources["/Font"].values()}
    for script in INDIC:
        assert any(script in font for font in fonts), fonts


@pytest.mark.usefixtures("indic_fonts")
@pytest.mark.parametrize(
    ("bare", "with_sign"), [("க", "கெ"), ("क", "कि")]
)  # written after the letter, shown before it
def test_vowel_signs_stand_where_the_script_puts_them(bare: str, with_sign: str, tmp_path: Path) -> None:
    def name_on_paper(name: str) -> bytes:
        page = today_list(a_today(due_today=(a_reminder(BOLD._replace(name=name)),)))
        [picture] = pages_of(printed(page, tmp_path))
        left, top = (round(length / 25.4 * 100) for length in (25.8, 45))
        return picture.crop((left, top, left + 18, top + 40)).tobytes()

    assert name_on_paper(bare) != name_on_paper(with_sign)


def test_a_script_without_a_font_is_told_and_the_list_still_printed(tmp_path: Path) -> None:
    person = BOLD._replace(name="\U00010570\U00010571")  # Vithkuqi: no common font has it
    page = today_list(a_today(due_today=(a_reminder(person),)))
    hint = font_hint(page)
    if not hint:
        pytest.skip("this machine has a font even for Vithkuqi")
    assert "no font for Vithkuqi" in hint
    assert write_pdf(page, tmp_path / "list.pdf", "A4") == 1


def test_nothing_is_written_where_nothing_can_be(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="There is no folder"):
        write_pdf(today_list(a_morning()), tmp_path / "nowhere" / "list.pdf", "A4")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    with pytest.raises(DeskError, match="The printer does not answer"):
        print_on(today_list(a_morning()), printer)


def test_a_printer_prints_the_pages_asked_for_on_its_own_paper(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFromTo(2, 3)
    print_on(today_list(a_long_morning(60)), printer)
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert [round(page.mediabox.width) for page in pages] == [612, 612]
    assert "· 2 / " in words_on(pages[0])


def test_a_working_thread_is_sent_away() -> None:
    said: list[str] = []

    def work() -> None:
        try:
            lay_out(today_list(a_morning()), "A4")
        except RuntimeError as error:
            said.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert said == ["pages are laid out and drawn on the application's thread"]


def test_a_preview_gets_both_lists_from_one_hand(tmp_path: Path) -> None:
    both = ListPrint(today_list(a_morning()), today_list(a_morning(), short=True))
    assert [both.file_name(short) for short in (False, True)] == [
        "list 2026-11-22.pdf",
        "list 2026-11-22, short.pdf",
    ]
    for short in (False, True):
        both.write(both.lay_out("A4", short).pdf(), tmp_path / both.file_name(short))
    texts = [words_on(PdfReader(file).pages[0]) for file in sorted(tmp_path.iterdir(), reverse=True)]
    assert ["Nut allergy" in text for text in texts] == [True, False]


WITHOUT_A_DISPLAY = """
from pathlib import Path
from tests.support.morning import a_morning
from frontdesk.reports.today_list import today_list
from frontdesk.reports.printing.today import write_pdf
write_pdf(today_list(a_morning()), Path("list.pdf"), "A4")
"""


def test_a_pdf_needs_no_display(tmp_path: Path) -> None:
    unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[3])
    subprocess.run([sys.executable, "-c", WITHOUT_A_DISPLAY], check=True, cwd=tmp_path, env=environment)
    assert len(PdfReader(tmp_path / "list.pdf").pages) == 1
