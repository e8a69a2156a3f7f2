"""Bringing a backup back in the place of what stands there now, which is kept."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Engine

from frontdesk.foundation.errors import NotADatabase, StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import backup, copies, dumps, schema, troubles
from frontdesk.storage.engine import connect, file_of, for_reading, is_ours, parse

_BUSY = {5, 6}
"""SQLITE_BUSY and SQLITE_LOCKED."""


def restore(url: URL, source: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a database; gives the backup made of what stood there, if anything did.

    Raises the StorageTrouble family, and leaves the house as it was, where the backup is not whole, is from
    a newer program, or somebody is writing meanwhile. A program that has the house open sees the old one or
    the new one, never something in between.
    """
    file = file_of(url)
    kept = _to_server(url, source, now) if file is None else _to_file(url, file, source, now)
    _bring_up(url)
    return kept


def _bring_up(url: URL) -> None:
    """A backup of an older program is brought up to this one's schema."""
    engine = connect(url)
    try:
        schema.bring_up(engine, create=False)
    finally:
        engine.dispose()


def _to_server(url: URL, source: Path, now: datetime) -> Path | None:
    schema.check_known(dumps.step_of(source))
    engine = connect(url)
    try:
        kept = backup.back_up(engine, now) if _holds_a_house(engine) else None
    finally:
        engine.dispose()
    dumps.load(url, source)
    return kept


def _to_file(url: URL, file: Path, source: Path, now: datetime) -> Path | None:
    with troubles.told():
        if file.exists() and source.samefile(file):
            raise StorageTrouble(tr("This file is the house itself. Nothing was changed. Choose a backup."))
    schema.check_known(copies.verify(source))
    engine = connect(url)
    try:
        if not file.exists() or not _holds_a_house(engine):
            return _in_place_of(file, source, now)
        kept = backup.back_up(engine, now)
        _over(engine, source)
    except NotADatabase:
        if _is_somebody_elses(engine):
            raise
        engine.dispose()
        return _in_place_of(file, source, now)
    finally:
        engine.dispose()
    return kept


def _holds_a_house(engine: Engine) -> bool:
    """Whether there is a house, rather than nothing; raises NotADatabase for something else or a ruin."""
    with for_reading(engine).connect() as connection, connection.begin():
        return schema.standing(connection, may_be_empty=True) is not None


def _is_somebody_elses(engine: Engine) -> bool:
    """Whether it is a sound database of another program, which is no ruin of ours."""
    try:
        with engine.connect() as connection:
            return not is_ours(connection) and not copies.problems(engine)
    except NotADatabase:
        return False


def _over(engine: Engine, source: Path) -> None:
    """Copy a backup into a file that may be open elsewhere: its pages in one transaction."""

    def look(status: int, _left: int, _pages: int) -> None:
        if status in _BUSY:  # SQLite has waited as long as it was told to; the driver would wait for ever
            raise troubles.in_use()

    with troubles.told(), closing(copies.open_copy(source)) as old, closing(engine.raw_connection()) as live:
        old.backup(live.driver_connection, progress=look)


def _in_place_of(file: Path, source: Path, now: datetime) -> Path | None:
    """Put a backup where there is no house or the ruin of one; gives where the ruin is now."""
    restored = file.with_name(f"{file.name}.restored")
    with closing(copies.open_copy(source)) as raw:
        copies.copy(raw, restored)
    with troubles.told():
        ruin = _put_aside(file, now)
        restored.replace(file)
    return ruin


def _put_aside(file: Path, now: datetime) -> Path | None:
    """Move a ruin among the backups, with its log: a new house must not find another's log beside it."""
    aside = backup.folder(parse(file)) / f"damaged-{file.stem}-{now:%Y%m%dT%H%M%S%f}{file.suffix}"
    there = file.exists() and file.stat().st_size > 0
    for ending in ("", "-wal", "-shm"):
        part = file.with_name(f"{file.name}{ending}")
        if part.exists():
            aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.replace(aside.with_name(f"{aside.name}{ending}"))
    return aside if there else None
