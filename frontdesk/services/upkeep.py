"""Upkeep: backups, bringing one back, and checking that all is well."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.foundation.clock import Clock, SystemClock
from frontdesk.foundation.errors import NoDatabase
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import backup, copies, counts, troubles
from frontdesk.storage import restore as storage
from frontdesk.storage.engine import file_of, parse
from frontdesk.storage.place import default_file


@dataclass(frozen=True, slots=True)
class Checkup:
    """What a check found: people and visits counted, and each thing that is wrong in a sentence."""

    people: int
    visits: int
    problems: tuple[str, ...]


def default_place() -> Path:
    """This user's own house, in the platform's folder for application data, whether or not it is there."""
    return default_file()


def is_there(place: str | Path) -> bool:
    """Whether there is a file at a place; a server is taken to be there.

    Raises the StorageTrouble family where nobody may look.
    """
    file = file_of(parse(place))
    with troubles.told():
        return file is None or file.exists()


def forget(place: str | Path) -> None:
    """Take away a house that was made a moment ago and came to nothing; a server is left alone."""
    file = file_of(parse(place))
    if file is not None:
        for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
            file.with_name(name).unlink(missing_ok=True)


def back_up(desk: Desk, target: Path | None = None) -> Path:
    """Write a verified backup, to ``target`` or among the house's backups; gives where it is."""
    return backup.back_up(desk.store.engine, desk.now(), target)


def described(desk: Desk) -> str:
    """Where the data lies: a file, or a server without the password."""
    return str(desk.store.file or desk.store.engine.url.render_as_string(hide_password=True))


def last_backup(desk: Desk) -> datetime | None:
    """When the newest of the house's own backups was made (UTC); None where there is none."""
    return backup.last_made(desk.store.engine.url)


def restore(place: str | Path, source: Path, clock: Clock | None = None) -> Path | None:
    """Put a backup in the place of a database, after backing up what stands there; gives that backup.

    Raises the StorageTrouble family, and leaves the house as it was, where the backup is not whole or
    the database is in use. A desk that has the house open reads anew with :meth:`Desk.reread`.
    """
    with troubles.told():
        if not source.is_file():
            raise NoDatabase(
                tr("There is no backup at {name}. Nothing was changed.").format(name=source.name)
            )
    return storage.restore(parse(place), source, (clock or SystemClock()).now())


def check(desk: Desk) -> Checkup:
    """Look for damage, loose references and counts that do not add up."""
    wrong = copies.problems(desk.store.engine)
    with desk.store.read() as connection:
        people, visits = counts.totals(connection)
        for name in counts.miscounted(connection):
            wrong.append(tr("The visits of {name} do not add up.").format(name=name))
    return Checkup(people, visits, tuple(wrong))
