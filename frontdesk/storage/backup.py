"""Where the backups of a house lie, what they are called, and how many of them stay."""

import re
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Engine

from frontdesk.foundation.errors import DiskFull, ReadOnly, StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import copies, dumps, files, troubles
from frontdesk.storage.engine import file_of
from frontdesk.storage.place import default_file

KEEP = 30
"""How many automatic backups stay; the oldest go first."""

_STAMP = "%Y%m%dT%H%M%S%f"


def folder(url: URL) -> Path:
    """Where the backups of a database lie: beside a file; those of a server in the user's own folder."""
    return (file_of(url) or default_file()).parent / "backups"


def last_made(url: URL) -> datetime | None:
    """When the newest automatic backup of a database was made (UTC); None where there is none."""
    start = f"{_called(url)[0]}-"
    for backup in _automatic(url):
        with suppress(ValueError):  # digits that are no time: somebody has named it
            return datetime.strptime(backup.stem.removeprefix(start), _STAMP).replace(tzinfo=UTC)
    return None


def back_up(engine: Engine, now: datetime, target: Path | None = None) -> Path:
    """Write a verified backup of a database: to ``target``, or among the others."""
    stem, ending = _called(engine.url)
    place = target or folder(engine.url) / f"{stem}-{now.astimezone(UTC):{_STAMP}}{ending}"
    _write(engine, place)
    if target is None:
        rotate(engine.url, place)
    return place


def before_migration(engine: Engine, step: str) -> Path:
    """Write the backup that stands behind a migration from ``step``; never rotated out, never overwritten."""
    stem, ending = _called(engine.url)
    place = folder(engine.url) / f"before-migration-{stem}-{step}{ending}"
    number = 1
    while place.exists():
        number += 1
        place = place.with_name(f"before-migration-{stem}-{step}-{number}{ending}")
    _write(engine, place)
    return place


def rotate(url: URL, newest: Path) -> None:
    """Take away automatic backups beyond the last :data:`KEEP`, and the parts that killed programs have left.

    Never the ``newest``: where a clock has been put back, it is not the last by its name. What cannot be
    taken away stays: the new backup is good all the same.
    """
    for old in [one for one in _automatic(url) if one != newest][KEEP - 1 :]:
        with suppress(OSError):
            old.unlink(missing_ok=True)
            files.digest_of(old).unlink(missing_ok=True)
    files.drop_left_behind(newest.parent, f".{_called(url)[0]}-", newest)


def _write(engine: Engine, place: Path) -> None:
    file = file_of(engine.url)
    try:
        with troubles.told():
            _check_free(place, file)
            if file is None:
                dumps.dump(engine.url, place)
            else:
                with closing(engine.raw_connection()) as raw:
                    copies.copy(raw, place)
    except DiskFull as error:
        raise _no_room() from error
    except ReadOnly as error:
        raise _no_place() from error


def _no_room() -> StorageTrouble:
    """A backup did not fit, or the disk did not take it."""
    return DiskFull(
        tr(
            "The backup could not be written: the disk is full, or it is failing. The house and its older "
            "backups are as they were. Free some space, or choose another place."
        )
    )


def _no_place() -> StorageTrouble:
    """The folder for a backup takes no file."""
    return ReadOnly(
        tr(
            "The backup could not be written there. The house and its older backups are as they were. Ask "
            "for write permission, or choose another place."
        )
    )


def _check_free(place: Path, house: Path | None) -> None:
    """See that nothing but an older backup stands where a new one is to be."""
    if house is not None and (place.resolve() == house.resolve() or _same(place, house)):
        raise StorageTrouble(
            tr("This file is the house itself. Nothing was written. Choose another place for the backup.")
        )
    if place.is_file() and (place.stat().st_size == 0 or copies.is_copy(place) or dumps.is_dump(place)):
        return
    if place.exists():
        raise StorageTrouble(
            tr(
                "{name} is there already, and it is no backup. It was left as it is. Choose another name."
            ).format(name=place.name)
        )


def _same(place: Path, house: Path) -> bool:
    return place.exists() and house.exists() and place.samefile(house)


def _called(url: URL) -> tuple[str, str]:
    """How the names of a database's backups begin and end."""
    file = file_of(url)
    return (str(url.database), ".dump") if file is None else (file.stem, ".db")


def _automatic(url: URL) -> list[Path]:
    """The automatic backups of a database, newest first; those of a house with a longer name are not its."""
    stem, ending = _called(url)
    name = re.compile(rf"{re.escape(stem)}-\d{{8}}T\d{{12}}{re.escape(ending)}")
    place = folder(url)
    found = place.iterdir() if place.is_dir() else ()
    return sorted((one for one in found if name.fullmatch(one.name)), reverse=True)
