"""One database: opening it, reading from it, writing to it."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from frontdesk.domain.ids import StaffId
from frontdesk.storage import schema, troubles
from frontdesk.storage.engine import connect, file_of, for_reading, for_writing, parse
from frontdesk.storage.place import check_fit
from frontdesk.storage.unit_of_work import UnitOfWork

Reading = Connection
"""A transaction that reads, as it is handed from one query to the next."""


class Store:
    """An open database; made by :meth:`open`. Safe to use from several threads, one transaction each."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine whose schema is this program's."""
        self.engine = engine
        self.file = file_of(engine.url)
        self._reading = for_reading(engine)
        self._writing = for_writing(engine)

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False) -> "Store":
        """Open the database at a file name or URL, bringing an older schema up to this program's.

        With ``create`` a file that is not there is made (mode 0600), and an empty database becomes a house.
        Raises the :class:`~frontdesk.foundation.errors.StorageTrouble` family.
        """
        url = parse(place)
        file = file_of(url)
        with troubles.told():
            made = file is not None and _settle(file, create=create)
        engine = connect(url)
        try:
            schema.bring_up(engine, create=create)
        except BaseException:
            engine.dispose()
            if made and file is not None:
                file.unlink(missing_ok=True)
            raise
        return cls(engine)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads: one consistent picture of the house."""
        with self._reading.begin() as connection:
            yield connection

    @contextmanager
    def write(self, now: datetime, staff: StaffId | None = None, region: str = "") -> Iterator[UnitOfWork]:
        """A transaction that writes: committed when the block ends, rolled back whole when it raises."""
        with self._writing.begin() as connection:
            work = UnitOfWork(connection, now, staff, region)
            yield work
            work.write_journal()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _settle(file: Path, *, create: bool) -> bool:
    """See that the file is there, or make it; says whether it was made."""
    check_fit(file)
    if file.exists():
        _open_logs(file)
        return False
    if not create:
        raise troubles.no_database(file.name)
    make_private(file)
    return True


def _open_logs(file: Path) -> None:
    """Give a file's logs its mode: those made while it was read-only would keep it so for ever."""
    mode = stat.S_IMODE(file.stat().st_mode)
    for ending in ("-wal", "-shm"):
        log = file.with_name(f"{file.name}{ending}")
        with suppress(FileNotFoundError, PermissionError):
            if stat.S_IMODE(log.stat().st_mode) != mode:
                log.chmod(mode)


def make_private(file: Path) -> None:
    """Create an empty file that only its owner can read (0600); SQLite gives its log files the same mode."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    file.chmod(0o600)
