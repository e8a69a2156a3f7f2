"""A note by keyboard alone: from the card of somebody to what they answered, and as a mail."""

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from frontdesk.app import open_house
from tests.support.driving import Program, Receptionist

pytestmark = pytest.mark.gui

AINO = "Aino Virtanen"


def test_a_card_is_written_handed_over_and_answered(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+I")
    anna.is_at("The words")
    anna.sees("brought cake", "the window seat", "Locker 12")
    anna.presses("Ctrl+A")
    anna.types("Dear Aino, the tin came back empty.")
    anna.presses("Ctrl+Enter")
    anna.sees("Written: thank-you card for Aino Virtanen", "Sent by post")
    anna.tabs_to("Handed over")
    anna.presses("Space")
    anna.sees("Handed over: thank-you card for Aino Virtanen", "They answered…")
    anna.presses("Ctrl+Enter")
    anna.is_at("What did they say?")
    anna.types("She laughed")
    anna.presses("Ctrl+Enter")
    anna.sees("Answered: thank-you card for Aino Virtanen", "They answered: She laughed")
    anna.presses("Ctrl+Z")
    anna.sees("Taken back: Answered: thank-you card for Aino Virtanen")
    anna.presses("Ctrl+O")
    anna.sees("We wrote", "thank-you card, 22 November")


def test_an_opening_line_is_copied_and_pasted_by_hand(anna: Receptionist) -> None:
    anna.presses("Alt+5")
    anna.sees("begun")
    anna.presses("Enter")
    anna.is_at("The words")
    anna.tabs_to("Copy: Dear Aikku…")
    anna.presses("Enter")
    anna.sees("Copied. Paste it where you like")
    line = QGuiApplication.clipboard().text()
    anna.presses("Shift+Tab")
    anna.is_at("The words")
    anna.presses("Ctrl+A", "Ctrl+V", "Tab")
    anna.sees("Kept: thank-you card for Aino Virtanen", line)


def test_a_mail_goes_to_the_mail_program_and_nothing_is_sent_by_us(
    anna: Receptionist, monkeypatch: pytest.MonkeyPatch
) -> None:
    links: list[str] = []

    def opened(link: object) -> bool:
        links.append(link.toString())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opened)
    anna.opens(AINO)
    anna.presses("Ctrl+I")
    anna.is_at("The words")
    anna.chooses("How", "by e-mail")
    anna.presses("Tab")
    anna.sees("Open the mail program")
    anna.presses("Ctrl+Enter")
    anna.sees("The mail program is opened.", "Open the mail program again")
    assert [link.partition("?")[0] for link in links] == ["mailto:Aino@Example.fi"]
    anna.presses("Ctrl+Enter")
    anna.sees("Sent: thank-you card for Aino Virtanen")


def test_a_new_note_to_somebody_and_what_is_typed_survives_the_end(
    anna: Receptionist, program: Program, file_house: str
) -> None:
    anna.sees("2 people")  # names are read beside the window
    anna.presses("Alt+5", "Ctrl+N")
    anna.is_at("Whom is it for?")
    anna.types("bold")
    anna.sees("Болд Ганзориг")
    anna.presses("Enter")
    anna.is_at("The words")
    anna.types("Welcome back")
    anna.quits()
    anna = program.start(open_house, file_house)
    anna.presses("Alt+5")
    anna.sees("Болд Ганзориг", "begun")
