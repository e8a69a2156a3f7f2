"""Run in a process of its own: does a piece of upkeep again and again, each time killed at another point.

``python -m tests.storage.killed WORK FOLDER TIMES``: ``FOLDER/before`` is copied for each time. Once the
work is done whole, in ``FOLDER/whole``. Then it is killed at calls spread over all that the storage makes
on its way, in ``FOLDER/call-N``; and by the system at the very write that makes a file larger than so many
bytes, in ``FOLDER/size-N``.
"""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import FrameType

import pytest
import sqlalchemy.engine.default

from frontdesk import storage
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.imports import CustomerRow
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import founding, imports, upkeep
from frontdesk.services.desk import Desk
from tests.storage.made_up import add_a_step
from tests.support.machine import NOW

_WATCHED = (str(Path(storage.__file__).parent), sqlalchemy.engine.default.__file__)

ROWS = [
    CustomerRow(n, f"5e7c0de0-0000-4000-8000-{n:012d}", CustomerDraft(f"Guest {n}", phones=(f"040 {n:07d}",)))
    for n in range(2, 1302)
]


def bring_in(folder: Path) -> None:
    """Bring in thirteen hundred people."""
    with closing(Desk.open(folder / "house.db", clock=FixedClock(NOW))) as desk:
        imports.bring_in_customers(desk, ROWS, file_name="people.csv")


def back_up(folder: Path) -> None:
    """Write a backup over an older one, and another among the house's own."""
    with closing(Desk.open(folder / "house.db", clock=FixedClock(NOW))) as desk:
        upkeep.back_up(desk, folder / "older.db")
        upkeep.back_up(desk)


def restore(folder: Path) -> None:
    """Bring the older backup back."""
    upkeep.restore(folder / "house.db", folder / "older.db", FixedClock(NOW))


def migrate(folder: Path) -> None:
    """Open the house with a program that knows one step more."""
    with pytest.MonkeyPatch.context() as patch:
        add_a_step(patch, folder)
        Desk.open(folder / "house.db", clock=FixedClock(NOW)).close()


def found(folder: Path) -> None:
    """Make a house where there is none."""
    founding.found(folder / "house.db", FixedClock(NOW)).close()


WORKS = {work.__name__: work for work in (found, bring_in, back_up, restore, migrate)}


class Calls:
    """Counts the calls that the storage makes and gets, and kills the program at one of them."""

    def __init__(self, last: int = 0) -> None:
        self.made, self._last = 0, last

    def __call__(self, frame: FrameType, _event: str, _value: object) -> None:
        if frame.f_code.co_filename.startswith(_WATCHED):
            self.made += 1
            if self.made == self._last:
                os.kill(os.getpid(), signal.SIGKILL)


def _do(work: Callable[[Path], None], folder: Path, calls: Calls) -> None:
    sys.setprofile(calls)
    try:
        work(folder)
    finally:
        sys.setprofile(None)


def _die(work: Callable[[Path], None], folder: Path, name: str, last: int, size: int) -> None:
    """Do the work in a process of its own, in a copy of the folder."""
    place = shutil.copytree(folder / "before", folder / name)
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or not status, f"{name} ended with {status}"
        return
    if size:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        _do(work, place, Calls(last))
    except BaseException:  # noqa: BLE001 whatever it is, the copy of the program ends here
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)


def main(work: Callable[[Path], None], folder: Path, times: int) -> None:
    """Do it whole, then kill it so many times at calls and a third as often at sizes."""
    whole, calls = shutil.copytree(folder / "before", folder / "whole"), Calls()
    _do(work, whole, calls)
    for number in range(times):
        last = int(calls.made * (number + 0.5) / times) + 1
        _die(work, folder, f"call-{last}", last, 0)
    largest = max(file.stat().st_size for file in whole.rglob("*"))
    for number in range(times // 3):
        size = int(largest * (number + 0.5) / (times // 3))
        _die(work, folder, f"size-{size}", 0, size)


if __name__ == "__main__":
    main(WORKS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3]))
