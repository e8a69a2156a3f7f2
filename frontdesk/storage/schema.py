"""Bringing a database to this program's schema, behind a verified backup."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from frontdesk.foundation.errors import NewerSchema
from frontdesk.foundation.words import tr
from frontdesk.storage import backup, troubles
from frontdesk.storage.engine import APPLICATION_ID, WRITES, check_ours

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
"""The newest step in ``migrations/versions``; kept here so that a start need not load Alembic to know it."""

_LOCK = 0x66726F6E74  # any number will do, as long as every desk asks PostgreSQL for the same one


def revision(connection: Connection) -> str | None:
    """The step a database stands at, or None where there is no schema yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def bring_up(engine: Engine, *, create: bool, file: Path | None) -> None:
    """Run the missing steps; with ``create`` an empty database gets the whole schema.

    Raises NotADatabase for a database that is not ours, NewerSchema for one that a newer program wrote;
    both are left untouched.
    """
    with engine.connect() as connection, connection.begin():
        before = revision(connection)
        empty = not inspect(connection).get_table_names()
        if not empty or not create:
            check_ours(connection)
        if before is None and not (create and empty):
            raise troubles.damaged()
    if before == HEAD:
        return
    if before is not None:
        if before not in steps():
            raise NewerSchema(
                tr(
                    "A newer version of frontdesk has written this database. It was left untouched. Install "
                    "the newer version here too."
                )
            )
        if file is not None:
            backup.before_migration(engine, file, before)
    migrate(engine, HEAD)


def steps() -> list[str]:
    """Every step this program knows, newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()]


def config() -> "Config":
    """Alembic's configuration, without a file."""
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return found


def migrate(engine: Engine, to: str) -> None:
    """Go up or down to a step in one transaction.

    On SQLite with foreign keys off (Alembic rebuilds a table by dropping it, and cascading deletes would
    empty its children), then every reference is checked before the commit. On PostgreSQL under an
    advisory lock, so that of several desks that start at once one migrates and the others wait.
    """
    if engine.dialect.name == "sqlite":
        _migrate_sqlite(engine, to)
    else:
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            _run(connection, to)


def _migrate_sqlite(engine: Engine, to: str) -> None:
    with engine.connect() as plain:
        connection = plain.execution_options(**{WRITES: True})
        raw = connection.connection
        raw.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _run(connection, to)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise RuntimeError(f"a migration broke {len(broken)} references")
        finally:
            raw.cursor().execute("PRAGMA foreign_keys=ON")


def _run(connection: Connection, to: str) -> None:
    from alembic import command

    if revision(connection) == to:
        return
    known = steps()
    settings = config()
    settings.attributes["connection"] = connection
    now = revision(connection)
    if now is not None and (to == "base" or known.index(to) > known.index(now)):
        command.downgrade(settings, to)
    else:
        command.upgrade(settings, to)
