"""Backups of a PostgreSQL database, by its own ``pg_dump``, ``pg_restore`` and ``psql``."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from sqlalchemy import URL

from frontdesk.foundation.errors import StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import engine, files, troubles
from frontdesk.storage.tables import metadata

_MAGIC = b"PGDMP"
_STEP = re.compile(r"^COPY \S*alembic_version .*\n(\w+)$", re.MULTILINE)
_NO_ROOM = re.compile(r"No space left|Disk quota|File too large")
_WAITED = re.compile(r"(lock|statement) timeout|deadlock detected")


def dump(url: URL, place: Path) -> None:
    """Write a database to a file of PostgreSQL's custom format, proved to be readable, and its SHA-256."""
    with troubles.told(), files.part_of(place) as part:
        patience = f"--lock-wait-timeout={engine.PATIENCE_MS}"  # it takes away the one in PGOPTIONS
        _run("pg_dump", "--format=custom", patience, f"--file={part}", url=url)
        _run("pg_restore", f"--file={os.devnull}", str(part))
        step_of(part)
        files.put_signed(part, place)


def is_dump(file: Path) -> bool:
    """Whether a file was written by :func:`dump`."""
    with file.open("rb") as content:
        return content.read(len(_MAGIC)) == _MAGIC


def step_of(source: Path) -> str:
    """The step of the schema that a dump holds.

    Raises NotADatabase where it is no dump of a house, or not what was written.
    """
    with troubles.told():
        if not files.as_signed(source):
            raise troubles.damaged()
    try:
        said = _run("pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(source))
    except ServerToolFailed as error:
        raise troubles.damaged() from error
    found = _STEP.search(said)
    if not found:
        raise troubles.damaged()
    return found[1]


def load(url: URL, source: Path) -> None:
    """Put a dump in the place of a database, in one transaction: all of it or nothing.

    By way of a script: ``pg_restore`` itself waits for ever where somebody is writing, and leaves tables
    standing that the dump does not know.
    """
    tables = ", ".join((*metadata.tables, "alembic_version"))
    with tempfile.TemporaryDirectory(prefix="frontdesk-") as folder:
        script = Path(folder) / "house.sql"
        _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(source))
        how = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _run("psql", *how, f"--command=DROP TABLE IF EXISTS {tables}", f"--file={script}", url=url)


class ServerToolFailed(StorageTrouble):
    """One of PostgreSQL's programs could not do its work."""


def _run(name: str, *arguments: str, url: URL | None = None) -> str:
    program = shutil.which(name)
    if program is None:
        sentence = tr(
            "{name} is not on this computer. Nothing was done. Install PostgreSQL's client programs."
        )
        raise StorageTrouble(sentence.format(name=name))
    patience = f"-c lock_timeout={engine.PATIENCE_MS}"
    command, environment = [program], {"LC_ALL": "C", "PGOPTIONS": patience}
    if url is not None:
        command.append(f"--dbname={url.set(drivername='postgresql', password=None).render_as_string()}")
        # A command line can be read by every user of the machine.
        environment |= {"PGPASSWORD": str(url.password)} if url.password else {}
    done = subprocess.run(
        [*command, *arguments],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env=os.environ | environment,
    )
    if done.returncode:
        raise _failed(name, done.stderr)
    return done.stdout


def _failed(name: str, said: str) -> StorageTrouble:
    if _NO_ROOM.search(said):
        return troubles.disk_full()
    if _WAITED.search(said):
        return troubles.in_use()
    sentence = tr("{name} could not finish, so nothing was changed: {reason}")
    return ServerToolFailed(sentence.format(name=name, reason=" ".join(said.split())[-300:]))
