"""The commands together: what all of them take, their exit codes, what they load and how they end."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.services import customers
from frontdesk.services.desk import Desk
from tests.cli.conftest import House, Terminal

Alone = Callable[..., "subprocess.CompletedProcess[bytes]"]

COMMANDS = [
    ["today"],
    ["find", "aino"],
    ["find", "-"],
    ["import", "customers", "people.csv"],
    ["import", "visits", "visits.csv"],
    ["backup", "my.backup"],
    ["restore", "my.backup"],
    ["check"],
]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the commands speak of."""
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text("name\nAino\n")
    Path("visits.csv").write_text("card,date\nC-17,2026-11-20\n")
    return tmp_path


def test_without_a_house_all_but_import_and_restore_say_so(terminal: Terminal, files: Path) -> None:
    for command in COMMANDS:
        if command[0] in {"import", "restore"}:
            continue
        answer = terminal(*command, "--database", "none.db")
        assert (answer.code, answer.raw) == (1, b""), command
        assert answer.err.startswith("frontdesk: There is no database at none.db."), command
        assert not list(files.glob("none.db*"))


def test_without_a_word_about_the_database_it_is_the_users_own(terminal: Terminal, own_folders: Path) -> None:
    assert terminal("check").code == 1
    file = own_folders / "people.csv"
    file.write_text("name\nAino\n")
    assert terminal("import", "customers", file).code == 0
    assert "1 person · 0 visits" in terminal("check").out
    assert (own_folders / "data" / "frontdesk" / "frontdesk.db").is_file()


def test_every_command_works_on_the_demo_and_keeps_nothing(
    terminal: Terminal, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[Path | None] = []

    def furnish(desk: Desk) -> None:
        places.append(desk.store.file)
        customers.add(desk, CustomerDraft("Aino Virtanen", card="C-17"))

    monkeypatch.setattr("frontdesk.services.demo.furnish", furnish)
    for command in COMMANDS:
        answer = terminal(*command, "--demo")
        assert (answer.code, answer.err) == (0, ""), command
    assert len(places) == len(COMMANDS) - 1  # a backup is brought back where nothing is
    assert "gone with the demo" in terminal("backup", "--demo").out
    assert all(place and not place.exists() for place in places)


def test_the_order_of_words_does_not_matter(terminal: Terminal, house: House) -> None:
    for words in (["--database", house.place, "find", "evi"], ["find", "--database", house.place, "evi"]):
        assert len(terminal(*words).lines) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["tomorrow"],
        ["find"],
        ["import"],
        ["import", "dogs", "dogs.csv"],
        ["import", "customers"],
        ["restore"],
        ["today", "--colour"],
        ["today", "--demo", "--database", "house.db"],
    ],
)
def test_what_is_no_command_is_a_usage_error(terminal: Terminal, words: list[str]) -> None:
    answer = terminal(*words)
    assert (answer.code, answer.raw) == (2, b"")
    assert answer.err.startswith("usage: frontdesk")


def test_help_is_an_answer(terminal: Terminal) -> None:
    whole = terminal("--help")
    assert whole.code == 0
    for command in COMMANDS:
        assert f"\n    {command[0]} " in whole.out
        assert terminal(*command[:1], "--help").code == 0
    assert terminal("--version").out.startswith("frontdesk ")


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear all,\n" * 400, b"SQLite format 3\0" + bytes(4080)],
    ids=["empty", "letter", "damaged"],
)
def test_a_file_that_is_no_house_is_left_as_it_is(terminal: Terminal, files: Path, content: bytes) -> None:
    other = files / "other.db"
    for command in COMMANDS:
        if command[0] == "restore" or (command[0] == "import" and not content):
            continue
        other.write_bytes(content)
        answer = terminal(*command, "--database", other)
        assert (answer.code, answer.raw) == (1, b""), command
        assert len(answer.err.splitlines()) == 1
        assert other.read_bytes() == content


def test_a_server_that_does_not_answer_is_a_sentence(terminal: Terminal) -> None:
    answer = terminal("check", "--database", "postgresql://nobody@/house?host=/nowhere")
    assert answer.code == 1
    assert answer.err.startswith("frontdesk: The database server does not answer")


LOADED = """
import sys
from frontdesk import app
code = app.main(sys.argv[1:])
assert code == 0, code
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print(*loaded, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["today"],
        ["today", "--format", "html"],
        ["today", "--format", "json"],
        ["find", "raman"],
        ["check"],
        ["backup"],
        ["import", "customers", "people.csv"],
    ],
)
def test_no_command_loads_qt_or_pandas(house: House, files: Path, words: list[str]) -> None:
    program = [sys.executable, "-c", LOADED, *words, "--database", house.place]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    loaded = set(done.stderr.split())
    assert {"frontdesk", "sqlalchemy"} <= loaded, done.stderr
    assert not loaded & {"PySide6", "shiboken6", "pandas"}


def test_reading_a_command_loads_nothing_that_carries_it_out() -> None:
    program = "import sys; from frontdesk import app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    names = {name.partition(".")[0] for name in loaded.stdout.split()}
    assert not names & {"sqlalchemy", "sqlcipher3", "PySide6", "pandas", "babel", "phonenumbers", "tempfile"}


def test_names_are_written_whatever_the_locale(house: House, alone: Alone) -> None:
    for locale in ("C", "POSIX", "en_US.ISO-8859-1"):
        done = alone("find", "raman", "--database", house.place, env={"LC_ALL": locale, "PYTHONUTF8": "0"})
        assert done.stdout.decode().startswith("ராமன் கிருஷ்ணமூர்த்தி"), (locale, done.stderr)


def test_a_reader_who_leaves_early_is_no_error(house: House, speak: Callable[..., Any]) -> None:
    with speak("find", "-", "--database", house.place) as program:
        program.stdout.close()
        program.stdin.write(b"raman\n" * 50)
        program.stdin.close()
        assert program.stderr.read() == b""
        assert program.wait(timeout=60) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_ctrl_c_is_a_sentence_and_no_trace(house: House, speak: Callable[..., Any]) -> None:
    with speak("find", "-", "--database", house.place) as program:
        program.stdin.write(b"raman\n")
        program.stdin.flush()
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        assert program.stderr.read() == b"frontdesk: Stopped. Nothing of this was kept.\n"
        assert program.wait(timeout=60) == 130


@pytest.mark.slow
def test_the_demo_has_a_list_without_a_display(alone: Alone) -> None:
    done = alone("today", "--demo", env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"demo: invented people" in done.stdout
    assert done.stdout.count(b"[ ]") >= 5
