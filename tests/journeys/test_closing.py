"""The window is closed while somebody is writing: what stands in the field is kept."""

from collections.abc import Callable

import pytest

from frontdesk.app import open_house
from tests.support.driving import Program, Receptionist

pytestmark = pytest.mark.gui

AINO = "Aino Virtanen"


def in_likes(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+E")
    anna.tabs_to("Likes")
    anna.presses("Ctrl+End")


def in_a_phone_number(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+E")
    anna.tabs_to("Phone numbers, one more")


def in_a_visit(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+J")
    anna.is_at("How did it go?")


def in_a_visit_of_now(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+Enter")
    anna.sees("Visit logged")
    anna.tabs_to("How did it go?")


FIELDS: dict[str, Callable[[Receptionist], None]] = {
    "likes": in_likes,
    "phone": in_a_phone_number,
    "visit": in_a_visit,
    "visit of now": in_a_visit_of_now,
}


@pytest.mark.parametrize("field", FIELDS)
def test_it_is_there_again(anna: Receptionist, program: Program, file_house: str, field: str) -> None:
    FIELDS[field](anna)
    anna.types(" 0401112233")
    anna.quits()
    anna = program.start(open_house, file_house)
    anna.opens(AINO)
    anna.sees("0401112233")


def asks_for_something(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+R")
    anna.is_at("What do they ask for?")
    anna.types("A towel")


def adds_somebody(anna: Receptionist) -> None:
    anna.presses("Ctrl+N")
    anna.is_at("Name")
    anna.types("Veikko Aalto")


def writes_a_day_that_is_none(anna: Receptionist) -> None:
    anna.opens(AINO)
    anna.presses("Ctrl+E")
    anna.fills("Birthday", "31.2.")
    anna.sees("31.2.")


def names_a_zone_that_is_none(anna: Receptionist) -> None:
    anna.presses("Ctrl+,")
    anna.fills("Time zone", "Helsinki time")


def names_somebody_new_on_the_staff(anna: Receptionist) -> None:
    anna.presses("Ctrl+,")
    anna.tabs_to("Name of somebody new")
    anna.types("Joonas")


BEGUN: dict[str, tuple[Callable[[Receptionist], None], str, str]] = {
    "request": (asks_for_something, AINO, "A towel"),
    "somebody new": (adds_somebody, "Veikko Aalto", "Veikko Aalto"),
    "a field gone wrong": (writes_a_day_that_is_none, AINO, "31.2."),
    "a setting gone wrong": (names_a_zone_that_is_none, "Time zone", "Helsinki time"),
    "staff": (names_somebody_new_on_the_staff, "Joonas", "Joonas"),
}
"""What may be half written, whom it is about, and what stands in the field."""


@pytest.mark.parametrize("what", BEGUN)
def test_what_is_not_kept_yet_is_said_before_it_is_lost(anna: Receptionist, what: str) -> None:
    begins, whom, written = BEGUN[what]
    begins(anna)
    anna.presses("Ctrl+Q")
    anna.sees(f"What you began to write is not kept yet: {whom}. Keep it, or close once more to leave it.")
    anna.sees(written)
    anna.quits()


def test_what_was_kept_after_all_is_not_spoken_of(
    anna: Receptionist, program: Program, file_house: str
) -> None:
    asks_for_something(anna)
    anna.presses("Ctrl+Q")
    anna.sees("What you began to write is not kept yet")
    anna.tabs_to("Save")
    anna.presses("Enter")
    anna.sees("Request written down: A towel")
    anna.quits()
    anna = program.start(open_house, file_house)
    anna.opens(AINO)
    anna.sees("A towel")


def test_a_setting_is_kept(anna: Receptionist, program: Program, file_house: str) -> None:
    anna.presses("Ctrl+,")
    anna.tabs_to("This desk")
    anna.types("Front desk 1")
    anna.quits()
    anna = program.start(open_house, file_house)
    anna.sees("Front desk 1")
