"""Troubles of the house as somebody at the window sees them: a sentence, and what can be done."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from frontdesk import app
from frontdesk.foundation.errors import NoDatabase
from frontdesk.services import customers, upkeep
from frontdesk.services.desk import Desk
from frontdesk.storage import engine
from tests.support.driving import Program, words_on
from tests.support.fullness import Disk
from tests.support.houses import aino
from tests.support.looks import looks
from tests.support.ordinary import ordinary
from tests.support.unfit import UNFIT, everything_in
from tests.support.window_thread import elsewhere
from tests.ui.shell.conftest import Front

pytestmark = pytest.mark.gui


def open_as_anybody(place: str, create: bool) -> Desk:
    with ordinary():
        return app.open_house(place, create)


@pytest.mark.parametrize("what", UNFIT)
def test_what_is_no_house(front: Front, tmp_path: Path, what: str) -> None:
    unfit, file = UNFIT[what], tmp_path / "private" / "house.db"
    file.parent.mkdir()
    shutil.copy(front.file, file)
    elsewhere(lambda: unfit.make(file))
    before = everything_in(file.parent)
    page = front.window.waiting
    front.window.open(open_as_anybody, str(file))
    front.qtbot.waitUntil(lambda: bool(page.trouble))
    front.rest()
    nothing = unfit.error is NoDatabase
    assert page.trouble == ("No house yet" if nothing else "The house cannot be opened")
    words = "There is no house in house.db yet." if nothing else unfit.words
    assert words in "\n".join(words_on(page))
    assert everything_in(file.parent) == before
    front.ask.files.append(front.file)
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Open another house…")
    with front.qtbot.waitSignal(front.window.furnished):
        front.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert everything_in(file.parent) == before


def test_another_desk_writes_and_a_backup_comes_back(front: Front, tmp_path: Path) -> None:
    front.furnish()
    household = front.window.household
    assert household is not None
    with closing(elsewhere(lambda: Desk.open(front.file, clock=front.clock))) as other:
        source = elsewhere(lambda: upkeep.back_up(other, tmp_path / "mine"))
        eino = elsewhere(lambda: aino(other, name="Eino"))
        seen = len(front.rooms["desk"].seen)
        household.learn()
        front.rest()
        assert front.desk.index.get(eino)
        assert [changes.customers for changes in front.rooms["desk"].seen[seen:]] == [{eino}]
        elsewhere(lambda: upkeep.restore(front.file, source, front.clock))
    household.learn()
    front.rest()
    assert front.desk.index.get(eino) is None
    assert front.rooms["desk"].seen[-1].everybody


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program, not started yet, which waits for others for a moment only."""
    monkeypatch.setattr(engine, "PATIENCE_MS", 50)
    with looks(qapp) as theme:
        yield Program(qtbot, theme)


def test_a_visit_while_another_program_writes(program: Program, file_house: str) -> None:
    with closing(Desk.open(file_house)) as desk:
        aino(desk)
        file = desk.store.file
    anna = program.start(app.open_house, file_house)
    anna.types("aino")
    anna.sees("Aino Virtanen")
    connect = partial(dbapi2.connect, str(file), isolation_level=None, check_same_thread=False)
    with closing(elsewhere(connect)) as other:
        other.execute("BEGIN IMMEDIATE")
        anna.presses("Ctrl+Enter")
        anna.sees("Another program is using the database. The last change was not saved.")
    anna.rests()
    anna.presses("Ctrl+Enter")
    anna.sees("Visit logged for Aino Virtanen.", "Visits · 1")


def test_a_visit_on_a_full_disk(program: Program, file_house: str) -> None:
    desks: list[Desk] = []

    def opener(place: str, create: bool) -> Desk:
        desks.append(app.open_house(place, create))
        return desks[-1]

    with closing(Desk.open(file_house)) as desk:
        whom = aino(desk)
    anna = program.start(opener, file_house)
    disk = elsewhere(lambda: Disk(desks[0].store.engine))
    elsewhere(lambda: disk.fill_up(desks[0], whom))
    logged = elsewhere(lambda: customers.get(desks[0], whom).visit_count)
    anna.types("aino")
    anna.presses("Enter")
    anna.sees("Log visit")
    anna.presses("Ctrl+Enter")
    anna.sees("The disk is full. The last change was not saved; everything before it is safe.")
    anna.rests()
    assert elsewhere(lambda: customers.get(desks[0], whom).visit_count) == logged
    elsewhere(disk.free)
    anna.presses("Ctrl+Enter")
    anna.sees("Visit logged for Aino Virtanen.", f"Visits · {logged + 1}")
