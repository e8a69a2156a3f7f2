"""Cards on paper: the picture in front, the house behind, and nothing inside but what is wanted there."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from frontdesk.reports.card import Card, Picture, Tint, card
from frontdesk.reports.imposing import Fold
from frontdesk.reports.paper import Box
from frontdesk.reports.printing.card import CardPrint
from tests.support.pictures import ink, pages_of, part, where_ink_is
from tests.support.written import LONG_NAMES

pytestmark = pytest.mark.usefixtures("qapp")

PLAIN = Card(Picture.BIRTHDAY)
WRITTEN = card(
    Picture.BIRTHDAY, greeting="Onnea!", inside="Hei Aino,\n\nterveisin Anna", house="Riverside Gym"
)
SHEET = Box(0, 0, 210, 148)
FRONT, BACK = Box(105, 0, 105, 148), Box(0, 0, 105, 148)


def printed(cards: CardPrint, folder: Path, paper: str = "A4") -> list[Image.Image]:
    """Pictures of all sides."""
    file = folder / "cards.pdf"
    cards.write(cards.lay_out(paper, False).pdf(), file)
    return pages_of(file)


class TurningPrinter(QPrinter):
    """A printer that remembers how it is told to turn the paper; one that writes a PDF file cannot."""

    def __init__(self, mode: QPrinter.PrinterMode) -> None:
        super().__init__(mode)
        self.turns: list[QPrinter.DuplexMode] = []

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.turns.append(duplex)


def coloured(one: Card) -> QImage:
    """A small card as a preview draws it, four dots a millimetre."""
    image = QImage(840, 592, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    CardPrint((one,), Fold.SMALL).lay_out("A4", False).draw(painter, 1, 4)
    painter.end()
    return image


def colours_in(image: QImage) -> float:
    """How far the picture is from grey."""
    whole = Image.frombytes("RGB", (840, 592), bytes(image.constBits()))
    red, green, blue = whole.split()
    return sum(
        ink(ImageChops.invert(ImageChops.difference(one, other)))
        for one, other in ((red, green), (green, blue))
    )


@pytest.mark.parametrize("picture", Picture)
def test_every_picture_is_on_the_front_and_nowhere_else(picture: Picture, tmp_path: Path) -> None:
    [page] = printed(CardPrint((Card(picture),), Fold.SMALL), tmp_path)
    room = FRONT.inset(12, 12)
    inside = part(page, room)
    assert ink(part(page, Box(0, 8, 104, 132))) == 0
    assert ink(part(page, Box(105.5, 8, 104, 132))) == ink(inside)
    assert 0.003 < ink(inside) / (inside.width * inside.height) < 0.2


@pytest.mark.parametrize("picture", Picture)
def test_a_picture_is_grey_until_it_is_given_its_colour(picture: Picture) -> None:
    assert colours_in(coloured(Card(picture))) == 0
    assert all(colours_in(coloured(Card(picture, tint=tint))) > 50 for tint in Tint if tint is not Tint.NONE)


def test_the_back_has_the_house_small_at_its_foot(tmp_path: Path) -> None:
    [page] = printed(CardPrint((Card(Picture.PLAIN, house="Riverside Gym"),), Fold.SMALL), tmp_path)
    back = where_ink_is(part(page, Box(0, 8, 104, 140)))
    assert back is not None
    assert back.top + 8 > 128
    assert back.height < 4
    assert back.left + back.width / 2 == pytest.approx(52.5, abs=1)


def test_a_greeting_is_under_the_picture(tmp_path: Path) -> None:
    foot = Box(105.5, 112, 104, 26)
    twig = Card(Picture.PLAIN)
    [bare] = printed(CardPrint((twig,), Fold.SMALL), tmp_path)
    [page] = printed(CardPrint((replace(twig, greeting="Onnea!"),), Fold.SMALL), tmp_path)
    assert ink(part(page, foot)) > ink(part(bare, foot)) == 0


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("fold", Fold)
def test_a_text_inside_is_on_the_second_side_on_the_right(fold: Fold, paper: str, tmp_path: Path) -> None:
    cards = CardPrint((WRITTEN,), fold)
    sheets = cards.lay_out(paper, False)
    outside, inside = printed(cards, tmp_path, paper)
    half = sheets.size[0] / 2
    assert ink(part(inside, Box(0, 0, half, sheets.size[1]))) == 0
    assert ink(part(inside, Box(half, 0, half, sheets.size[1]))) == ink(inside) > 0
    assert ink(outside) > 0


def test_without_a_text_the_inside_is_no_page() -> None:
    pdf = CardPrint((PLAIN,) * 3).lay_out("A4", False).pdf()
    assert len(PdfReader(BytesIO(pdf)).pages) == 2


def test_the_marks_are_at_the_fold_and_at_the_cut(tmp_path: Path) -> None:
    [page] = printed(CardPrint((PLAIN,), Fold.PAIR), tmp_path)
    assert ink(part(page, Box(104, 0, 2, 7))) > 0
    assert ink(part(page, Box(104, 8, 2, 132))) == 0
    assert ink(part(page, Box(0, 147.5, 7, 2))) > 0
    assert ink(part(page, Box(0, 149.5, 210, 147))) == 0


@pytest.mark.parametrize(
    ("fold", "paper", "points"),
    [
        (Fold.LARGE, "A4", (842, 595)),
        (Fold.SMALL, "A4", (595, 420)),
        (Fold.PAIR, "A4", (595, 842)),
        (Fold.LARGE, "Letter", (792, 612)),
        (Fold.SMALL, "Letter", (612, 396)),
        (Fold.PAIR, "letter", (612, 792)),
    ],
)
def test_the_paper_is_the_one_that_is_folded(fold: Fold, paper: str, points: tuple[int, int]) -> None:
    [page] = PdfReader(BytesIO(CardPrint((PLAIN,), fold).lay_out(paper, False).pdf())).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == points


@pytest.mark.parametrize(
    ("size", "fold", "points", "duplex"),
    [
        (QPageSize.PageSizeId.A4, Fold.LARGE, (842, 595), QPrinter.DuplexMode.DuplexShortSide),
        (QPageSize.PageSizeId.A5, Fold.SMALL, (595, 420), QPrinter.DuplexMode.DuplexShortSide),
        (QPageSize.PageSizeId.Letter, Fold.PAIR, (612, 792), QPrinter.DuplexMode.DuplexLongSide),
    ],
)
def test_a_printer_takes_the_sheet_and_turns_it_on_the_right_edge(
    size: QPageSize.PageSizeId,
    fold: Fold,
    points: tuple[int, int],
    duplex: QPrinter.DuplexMode,
    tmp_path: Path,
) -> None:
    printer = TurningPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(size))
    CardPrint((WRITTEN,), fold).print_on(printer, False)
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages] == [points] * 2
    assert printer.turns == [duplex]


def test_how_to_turn_the_sheet_is_said() -> None:
    hints = {fold: CardPrint((WRITTEN,), fold).hint(False) for fold in Fold}
    assert hints[Fold.LARGE] == hints[Fold.SMALL] == "Print on both sides and flip on the short edge."
    assert hints[Fold.PAIR] == "Print on both sides and flip on the long edge."
    assert CardPrint((PLAIN,)).hint(False) == ""


def test_a_text_too_long_for_the_card_is_left_out_and_said(tmp_path: Path) -> None:
    long = card(Picture.PLAIN, inside="Dear Aino, " * 400)
    cards = CardPrint((long,), Fold.SMALL)
    assert "Too long for the card and left out: “Dear Aino, Dear Aino, Dear Ain…”." in cards.hint(False)
    [_, inside] = printed(cards, tmp_path)
    assert ink(inside) == 0


def test_the_hint_is_about_the_paper_that_is_looked_at() -> None:
    cards = CardPrint((card(Picture.PLAIN, inside="\n".join(["Aino"] * 27)),), Fold.PAIR)
    said = {}
    for paper in ("A4", "Letter"):
        left_out = cards.lay_out(paper, False).left_out
        said[paper] = bool(left_out)
        assert ("Too long" in cards.hint(False)) == bool(left_out)
    assert said == {"A4": False, "Letter": True}


@pytest.mark.usefixtures("indic_fonts")
@pytest.mark.parametrize("name", LONG_NAMES.values(), ids=LONG_NAMES)
def test_a_long_greeting_stays_under_the_picture(name: str, tmp_path: Path) -> None:
    cards = CardPrint((card(Picture.PLAIN, greeting=f"Onnea, {name}!"),), Fold.SMALL)
    assert cards.lay_out("A4", False).left_out == ()
    [page] = printed(cards, tmp_path)
    foot = where_ink_is(part(page, Box(106, 108, 104, 32)))
    assert foot is not None
    assert foot.left + 106 > 105 + 11.5
    assert foot.left + foot.width + 106 < 210 - 11.5
    assert foot.top + foot.height + 108 < 136.5


def test_markup_in_a_greeting_is_printed_as_it_was_written() -> None:
    pdf = CardPrint((card(Picture.PLAIN, greeting="<b>Onnea</b>"),)).lay_out("A4", False).pdf()
    assert "<b>Onnea</b>" in PdfReader(BytesIO(pdf)).pages[0].extract_text()
