"""The life of the look-up index: from its file, from the house, by another process, and what may go wrong."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.names import rules
from frontdesk.services import customers, indexing, lookup, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import everybody, index_file
from tests.support.houses import aino
from tests.support.logs import ExpectLog


@pytest.fixture(autouse=True)
def every_house_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise only a house of a thousand people keeps its index."""
    monkeypatch.setattr(indexing, "_WORTH_A_FILE", 1)


@pytest.fixture
def kept(desk: Desk) -> Iterator[Path]:
    """The index's file of a house with Aino in it."""
    aino(desk)
    desk.fill_index()
    place = index_file.place_of(desk.store)
    yield place
    place.unlink(missing_ok=True)


def names(desk: Desk, typed: str) -> list[str]:
    return [hit.entry.name for hit in lookup.search(desk, typed)]


def test_it_is_the_owners_alone(kept: Path) -> None:
    assert kept.stat().st_mode & 0o777 == 0o600


def test_the_file_is_enough_without_reading_everybody(
    kept: Path, other_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everybody, "rows", None)
    assert other_desk.open_index()
    assert names(other_desk, "virtamen") == ["Aino Virtanen"]


def test_what_was_written_since_is_found(kept: Path, desk: Desk, other_desk: Desk) -> None:
    customers.add(desk, CustomerDraft("Eino Mäki"))
    undo(desk, customers.add(desk, CustomerDraft("Liisa Mäki")).id)
    assert other_desk.open_index()
    assert names(other_desk, "maki") == ["Eino Mäki"]


@pytest.mark.parametrize("damage", ["missing", "empty", "cut short", "a bit changed", "something else"])
def test_a_damaged_file_is_made_anew(kept: Path, other_desk: Desk, damage: str) -> None:
    whole = kept.read_bytes()
    if damage == "missing":
        kept.unlink()
    else:
        middle = len(whole) // 2
        changed = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
        worse = {
            "empty": b"",
            "cut short": whole[:-9],
            "a bit changed": changed,
            "something else": b"\0" * 999,
        }
        kept.write_bytes(worse[damage])
    assert not other_desk.open_index()
    other_desk.fill_index()
    assert names(other_desk, "aino") == ["Aino Virtanen"]
    assert kept.read_bytes()[:8] == whole[:8]
    with closing(Desk.open(other_desk.store.engine.url.render_as_string(hide_password=False))) as third:
        assert third.open_index()


def test_another_version_of_the_rules_makes_it_anew(
    kept: Path, other_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "version", lambda: "later rules")
    assert not other_desk.open_index()
    other_desk.fill_index()
    assert other_desk.open_index()


def test_the_index_of_another_house_is_not_believed(kept: Path, desk: Desk, tmp_path: Path) -> None:
    with closing(Desk.open(tmp_path / "elsewhere.db", create=True)) as elsewhere:
        aino(elsewhere, name="Timo Salo")
        place = index_file.place_of(elsewhere.store)
        place.write_bytes(kept.read_bytes())
        assert not elsewhere.open_index()
        elsewhere.fill_index()
        assert names(elsewhere, "aino") == []
        assert names(elsewhere, "timo") == ["Timo Salo"]


def test_a_folder_that_takes_no_file_is_no_hindrance(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    aino(desk)
    monkeypatch.setattr(index_file, "write", full)
    with expect_log("the look-up index could not be written"):
        desk.fill_index()
    assert names(desk, "aino") == ["Aino Virtanen"]


def test_another_process_writes_it(desk: Desk, other_desk: Desk) -> None:
    aino(desk)
    reader = indexing.Reader(desk.store)
    patience = monotonic() + 60
    while not reader.ended and monotonic() < patience:
        pass
    assert (reader.ended, reader.failed) == (True, False)
    assert other_desk.open_index()
    assert names(other_desk, "aino") == ["Aino Virtanen"]
    index_file.place_of(desk.store).unlink()


def test_a_process_that_cannot_write_says_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_file, "place_of", lambda _store: tmp_path / "file" / "house.names")
    (tmp_path / "file").write_text("no folder")
    reader = indexing.Reader(desk.store)
    patience = monotonic() + 60
    while not reader.ended and monotonic() < patience:
        pass
    assert reader.failed


@pytest.mark.parametrize(
    "instead",
    [None, "#!/bin/sh\nexit 1", "#!/bin/sh\ncat > /dev/null", "#!/bin/sh\necho Hello", "no program"],
)
def test_names_that_no_other_process_spells_are_spelt_here(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: ExpectLog,
    caplog: pytest.LogCaptureFixture,
    instead: str | None,
) -> None:
    interpreter = tmp_path / "python"
    if instead:
        interpreter.write_text(instead)
        interpreter.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(interpreter))
    monkeypatch.setattr(indexing, "MANY", 0)
    aino(desk)
    with expect_log("another process could not spell the names"):
        desk.fill_index()
    assert names(desk, "virtamen") == ["Aino Virtanen"]
    assert "irtanen" not in caplog.text
    index_file.place_of(desk.store).unlink()


