"""What every journey begins with: a machine with the program on it, and a place for its house."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.app import open_house
from frontdesk.foundation.clock import FixedClock
from frontdesk.services.desk import Desk
from frontdesk.ui.shell import household
from tests.support.driving import Program, Receptionist
from tests.support.houses import furnish
from tests.support.looks import looks
from tests.support.machine import NOW


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    """The program, not started yet."""
    with looks(qapp) as theme:
        yield Program(qtbot, theme)


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Where the house is, or will be."""
    return str(tmp_path / "house.db")


@pytest.fixture(scope="session")
def _full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("full") / "house.db"
    with closing(Desk.open(file, create=True, clock=FixedClock(NOW))) as desk:
        furnish(desk)
    return file


@pytest.fixture
def anna(program: Program, _full_file: Path, file_house: str) -> Receptionist:
    """Anna, in a house that has something of everything."""
    shutil.copy(_full_file, file_house.removeprefix("sqlite:///"))
    return program.start(open_house, file_house)


@pytest.fixture(autouse=True)
def others_are_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another desk writes is learned when a test says so, and not in the midst of it."""
    monkeypatch.setattr(household, "LEARN_MS", 600_000)
