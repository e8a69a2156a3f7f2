"""Bringing a backup back over the ruin of a house, which is kept."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import InUse, NotADatabase
from frontdesk.services import upkeep
from frontdesk.services.desk import Desk
from tests.support.houses import content, furnish
from tests.support.unfit import UNFIT, flip


@pytest.fixture
def ruin(file_house: str, clock: FixedClock, tmp_path: Path) -> tuple[Path, Path]:
    """A house with people in it, about to be torn, and a backup of it."""
    with closing(Desk.open(file_house, clock=clock)) as desk:
        furnish(desk)
        source = upkeep.back_up(desk, tmp_path / "older")
        house = desk.store.file
    assert house is not None
    return house, source


@pytest.mark.parametrize("what", ["a letter", "a picture", "half a house", "a house with a torn page"])
def test_over_a_ruin(ruin: tuple[Path, Path], clock: FixedClock, what: str) -> None:
    house, source = ruin
    UNFIT[what].make(house)
    torn = house.read_bytes()
    house.with_name("house.db-wal").write_bytes(b"a log that is none")
    kept = upkeep.restore(house, source, clock)
    assert kept is not None
    assert kept.read_bytes() == torn
    with closing(Desk.open(house, clock=clock)) as desk:
        assert content(desk)["customers"][0]["name"] == "Aino Virtanen"
        assert upkeep.check(desk).problems == ()


def page_of(house: Path, table: str) -> int:
    """The first page of a table, counted from 0."""
    with closing(dbapi2.connect(str(house))) as raw:
        found = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return int(found[0]) - 1


@pytest.mark.usefixtures("impatient")
def test_over_a_ruin_that_another_desk_has_open(ruin: tuple[Path, Path], clock: FixedClock) -> None:
    house, source = ruin
    flip(house, page_of(house, "customers"))
    torn = house.read_bytes()
    with closing(Desk.open(house, clock=clock)):
        with pytest.raises(InUse):
            upkeep.restore(house, source, clock)
        assert house.read_bytes() == torn
    upkeep.restore(house, source, clock)
    with closing(Desk.open(house, clock=clock)) as desk:
        assert upkeep.check(desk).problems == ()


def test_over_another_programs_database(ruin: tuple[Path, Path], clock: FixedClock) -> None:
    house, source = ruin
    UNFIT["another program's"].make(house)
    before = house.read_bytes()
    with pytest.raises(NotADatabase):
        upkeep.restore(house, source, clock)
    assert house.read_bytes() == before
