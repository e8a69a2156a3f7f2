"""Upkeep: where a house is, how old its backup is, and what a check finds."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import ReadOnly, StorageTrouble
from frontdesk.services import upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import backup
from tests.support.houses import aino, furnish
from tests.support.ordinary import ordinary


@pytest.fixture
def desk(house_url: str, clock: FixedClock) -> Desk:
    """A desk in an empty house, which may come to harm."""
    return Desk.open(house_url, clock=clock)


def test_a_sound_house(desk: Desk) -> None:
    with closing(desk):
        furnish(desk)
        assert upkeep.check(desk) == upkeep.Checkup(people=2, visits=1, problems=())


def test_visits_that_are_miscounted(desk: Desk) -> None:
    with closing(desk):
        one, two = aino(desk), aino(desk, name="Eino")
        for whom in (one, two):
            visits.log_now(desk, whom)
        with desk.write() as work:
            work.connection.execute(text("UPDATE customers SET visit_count = 2 WHERE name = 'Eino'"))
            work.connection.execute(text("UPDATE customers SET usual_gap = 3 WHERE name <> 'Eino'"))
        sentences = tuple(f"The visits of {name} do not add up." for name in ("Aino Virtanen", "Eino"))
        assert upkeep.check(desk).problems == sentences


def test_something_that_belongs_to_nobody(file_house: str, clock: FixedClock) -> None:
    with closing(Desk.open(file_house, clock=clock)) as desk:
        visits.log_now(desk, aino(desk))
        with closing(desk.store.engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA foreign_keys=OFF")
            raw.cursor().execute("UPDATE visits SET staff_id = 99")
            raw.cursor().execute("PRAGMA foreign_keys=ON")
        assert upkeep.check(desk).problems == ("visits: row 1 refers to a missing row of staff",)


def test_how_old_the_newest_backup_is(desk: Desk, clock: FixedClock) -> None:
    with closing(desk):
        assert upkeep.last_backup(desk) is None
        upkeep.back_up(desk)
        clock.instant += timedelta(days=1)
        made = upkeep.back_up(desk)
        assert upkeep.last_backup(desk) == clock.instant
        made.with_name(made.name.replace("2026", "9999").replace("1123T", "9923T")).write_text("no backup")
        assert upkeep.last_backup(desk) == clock.instant


def test_a_backup_elsewhere_is_not_the_houses_own(desk: Desk, tmp_path: Path) -> None:
    with closing(desk):
        upkeep.back_up(desk, tmp_path / "mine")
        assert upkeep.last_backup(desk) is None


def test_two_houses_in_one_folder_do_not_share_their_backups(tmp_path: Path, clock: FixedClock) -> None:
    with closing(Desk.open(tmp_path / "gym.db", create=True, clock=clock)) as gym:
        upkeep.back_up(gym)
        with closing(Desk.open(tmp_path / "gym-2.db", create=True, clock=clock)) as other:
            assert upkeep.last_backup(other) is None
            clock.instant += timedelta(days=1)
            upkeep.back_up(other)
        assert upkeep.last_backup(gym) == clock.instant - timedelta(days=1)
        assert len(list(backup.folder(gym.store.engine.url).glob("*.db"))) == 2


def test_where_the_data_lies_is_said_without_the_password(desk: Desk) -> None:
    with closing(desk):
        desk.store.engine.url = desk.store.engine.url.set(password="secret")
        assert "secret" not in upkeep.described(desk)


def test_a_house_that_came_to_nothing_leaves_nothing(tmp_path: Path, clock: FixedClock) -> None:
    file = tmp_path / "house.db"
    with closing(Desk.open(file, create=True, clock=clock)) as desk:
        aino(desk)
        assert upkeep.is_there(file)
        assert len(list(tmp_path.iterdir())) == 3
    upkeep.forget(file)
    assert not upkeep.is_there(file)
    assert list(tmp_path.iterdir()) == []


def test_nobody_may_look(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    with ordinary(), pytest.raises(ReadOnly):
        upkeep.is_there(locked / "house.db")
    with ordinary(), pytest.raises(StorageTrouble):
        upkeep.restore(tmp_path / "house.db", locked / "mine")
    locked.chmod(0o700)
