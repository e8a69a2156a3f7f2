"""The program is killed in the middle of upkeep: the house opens, is whole, and is as before or as after."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import NoDatabase
from frontdesk.services import upkeep
from frontdesk.services.desk import Desk
from frontdesk.storage import copies
from frontdesk.storage.backup import folder as backups_of
from frontdesk.storage.engine import parse
from tests.storage import killed
from tests.storage.made_up import BEFORE, STEP, add_a_step
from tests.support.houses import Content, aino, content_of, furnish

_ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = 3, 90

pytestmark = pytest.mark.slow


@pytest.fixture
def before(tmp_path: Path, file_house: str, clock: FixedClock) -> Path:
    """A folder with a house in it, and a backup of it as it was before Eino came."""
    folder = tmp_path / "before"
    folder.mkdir()
    with closing(Desk.open(file_house, clock=clock)) as desk:
        furnish(desk)
        upkeep.back_up(desk, folder / "older.db")
        aino(desk, name="Eino")
        file = desk.store.file
    assert file is not None
    shutil.move(file, folder / "house.db")
    return folder


def kill(work: Callable[[Path], None], before: Path, times: int) -> Iterator[Path]:
    """The folders in which the work was killed, each at another point; the last is that of the whole work."""
    folder = before.parent
    command = [sys.executable, "-m", "tests.storage.killed", work.__name__, str(folder), str(times)]
    ran = subprocess.run(
        command, cwd=_ROOT, capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert not ran.stderr, ran.stderr
    assert ran.returncode == 0
    died = [one for one in folder.iterdir() if one.name.startswith(("call-", "size-"))]
    assert len(died) == times + times // 3
    yield from died
    yield folder / "whole"


def read(folder: Path) -> Content:
    """All that is in the house of a folder, which must be sound."""
    with closing(Desk.open(folder / "house.db")) as desk:
        assert upkeep.check(desk).problems == ()
        with desk.store.read() as connection:
            found = content_of(connection, versions=True, journal=True)
    for row in found["imports"]:
        del row["token"]  # made anew each time
    return found


def sorted_out(states: list[Content], before: Content, after: Content) -> set[str]:
    """Which of the two houses were found."""
    assert before != after
    assert [state for state in states if state not in (before, after)] == []
    return {"before" if state == before else "after" for state in states}


BOTH = {"before", "after"}
TIMES = pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.long)])


@TIMES
def test_killed_while_a_house_is_made(before: Path, times: int) -> None:
    (before / "house.db").unlink()
    opened = []
    for folder in kill(killed.found, before, times):
        try:
            read(folder)
            opened.append(True)
        except NoDatabase:
            opened.append(False)
        killed.found(folder)
        assert read(folder)["settings"]
    assert set(opened) == {True, False}


@TIMES
def test_killed_while_a_file_is_brought_in(before: Path, times: int) -> None:
    *died, whole = map(read, kill(killed.bring_in, before, times))
    assert sorted_out([*died, whole], read(before), whole) == BOTH
    assert len(whole["customers"]) == len(killed.ROWS) + 3


@TIMES
def test_killed_while_a_backup_is_written(before: Path, times: int) -> None:
    older, house = proved(before / "older.db"), read(before)
    found: list[Content] = []
    for folder in kill(killed.back_up, before, times):
        assert read(folder) == house
        found.append(proved(folder / "older.db"))
        own = backups_of(parse(folder / "house.db"))
        assert all(proved(one) == house for one in (own.glob("*.db") if own.is_dir() else ()))
    assert sorted_out(found, older, house) == BOTH


@TIMES
def test_killed_while_a_backup_is_brought_back(before: Path, times: int) -> None:
    older, house = proved(before / "older.db"), read(before)
    found: list[Content] = []
    for folder in kill(killed.restore, before, times):
        found.append(read(folder))
        kept = backups_of(parse(folder / "house.db")).glob("*.db")
        assert found[-1] == house or [proved(one) for one in kept] == [house]
    assert sorted_out(found, house, older) == BOTH


@TIMES
def test_killed_while_a_ruin_is_replaced(before: Path, times: int) -> None:
    older, ruin = proved(before / "older.db"), b"no house " * 1000
    (before / "house.db").write_bytes(ruin)
    for folder in kill(killed.restore, before, times):
        file = folder / "house.db"
        if file.read_bytes() == ruin:
            killed.restore(folder)
        assert read(folder) == older
        kept = [one.read_bytes() for one in backups_of(parse(file)).glob("damaged-*")]
        assert kept == [ruin]


@TIMES
def test_killed_while_a_house_is_migrated(before: Path, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    house = read(before)
    found = set()
    for folder in kill(killed.migrate, before, times):
        with monkeypatch.context() as patch:
            with closing(dbapi2.connect(str(folder / "house.db"))) as raw:
                step = raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]
                shoes = "shoes" in {row[1] for row in raw.execute("PRAGMA table_info(customers)")}
            assert shoes == (step == STEP)
            found.add(step)
            if step == STEP:
                add_a_step(patch, folder)
            assert read(folder) == house
        own = backups_of(parse(folder / "house.db"))
        kept = list(own.glob("*.db") if own.is_dir() else ())
        assert all(proved(one) == house for one in kept)
        assert kept or step == BEFORE
    assert found == {BEFORE, STEP}


def proved(file: Path) -> Content:
    """What is in a backup, which must be whole."""
    copies.verify(file)
    folder = file.with_name(f"{file.name} opened")
    folder.mkdir()
    shutil.copy(file, folder / "house.db")
    try:
        return read(folder)
    finally:
        shutil.rmtree(folder)
