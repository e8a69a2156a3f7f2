"""The shape of a database as its own catalogue tells it: every table, column, constraint and index."""

import re
from collections.abc import Mapping

from sqlalchemy import Connection

_OF_SERVER = {
    "column": """
        SELECT table_name || '.' || column_name, concat_ws(' ', data_type, character_maximum_length,
            is_nullable, column_default, is_identity)
        FROM information_schema.columns WHERE table_schema = 'public'
    """,
    "constraint": """
        SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    """,
    "index": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}
_OF_FILE = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"

_BRACKETS = re.compile(r"DEFAULT \(('[^']*')\)")
"""Alembic writes a default so when it rebuilds a table."""

_BETWEEN = re.compile(r",(?![^(]*\))|\n")
"""Between two columns, whether they stand in lines of their own or were added to the last one later."""

Shape = Mapping[tuple[str, str], object]


def shape(connection: Connection) -> Shape:
    """What each table, column, constraint and index is; but for the table that remembers the step."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(_OF_FILE).all()
        found: dict[tuple[str, str], object] = {(kind, name): _lines(sql) for kind, name, sql in rows}
    else:
        found = {
            (kind, name): is_
            for kind, question in _OF_SERVER.items()
            for name, is_ in connection.exec_driver_sql(question)
        }
    return {what: is_ for what, is_ in found.items() if "alembic_version" not in what[1]}


def _lines(sql: str) -> list[str]:
    """The columns and constraints of a statement; in which order they stand is no matter."""
    plain = _BRACKETS.sub(r"DEFAULT \1", sql.replace('"', "")).rstrip().removesuffix(")")
    return sorted(" ".join(part.split()) for part in _BETWEEN.split(plain) if part.strip())
