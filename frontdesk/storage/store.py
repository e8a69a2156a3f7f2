"""One database: opening it, reading from it, writing to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from frontdesk.domain.ids import StaffId
from frontdesk.storage import schema, troubles
from frontdesk.storage.engine import WRITES, connect, file_of, make_private, parse
from frontdesk.storage.place import on_network_share, share_refused
from frontdesk.storage.unit_of_work import UnitOfWork


class Store:
    """An open database; made by :meth:`open`. Safe to use from several threads, one transaction each."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine whose schema is this program's."""
        self.engine = engine
        self.file = file_of(engine.url)

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False) -> "Store":
        """Open the database at a file name or URL, bringing an older schema up to this program's.

        With ``create`` a file that is not there is made (mode 0600). Raises the
        :class:`~frontdesk.foundation.errors.StorageTrouble` family.
        """
        url = parse(place)
        file = file_of(url)
        new = False
        if file is not None:
            new = _settle(file, create=create)
        engine = connect(url)
        try:
            schema.bring_up(engine, create=create or new, file=file)
        except BaseException:
            engine.dispose()
            if new and file is not None:
                file.unlink(missing_ok=True)
            raise
        return cls(engine)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads: one consistent picture of the house."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, now: datetime, staff: StaffId | None = None, region: str = "") -> Iterator[UnitOfWork]:
        """A transaction that writes: committed when the block ends, rolled back whole when it raises."""
        with self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                yield UnitOfWork(connection, now, staff, region)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _settle(file: Path, *, create: bool) -> bool:
    """See that the file is there, or make it; says whether it was made."""
    if file.is_dir():
        raise troubles.damaged()
    if on_network_share(file):
        raise share_refused()
    if file.exists():
        return False
    if not create:
        raise troubles.no_database(file.name)
    make_private(file)
    return True
