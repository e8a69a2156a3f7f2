"""Backups of a PostgreSQL database, by its own ``pg_dump`` and ``pg_restore``."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL

from frontdesk.foundation.errors import StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import troubles
from frontdesk.storage.engine import PATIENCE_MS

_STEP = re.compile(r"^COPY \S*alembic_version .*\n(\w+)$", re.MULTILINE)


def dump(url: URL, place: Path) -> None:
    """Write a database to a file of PostgreSQL's custom format, which is proved to be readable."""
    part = place.with_name(f".{place.name}.part")
    try:
        with troubles.told():
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
            _run("pg_dump", "--format=custom", f"--file={part}", url=url)
            step_of(part)
            part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def step_of(source: Path) -> str:
    """The step of the schema that a dump holds; raises NotADatabase where it is no dump of a house."""
    try:
        said = _run("pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(source))
    except ServerToolFailed as error:
        raise troubles.damaged() from error
    found = _STEP.search(said)
    if not found:
        raise troubles.damaged()
    return found[1]


def load(url: URL, source: Path) -> None:
    """Put a dump in the place of a database, in one transaction: all of it or nothing."""
    how = ("--clean", "--if-exists", "--single-transaction", "--no-owner", "--no-privileges")
    _run("pg_restore", *how, str(source), url=url)


class ServerToolFailed(StorageTrouble):
    """One of PostgreSQL's programs could not do its work."""


def _run(name: str, *arguments: str, url: URL | None = None) -> str:
    program = shutil.which(name)
    if program is None:
        sentence = tr(
            "{name} is not on this computer. Nothing was done. Install PostgreSQL's client programs."
        )
        raise StorageTrouble(sentence.format(name=name))
    command, environment = [program], {"LC_ALL": "C", "PGOPTIONS": f"-c lock_timeout={PATIENCE_MS}"}
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
        sentence = tr("{name} could not finish, so nothing was changed: {reason}")
        raise ServerToolFailed(sentence.format(name=name, reason=done.stderr.strip()[-300:]))
    return done.stdout
