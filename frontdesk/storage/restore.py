"""Bringing a backup back in the place of what stands there now, which is kept."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Engine

from frontdesk.foundation.errors import DiskFull, NotADatabase, StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import backup, copies, dumps, files, schema, troubles
from frontdesk.storage.engine import connect, file_of, for_reading, is_ours, parse
from frontdesk.storage.place import check_fit

_BUSY = {5, 6}
"""SQLITE_BUSY and SQLITE_LOCKED."""


def restore(url: URL, source: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a database; gives the backup made of what stood there, if anything did.

    Raises the StorageTrouble family, and leaves the house as it was, where the backup is not whole, is from
    a newer program, or somebody is writing meanwhile. A program that has the house open sees the old one or
    the new one, never something in between.
    """
    file = file_of(url)
    try:
        return _to_server(url, source, now) if file is None else _to_file(url, file, source, now)
    except DiskFull as error:
        raise _no_room() from error


def _no_room() -> StorageTrouble:
    """A backup could not be brought back for want of room."""
    return DiskFull(
        tr(
            "There is no room to bring the backup back: the disk is full, or it is failing. The house is as "
            "it was. Free some space and try again."
        )
    )


@contextmanager
def _connected(url: URL) -> Iterator[Engine]:
    engine = connect(url)
    try:
        yield engine
    finally:
        engine.dispose()


def _to_server(url: URL, source: Path, now: datetime) -> Path | None:
    schema.check_known(dumps.step_of(source))
    with _connected(url) as engine:
        kept = backup.back_up(engine, now) if _holds_a_house(engine) else None
    dumps.load(url, source)
    with _connected(url) as engine:
        schema.bring_up(engine, create=False)
    return kept


def _to_file(url: URL, file: Path, source: Path, now: datetime) -> Path | None:
    with troubles.told():
        check_fit(file)
        if file.exists() and source.samefile(file):
            raise StorageTrouble(tr("This file is the house itself. Nothing was changed. Choose a backup."))
        step = copies.verify(source)
        schema.check_known(step)
        with files.part_of(file) as ready:
            _make_ready(source, step, ready)
            return _put(url, file, ready, now)


def _make_ready(source: Path, step: str, ready: Path) -> None:
    """Copy a backup, and bring the copy up to this program's schema before anybody sees it."""
    with closing(copies.open_copy(source)) as raw:
        copies.copy_into(raw, ready)
    if step != schema.HEAD:
        with _connected(parse(ready)) as engine:
            schema.migrate(engine, schema.HEAD, backed_up=True)
        copies.verify(ready)


def _put(url: URL, file: Path, ready: Path, now: datetime) -> Path | None:
    with _connected(url) as engine:
        try:
            if file.exists() and _holds_a_house(engine):
                kept = backup.back_up(engine, now)
                _over(engine, ready)
                return kept
        except NotADatabase:
            if _is_somebody_elses(engine):
                raise
            _check_nobody_has_it_open(engine)
    return _in_place_of(file, ready, now)


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


def _check_nobody_has_it_open(engine: Engine) -> None:
    """Raise InUse where another desk has the ruin open: it would go on writing into the file put aside."""
    engine.dispose()  # which would find its own connections
    with suppress(NotADatabase), troubles.told(), closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA locking_mode=EXCLUSIVE")
        raw.cursor().execute("BEGIN EXCLUSIVE")


def _over(engine: Engine, source: Path) -> None:
    """Copy a backup into a file that may be open elsewhere: its pages in one transaction."""

    def look(status: int, _left: int, _pages: int) -> None:
        if status in _BUSY:  # SQLite has waited as long as it was told to; the driver would wait for ever
            raise troubles.in_use()

    with troubles.told(), closing(copies.open_copy(source)) as old, closing(engine.raw_connection()) as live:
        old.backup(live.driver_connection, progress=look)


def _in_place_of(file: Path, ready: Path, now: datetime) -> Path | None:
    """Put a copy where there is no house or the ruin of one; gives where the ruin is now."""
    ruin = _keep_ruin(file, now)
    files.put(ready, file)
    return ruin


def _keep_ruin(file: Path, now: datetime) -> Path | None:
    """Keep a ruin among the backups, and its log: a new house must not find another's log beside it."""
    aside = backup.folder(parse(file)) / f"damaged-{file.stem}-{now:%Y%m%dT%H%M%S%f}{file.suffix}"
    for ending in ("-wal", "-shm"):
        log = file.with_name(f"{file.name}{ending}")
        if log.exists():
            _folder_of(aside)
            log.replace(aside.with_name(f"{aside.name}{ending}"))
    if not file.exists() or file.stat().st_size == 0:
        return None
    _folder_of(aside)
    try:
        aside.hardlink_to(file)  # so that there is a file at every moment
    except OSError:
        file.replace(aside)
    return aside


def _folder_of(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
