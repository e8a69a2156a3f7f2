"""Each guard bites: tests that misbehave are run apart, and each is caught with the right words."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import platformdirs
import pytest

from frontdesk.foundation import words
from frontdesk.foundation.clock import FixedClock, SystemClock
from tests.architecture import misbehaviour
from tests.support.machine import FOLDERS, NOW

REAL_HOME = Path("~").expanduser()


def held_against(file: str, report: Path) -> dict[str, str]:
    """Run a file of tests apart; what was held against each of them, by its name."""
    command = [sys.executable, "-m", "pytest", file, "-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
    subprocess.run(command, capture_output=True, check=False)
    cases = ET.parse(report).iter("testcase")
    return {
        case.attrib["name"]: "".join(f"{trouble.get('message')}\n{trouble.text}" for trouble in case)
        for case in cases
    }


# One test for all of them, because starting pytest takes longer than what it runs.
def test_every_misbehaviour_is_caught_and_named(tmp_path: Path) -> None:
    held = held_against(misbehaviour.__file__, tmp_path / "report.xml")
    assert set(held) == set(misbehaviour.MUST_SAY)
    assert {name: said for name, said in held.items() if misbehaviour.MUST_SAY[name] not in said} == {}


def test_every_test_is_left_in_an_empty_home(own_folders: Path) -> None:
    folders = {Path(os.environ[name]) for name in FOLDERS}
    assert all(folder.is_relative_to(own_folders) and folder.is_dir() for folder in folders)
    assert Path.home() == own_folders != REAL_HOME
    assert not [file for file in own_folders.rglob("*") if file.is_file()]


def test_the_programs_data_would_go_to_the_empty_home(own_folders: Path) -> None:
    assert platformdirs.user_data_path("frontdesk").is_relative_to(own_folders)
    assert platformdirs.user_cache_path("frontdesk").is_relative_to(own_folders)


@pytest.mark.parametrize("time_of_asking", ["first", "second"])
def test_no_test_finds_what_another_left(own_folders: Path, time_of_asking: str) -> None:
    letter = platformdirs.user_data_path("frontdesk", ensure_exists=True) / "house.db"
    assert not letter.exists()
    letter.write_text("left here")


def test_the_clock_stands_still_wherever_it_is_asked(clock: FixedClock) -> None:
    assert SystemClock().now() == clock.now() == NOW
    clock.instant = NOW.replace(year=2028)
    assert SystemClock().now() == NOW.replace(year=2028)


@pytest.mark.real_clock
def test_the_real_clock_runs_where_a_test_asks_for_it() -> None:
    assert SystemClock().now() != NOW


def test_the_machines_zone_is_not_the_houses() -> None:
    assert time.localtime(0).tm_hour == 5


@pytest.mark.parametrize("language", ["fi", "ta"])
def test_each_test_starts_in_english(language: str) -> None:
    assert words.language() == "en"
    words.speak(language)


@pytest.fixture(scope="module")
def _developers_settings() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGHOST", "db.example.org")
        patch.setenv("FRONTDESK_DATABASE", "/home/me/house.db")
        yield


@pytest.mark.usefixtures("_developers_settings")
def test_a_developers_own_settings_are_out_of_sight() -> None:
    assert "PGHOST" not in os.environ
    assert "FRONTDESK_DATABASE" not in os.environ
