"""Upkeep: backups, bringing one back, and checking that all is well."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.foundation.clock import Clock, SystemClock
from frontdesk.foundation.errors import NoDatabase
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import backup, counts
from frontdesk.storage.engine import file_of, parse


@dataclass(frozen=True, slots=True)
class Checkup:
    """What a check found: people and visits counted, and each thing that is wrong in a sentence."""

    people: int
    visits: int
    problems: tuple[str, ...]


def back_up(desk: Desk, target: Path | None = None) -> Path:
    """Write a verified backup, to ``target`` or among the house's backups; gives where it is."""
    if desk.store.file is not None:
        return backup.back_up(desk.store.engine, desk.store.file, desk.now(), target)
    return backup.dump(desk.store.engine.url, target or Path(f"frontdesk-{desk.now():%Y%m%dT%H%M%S}.dump"))


def last_backup(desk: Desk) -> datetime | None:
    """When the newest backup was made; None where there is none, or the server keeps them."""
    return backup.last_made(desk.store.file) if desk.store.file else None


def restore(place: str | Path, source: Path, clock: Clock | None = None) -> Path | None:
    """Put a backup in the place of a database, after backing up what stands there; gives that backup.

    Raises the StorageTrouble family, and leaves the house as it was, where the backup is not whole or
    the database is in use.
    """
    url = parse(place)
    file = file_of(url)
    if not source.is_file():
        raise NoDatabase(tr("There is no backup at {name}. Nothing was changed.").format(name=source.name))
    if file is not None:
        return backup.restore(source, file, (clock or SystemClock()).now())
    backup.load(url, source)
    return None


def check(desk: Desk) -> Checkup:
    """Look for damage, loose references and counts that do not add up."""
    wrong = backup.problems(desk.store.engine)
    with desk.store.read() as connection:
        people, visits = counts.totals(connection)
        for name in counts.miscounted(connection):
            wrong.append(tr("The visits of {name} do not add up.").format(name=name))
    return Checkup(people, visits, tuple(wrong))
