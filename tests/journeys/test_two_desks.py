"""Two desks at one house: whoever comes second is told, nothing is written over, and both go on working."""

from contextlib import closing
from dataclasses import dataclass

import pytest

from frontdesk.app import open_house
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.services import customers, staff
from frontdesk.services.customers import Card
from frontdesk.services.desk import Desk
from frontdesk.ui.shell import household
from tests.support.driving import Program, Receptionist
from tests.support.window_thread import elsewhere

pytestmark = pytest.mark.gui

MAIJA = "Maija Lehtonen"


@dataclass
class House:
    """The house, as somebody sees it who looks past both windows."""

    url: str
    maija: CustomerId

    def card(self) -> Card:
        """What is written on Maija's card."""
        return elsewhere(self._read)

    def _read(self) -> Card:
        with closing(Desk.open(self.url)) as desk:
            return customers.card(desk, self.maija)


@pytest.fixture
def house(house_url: str) -> House:
    """A house in which Anna and Joonas work, and which knows Maija."""
    with closing(Desk.open(house_url)) as desk:
        staff.add(desk, "Anna")
        staff.add(desk, "Joonas")
        return House(house_url, CustomerId(customers.add(desk, CustomerDraft(MAIJA)).row))


@pytest.fixture
def both(program: Program, house: House) -> tuple[Receptionist, Receptionist]:
    """Anna and Joonas, each at a desk, with Maija's card open at both."""
    pair = (program.start(open_house, house.url), program.start(open_house, house.url))
    for who, place in zip(pair, (1, 2), strict=True):
        who.sits_down()
        takes_over(who, place)
        who.opens("maija")
        who.sees("No visit yet.")
    return pair


def takes_over(who: Receptionist, place: int) -> None:
    """Say who is on duty: the first or the second of the list."""
    who.does("Who is on duty?")
    who.until(lambda: who.choices() == ["Anna", "Joonas"], "the staff were never offered")
    who.presses(*["Down"] * place, "Enter")
    who.sees(f"{['Anna', 'Joonas'][place - 1]} on duty")


def test_the_second_is_shown_what_the_first_wrote(
    house: House, both: tuple[Receptionist, Receptionist]
) -> None:
    anna, joonas = both
    joonas.presses("Ctrl+E")
    anna.sits_down()
    anna.presses("Ctrl+E")
    anna.fills("Likes", "green tea")
    anna.sees("Likes: saved for Maija Lehtonen")
    joonas.sits_down()
    joonas.fills("Likes", "the window seat")
    joonas.sees(
        "At another desk, Anna wrote this (today 12:00): “green tea”", "Keep theirs", "the window seat"
    )
    assert house.card().customer.draft.likes == "green tea"

    joonas.fills("Nickname", "Maikku")
    joonas.sees("Nickname: saved for Maija Lehtonen")
    joonas.tabs_to("Save mine")
    joonas.presses("Enter")
    joonas.sees("Likes: saved for Maija Lehtonen")
    joonas.misses("Keep theirs")
    anna.sits_down()
    anna.fills("Must know", "nuts")
    anna.sees("At another desk, Joonas wrote this (today 12:00): “the window seat”")
    kept = house.card().customer.draft
    assert (kept.likes, kept.nickname, kept.must_know) == ("the window seat", "Maikku", "nuts")


def test_somebody_is_archived_while_their_card_is_open(
    house: House, both: tuple[Receptionist, Receptionist]
) -> None:
    anna, joonas = both
    joonas.does("Put in the archive")
    joonas.sees("Maija Lehtonen is in the archive")
    anna.sits_down()
    anna.does("Put in the archive")
    anna.sees("Somebody changed this at another desk meanwhile. Nothing was overwritten.", "In the archive")
    anna.presses("Ctrl+E")
    anna.fills("Likes", "green tea")
    anna.sees("Likes: saved for Maija Lehtonen")
    kept = house.card().customer.draft
    assert (kept.likes, kept.archived) == ("green tea", True)
    anna.does("bring back")
    anna.sees("Maija Lehtonen is back from the archive")


def test_a_visit_is_logged_while_their_card_is_open(
    house: House, both: tuple[Receptionist, Receptionist]
) -> None:
    anna, joonas = both
    anna.sits_down()
    anna.presses("Ctrl+R")
    anna.is_at("What do they ask for?")
    anna.types("Locker 12")
    joonas.sits_down()
    joonas.presses("Ctrl+Enter")
    joonas.sees("Visit logged for Maija Lehtonen.", "Visits · 1")
    anna.sits_down()
    anna.is_at("What do they ask for?")
    anna.presses("Enter")
    anna.sees("Request written down: Locker 12", "Visits · 1")
    joonas.sits_down()
    joonas.opens("maija")
    joonas.sees("Locker 12")
    assert house.card().customer.visit_count == 1


def test_somebody_whose_addition_was_undone_is_gone(program: Program, house: House) -> None:
    anna = program.start(open_house, house.url)
    anna.types("Veikko Aalto")
    anna.presses("Ctrl+N", "Enter")
    anna.sees("Veikko Aalto added", "No visit yet.")
    joonas = program.start(open_house, house.url)
    joonas.opens("veikko")
    joonas.presses("Ctrl+E")
    anna.sits_down()
    anna.does("Undo")  # Ctrl+Z would take back letters, if any had been typed since
    anna.sees("Taken back: Veikko Aalto added")
    joonas.sits_down()
    joonas.fills("Likes", "green tea")
    joonas.sees("This was taken away at another desk meanwhile. Nothing was saved.")
    joonas.presses("Esc", "Esc", "Ctrl+Enter")
    joonas.misses("No visit yet.")
    joonas.opens("maija")
    joonas.presses("Ctrl+Enter")
    joonas.sees("Visit logged for Maija Lehtonen.")


def test_each_sees_whom_the_other_adds_without_doing_anything(
    program: Program, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(household, "LEARN_MS", 50)
    anna, joonas = (program.start(open_house, house.url) for _ in range(2))
    joonas.sits_down()
    joonas.types("eino")
    joonas.sees("Nobody found.")
    with closing(elsewhere(lambda: Desk.open(house.url))) as third:
        elsewhere(lambda: customers.add(third, CustomerDraft("Eino Salo")))
    joonas.sees("Eino Salo")
    anna.sits_down()
    anna.types("eino")
    anna.sees("Eino Salo")
