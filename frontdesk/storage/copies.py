"""Copies of a SQLite database that have been proved to open, and the proof itself.

A copy is made by SQLite itself (``VACUUM INTO``; copying the file of a database in use gives a broken
one), into a temporary file beside its place, checked, flushed to the disk and only then given its name.
Beside it lies its SHA-256, as ``sha256sum`` writes it: SQLite's own check sees a torn page, but not a
letter that a failing disk has changed.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from frontdesk.foundation.errors import NotADatabase
from frontdesk.storage import troubles
from frontdesk.storage.engine import APPLICATION_ID


def copy(raw: Any, place: Path) -> None:
    """Write a verified copy of the database that a driver's connection has open.

    What stood at ``place`` stays until the copy is whole.
    """
    with troubles.told(), _part_of(place) as part:
        with closing(raw.cursor()) as cursor:
            cursor.execute("VACUUM INTO ?", (str(part),))
        verify(part)
        _settle(part, place)


def sign(place: Path) -> None:
    """Write the SHA-256 of a copy beside it."""
    with troubles.told(), _part_of(digest_of(place)) as part:
        part.write_text(f"{_digest(place)}  {place.name}\n", encoding="utf-8")
        _settle(part, digest_of(place))


def digest_of(place: Path) -> Path:
    """The file that holds the SHA-256 of a copy."""
    return place.with_name(f"{place.name}.sha256")


@contextmanager
def _part_of(place: Path) -> Iterator[Path]:
    """A private temporary file beside ``place``, gone at the end."""
    part = place.with_name(f".{place.name}.part")
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield part
    finally:
        part.unlink(missing_ok=True)


def _settle(part: Path, place: Path) -> None:
    """Give a temporary file its name, so that a power cut leaves the old file or the whole new one."""
    _flush(part)
    part.replace(place)
    if os.name == "posix":
        _flush(place.parent)


def _flush(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def verify(file: Path) -> str:
    """The step of the schema at which a copy stands.

    Raises :class:`NotADatabase` unless the file is a whole, undamaged house, unchanged since it was written
    where its SHA-256 lies beside it.
    """
    if not file.is_file():
        raise troubles.no_database(file.name)
    with troubles.told():
        signed = digest_of(file)
        if signed.is_file() and signed.read_text(encoding="utf-8", errors="replace")[:64] != _digest(file):
            raise troubles.damaged()
        with closing(open_copy(file)) as raw:
            return _proved(raw)


def _proved(raw: Any) -> str:
    mark = raw.execute("PRAGMA application_id").fetchone()[0]
    sound = raw.execute("PRAGMA integrity_check").fetchone()[0]
    loose = raw.execute("PRAGMA foreign_key_check").fetchone()
    if mark != APPLICATION_ID or sound != "ok" or loose is not None:
        raise troubles.damaged()
    return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])


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
