"""A desk room without its window, on a real house that stands still at noon of a Sunday in November."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import ChangeId, CustomerId, StaffId
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, settings, staff, undo, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.rooms.desk.forms.kept import KeptForm
from frontdesk.ui.rooms.desk.person import OpenPerson, Part
from frontdesk.ui.rooms.desk.presenter import DeskPresenter, Mode
from tests.ui.rooms.desk.surrounded import Surrounded
from tests.ui.rooms.desk.window import Window

EVERYTHING = Changes(ChangeId(""), frozenset(Kind), everybody=True)
"""What the window says when all names have been read."""


class FrontDesk:
    """Somebody at the desk: types, chooses, reads; the house beside it can be written to as well."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk, self.clock = desk, clock
        self.around = Surrounded(desk)
        self.shown_again: list[Part] = []
        self.presenter = DeskPresenter(self.around, self.shown_again.append)
        desk.listen(self.presenter.refresh)

    def knows(self, name: str, **fields: Any) -> CustomerId:
        """Somebody who is in the house already."""
        return CustomerId(customers.add(self.desk, CustomerDraft(name, **fields)).row)

    def came(self, person: CustomerId, *days: str) -> None:
        """Visits of earlier days."""
        for day in days:
            visits.log(self.desk, VisitDraft(person, date.fromisoformat(day)))

    def works_here(self, name: str, *, on_duty: bool = False) -> StaffId:
        member = StaffId(staff.add(self.desk, name).row)
        if on_duty:
            self.desk.on_duty = member
        return member

    def opens(self, person: CustomerId) -> OpenPerson:
        self.presenter.open(person)
        return self.person

    def sees(self) -> list[str]:
        """The names in the left column."""
        return [row.title for row in self.presenter.finder.column.rows]

    def undoes(self) -> Changes:
        """Presses Undo."""
        return undo.undo(self.desk, ChangeId(self.around.undos.pop()[1]))

    def mode(self) -> Mode:
        """What stands on the right."""
        return self.presenter.mode

    @property
    def person(self) -> OpenPerson:
        assert self.presenter.person is not None
        return self.presenter.person

    @property
    def editing(self) -> KeptForm:
        assert self.person.editing is not None
        return self.person.editing


@pytest.fixture(scope="session")
def new_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty house in Helsinki, made once: the tests work on copies of its closed file."""
    path = tmp_path_factory.mktemp("desk") / "new.db"
    desk = Desk.open(path, create=True, clock=FixedClock(datetime(2026, 11, 1, 9, tzinfo=UTC)))
    settings.change_house(desk, zone="Europe/Helsinki", region="FI", currency="EUR")
    desk.close()
    return path


@pytest.fixture
def house_file(new_house: Path, tmp_path: Path) -> Path:
    """The file of this test's house."""
    return Path(shutil.copy(new_house, tmp_path / "house.db"))


@pytest.fixture
def house(house_file: Path, clock: FixedClock) -> Iterator[Desk]:
    """A house on SQLite; the room asks it nothing that a server would answer otherwise."""
    desk = Desk.open(house_file, clock=clock)
    desk.fill_index()
    yield desk
    desk.close()


@pytest.fixture
def front(house: Desk, clock: FixedClock) -> FrontDesk:
    """Somebody at the desk of that house."""
    return FrontDesk(house, clock)


@pytest.fixture
def other_desk(house: Desk, house_file: Path, clock: FixedClock) -> Iterator[Desk]:
    """A second desk of the same house, with Pekka on duty."""
    desk = Desk.open(house_file, clock=clock)
    desk.on_duty = StaffId(staff.add(desk, "Pekka").row)
    yield desk
    desk.close()


@pytest.fixture
def window(house: Desk, theme: Theme, qtbot: QtBot) -> Window:
    """The room in a window of the smallest size that must do, the caret where work begins."""
    made = Window(house, theme)
    qtbot.addWidget(made)
    made.resize(948, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.room.focus_first()
    return made
