"""Commands where something is wrong with the house: exit code 1, one sentence, everything left as it is."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from frontdesk.storage import engine, place
from tests.cli.conftest import Answer, House, Terminal
from tests.support.ordinary import ordinary
from tests.support.unfit import UNFIT, everything_in, flip

COMMANDS = (("today",), ("find", "raman"), ("check",), ("backup",))


@pytest.fixture
def file(house: House) -> Path:
    """The house's file, alone in a folder."""
    found = engine.file_of(engine.parse(house.place))
    assert found is not None
    folder = found.parent / "private"
    folder.mkdir()
    return found.rename(folder / found.name)


def is_refused(answer: Answer, words: str) -> None:
    assert (answer.code, answer.raw) == (1, b"")
    assert answer.err.startswith("frontdesk: ")
    assert len(answer.err.splitlines()) == 1
    assert words in answer.err


@pytest.mark.parametrize("what", UNFIT)
def test_what_is_no_house(file: Path, terminal: Terminal, what: str) -> None:
    unfit = UNFIT[what]
    unfit.make(file)
    before = everything_in(file.parent)
    for command in COMMANDS:
        with ordinary():
            answer = terminal(*command, "--database", file)
        is_refused(answer, unfit.words)
        assert everything_in(file.parent) == before


@pytest.mark.parametrize("what", sorted(set(UNFIT) - {"nothing", "not even a folder", "an empty file"}))
def test_nothing_is_brought_into_what_is_no_house(
    file: Path, terminal: Terminal, what: str, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name\nAino Virtanen\n")
    UNFIT[what].make(file)
    before = everything_in(file.parent)
    for more in ((), ("--dry-run",)):
        with ordinary():
            answer = terminal("import", "customers", people, "--database", file, *more)
        is_refused(answer, UNFIT[what].words)
        assert everything_in(file.parent) == before


def test_a_share(file: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything_in(file.parent)
    monkeypatch.setattr(place, "on_network_share", lambda _file: True)
    for command in COMMANDS:
        is_refused(terminal(*command, "--database", file), "This folder is a network share")
    assert everything_in(file.parent) == before


def test_a_torn_page_is_found(file: Path, terminal: Terminal) -> None:
    with closing(dbapi2.connect(str(file))) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'visits'").fetchone()
    flip(file, page - 1)
    answer = terminal("check", "--database", file)
    assert answer.code == 1
    assert "restore a backup" in answer.out + answer.err
    assert not [line for line in answer.err.splitlines()[1:] if line]


@pytest.mark.parametrize("command", ["import", "restore"])
def test_somebody_else_is_writing(
    any_house: House, terminal: Terminal, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_MS", 50)
    people, backup = tmp_path / "people.csv", tmp_path / "mine"
    people.write_text("Name\nAino Virtanen\n")
    terminal("backup", backup, "--database", any_house.place)
    words = {"import": ("import", "customers", people), "restore": ("restore", backup)}[command]
    before = any_house.people()
    with any_house.opened() as desk, desk.write() as work:
        work.connection.exec_driver_sql("UPDATE customers SET card = '1' WHERE nickname = 'Evi'")
        work.connection.exec_driver_sql("INSERT INTO settings VALUES ('x', '1')")
        if work.connection.dialect.name == "postgresql":
            work.connection.exec_driver_sql("LOCK TABLE imports, customers")
        is_refused(terminal(*words, "--database", any_house.place), "Another program is using the database")
    assert any_house.people() == before
    assert terminal(*words, "--database", any_house.place).code == 0


def test_a_restore_that_cannot_be(house: House, terminal: Terminal, tmp_path: Path) -> None:
    backup = tmp_path / "mine.db"
    terminal("backup", backup, "--database", house.place)
    before = house.people()
    cut = tmp_path / "cut.db"
    cut.write_bytes(backup.read_bytes()[:-4096])
    is_refused(terminal("restore", cut, "--database", house.place), "or it is damaged")
    is_refused(terminal("restore", backup, "--database", tmp_path), "a folder, not a house")
    is_refused(terminal("backup", cut.with_name("none.csv").parent, "--database", house.place), "no backup")
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    with ordinary():
        is_refused(terminal("restore", locked / "x", "--database", house.place), "cannot be written to")
    locked.chmod(0o700)
    assert house.people() == before


def test_nobody_can_write_down_what_is_answered(house: House) -> None:
    command = [sys.executable, "-m", "frontdesk", "check", "--database", house.place]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=buffered
        )
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "The answer could not be written: the disk is full" in ran.stderr
