"""Everybody into the look-up index: from its file, from the house, or by another process meanwhile.

A large house takes seconds to be read, and a thread of ours would hold the window up all that time.
"""

import gc
import json
import logging
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from frontdesk.domain.ids import CustomerId
from frontdesk.names.arrays import Unreadable
from frontdesk.names.index import NameIndex
from frontdesk.names.segment import Segment
from frontdesk.services.spelling import NotSpelt, SpellingElsewhere
from frontdesk.storage import counts, history, index_file, lookup
from frontdesk.storage.store import Store

MANY = 5_000
"""A house of more people is read by another process."""

_WORTH_A_FILE = 1_000
_KINDNESS = 10
"""How much less than the window the other process may press (Unix's niceness)."""

_PATIENCE_S = 1.0
"""How long a window that is being closed waits for the other process to tidy up."""

_log = logging.getLogger(__name__)


def is_large(store: Store) -> bool:
    """Whether a house is to be read by another process."""
    with store.read() as connection:
        return counts.people(connection) > MANY


def opened(store: Store, index: NameIndex) -> history.Mark | None:
    """Take everybody from the index's file, and what has been written since; the mark of now.

    None where the file is missing, damaged, of another version or of another house.
    """
    try:
        segment, made_at = index_file.read(index_file.place_of(store))
    except Unreadable:
        return None
    with store.read() as connection:
        now = history.mark(connection)
        written = history.written_since(connection, made_at, now).people
        if written is None:
            return None
        people = frozenset(map(CustomerId, written))
        changed = {entry.id: entry for entry in lookup.entries(connection, people)}
    index.replace(lambda: segment)
    index.put(*changed.values())
    for gone in people - changed.keys():
        index.remove(gone)
    return now


def read(store: Store, index: NameIndex) -> history.Mark:
    """Read everybody from the house, and keep a large house's index for the next time; the mark of then."""
    made, read_to = _built(store)
    index.replace(lambda: Segment(made))
    if len(made["ids"]) >= _WORTH_A_FILE:
        _keep(store, made, read_to)
    return read_to


def _built(store: Store) -> tuple[dict[str, Any], history.Mark]:
    with store.read() as connection:
        if counts.people(connection) > MANY:
            try:
                with SpellingElsewhere() as spelling:
                    return index_file.build(connection, spelling)
            except NotSpelt:
                # It only takes longer without.
                _log.warning("another process could not spell the names", exc_info=True)
        return index_file.build(connection)


def _keep(store: Store, made: dict[str, Any], read_to: history.Mark) -> None:
    try:
        index_file.write(index_file.place_of(store), made, read_to)
    except OSError:
        # It is only sooner with it.
        _log.warning("the look-up index could not be written", exc_info=True)


class Reader:
    """Another process that writes the index's file of a house anew."""

    def __init__(self, store: Store) -> None:
        """Begin; where that cannot be, it has failed."""
        place = store.engine.url.render_as_string(hide_password=False)
        told = json.dumps({"place": place, "file": str(index_file.place_of(store))})
        self._process: subprocess.Popen[str] | None = None
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "frontdesk.services.indexing"], stdin=subprocess.PIPE, text=True
            )
            if self._process.stdin is not None:
                self._process.stdin.write(told)  # not as an argument, which everybody on the machine can read
                self._process.stdin.close()
        except OSError:
            _log.warning("another process could not be asked to read the names", exc_info=True)

    @property
    def ended(self) -> bool:
        """Whether it is done, well or not."""
        return self._process is None or self._process.poll() is not None

    @property
    def failed(self) -> bool:
        """Whether it has ended without having written the file."""
        return self._process is None or bool(self._process.poll())

    def stop(self) -> None:
        """Leave it; a file that was begun goes.

        Where it has to be killed, as always on Windows, that stays until another is written a day later.
        """
        if self._process is None:
            return
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE_S)
        self._process.kill()
        self._process.wait()


def _work(place: str, file: Path) -> None:
    store = Store.open(place)
    index_file.write(file, *_built(store))
    store.close()  # not where it fails: the process ends then, and rows may be half read


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(_KINDNESS)
    gc.disable()  # nothing made here is garbage before the end
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was begun is taken away again
    asked = json.load(sys.stdin)
    _work(asked["place"], Path(asked["file"]))
