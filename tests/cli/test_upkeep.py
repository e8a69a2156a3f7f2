"""``frontdesk backup``, ``restore`` and ``check``."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import House, Terminal


def test_a_backup_comes_back(any_house: House, terminal: Terminal, tmp_path: Path) -> None:
    backup = tmp_path / "mine.backup"
    written = terminal("backup", backup, "--database", any_house.place)
    assert (written.code, written.out) == (0, f"{backup}\n")
    before = any_house.people()
    any_house.has("Somebody later")
    restored = terminal("restore", backup, "--database", any_house.place)
    assert restored.code == 0
    assert restored.lines[0] == f"Brought back from {backup}."
    assert any_house.people() == before


def test_what_stood_there_is_kept_and_can_be_brought_back_itself(
    house: House, terminal: Terminal, tmp_path: Path
) -> None:
    backup = tmp_path / "mine.db"
    terminal("backup", backup, "--database", house.place)
    house.has("Somebody later")
    told = terminal("restore", backup, "--database", house.place).lines[1]
    kept = Path(told.removeprefix("What stood there before is kept in ").removesuffix("."))
    house.clock.instant += timedelta(minutes=5)
    assert terminal("restore", kept, "--database", house.place).code == 0
    assert house.people()[-1] == "Somebody later"


def test_a_backup_without_a_file_goes_among_the_houses_own(
    house: House, terminal: Terminal, tmp_path: Path
) -> None:
    answer = terminal("backup", "--database", house.place)
    place = Path(answer.out.strip())
    assert answer.code == 0
    assert place.parent == tmp_path / "backups"
    assert place.is_file()


def test_a_backup_may_be_brought_where_nothing_is_yet(
    house: House, terminal: Terminal, tmp_path: Path
) -> None:
    backup, new = tmp_path / "mine.db", tmp_path / "new" / "house.db"
    terminal("backup", backup, "--database", house.place)
    answer = terminal("restore", backup, "--database", new)
    assert (answer.code, answer.out) == (0, f"Brought back from {backup}.\n")
    assert "2 people · 1 visit" in terminal("check", "--database", new).out


@pytest.mark.parametrize("command", ["restore", "backup"])
def test_a_file_that_cannot_be_used_is_a_sentence(
    house: House, terminal: Terminal, tmp_path: Path, command: str
) -> None:
    wrong = {"restore": tmp_path / "none.db", "backup": tmp_path / "house.db"}[command]
    before = house.people()
    answer = terminal(command, wrong, "--database", house.place)
    assert (answer.code, answer.raw) == (1, b"")
    assert answer.err.startswith("frontdesk: ")
    assert len(answer.err.splitlines()) == 1
    assert house.people() == before


def test_something_else_is_not_restored(
    house: House, terminal: Terminal, table: object, tmp_path: Path
) -> None:
    other = tmp_path / "letter.db"
    other.write_text("Dear all, this is no database. " * 100)
    before = house.people()
    answer = terminal("restore", other, "--database", house.place)
    assert (answer.code, answer.raw) == (1, b"")
    assert house.people() == before


def test_all_is_well(any_house: House, terminal: Terminal) -> None:
    answer = terminal("check", "--database", any_house.place)
    assert (answer.code, answer.lines) == (0, ["2 people · 1 visit", "All is well."])


def test_visits_that_do_not_add_up_are_found(any_house: House, terminal: Terminal) -> None:
    with any_house.opened() as desk, desk.store.write(desk.now()) as work:
        work.connection.exec_driver_sql("update customers set visit_count = 7 where nickname = 'Evi'")
    answer = terminal("check", "--database", any_house.place)
    assert answer.code == 1
    assert answer.lines[1:] == [
        "The visits of Eeva-Liisa <b>Väänänen</b> do not add up.",
        "Something is wrong: restore a backup.",
    ]
