"""Whatever somebody writes is letters: shown as written, never loaded, run, or taken for words of ours."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Letters
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from frontdesk import app
from frontdesk.foundation.clock import FixedClock
from tests.support.driving import Program, Receptionist

pytestmark = pytest.mark.gui

NAME = '<img src="/etc/passwd"><b>Ville</b> & {{x}} %s'
LIKES = "<script>alert(1)</script> {0} likes"
MUST_KNOW = "<a href='file:///etc/passwd'>nuts</a> &amp; %(name)s"
REQUEST = "<h1>Locker</h1> {name} \\n && %d"
NOTE = "<table><tr><td>knee</td></tr> {{ 7*7 }}"


@pytest.fixture
def anna(program: Program, place: str) -> Receptionist:
    """Anna, in a house with nobody in it."""
    return program.start(lambda place, _: app.open_house(place, create=True), place)


def windows() -> list[QWidget]:
    """Every window of the program."""
    found: list[QWidget] = QApplication.topLevelWidgets()
    return [one for one in found if one.isVisible()]


def nothing_is_interpreted(anna: Receptionist) -> None:
    """Every label shows plain text, every tooltip the letters; no title names anybody, no letter is a key."""
    for window in windows():
        assert "Ville" not in window.windowTitle()
        widgets = window.findChildren(QWidget)
        labels = [one for one in widgets if isinstance(one, QLabel)]
        assert {one.textFormat() for one in labels if one.text()} <= {Qt.TextFormat.PlainText}
        buttons = [one for one in widgets if isinstance(one, QAbstractButton)]
        assert [one.text() for one in buttons if not one.shortcut().isEmpty()] == []
        tips = [one.toolTip() for one in widgets if "Ville" in one.toolTip() or "alert" in one.toolTip()]
        assert [tip for tip in tips if "<" not in as_shown(tip)] == []
    assert anna.window.windowTitle() == "frontdesk"


def as_shown(tip: str) -> str:
    """What a tooltip says once Qt has made of it what it will."""
    document = QTextDocument()
    if Letters.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


def test_markup_from_end_to_end(
    anna: Receptionist,
    place: str,
    clock: FixedClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    adds_ville(anna)
    writes_about_ville(anna)
    finds_ville(anna)
    clock.instant += timedelta(minutes=2)
    is_told_about_ville(anna)
    page = prints_ville(anna, tmp_path / "today.pdf")
    anna.quits()
    exported = prints_it_as_json(place, capsys)
    for words in (NAME, LIKES, MUST_KNOW, NOTE):
        assert words in exported
    for words in (NAME, REQUEST):
        assert "".join(words.split()) in page


def adds_ville(anna: Receptionist) -> None:
    anna.types(NAME)
    anna.sees("Nobody found.", f"Add “{NAME[:8]}")
    nothing_is_interpreted(anna)
    anna.presses("Ctrl+N")
    anna.tabs_to("Birthday")
    anna.types("22.11.1986")
    anna.presses("Enter")
    anna.sees(f"{NAME} added", "Log visit")
    nothing_is_interpreted(anna)


def writes_about_ville(anna: Receptionist) -> None:
    anna.presses("Ctrl+E")
    anna.fills("Must know", MUST_KNOW)
    anna.fills("Likes", LIKES)
    anna.sees(f"Likes: saved for {NAME}")
    nothing_is_interpreted(anna)
    anna.tabs_to("Done")
    anna.presses("Enter", "Ctrl+R")
    anna.is_at("What do they ask for?")
    anna.types(REQUEST)
    anna.fills("Promised to them for", "tomorrow 10:00")
    anna.tabs_to("Save")
    anna.presses("Enter")
    anna.sees(f"Request written down: {REQUEST}")
    anna.presses("Ctrl+Enter")
    anna.sees(f"Visit logged for {NAME}.")
    anna.fills("How did it go?", NOTE)
    anna.presses("Esc")
    anna.sees(NAME, f"Must know: {MUST_KNOW}", LIKES, REQUEST, NOTE)
    nothing_is_interpreted(anna)


def finds_ville(anna: Receptionist) -> None:
    anna.presses("Esc")
    anna.types("ville")
    anna.sees(NAME, "1 person")
    nothing_is_interpreted(anna)
    anna.presses("Alt+2")
    anna.sees(f"{NAME} turns 40", REQUEST, MUST_KNOW)
    nothing_is_interpreted(anna)


def is_told_about_ville(anna: Receptionist) -> None:
    """The strip: no visit of somebody who has died."""
    anna.opens("ville")
    anna.sees(NOTE)
    anna.presses("Ctrl+E")
    anna.tabs_to("Has died")
    anna.presses("Space")
    anna.sees("Has died: saved")
    anna.presses("Alt+1", "Ctrl+Enter")
    anna.sees(f"{NAME} has died. No visit was logged.")
    nothing_is_interpreted(anna)
    anna.does("Undo")
    anna.sees("Has died")


def prints_ville(anna: Receptionist, file: Path) -> str:
    """The text of the printed page, without its spaces; Qt writes some of them as tabs."""
    anna.presses("Alt+2")
    anna.sees(f"{NAME} turns 40")
    anna.ask.files.append(file)
    anna.presses("Ctrl+P")
    anna.sees("Save as PDF…", "1 page")
    nothing_is_interpreted(anna)
    anna.presses("Ctrl+S")
    anna.sees("Saved as today.pdf")
    anna.presses("Esc")
    anna.sits_down()
    (page,) = PdfReader(file).pages
    assert list(page.images) == []
    return "".join(page.extract_text().split())


def prints_it_as_json(place: str, capsys: pytest.CaptureFixture[str]) -> str:
    """All that the list says as JSON, read again."""
    assert app.main(["today", "--database", place, "--format", "json"]) == 0
    return "\n".join(_texts(json.loads(capsys.readouterr().out)))


def _texts(read: object) -> list[str]:
    if isinstance(read, dict):
        return [text for value in read.values() for text in _texts(value)]
    if isinstance(read, list):
        return [text for value in read for text in _texts(value)]
    return [str(read)]


def test_an_ampersand_is_no_key_of_a_button(anna: Receptionist) -> None:
    anna.types("Rock &2 Roll")
    anna.sees("Nobody found.", "Add “Rock &2 Roll”")
    anna.presses("Alt+2")
    anna.sees("Print the list")


def test_what_cannot_be_seen_is_not_kept(anna: Receptionist) -> None:
    anna.pastes("V\x07il\u202ele\u2066 \u200bA\x1balto\ufeff")
    anna.sees("Nobody found.", "Add “Ville Aalto”")
    anna.presses("Ctrl+N")
    anna.presses("Enter")
    anna.sees("Ville Aalto added", "No visit yet.")
    anna.presses("Ctrl+E")
    anna.tabs_to("Likes")
    anna.pastes("green \u202etea\x00")
    anna.presses("Tab")
    anna.sees("Likes: saved for Ville Aalto")
    anna.tabs_to("Done")
    anna.presses("Enter")
    anna.sees("green tea")


def test_too_long_a_name_is_refused_beside_its_field(anna: Receptionist) -> None:
    anna.presses("Ctrl+N")
    anna.is_at("Name")
    anna.pastes("Ville " + "a" * 9_994)
    anna.presses("Enter")
    anna.sees("This has 10000 characters; 500 is the most that is kept. Shorten it.")
    anna.is_at("Name")
    nothing_is_interpreted(anna)
    anna.presses("Ctrl+A")
    anna.pastes("\u202e\x07 \u200b")
    anna.presses("Enter")
    anna.sees("Write a name: one word is enough.")
    anna.presses("Ctrl+A")
    anna.pastes("Ville " + "<b>" * 164)
    anna.presses("Enter")
    anna.sees("<b><b> added", "Log visit")
    nothing_is_interpreted(anna)
    anna.presses("Ctrl+Enter")
    anna.sees("Visit logged for Ville <b><b>", "Visits · 1")
    nothing_is_interpreted(anna)
    anna.presses("Esc", "Esc")
    anna.pastes("a" * 10_000)
    anna.sees("Nobody found.")
