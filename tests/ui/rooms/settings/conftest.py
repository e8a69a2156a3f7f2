"""A house to be set up, with Anna and Joonas at its desk."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontdesk.foundation.clock import FixedClock
from frontdesk.services import settings, staff
from frontdesk.services.desk import Desk
from tests.support.around_room import AroundRoom


@pytest.fixture(scope="session")
def closed_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That house, made once: the tests work on copies of its closed file."""
    path = tmp_path_factory.mktemp("settings") / "new.db"
    desk = Desk.open(path, create=True, clock=FixedClock(datetime(2026, 11, 1, 9, tzinfo=UTC)))
    settings.change_house(desk, name="Riverside Gym", zone="Europe/Helsinki", region="FI")
    staff.add(desk, "Anna")
    staff.add(desk, "Joonas")
    desk.close()
    return path


@pytest.fixture
def desk(closed_house: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """The house of this test."""
    desk = Desk.open(Path(shutil.copy(closed_house, tmp_path / "house.db")), clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def around(desk: Desk) -> AroundRoom:
    """The window around the room."""
    return AroundRoom(desk)
