"""The program as a whole: a command or the window, and a sentence where there can be none."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from frontdesk import app
from frontdesk.foundation.errors import NoDatabase
from frontdesk.ui.shell import start

Opener = Callable[[str, bool], Any]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Opener, str]]:
    """The windows that would have been opened, with what opens their house and where it lies."""
    opened: list[tuple[Opener, str]] = []

    def run(opener: Opener, place: str = "") -> int:
        opened.append((opener, place))
        return 0

    monkeypatch.setattr(start, "run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return opened


def test_without_a_command_the_window_opens_on_the_users_own_house(windows: list[tuple[Opener, str]]) -> None:
    assert app.main([]) == 0
    [(opener, place)] = windows
    assert place == ""
    with pytest.raises(NoDatabase):
        opener("", False)


def test_the_window_opens_the_house_that_was_named(windows: list[tuple[Opener, str]], tmp_path: Path) -> None:
    app.main(["--database", str(tmp_path / "house.db")])
    assert windows[0][1] == str(tmp_path / "house.db")


def test_a_new_house_is_made_where_the_machine_stands(
    windows: list[tuple[Opener, str]], own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_IN.UTF-8")
    app.main([])
    with closing(windows[0][0]("", True)) as desk:
        assert (desk.house.zone, desk.house.region) == ("Asia/Kolkata", "IN")
    assert (own_folders / "data" / "frontdesk" / "frontdesk.db").is_file()
    with closing(windows[0][0]("", False)) as again:
        assert again.house == desk.house


@pytest.mark.slow
def test_the_demo_opens_in_a_house_that_is_thrown_away(
    windows: list[tuple[Opener, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def look(opener: Opener, place: str = "") -> int:
        with closing(opener(place, False)) as desk:
            seen.append(desk.store.file)
            assert desk.house.demo
            assert Path(place).exists()
        return 0

    monkeypatch.setattr(start, "run", look)
    assert app.main(["--demo"]) == 0
    assert not seen[0].exists()
    assert not seen[0].parent.exists()


def test_without_a_display_it_says_so_in_one_sentence_and_what_works() -> None:
    bare = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = subprocess.run(
        [sys.executable, "-m", "frontdesk", "--demo"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **bare},
    )
    assert done.returncode == 1
    assert done.stdout == ""
    [sentence] = done.stderr.splitlines()
    assert "no display" in sentence
    assert "frontdesk today --demo" in sentence


def test_where_qt_cannot_be_loaded_it_says_why(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "frontdesk.ui.shell", None)  # what a failing import leaves
    assert app.main([]) == 1
    assert "frontdesk: " in capsys.readouterr().err
