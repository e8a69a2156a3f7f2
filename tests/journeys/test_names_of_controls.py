"""Somebody who hears the screen: every control of every place has a name, in every kind of house."""

from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.app import open_demo, open_house
from frontdesk.services.desk import Desk
from tests.journeys.places import EVERYWHERE, ON_CARD, Place
from tests.support.accessible import controls, nameless
from tests.support.driving import Program, Receptionist
from tests.support.houses import furnish

pytestmark = pytest.mark.gui


def hears_every_name(who: Receptionist) -> None:
    """See that there is something to be heard, and that nothing is without a name."""
    assert controls(who.front)
    assert nameless(who.front) == []
    assert nameless(who.window) == []


def walks(who: Receptionist, *places: Place, whom: str = "") -> None:
    """Go to all these places, and leave each again."""
    for place in places:
        place.is_reached(who, whom)
        hears_every_name(who)
        for _ in range(3):
            who.presses("Esc")
            who.sits_down()


def test_in_an_empty_house(program: Program, file_house: str) -> None:
    anna = program.start(open_house, file_house)
    walks(anna, *EVERYWHERE)
    anna.types("Nobody at all")
    anna.sees("Nobody found.")
    hears_every_name(anna)


def test_in_the_demo(program: Program, place: str) -> None:
    anna = program.start(open_demo, place)
    walks(anna, *EVERYWHERE)
    anna.types("a")
    anna.sees("the first 20")
    anna.presses("Enter")
    anna.sees("Add a membership")
    hears_every_name(anna)
    anna.presses("Alt+2")
    anna.presses("Enter")
    anna.sees("Add a membership")
    hears_every_name(anna)


def test_where_there_is_something_of_everything(program: Program, file_house: str) -> None:
    with closing(Desk.open(file_house)) as desk:
        furnish(desk)
    anna = program.start(open_house, file_house)
    walks(anna, *EVERYWHERE, *ON_CARD, whom="Aino Virtanen")
    hears_of_what_was_done(anna)
    hears_of_somebody_like_her(anna)
    anna.presses("Ctrl+L")
    anna.sees("Press any key to go on")
    hears_every_name(anna)


def hears_of_what_was_done(anna: Receptionist) -> None:
    """The undo bar, what is written about a visit, the strip."""
    anna.opens("Aino Virtanen")
    anna.presses("Ctrl+Enter")
    anna.sees("Visit logged for Aino Virtanen.", "How did it go?")
    hears_every_name(anna)
    anna.presses("Ctrl+Enter")
    anna.sees("This visit is logged already.")
    hears_every_name(anna)


def hears_of_somebody_like_her(anna: Receptionist) -> None:
    """The form of somebody new, with a name that is here already and a day that is none."""
    anna.presses("Ctrl+N")
    anna.fills("Name", "Aino Virtanen")
    anna.fills("Birthday", "31.2.")
    anna.sees("1 person like this already", "31.2.")
    hears_every_name(anna)
    anna.tabs_to("Discard")
    anna.presses("Enter")


def test_beside_a_file_that_is_brought_in(program: Program, file_house: str, tmp_path: Path) -> None:
    file = tmp_path / "visits.csv"
    file.write_text("Card;Date;What\n1;1.2.2026;gym\n2;2.2.2026;pool\n", encoding="utf-8")
    anna = program.start(open_house, file_house)
    anna.presses("Ctrl+,")
    anna.ask.files.append(file)
    anna.does("Bring in visits")
    anna.sees("visits.csv")
    hears_every_name(anna)
    anna.tabs_to("Bring in")
    anna.presses("Enter")
    anna.sees("2 bad")
    hears_every_name(anna)
    anna.tabs_to("Unknown cards become people named by them")
    anna.presses("Space")
    anna.tabs_to("Bring in")
    anna.presses("Enter")
    anna.sees("2 new", "Take back")
    hears_every_name(anna)


def test_where_no_house_can_be_opened(program: Program, place: str) -> None:
    anna = program.start(open_house, place, wait=False)
    anna.sees("No house yet")
    hears_every_name(anna)
    Path(place).write_bytes(b"not a house" * 1000)
    boris = program.start(open_house, place, wait=False)
    boris.sees("The house cannot be opened", "Try once more")
    hears_every_name(boris)
