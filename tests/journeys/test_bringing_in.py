"""A file of people through the window: stopped midway, brought in after all, and taken back as a whole."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from frontdesk.app import open_house
from frontdesk.services import import_people, imports, upkeep
from frontdesk.services.desk import Desk
from tests.exchange.files import real
from tests.support.driving import PATIENCE_MS, Program, Receptionist
from tests.support.window_thread import elsewhere

pytestmark = pytest.mark.gui

PEOPLE = 1_600
"""Enough for several pieces of work, between which a wish to stop is heard."""


@pytest.fixture
def anna(program: Program, place: str) -> Receptionist:
    """Anna, in the settings of an empty house."""
    Desk.open(place, create=True).close()
    anna = program.start(open_house, place)
    anna.presses("Ctrl+,")
    anna.sees("Bring in a file")
    return anna


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A table of many people."""
    file = tmp_path / "people.csv"
    lines = ["Name;Phone", *(f"Guest {n};040 555 {n:04d}" for n in range(PEOPLE))]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@dataclass
class Midway:
    """Holds an import after its second piece until it is let go."""

    reached: Event = field(default_factory=Event)
    go_on: Event = field(default_factory=Event)


@pytest.fixture
def midway(monkeypatch: pytest.MonkeyPatch) -> Iterator[Midway]:
    """Makes every import stand still midway."""
    held, pieces = Midway(), 0
    take = import_people.take_people

    def take_and_wait(*piece: Any) -> None:
        nonlocal pieces
        take(*piece)
        pieces += 1
        if pieces == 2:
            held.reached.set()
            held.go_on.wait(PATIENCE_MS / 1000)

    monkeypatch.setattr(imports, "take_people", take_and_wait)
    yield held
    held.go_on.set()


def people_in(place: str) -> int:
    """How many people the house has, and that it is sound."""

    def count() -> int:
        with closing(Desk.open(place)) as desk:
            found = upkeep.check(desk)
            assert found.problems == ()
            return found.people

    return elsewhere(count)


def chooses_file(anna: Receptionist, file: Path) -> None:
    anna.ask.files.append(file)
    anna.tabs_to("Customers…")
    anna.presses("Enter")
    anna.sees(file.name)


def brings_in(anna: Receptionist) -> None:
    anna.tabs_to("Bring in")
    anna.presses("Enter")


def takes_back(anna: Receptionist, file: Path) -> None:
    anna.tabs_to(f"Take back {file.name}")
    anna.presses("Enter")


@pytest.mark.parametrize("button", ["Stop", "Stop this"])
def test_stopped_midway_nothing_of_it_is_there(
    anna: Receptionist, place: str, people: Path, midway: Midway, button: str
) -> None:
    chooses_file(anna, people)
    brings_in(anna)
    anna.waits(midway.reached.is_set, "the import never came halfway")
    anna.sees("Bringing in · line 502 of 1601")
    anna.tabs_to(button)
    anna.presses("Enter")
    midway.go_on.set()
    anna.sees("Stopped. Nothing was brought in.")
    assert people_in(place) == 0
    anna.misses(f"{PEOPLE} new")

    brings_in(anna)
    anna.sees(f"{PEOPLE} new", f"{PEOPLE:,} people", "Take back")
    assert people_in(place) == PEOPLE
    takes_back(anna, people)
    anna.sees(f"{PEOPLE} rows taken back.", "0 people")
    anna.misses("Take back")
    assert people_in(place) == 0


def test_the_window_is_closed_midway(
    anna: Receptionist, program: Program, place: str, people: Path, midway: Midway
) -> None:
    chooses_file(anna, people)
    brings_in(anna)
    anna.waits(midway.reached.is_set, "the import never came halfway")
    anna.presses("Ctrl+Q")
    anna.sees("Bringing in is still being done; the window closes when it is. Close once more to stop it.")
    anna.presses("Ctrl+Q")
    midway.go_on.set()
    anna.waits(lambda: not anna.window.isVisible(), "the window never closed")
    anna = program.start(open_house, place)
    anna.sees("Nobody is here yet.", "0 people")
    assert people_in(place) == 0


def test_two_thousand_people_of_a_real_list_come_in(anna: Receptionist, place: str) -> None:
    names = real("names_hindi_latin.tsv")
    chooses_file(anna, names)
    anna.chooses("Column 1: पद्मप्रिया", "name")
    anna.chooses("Column 2: Padmapriya", "second spelling")
    anna.tabs_to("Try it first")
    anna.presses("Enter")
    anna.sees("2000 new", "This was a trial: nothing has been brought in.")
    assert people_in(place) == 0
    brings_in(anna)
    anna.sees("2000 new", "2,000 people")
    anna.misses("This was a trial")

    anna.opens("padmapriya")
    anna.sees("पद्मप्रिया")
    anna.presses("Ctrl+,")
    takes_back(anna, names)
    anna.sees("2000 rows taken back.", "0 people")
    anna.presses("Alt+1")
    anna.types("padmapriya")
    anna.sees("Nobody found.")
    assert people_in(place) == 0
