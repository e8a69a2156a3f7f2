"""What was done is taken back with one key for twelve seconds, and stays as it was before."""

from collections.abc import Callable
from contextlib import closing

import pytest

from frontdesk.app import open_house
from frontdesk.domain.customers import CustomerDraft
from frontdesk.services import customers
from frontdesk.services.desk import Desk
from tests.support.driving import UNDO_SECONDS, Program, Receptionist

pytestmark = pytest.mark.gui

MAIJA = "Maija Lehtonen"


def logs_a_visit(anna: Receptionist) -> None:
    anna.presses("Ctrl+Enter")
    anna.sees(f"Visit logged for {MAIJA}.", "Visits · 1")


def writes_down_a_request(anna: Receptionist) -> None:
    anna.presses("Ctrl+R")
    anna.is_at("What do they ask for?")
    anna.types("Locker 12")
    anna.presses("Enter")
    anna.sees("Request written down: Locker 12", "1 open request")


def archives(anna: Receptionist) -> None:
    anna.does("Put in the archive")
    anna.sees(f"{MAIJA} is in the archive", "In the archive")


def edits_a_field(anna: Receptionist) -> None:
    anna.presses("Ctrl+E")
    anna.fills("Likes", "black coffee")
    anna.sees(f"Likes: saved for {MAIJA}")


DONE: dict[str, tuple[Callable[[Receptionist], None], str]] = {
    "visit": (logs_a_visit, "Visits · 1"),
    "request": (writes_down_a_request, "1 open request"),
    "archive": (archives, "In the archive"),
    "edited field": (edits_a_field, "black coffee"),
}
"""What may be done, and what stands on the card because of it."""


@pytest.fixture
def anna(program: Program, file_house: str) -> Receptionist:
    """Anna, with Maija's card open."""
    with closing(Desk.open(file_house)) as desk:
        customers.add(desk, CustomerDraft(MAIJA, likes="green tea"))
    anna = program.start(open_house, file_house)
    anna.opens("maija")
    anna.sees("No visit yet.")
    return anna


@pytest.mark.parametrize("what", DONE)
def test_it_is_taken_back(anna: Receptionist, program: Program, file_house: str, what: str) -> None:
    does, trace = DONE[what]
    does(anna)
    anna.presses("Ctrl+Z")
    anna.sees("Taken back: ")
    anna.misses(trace)
    anna.quits()
    anna = program.start(open_house, file_house)
    anna.opens("maija")
    anna.sees("No visit yet.", "Nothing asked for yet.", "green tea")
    anna.misses(trace)


@pytest.mark.parametrize("what", DONE)
def test_it_stays_once_its_time_is_over(anna: Receptionist, what: str) -> None:
    does, trace = DONE[what]
    does(anna)
    anna.window.undo_bar.elapse(UNDO_SECONDS)
    anna.misses("Undo")
    anna.presses("Ctrl+Z")
    anna.rests()
    anna.sees(trace)


def test_the_last_is_taken_back_first(anna: Receptionist) -> None:
    logs_a_visit(anna)
    writes_down_a_request(anna)
    anna.presses("Ctrl+Z")
    anna.misses("1 open request")
    anna.sees(f"Visit logged for {MAIJA}.", "Visits · 1")
    anna.presses("Ctrl+Z")
    anna.sees("No visit yet.")
