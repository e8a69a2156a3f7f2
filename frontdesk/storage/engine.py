"""The one way to a database: SQLite through sqlcipher3, or PostgreSQL.

SQLite runs with a write-ahead log, ``synchronous=FULL`` (a commit that was acknowledged survives a power
cut), foreign keys on, and writers that begin with ``BEGIN IMMEDIATE``: a deferred transaction that turns
into a writer is refused at once where another is writing, whatever the busy timeout.

On both, a reader sees one picture of the house for as long as its transaction lasts.
"""

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from frontdesk.storage import troubles

APPLICATION_ID = 0x46445351
"""Marks a SQLite file as ours, in the header field meant for it (SQLite file format, offset 68)."""

PATIENCE_MS = 5000
"""How long to wait for somebody else's write to end."""

_CACHE_KIB = 64 * 1024  # the people of a big house; taken only as it is needed
_WRITES = "frontdesk_writes"


def parse(place: str | Path) -> URL:
    """The SQLAlchemy URL for a file name or a URL; raises StorageTrouble for what can be neither."""
    text = str(place)
    if "://" not in text:
        return _of_file(text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise troubles.no_place() from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return _of_file(url.database)
    if kind in {"postgres", "postgresql"} and url.database:
        return url.set(drivername="postgresql+psycopg")
    raise troubles.no_place()


def _of_file(name: str) -> URL:
    return URL.create("sqlite", database=str(Path(name).expanduser().absolute()))


def file_of(url: URL) -> Path | None:
    """The file that holds a SQLite database; None for a server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def connect(url: URL) -> Engine:
    """An engine for ``url``; nothing is opened yet."""
    engine = _sqlite(url) if file_of(url) else _postgresql(url)
    event.listen(engine, "handle_error", troubles.translate, retval=True)
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same database, for transactions that see one picture of it and change nothing."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def for_writing(engine: Engine) -> Engine:
    """The same database, for transactions that will write."""
    return engine.execution_options(**{_WRITES: True})


def _postgresql(url: URL) -> Engine:
    # An idle connection that a server or a firewall has dropped is noticed before it is used.
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 5})
    except ModuleNotFoundError as error:
        raise troubles.no_driver() from error
    event.listen(engine, "connect", _limit_waiting)
    return engine


def _limit_waiting(raw: Any, _record: object) -> None:
    with raw.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {PATIENCE_MS}")
    raw.commit()


def _sqlite(url: URL) -> Engine:
    from sqlcipher3 import dbapi2

    engine = create_engine(
        url,
        module=dbapi2,
        poolclass=QueuePool,
        connect_args={"check_same_thread": False, "timeout": PATIENCE_MS / 1000},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, _record: object) -> None:
    """Set what lasts as long as the connection; nothing here writes to a file that may not be ours."""
    raw.isolation_level = None  # we say BEGIN ourselves
    with closing(raw.cursor()) as cursor:
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute(f"PRAGMA cache_size={-_CACHE_KIB}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def keep_a_log(engine: Engine) -> None:
    """Turn SQLite's write-ahead log on; the file remembers it. Only for a file known to be ours."""
    if engine.dialect.name == "sqlite":
        with troubles.told(), closing(engine.raw_connection()) as raw, closing(raw.cursor()) as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")


def is_ours(connection: Connection) -> bool:
    """Whether a SQLite file carries our mark."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID)
