"""Copies of a SQLite database that have been proved to open, and the proof itself.

A copy is made by SQLite itself (``VACUUM INTO``; copying the file of a database in use gives a broken
one), checked, and only then given its name. SQLite's own check sees a torn page, but not a letter that a
failing disk has changed; that is what the SHA-256 beside it is for.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from frontdesk.foundation.errors import NotADatabase
from frontdesk.storage import files, troubles
from frontdesk.storage.engine import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_MARK = APPLICATION_ID.to_bytes(4, "big")
_HEADER = 100
_WITHOUT_LOG = 1
"""In the header of a copy; a house has 2 there (SQLite file format, offset 18)."""


def copy(raw: Any, place: Path) -> None:
    """Write a verified copy of the database that a driver's connection has open, and its SHA-256.

    What stood at ``place`` stays until the copy is whole.
    """
    with troubles.told(), files.part_of(place) as part:
        copy_into(raw, part)
        files.put_signed(part, place)


def copy_into(raw: Any, part: Path) -> None:
    """Write a verified copy into a file that is there and empty."""
    with troubles.told(), closing(raw.cursor()) as cursor:
        cursor.execute("VACUUM INTO ?", (str(part),))
    verify(part)


def is_copy(file: Path) -> bool:
    """Whether a file was written by :func:`copy`, rather than being a house or something else."""
    with file.open("rb") as content:
        header = content.read(_HEADER)
    ours = header.startswith(_MAGIC) and header[68:72] == _MARK
    return ours and header[18] == _WITHOUT_LOG


def verify(file: Path) -> str:
    """The step of the schema at which a copy stands.

    Raises :class:`NotADatabase` unless the file is a whole, undamaged house, unchanged since it was written
    where its SHA-256 lies beside it.
    """
    with troubles.told():
        if not file.is_file():
            raise troubles.no_database(file.name)
        if not files.as_signed(file):
            raise troubles.damaged()
        with closing(open_copy(file)) as raw:
            return _proved(raw)


def _proved(raw: Any) -> str:
    mark = raw.execute("PRAGMA application_id").fetchone()[0]
    sound = raw.execute("PRAGMA integrity_check").fetchone()[0]
    loose = raw.execute("PRAGMA foreign_key_check").fetchone()
    if mark != APPLICATION_ID or sound != "ok" or loose is not None:
        raise troubles.damaged()
    there = raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
    step = raw.execute("SELECT version_num FROM alembic_version").fetchone() if there else None
    if step is None:
        raise troubles.damaged()
    return str(step[0])


def open_copy(file: Path) -> Any:
    """The driver's connection to a copy that nobody writes to; nothing is put beside it, not even a lock."""
    from sqlcipher3 import dbapi2

    # A house that was copied by hand may have its log beside it, and what is written last is only there.
    how = "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "mode=ro&immutable=1"
    return dbapi2.connect(f"{file.absolute().as_uri()}?{how}", uri=True)


def problems(engine: Engine) -> list[str]:
    """What a database finds wrong with itself, in its own words; empty when all is well."""
    with engine.connect() as connection, connection.begin():
        if connection.dialect.name != "sqlite":
            return []  # a server looks after itself
        try:
            lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        except NotADatabase as error:
            return [str(error)]
    found = [line for line in lines if line != "ok"]
    return found + [f"{row[0]}: row {row[1]} refers to a missing row of {row[2]}" for row in loose]
