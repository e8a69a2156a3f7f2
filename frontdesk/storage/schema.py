"""Bringing a database to this program's schema, behind a verified backup."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, inspect, select, table, text

from frontdesk.foundation.errors import NewerSchema, StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import backup, troubles
from frontdesk.storage.engine import APPLICATION_ID, file_of, for_reading, for_writing, is_ours, keep_a_log

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0003"
"""The newest step in ``migrations/versions``; kept here so that a start need not load Alembic to know it."""

MIGRATIONS = Path(__file__).parent / "migrations"

OLDEST_SERVER = 15
"""PostgreSQL's version."""

_STEP_TABLE = "alembic_version"
_OURS = {_STEP_TABLE, "customers", "journal"}
_LOCK = 0x66726F6E74  # any number will do, as long as every desk asks PostgreSQL for the same one
_MIGRATION_PATIENCE = "10min"
_TABLES = "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
_KEEP_KEYS = 'rebuild it with table_kwargs={"sqlite_autoincrement": True}'


def bring_up(engine: Engine, *, create: bool) -> None:
    """Run the missing steps; with ``create`` an empty database gets the whole schema.

    Raises NotADatabase for a database that is not ours, NoDatabase for an empty file, NewerSchema for one
    that a newer program wrote; all are left untouched.
    """
    with for_reading(engine).connect() as connection, connection.begin():
        step = standing(connection, may_be_empty=create)
    keep_a_log(engine)
    if step != HEAD:
        migrate(engine, HEAD)


def standing(connection: Connection, *, may_be_empty: bool = False) -> str | None:
    """The step at which a house of ours stands; None for an empty database where that is allowed.

    Raises as :func:`bring_up` does.
    """
    _check_server(connection)
    tables = set(inspect(connection).get_table_names())
    if may_be_empty and not tables - {_STEP_TABLE}:
        return None
    _check_ours(connection, tables)
    step = revision(connection)
    if step is None:
        raise troubles.damaged()
    check_known(step)
    return step


def check_known(step: str) -> None:
    """Raise NewerSchema for a step that this program does not know."""
    if step != HEAD and step not in steps():
        raise NewerSchema(
            tr(
                "A newer version of frontdesk has written this. It was left untouched. Install the newer "
                "version here too."
            )
        )


def _check_server(connection: Connection) -> None:
    found = connection.dialect.server_version_info
    if connection.dialect.name == "postgresql" and found and found < (OLDEST_SERVER,):
        sentence = tr(
            "This server runs PostgreSQL {found}; frontdesk needs {oldest} or newer. Nothing was changed. "
            "Ask for a newer server."
        )
        raise StorageTrouble(sentence.format(found=found[0], oldest=OLDEST_SERVER))


def _check_ours(connection: Connection, tables: set[str]) -> None:
    if connection.dialect.name == "sqlite":
        if not is_ours(connection):
            name = Path(connection.engine.url.database or "").name
            # A house whose making was killed is as empty as a new file.
            raise troubles.damaged() if tables else troubles.no_database(name)
    elif not tables >= _OURS:
        raise troubles.not_ours()


def revision(connection: Connection) -> str | None:
    """The step a database stands at, or None where there is no schema yet."""
    if not inspect(connection).has_table(_STEP_TABLE):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def steps() -> list[str]:
    """Every step this program knows, newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]


def config() -> "Config":
    """Alembic's configuration, without a file."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return found


def migrate(engine: Engine, to: str, *, backed_up: bool = False) -> None:
    """Go up or down to a step in one transaction, which nobody else can write beside.

    Of several desks that start at once one migrates, and the others wait and find it done. A SQLite file
    is backed up first, unless it is ``backed_up``, as what is being restored is. No step may lose a row of
    a table that was there before, nor leave a reference to a missing row: then nothing is changed.
    """
    with _alone(engine) as connection:
        before = revision(connection)
        if before == to:
            return
        if before is not None and file_of(engine.url) and not backed_up:
            backup.before_migration(engine, before)
        counted, keys = _rows(connection), _last_keys(connection)
        _run(connection, before, to)
        _keep_last_keys(connection, keys)
        _prove_whole(connection, counted)


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    if engine.dialect.name == "sqlite":
        with _alone_in_file(engine) as connection:
            yield connection
    else:
        with for_writing(engine).begin() as connection:
            connection.execute(text(f"SET LOCAL lock_timeout = '{_MIGRATION_PATIENCE}'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection


@contextmanager
def _alone_in_file(engine: Engine) -> Iterator[Connection]:
    """With foreign keys off: Alembic rebuilds a table by dropping it, which would empty its children."""
    with for_writing(engine).connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            cursor.execute("PRAGMA foreign_keys=ON")


def _run(connection: Connection, before: str | None, to: str) -> None:
    from alembic import command

    known = steps()
    settings = config()
    settings.attributes["connection"] = connection
    if before is not None and (to == "base" or known.index(to) > known.index(before)):
        command.downgrade(settings, to)
    else:
        command.upgrade(settings, to)


def _rows(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    names = set(inspect(connection).get_table_names()) - {_STEP_TABLE}
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names
    }


def _last_keys(connection: Connection) -> dict[str, int]:
    """The last key that each table of a SQLite file has given; elsewhere it is not lost with a table."""
    if connection.dialect.name != "sqlite" or not inspect(connection).has_table("sqlite_sequence"):
        return {}
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    return {row.name: row.seq for row in rows}


def _keep_last_keys(connection: Connection, keys: Mapping[str, int]) -> None:
    """See that no key is given twice: a table that was rebuilt has forgotten those of rows long gone."""
    now = _last_keys(connection)
    for name, sql in connection.exec_driver_sql(_TABLES).all() if keys else ():
        if name in keys and "AUTOINCREMENT" not in sql:
            raise RuntimeError(f"a migration lets {name} give its keys twice; {_KEEP_KEYS}")
        if name in keys and now.get(name, 0) < keys[name]:
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, keys[name]))


def _prove_whole(connection: Connection, counted: Mapping[str, int]) -> None:
    now = _rows(connection)
    lost = sorted(name for name, rows in counted.items() if now.get(name, rows) != rows)
    if lost:
        raise RuntimeError(f"a migration changed the number of rows in {', '.join(lost)}")
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"a migration broke {len(broken)} references")
