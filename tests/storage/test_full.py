"""The disk is full: a sentence, everything acknowledged is there, and work goes on when there is room."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.imports import CustomerRow
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import DiskFull
from frontdesk.services import customers, imports, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import schema
from frontdesk.storage.backup import folder as backups_of
from tests.storage.made_up import BEFORE, STEP, add_a_step
from tests.support.fullness import Disk as Full
from tests.support.houses import aino, content
from tests.support.missing import missing

_ROOT = Path(__file__).resolve().parents[2]

ROWS = [
    CustomerRow(n, f"5e7c0de0-0000-4000-8000-{n:012d}", CustomerDraft(f"Guest {n}", likes="tea" * 50))
    for n in range(2, 1002)
]


@pytest.fixture
def desk(file_house: str, clock: FixedClock) -> Iterator[Desk]:
    """A desk in a house in a file, which must add up in the end."""
    with closing(Desk.open(file_house, clock=clock)) as desk:
        yield desk
        assert upkeep.check(desk).problems == ()


def logs_until_full(desk: Desk, whom: CustomerId, words: str) -> int:
    """Log visits until one is refused; how many were acknowledged, all of which must be there."""
    before, told = len(content(desk)["visits"]), ""
    acknowledged = 0
    while not told:
        try:
            visits.log_now(desk, whom, note="z" * 3000)
            acknowledged += 1
        except DiskFull as error:
            told = str(error)
        assert acknowledged < 500, "the disk never was full"
    assert words in told
    assert len(content(desk)["visits"]) == before + acknowledged
    return acknowledged


def test_a_visit(desk: Desk) -> None:
    whom, disk = aino(desk), Full(desk.store.engine)
    disk.fill()
    assert logs_until_full(desk, whom, "everything before it is safe") > 0
    disk.free()
    visits.log_now(desk, whom, note="z" * 3000)


def test_a_file_half_brought_in(desk: Desk) -> None:
    disk, before = Full(desk.store.engine), content(desk)
    disk.fill()
    with pytest.raises(DiskFull, match="The last change was not saved"):
        imports.bring_in_customers(desk, ROWS)
    assert content(desk) == before
    disk.free()
    assert imports.bring_in_customers(desk, ROWS).new == len(ROWS)


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, cwd=_ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )


def this(what: Callable[[Path], None], folder: Path) -> list[str]:
    """The command that does something in a process of its own."""
    return [sys.executable, "-m", "tests.storage.test_full", what.__name__, str(folder)]


def on_a_small_disk(tmp_path: Path, what: Callable[[Path], None]) -> None:
    """Do something in a folder that is a disk of three megabytes."""
    if shutil.which("unshare") is None:
        missing("unshare is not here: no disk can be filled. On Debian or Ubuntu: apt-get install util-linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    alone = ("unshare", "--user", "--map-root-user", "--mount")
    script = 'mount -t tmpfs -o size=3m none "$1" && shift && "$@"'
    if run(*alone, "sh", "-c", script, "sh", str(disk), "true").returncode:
        pytest.skip("this machine lets nobody mount a disk of their own")
    ran = run(*alone, "sh", "-c", script, "sh", str(disk), *this(what, disk))
    assert not ran.stderr, ran.stderr
    assert ran.returncode == 0


class Disk:
    """A small disk with a house on it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file, self._filler = folder, folder / "house.db", folder / "filler"

    def desk(self, *, create: bool = False) -> Desk:
        return Desk.open(self.file, create=create)

    def fill(self) -> None:
        """Write until not one more letter fits."""
        with self._filler.open("ab", buffering=0) as filler:
            size = 1 << 16
            while size:
                try:
                    filler.write(b"x" * size)
                except OSError:
                    size //= 2

    def free(self) -> None:
        self._filler.unlink()


def _refused(work: Callable[[], object], words: str) -> None:
    with pytest.raises(DiskFull, match=words):
        work()


