"""The window is closed while somebody is writing: what stands in the field is kept."""

from collections.abc import Callable
from contextlib import closing

import pytest

from frontdesk.app import open_house
from frontdesk.services.desk import Desk
from tests.support.driving import Program, Receptionist
from tests.support.houses import furnish

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


@pytest.fixture
def anna(program: Program, file_house: str) -> Receptionist:
    """Anna, in a house that has something of everything."""
    with closing(Desk.open(file_house)) as desk:
        furnish(desk)
    return program.start(open_house, file_house)


@pytest.mark.parametrize("field", FIELDS)
def test_it_is_there_again(anna: Receptionist, program: Program, file_house: str, field: str) -> None:
    FIELDS[field](anna)
    anna.types(" 0401112233")
    anna.quits()
    anna = program.start(open_house, file_house)
    anna.opens(AINO)
    anna.sees("0401112233")


def test_a_setting_is_kept(anna: Receptionist, program: Program, file_house: str) -> None:
    anna.presses("Ctrl+,")
    anna.tabs_to("This desk")
    anna.types("Front desk 1")
    anna.quits()
    anna = program.start(open_house, file_house)
    anna.sees("Front desk 1")
