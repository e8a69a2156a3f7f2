"""The coming days saved as a calendar, from the list of all actions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import vobject

from frontdesk.ui.rooms.today.room import build
from tests.ui.rooms.today.conftest import Morning

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme", "qtbot")]


@pytest.fixture
def busy(morning: Morning) -> Iterator[Morning]:
    """Somebody has a birthday today, in thirty days and in thirty-one."""
    for day in ("11-22", "12-22", "12-23"):
        morning.knows(f"Born {day}", birthday=f"--{day}")
    yield morning
    morning.desk.listeners.clear()


def saves(morning: Morning) -> None:
    """Chooses to save a calendar, and answers what is asked."""
    room = build(morning.around.context())
    [action] = [one for one in room.actions() if one.text == "Save as calendar…"]
    assert action.enabled()
    action.run()
    room.widget.deleteLater()


def test_thirty_days_are_saved_where_it_is_wanted(busy: Morning, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    busy.around.ask.files = [file]
    saves(busy)
    assert busy.around.ask.asked == ["Save as calendar"]
    assert busy.around.ask.suggested == ["reminders 2026-11-22.ics"]
    found = vobject.readOne(file.read_text(encoding="utf-8")).vevent_list
    assert [(one.dtstart.value, one.summary.value) for one in found] == [
        (date(2026, 11, 22), "Born 11-22: birthday"),
        (date(2026, 12, 22), "Born 12-22: birthday"),
    ]
    assert busy.around.said == [f"The next 30 days are in {file}"]
    assert busy.around.told == []


def test_whoever_closes_the_question_saves_nothing(busy: Morning, tmp_path: Path) -> None:
    saves(busy)
    assert busy.around.said == []
    assert list(tmp_path.glob("*.ics")) == []


def test_a_file_that_cannot_be_written_is_told_and_an_older_one_stays(busy: Morning, tmp_path: Path) -> None:
    nowhere, folder = tmp_path / "no" / "mine.ics", tmp_path / "folder.ics"
    folder.mkdir()
    for file in (nowhere, folder):
        busy.around.ask.files = [file]
        saves(busy)
    assert busy.around.told == [
        f"There is no folder {nowhere.parent}, so mine.ics was not written. Choose another folder.",
        "folder.ics is a folder. Choose a name for the file.",
    ]
    assert busy.around.said == []


def test_a_newer_file_takes_the_place_of_an_older_one_whole(busy: Morning, tmp_path: Path) -> None:
    file = tmp_path / "calendars" / "mine.ics"
    file.parent.mkdir()
    file.write_text("older and longer " * 1000)
    busy.around.ask.files = [file]
    saves(busy)
    assert file.read_bytes().endswith(b"END:VCALENDAR\r\n")
    assert list(file.parent.iterdir()) == [file]


def test_what_a_room_would_wait_for_is_done_elsewhere(
    busy: Morning, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[object] = []
    monkeypatch.setattr(busy.around.worker, "run", lambda work, *_rest, **_options: given.append(work))
    busy.around.ask.files = [tmp_path / "mine.ics"]
    saves(busy)
    assert len(given) == 1
    assert not (tmp_path / "mine.ics").exists()
