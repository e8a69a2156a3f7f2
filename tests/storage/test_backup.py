"""Backups: proved, private, rotated; and never in the place of anything but an older one."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import DiskFull, ReadOnly, StorageTrouble
from frontdesk.services import upkeep
from frontdesk.services.desk import Desk
from frontdesk.storage import backup, copies, dumps, files
from tests.support.houses import aino, content, furnish
from tests.support.ordinary import ordinary


@pytest.fixture
def own(desk: Desk) -> Path:
    """Where the house's own backups lie."""
    return backup.folder(desk.store.engine.url)


@pytest.fixture(params=[0o000, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """A machine that gives everybody everything, or takes even from the owner."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_backup_holds_all_that_was_written(desk: Desk, tmp_path: Path) -> None:
    furnish(desk)
    before = content(desk)
    place = upkeep.back_up(desk, tmp_path / "mine")
    aino(desk, name="Eino")
    upkeep.restore(desk.store.engine.url.render_as_string(hide_password=False), place, desk.clock)
    assert content(desk) == before


def test_the_proof_beside_a_backup_is_that_of_sha256sum(desk: Desk, tmp_path: Path) -> None:
    place = upkeep.back_up(desk, tmp_path / "mine")
    digest, name = (tmp_path / "mine.sha256").read_text().split()
    assert (len(digest), name) == (64, "mine")
    assert files.as_signed(place)
    with place.open("r+b") as one:
        one.seek(5000)
        one.write(b"?")
    assert not files.as_signed(place)


def test_thirty_backups_stay(
    desk: Desk, own: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEEP", 3)
    made = []
    for _ in range(5):
        clock.instant += timedelta(hours=1)
        made.append(upkeep.back_up(desk))
    assert names(own) == sorted(f"{one.name}{ending}" for one in made[2:] for ending in ("", ".sha256"))
    assert upkeep.last_backup(desk) == clock.instant


def test_a_backup_stays_though_the_clock_was_put_back(
    desk: Desk, own: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEEP", 2)
    clock.instant += timedelta(days=3650)
    for _ in range(2):
        clock.instant += timedelta(hours=1)
        upkeep.back_up(desk)
    clock.instant -= timedelta(days=3650)
    made = upkeep.back_up(desk)
    assert made.is_file()
    assert len(names(own)) == 4


def test_what_others_keep_there_is_not_rotated(
    desk: Desk, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEEP", 1)
    first = upkeep.back_up(desk)
    others = [
        first.with_name(f"another-{first.name}"),
        first.with_name(f"before-migration-{first.name}"),
        first.with_name(f"{first.stem} (copy){first.suffix}"),
    ]
    for other in others:
        other.write_bytes(first.read_bytes())
    desk.clock = FixedClock(desk.now() + timedelta(hours=1))
    upkeep.back_up(desk)
    assert not first.exists()
    assert all(other.is_file() for other in others)


def test_what_cannot_be_rotated_stays(desk: Desk, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "KEEP", 1)
    made = upkeep.back_up(desk)
    folder = made.with_name(made.name.replace("2026", "1926"))
    folder.mkdir()
    desk.clock = FixedClock(desk.now() + timedelta(hours=1))
    assert upkeep.back_up(desk).is_file()
    assert folder.is_dir()
    assert not made.exists()


def test_a_backup_onto_the_house_is_refused(file_house: str, clock: FixedClock, tmp_path: Path) -> None:
    with closing(Desk.open(file_house, clock=clock)) as desk:
        house = desk.store.file
        assert house is not None
        whom = aino(desk)
        (tmp_path / "link").symlink_to(house)
        (tmp_path / "twin").hardlink_to(house)
        for place in (house, house.parent / ".." / house.parent.name / house.name, tmp_path / "link"):
            with pytest.raises(StorageTrouble, match="the house itself"):
                upkeep.back_up(desk, place)
        with pytest.raises(StorageTrouble, match="the house itself"):
            upkeep.back_up(desk, tmp_path / "twin")
        assert [row["id"] for row in content(desk)["customers"]] == [whom]


@pytest.mark.parametrize("what", ["a letter", "a folder", "another house", "the log"])
def test_nothing_but_a_backup_is_overwritten(
    file_house: str, clock: FixedClock, tmp_path: Path, what: str
) -> None:
    place = tmp_path / "there"
    with closing(Desk.open(file_house, clock=clock)) as desk:
        aino(desk)
        assert desk.store.file is not None
        if what == "a letter":
            place.write_text("Dear diary")
        elif what == "a folder":
            place.mkdir()
        elif what == "another house":
            Desk.open(place, create=True).close()
        else:
            place = desk.store.file.with_name("house.db-wal")
        before = place.read_bytes() if place.is_file() else b""
        with pytest.raises(StorageTrouble, match="it is no backup"):
            upkeep.back_up(desk, place)
        assert (place.read_bytes() if place.is_file() else b"") == before


def test_an_older_backup_is_replaced(desk: Desk, tmp_path: Path) -> None:
    place = upkeep.back_up(desk, tmp_path / "mine")
    before = place.read_bytes()
    aino(desk)
    upkeep.back_up(desk, place)
    assert place.read_bytes() != before
    assert files.as_signed(place)
    assert ".part" not in "".join(names(tmp_path))


def test_an_empty_file_may_become_a_backup(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    assert upkeep.back_up(desk, tmp_path / "mine").stat().st_size > 0


class _Stopped(BaseException):
    pass


def test_an_interrupted_backup_leaves_the_older_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = upkeep.back_up(desk, tmp_path / "mine")
    proof = files.digest_of(place).read_bytes()
    before = place.read_bytes(), names(tmp_path)
    aino(desk)

    def stopped(*_: object) -> None:
        raise _Stopped

    with monkeypatch.context() as patch:
        patch.setattr(copies, "verify", stopped)
        patch.setattr(dumps, "step_of", stopped)
        with pytest.raises(_Stopped):
            upkeep.back_up(desk, place)
    assert (place.read_bytes(), names(tmp_path)) == before
    assert files.digest_of(place).read_bytes() == proof


def test_why_a_backup_was_not_written_is_told_also_where_its_part_must_stay(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    def stays(*_: object, **_options: object) -> None:
        raise PermissionError("it stays")

    with monkeypatch.context() as patch:
        patch.setattr(files, "flush", full)
        patch.setattr(Path, "unlink", stays)
        with pytest.raises(DiskFull):
            upkeep.back_up(desk, tmp_path / "mine")


def test_what_a_killed_backup_left_goes_a_day_later(desk: Desk, own: Path, tmp_path: Path) -> None:
    made = upkeep.back_up(desk)
    left = [
        own / f".{made.name}.abc.part",
        own / f".{made.name}.abc.part-journal",
        tmp_path / ".mine.db.abc.part",
        tmp_path / ".mine.db.sha256.abc.part",
    ]
    fresh, others = own / f".{made.name}.new.part", tmp_path / ".yours.db.abc.part"
    for one in (*left, others):
        one.touch()
        os.utime(one, (one.stat().st_mtime - 90_000,) * 2)
    fresh.touch()
    desk.clock = FixedClock(desk.now() + timedelta(hours=1))
    upkeep.back_up(desk)
    upkeep.back_up(desk, tmp_path / "mine.db")
    assert [one for one in left if one.exists()] == []
    assert fresh.exists()
    assert others.exists()


@pytest.mark.usefixtures("umask")
def test_a_backup_is_for_its_owners_eyes_only(desk: Desk, tmp_path: Path) -> None:
    place = upkeep.back_up(desk, tmp_path / "mine")
    assert {stat.S_IMODE(one.stat().st_mode) for one in (place, files.digest_of(place))} == {0o600}


def test_a_folder_that_takes_no_file(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(ReadOnly, match="The backup could not be written there"), ordinary():
        upkeep.back_up(desk, folder / "mine")
    assert names(folder) == []
