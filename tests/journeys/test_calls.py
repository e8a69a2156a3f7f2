"""Somebody asks to be rung, is tried, is promised a call back, and is reached."""

import pytest

from frontdesk.app import open_house
from tests.support.driving import Program, Receptionist

pytestmark = pytest.mark.gui

AINO = "Aino Virtanen"


def knows(anna: Receptionist, name: str, phone: str) -> None:
    """Add somebody with a number."""
    anna.types(name)
    anna.presses("Ctrl+N")
    anna.sees("Somebody new", name)
    anna.tabs_to("Phone numbers…")
    anna.types(phone)
    anna.presses("Enter")
    anna.sees(f"{name} added", "Log visit")
    anna.rests()


def test_from_the_card_to_the_call_and_back(program: Program, file_house: str) -> None:
    anna = program.start(open_house, file_house)
    knows(anna, AINO, "040 123 4567")
    anna.presses("Ctrl+G")
    anna.is_at("What is it about?")
    anna.types("the lost watch")
    anna.presses("Enter")
    anna.sees("On the call list: the lost watch", "To be rung: the lost watch")
    anna.presses("Alt+4")
    anna.sees("1 call to make", AINO, "040 123 4567", "the lost watch")
    anna.is_at("To be rung")
    anna.presses("Ctrl+2")
    anna.sees("No answer, attempt 1")
    anna.types("voice mail")
    anna.presses("Ctrl+Enter")
    anna.sees("tried once", "voice mail")
    anna.presses("Ctrl+3")
    anna.is_at("Ring back")
    anna.types("tomorrow 10:00")
    anna.presses("Enter")
    anna.sees("Choose who rings back.")
    anna.presses("Esc")
    anna.is_at("To be rung")
    anna.presses("Ctrl+1", "Ctrl+Enter")
    anna.sees("Nobody has to be rung.", "Reached: Aino Virtanen")
    anna.presses("Ctrl+Z")
    anna.sees("1 call to make", "tried once")
    anna.presses("Enter")
    anna.sees("Log visit", "To be rung: the lost watch")
