"""The one way to a database: SQLite through sqlcipher3, or PostgreSQL.

SQLite runs with a write-ahead log, ``synchronous=FULL`` (a commit that was acknowledged survives a power
cut), foreign keys on, and writers that begin with ``BEGIN IMMEDIATE``: a deferred transaction that turns
into a writer is refused at once where another is writing, whatever the busy timeout.
"""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.pool import QueuePool

from frontdesk.foundation.errors import NotADatabase
from frontdesk.storage import troubles

APPLICATION_ID = 0x46445351
"""Marks a SQLite file as ours, in the header field meant for it (SQLite file format, offset 68)."""

BUSY_MS = 5000
WRITES = "frontdesk_writes"
"""Execution option of a connection that is about to write."""


def parse(place: str | Path) -> URL:
    """The SQLAlchemy URL for a file name or a URL."""
    text = str(place)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser().absolute()))
    url = make_url(text)
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgres", "postgresql"} else url


def file_of(url: URL) -> Path | None:
    """The file that holds a SQLite database; None for a server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def connect(url: URL) -> Engine:
    """An engine for ``url``; nothing is opened yet."""
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
    event.listen(engine, "handle_error", troubles.translate)
    return engine


def _postgresql(url: URL) -> Engine:
    # An idle connection that a server or a firewall has dropped is noticed before it is used.
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5})


def _sqlite(url: URL) -> Engine:
    from sqlcipher3 import dbapi2

    engine = create_engine(
        url,
        module=dbapi2,
        poolclass=QueuePool,
        connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves
    with closing(raw.cursor()) as cursor:
        for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_MS}"):
            cursor.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def make_private(file: Path) -> None:
    """Create an empty file that only its owner can read (0600); SQLite gives its log files the same mode."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        file.chmod(0o600)
    except OSError as error:
        raise troubles.read_only() from error


def check_ours(connection: Connection) -> None:
    """Raise :class:`NotADatabase` where a SQLite file is empty or belongs to another program."""
    if connection.dialect.name != "sqlite":
        return
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if mark != APPLICATION_ID:
        raise NotADatabase(str(troubles.damaged()))