@pytest.fixture
def waiting_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Lets the other process stay at a place for ever; to read the file it gives is to wait until then."""

    def wait_at(place: str) -> Path:
        there, interpreter = tmp_path / "there", tmp_path / "python"
        os.mkfifo(there)
        interpreter.write_text(
            f"#!{sys.executable}\n"
            "import os, runpy, signal, sys\n"
            "from pathlib import Path\n"
            f"sys.path[0] = {str(Path.cwd())!r}\n"
            "def stay(words):\n"
            f"    Path({str(there)!r}).write_text(words)\n"
            f"    while os.getppid() == {os.getpid()}:\n"
            "        pass\n"
            f"{place}\n"
            "runpy.run_module('frontdesk.services.indexing', run_name='__main__', alter_sys=True)\n"
        )
        interpreter.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(interpreter))
        monkeypatch.setattr(indexing, "_PATIENCE_S", 60)
        return there

    return wait_at


WRITING = """
from frontdesk.names import arrays
def write(part, *_):
    part.write_text("half")
    stay(part.name)
arrays.write = write
"""


def test_one_that_is_stopped_takes_its_part_of_the_file_away(
    desk: Desk, waiting_at: Callable[[str], Path]
) -> None:
    there = waiting_at(WRITING)
    reader = indexing.Reader(desk.store)
    part = index_file.place_of(desk.store).with_name(there.read_text())
    assert part.read_text() == "half"
    reader.stop()
    assert not part.exists()


SPELLING = """
from frontdesk.services.spelling import SpellingElsewhere
from frontdesk.storage import counts
counts.people = lambda _: 1_000_000
SpellingElsewhere.all = lambda spelling: stay(str(spelling.process.pid))
"""


READING = """
from frontdesk.names import building
def arrays(entries, _):
    next(entries)
    stay("reading")
building.arrays = arrays
"""


@pytest.mark.parametrize("place", [READING, WRITING])
def test_one_that_is_stopped_complains_of_nothing(
    desk: Desk, waiting_at: Callable[[str], Path], place: str, capfd: pytest.CaptureFixture[str]
) -> None:
    aino(desk)
    there = waiting_at(place)
    reader = indexing.Reader(desk.store)
    assert there.read_text()
    reader.stop()
    assert capfd.readouterr().err == ""


def test_one_that_is_stopped_ends_with_its_speller(desk: Desk, waiting_at: Callable[[str], Path]) -> None:
    there = waiting_at(SPELLING)
    reader = indexing.Reader(desk.store)
    speller = int(there.read_text())
    os.kill(speller, 0)
    reader.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(speller, 0)


def test_one_that_does_not_hear_is_not_waited_for(
    desk: Desk, waiting_at: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = waiting_at("signal.signal(signal.SIGTERM, signal.SIG_IGN)\nstay('deaf')")
    monkeypatch.setattr(indexing, "_PATIENCE_S", 0)
    reader = indexing.Reader(desk.store)
    assert there.read_text() == "deaf"
    reader.stop()
    assert reader.failed


def test_one_that_cannot_begin_has_failed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    with expect_log("another process could not be asked"):
        reader = indexing.Reader(desk.store)
    assert (reader.ended, reader.failed) == (True, True)
    reader.stop()


def test_a_large_house_is_left_to_another_process(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "MANY", 1)
    aino(desk)
    assert lookup.ready(desk)
    index_file.place_of(desk.store).unlink()
    customers.add(desk, CustomerDraft("Eino Mäki"))
    with closing(Desk.open(desk.store.engine.url.render_as_string(hide_password=False))) as again:
        assert not lookup.ready(again)
        assert not again.everybody_read
        assert names(again, "ein") == ["Eino Mäki"]
        assert names(again, "eimo") == []
        again.fill_index()
        assert names(again, "eimo") == ["Eino Mäki"]
    index_file.place_of(desk.store).unlink()


def test_a_restore_of_a_large_house_is_left_to_it_too(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if desk.store.file is None:
        pytest.skip("a server is restored by its own programs")
    aino(desk)
    backup = upkeep.back_up(desk, tmp_path / "mine")
    customers.add(desk, CustomerDraft("Eino Mäki"))
    desk.fill_index()
    monkeypatch.setattr(indexing, "MANY", 1)
    upkeep.restore(str(desk.store.file), backup, desk.clock)
    changes = desk.catch_up()
    assert changes is not None
    assert changes.everybody
    assert not desk.everybody_read
    assert names(desk, "eino") == []
    assert names(desk, "aino") == ["Aino Virtanen"]


def test_who_was_picked_for_what_was_typed_comes_first(desk: Desk, other_desk: Desk) -> None:
    first, second = aino(desk, name="Aino Virtanen"), aino(desk, name="Aino Virtanen")
    visits.log_now(desk, first)
    lookup.fill(desk)
    assert [hit.entry.id for hit in lookup.search(desk, "aino")] == [first, second]
    lookup.pick(desk, "aino", second)
    assert [hit.entry.id for hit in lookup.search(desk, " AINO ")] == [second, first]
    assert [hit.entry.id for hit in lookup.search(desk, "ain")] == [first, second]
    lookup.fill(other_desk)
    assert [hit.entry.id for hit in lookup.search(other_desk, "aino")] == [second, first]


def test_who_is_here_comes_before_who_comes_oftener(desk: Desk) -> None:
    often, here = aino(desk, name="Aino Often"), aino(desk, name="Aino Here")
    for back in range(1, 40):
        visits.log(desk, VisitDraft(often, desk.today() - timedelta(days=back)))
    visits.log_now(desk, here)
    desk.fill_index()
    assert [hit.entry.id for hit in lookup.search(desk, "aino")] == [often, here]
    lookup.expect(desk)
    assert [hit.entry.id for hit in lookup.search(desk, "aino")] == [here, often]
