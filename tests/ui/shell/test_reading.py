"""Everybody's names are read until they have been read."""

import sys
from contextlib import closing
from functools import partial
from threading import Event
from unittest.mock import patch

import pytest

from frontdesk.foundation.errors import InUse
from frontdesk.services import indexing, lookup
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.storage import index_file
from frontdesk.storage import reminders as sources
from frontdesk.ui.shell import reading
from tests.support.driving import words_on
from tests.support.houses import aino
from tests.support.logs import ExpectLog
from tests.support.window_thread import elsewhere
from tests.ui.shell.conftest import Front


def test_names_that_could_not_be_read_are_read_once_more(front: Front) -> None:
    with (
        patch.object(reading, "_AGAIN_MS", 10),
        patch.object(Desk, "fill_index", side_effect=InUse("The house is in use.")),
    ):
        front.gate.set()
        front.window.open(front.opener)
        front.qtbot.waitUntil(lambda: front.window.strip.words == "The house is in use.")
    with front.qtbot.waitSignal(front.window.settled):
        pass
    added = front.add("Aino Virtanen")
    assert front.desk.index.get(added.row)


def test_so_they_are_where_nobody_foresaw_why(front: Front, expect_log: ExpectLog) -> None:
    with expect_log("unexpected error", level="ERROR"):
        with (
            patch.object(reading, "_AGAIN_MS", 10),
            patch.object(Desk, "fill_index", side_effect=RuntimeError),
        ):
            front.gate.set()
            front.window.open(front.opener)
            front.qtbot.waitUntil(lambda: front.window.strip.words.startswith("Something went wrong"))
        with front.qtbot.waitSignal(front.window.settled):
            pass
    added = front.add("Aino Virtanen")
    assert front.desk.index.get(added.row)


def test_the_day_is_worked_out_before_anybody_looks(front: Front) -> None:
    with front.qtbot.waitSignal(front.window.settled):
        front.furnish()
    front.rest()
    with patch.object(sources, "facts_for", side_effect=AssertionError("worked out once more")):
        assert elsewhere(lambda: today(front.desk)).day == front.desk.today()


def large(front: Front) -> None:
    """Let the house of two people be one that another process reads."""
    with closing(elsewhere(lambda: Desk.open(front.file, clock=front.clock))) as desk:
        for name in ("Aino Virtanen", "Eino Salo"):
            elsewhere(partial(aino, desk, name=name))


def people_of(front: Front) -> str:
    """What the status bar says of the people."""
    return next((one for one in words_on(front.window.status) if "people" in one or "names" in one), "")


def test_a_large_house_is_read_by_another_process_and_beginnings_are_found_until_then(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MANY", 1)
    done = Event()
    ended = vars(indexing.Reader)["ended"].fget
    monkeypatch.setattr(indexing.Reader, "ended", property(lambda reader: done.is_set() and ended(reader)))
    large(front)
    front.gate.set()
    front.window.open(front.opener)
    front.qtbot.waitUntil(lambda: people_of(front) == "Reading names: only beginnings are found yet")
    assert [hit.entry.name for hit in elsewhere(lambda: lookup.search(front.desk, "ein"))] == ["Eino Salo"]
    assert elsewhere(lambda: lookup.search(front.desk, "eimo")) == []
    done.set()
    front.qtbot.waitUntil(lambda: people_of(front) == "2 people", timeout=60_000)
    assert [hit.entry.name for hit in lookup.search(front.desk, "eimo")] == ["Eino Salo"]


def test_a_window_that_is_closed_meanwhile_begins_no_other_process(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, closing_begun = Event(), Event()
    stop = reading.Reading.stop

    def large_after_all(_store: object) -> bool:
        asked.set()
        return closing_begun.wait(60)

    def stop_and_go_on(its_reading: reading.Reading) -> None:
        stop(its_reading)
        closing_begun.set()

    begun: list[object] = []
    monkeypatch.setattr(indexing, "is_large", large_after_all)
    monkeypatch.setattr(indexing, "Reader", begun.append)
    monkeypatch.setattr(reading.Reading, "stop", stop_and_go_on)
    front.gate.set()
    front.window.open(front.opener)
    front.qtbot.waitUntil(asked.is_set)
    front.window.close()
    assert begun == []


def test_where_no_file_can_be_written_it_is_read_here(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = front.file.parent / "no folder"
    nowhere.write_text("")
    monkeypatch.setattr(indexing, "MANY", 1)
    monkeypatch.setattr(index_file, "place_of", lambda _store: nowhere / "house.names")
    large(front)
    front.furnish()
    front.qtbot.waitUntil(lambda: people_of(front) == "2 people", timeout=60_000)
    assert [hit.entry.name for hit in lookup.search(front.desk, "eimo")] == ["Eino Salo"]


@pytest.mark.parametrize("code", [0, 1])
def test_where_the_other_process_does_nothing_it_is_read_here(
    front: Front, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog, code: int
) -> None:
    interpreter = front.file.parent / "python"
    interpreter.write_text(f"#!/bin/sh\ncat > /dev/null\nexit {code}")
    interpreter.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(interpreter))
    monkeypatch.setattr(indexing, "MANY", 1)
    large(front)
    with expect_log("another process could not spell"):
        front.furnish()
        front.qtbot.waitUntil(lambda: people_of(front) == "2 people")
    assert [hit.entry.name for hit in lookup.search(front.desk, "eimo")] == ["Eino Salo"]


def test_where_there_can_be_no_other_process_it_is_read_here(
    front: Front, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    monkeypatch.setattr(sys, "executable", str(front.file.parent / "missing"))
    monkeypatch.setattr(indexing, "MANY", 1)
    large(front)
    with expect_log("could not be asked to read the names"), expect_log("could not spell the names"):
        front.furnish()
        front.qtbot.waitUntil(lambda: people_of(front) == "2 people")
    assert [hit.entry.name for hit in lookup.search(front.desk, "eimo")] == ["Eino Salo"]


def test_many_changes_are_put_together_with_all_others(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_TIDY_MS", 20)
    monkeypatch.setattr(reading, "_TOO_MANY_CHANGED", 2)
    with front.qtbot.waitSignal(front.window.settled):
        front.furnish()
    for name in ("Aino Virtanen", "Eino Salo"):
        front.add(name)
    front.qtbot.waitUntil(lambda: front.desk.index.changed == 0)
    assert len(front.desk.index) == 2
