"""The first day with the program: from an empty machine to a greeted regular and a printed list."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.app import open_house
from tests.support.driving import Program, Receptionist

pytestmark = pytest.mark.gui

MAIJA = "Maija Lehtonen"


def test_the_first_day(program: Program, place: str, tmp_path: Path) -> None:
    anna = program.start(open_house, place, wait=False)
    begins_a_new_house(anna)
    adds_maija(anna)
    finds_her_with_a_slip(anna)
    logs_her_visit(anna)
    writes_a_request_down(anna)
    sees_her_birthday_in_today(anna)
    prints_the_list(anna, tmp_path / "today.pdf")
    quits(anna)

    anna = program.start(open_house, place)
    finds_everything_again(anna)


def begins_a_new_house(anna: Receptionist) -> None:
    anna.sees("No house yet")
    anna.is_at("New house")
    stood = place_of(anna.window.waiting.search)
    anna.presses("Enter")
    anna.is_at("Search people")
    anna.sees("Nobody is here yet.")
    box = QApplication.focusWidget()
    assert box is not None
    assert place_of(box) == stood, "it does not jump when the house opens"


def place_of(part: QWidget) -> QRect:
    return part.rect().translated(part.mapTo(part.window(), QPoint()))


def adds_maija(anna: Receptionist) -> None:
    anna.types(MAIJA)
    anna.sees("Nobody found.", f"Add “{MAIJA}”")
    anna.presses("Ctrl+N")
    anna.sees("Somebody new", MAIJA)
    anna.tabs_to("Birthday")
    anna.types("22.11.1986")
    anna.presses("Enter")
    anna.sees(f"{MAIJA} added", "Log visit")


def finds_her_with_a_slip(anna: Receptionist) -> None:
    anna.presses("Esc")
    anna.is_at("Search people")
    anna.types("Maja Lehtonnen")
    anna.sees("similar spelling")
    anna.presses("Enter")
    anna.sees("birthday today")


def logs_her_visit(anna: Receptionist) -> None:
    anna.presses("Ctrl+Enter")
    anna.sees(f"Visit logged for {MAIJA}.", "Visits · 1")


def writes_a_request_down(anna: Receptionist) -> None:
    anna.presses("Ctrl+R")
    anna.is_at("What do they ask for?")
    anna.types("Locker 12, near the pool")
    anna.presses("Enter")
    anna.sees("Request written down: Locker 12, near the pool")


def sees_her_birthday_in_today(anna: Receptionist) -> None:
    anna.presses("Alt+2")
    anna.sees("Print the list", MAIJA, "turns 40")


def prints_the_list(anna: Receptionist, file: Path) -> None:
    anna.ask.files.append(file)
    anna.presses("Ctrl+P")
    anna.sees("Save as PDF…", "1 page")
    anna.presses("Ctrl+S")
    anna.sees("Saved as today.pdf")
    anna.presses("Esc")
    anna.sits_down()  # a desktop gives the keyboard back by itself
    anna.misses("Save as PDF…")
    (page,) = PdfReader(file).pages
    # Qt writes the spaces of a PDF as tabs.
    assert MAIJA in " ".join(page.extract_text().split())


def quits(anna: Receptionist) -> None:
    anna.presses("Ctrl+Q")
    anna.until(lambda: not anna.window.isVisible(), "the window never closed")


def finds_everything_again(anna: Receptionist) -> None:
    anna.is_at("Search people")
    anna.sees("Here today", MAIJA)
    anna.types("maij")
    anna.presses("Enter")
    anna.sees("birthday today", "Locker 12, near the pool", "Visits · 1")
    anna.presses("Alt+2")
    anna.sees("turns 40")