def work_goes_on(folder: Path) -> None:
    """A visit, an import, a backup and an undo on a full disk; then the same with room."""
    disk = Disk(folder)
    with closing(disk.desk(create=True)) as desk:
        whom = aino(desk)
        came = visits.log_now(desk, whom)
        older = upkeep.back_up(desk, folder / "older.db")
        proof = older.read_bytes(), older.with_name("older.db.sha256").read_bytes()
        disk.fill()
        logs_until_full(desk, whom, "everything before it is safe")
        before = content(desk)
        assert before["visits"]
        _refused(lambda: imports.bring_in_customers(desk, ROWS), "The last change was not saved")
        _refused(lambda: upkeep.back_up(desk, older), "backup could not be written: the disk is full")
        _refused(lambda: upkeep.back_up(desk), "backup could not be written: the disk is full")
        _refused(lambda: upkeep.restore(disk.file, older), "no room to bring the backup back")
        _refused(lambda: undo(desk, came.id), "The last change was not saved")
        assert (older.read_bytes(), older.with_name("older.db.sha256").read_bytes()) == proof
        assert content(desk) == before
        assert upkeep.check(desk).problems == ()
        disk.free()
        undo(desk, came.id)
        assert upkeep.back_up(desk).is_file()
        assert len(content(desk)["visits"]) == len(before["visits"]) - 1
        assert upkeep.check(desk).problems == ()


def has_a_quota(folder: Path) -> None:
    """No file may grow beyond a size, which the system says in other words than a full disk."""
    with closing(Disk(folder).desk(create=True)) as desk:
        whom = aino(desk)
        least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, most))
        assert logs_until_full(desk, whom, "Look at its free space and your quota") > 0
        _refused(lambda: imports.bring_in_customers(desk, ROWS), "The last change was not saved")
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))
        assert imports.bring_in_customers(desk, ROWS).new == len(ROWS)
        assert upkeep.check(desk).problems == ()


def starts_again(folder: Path) -> None:
    """The program is started on a full disk; what was acknowledged is there as soon as there is room."""
    disk = Disk(folder)
    with closing(disk.desk(create=True)) as desk:
        whom = aino(desk)
    disk.fill()
    _refused(disk.desk, "full")
    _refused(lambda: Desk.open(folder / "new.db", create=True), "full")
    assert not (folder / "new.db").exists()
    disk.free()
    with closing(disk.desk()) as desk:
        assert customers.get(desk, CustomerId(whom)).draft.name == "Aino Virtanen"
        assert upkeep.check(desk).problems == ()


def migrates(folder: Path) -> None:
    """A new version is started while another desk is open; there is no room for the backup before."""
    disk = Disk(folder)
    with closing(disk.desk(create=True)) as desk, pytest.MonkeyPatch.context() as patch:
        aino(desk)
        before = content(desk)
        add_a_step(patch, folder)
        disk.fill()
        _refused(disk.desk, "backup could not be written: the disk is full")
        assert content(desk) == before
        with desk.store.read() as reading:
            assert schema.revision(reading) == BEFORE
        assert not list(backups_of(desk.store.engine.url).iterdir())
        disk.free()
        with closing(disk.desk()) as newer, newer.store.read() as reading:
            assert schema.revision(reading) == STEP
        assert content(desk) == before


def test_a_quota(tmp_path: Path) -> None:
    ran = run(*this(has_a_quota, tmp_path))
    assert not ran.stderr, ran.stderr
    assert ran.returncode == 0


def test_work_goes_on_when_there_is_room_again(tmp_path: Path) -> None:
    on_a_small_disk(tmp_path, work_goes_on)


def test_starting_again_on_a_full_disk(tmp_path: Path) -> None:
    on_a_small_disk(tmp_path, starts_again)


def test_migrating_on_a_full_disk(tmp_path: Path) -> None:
    on_a_small_disk(tmp_path, migrates)


if __name__ == "__main__":
    {one.__name__: one for one in (work_goes_on, has_a_quota, starts_again, migrates)}[sys.argv[1]](
        Path(sys.argv[2])
    )
