"""Backups that have been proved to open, and bringing one back.

A copy is made by SQLite itself (``VACUUM INTO``; copying the file of a database in use gives a broken
one), into a temporary file beside its place, checked, flushed to the disk and only then given its name.
PostgreSQL is backed up with its own ``pg_dump``.
"""

import os
import shutil
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Engine, text

from frontdesk.foundation.errors import NotADatabase, StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import troubles
from frontdesk.storage.engine import APPLICATION_ID, connect, parse

KEEP = 30
"""How many automatic backups stay; the oldest go first."""


def folder(file: Path) -> Path:
    """Where the backups of a database lie: beside it."""
    return file.parent / "backups"


def latest(file: Path) -> Path | None:
    """The newest backup of a database."""
    return max(folder(file).glob(f"{file.stem}-*.db"), key=lambda f: f.name, default=None)


def last_made(file: Path) -> datetime | None:
    """When the newest backup of a database was made (UTC); None where there is none."""
    newest = latest(file)
    return datetime.fromtimestamp(newest.stat().st_mtime, UTC) if newest else None


def back_up(engine: Engine, file: Path, now: datetime, target: Path | None = None) -> Path:
    """Write a verified backup of a SQLite database: to ``target``, or among the others."""
    place = target or folder(file) / f"{file.stem}-{now:%Y%m%dT%H%M%S%f}.db"
    _copy(engine, place)
    if target is None:
        rotate(file)
    return place


def before_migration(engine: Engine, file: Path, step: str) -> Path:
    """Write the backup that stands behind a migration from ``step``; never rotated out, never overwritten."""
    place = folder(file) / f"before-migration-{file.stem}-{step}.db"
    number = 1
    while place.exists():
        number += 1
        place = folder(file) / f"before-migration-{file.stem}-{step}-{number}.db"
    _copy(engine, place)
    return place


def rotate(file: Path) -> None:
    """Take away automatic backups beyond the newest :data:`KEEP`."""
    found = sorted(folder(file).glob(f"{file.stem}-*.db"), key=lambda f: f.name, reverse=True)
    for old in found[KEEP:]:
        old.unlink(missing_ok=True)


def _copy(engine: Engine, place: Path) -> None:
    temporary = place.with_name(f".{place.name}.part")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        os.close(os.open(temporary, os.O_CREAT | os.O_RDWR, 0o600))
        raw = engine.raw_connection()
        with closing(raw), closing(raw.cursor()) as cursor:
            cursor.execute("VACUUM INTO ?", (str(temporary),))
        verify(temporary)
        _flush(temporary)
        temporary.replace(place)
        _flush(place.parent)
    except OSError as error:
        raise _cannot_write(error) from error
    except Exception as error:
        raise troubles.trouble(error) or error from error
    finally:
        temporary.unlink(missing_ok=True)


def _cannot_write(error: OSError) -> StorageTrouble:
    import errno

    return troubles.disk_full() if error.errno == errno.ENOSPC else troubles.read_only()


def _flush(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def verify(file: Path) -> None:
    """Raise :class:`NotADatabase` unless the file is a whole, undamaged database of ours."""
    from sqlcipher3 import dbapi2

    if not file.is_file():
        raise troubles.no_database(file.name)
    try:
        with closing(dbapi2.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as raw:
            mark = raw.execute("PRAGMA application_id").fetchone()[0]
            sound = raw.execute("PRAGMA integrity_check").fetchone()[0]
            loose = raw.execute("PRAGMA foreign_key_check").fetchone()
    except dbapi2.DatabaseError as error:
        raise troubles.damaged() from error
    if mark != APPLICATION_ID or sound != "ok" or loose is not None:
        raise troubles.damaged()


def restore(source: Path, file: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a database; gives the backup made of what stood there, if anything did.

    The pages are copied into the live file in one transaction, so a program that has it open sees the
    old house or the new one, and a crash in between leaves the old. Nobody may be writing meanwhile.
    """
    from sqlcipher3 import dbapi2

    verify(source)
    kept = None
    if file.exists() and file.stat().st_size:
        engine = connect(parse(file))
        try:
            kept = back_up(engine, file, now)
        finally:
            engine.dispose()
    else:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    try:
        with (
            closing(dbapi2.connect(str(source))) as old,
            closing(dbapi2.connect(str(file), timeout=5)) as live,
        ):
            old.backup(live)
    except dbapi2.Error as error:
        raise troubles.trouble(error) or error from error
    verify_live(file)
    return kept


def verify_live(file: Path) -> None:
    """Check a database that may be in use."""
    engine = connect(parse(file))
    try:
        if problems(engine):
            raise troubles.damaged()
    finally:
        engine.dispose()


def problems(engine: Engine) -> list[str]:
    """What the database itself finds wrong, in its own words; empty when all is well."""
    if engine.dialect.name != "sqlite":
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        return []
    try:
        with engine.connect() as connection, connection.begin():
            lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    except NotADatabase as error:
        return [str(error)]
    found = [line for line in lines if line != "ok"]
    return found + [f"{row[0]}: row {row[1]} refers to a missing row of {row[2]}" for row in loose]


def dump(url: URL, target: Path) -> Path:
    """Back up a PostgreSQL database with ``pg_dump``, in its custom format."""
    _server_tool("pg_dump", "--format=custom", f"--file={target}", url=url)
    return target


def load(url: URL, source: Path) -> None:
    """Bring a ``pg_dump`` file back in one transaction."""
    _server_tool("pg_restore", "--clean", "--if-exists", "--single-transaction", str(source), url=url)


def _server_tool(name: str, *arguments: str, url: URL) -> None:
    program = shutil.which(name)
    if program is None:
        sentence = tr(
            "{name} is not on this computer. Nothing was done. Install PostgreSQL's client programs."
        )
        raise StorageTrouble(sentence.format(name=name))
    where = url.set(drivername="postgresql", password=None).render_as_string()
    # The password goes by the environment: a command line can be read by every user of the machine.
    secret = {"PGPASSWORD": url.password} if url.password else {}
    command = [program, f"--dbname={where}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | secret)
    if done.returncode:
        sentence = tr("{name} could not finish: {reason}")
        raise StorageTrouble(sentence.format(name=name, reason=done.stderr.strip()[-300:]))
