"""Slips, labels and cards in the same preview as every other paper."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.reports.card import Card, Picture, card
from frontdesk.reports.imposing import Fold
from frontdesk.reports.labels import Address, order
from frontdesk.reports.note_slip import note_slips
from frontdesk.reports.printing.card import CardPrint
from frontdesk.reports.printing.labels import LabelPrint
from frontdesk.reports.printing.slips import SlipPrint
from frontdesk.ui.kit.preview import Preview, Printable
from tests.support.answers import PreparedAnswers
from tests.support.morning import NOW
from tests.support.people import a_house
from tests.support.straight import StraightRunner
from tests.support.written import AINO, EEVA

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

SLIP = note_slips([EEVA], a_house(), NOW)
ENDLESS = Address(("W" * 500,))


@pytest.mark.parametrize(
    ("what", "name", "pages", "told"),
    [
        (SlipPrint(SLIP, SLIP), "cards to write.pdf", 1, ""),
        (LabelPrint(order([AINO] * 30)), "address labels.pdf", 2, ""),
        (LabelPrint(order([AINO, ENDLESS])), "address labels.pdf", 1, "does not fit on a label"),
        (CardPrint((Card(Picture.PLAIN),) * 3), "cards.pdf", 2, ""),
        (
            CardPrint((card(Picture.PLAIN, inside="Hei"),), Fold.LARGE),
            "cards.pdf",
            2,
            "flip on the short edge",
        ),
    ],
)
def test_paper_of_the_note_bench_is_shown_and_saved(
    what: Printable, name: str, pages: int, told: str, qtbot: QtBot, tmp_path: Path
) -> None:
    answers = PreparedAnswers(files=[tmp_path / name])
    preview = Preview(None, what, StraightRunner(), answers)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(preview)
    preview.open()
    assert preview.pages.text() == (f"{pages} pages" if pages > 1 else "1 page")
    assert told in preview.told.text()
    preview.save_button.click()
    assert answers.suggested == [name]
    assert len(PdfReader(tmp_path / name).pages) == pages
