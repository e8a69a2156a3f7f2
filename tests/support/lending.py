"""Databases lent to one test after another: their rows are put back instead of all being copied anew.

To put back what a test has written costs a server a tenth of what a new copy costs it. Where a test has
changed more than rows, such as a column, a right or a setting, its database is dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from psycopg import Connection
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url

from tests.support.postgres import EMPTY, Server

# Everything below this number came with the server.
_SHAPE = SQL("""
    SELECT md5(string_agg(part, chr(10) ORDER BY part)) FROM (
        SELECT concat_ws(' ', oid, relname, relnamespace, relowner, relkind, relpersistence, relacl,
            relrowsecurity, relforcerowsecurity, reloptions) AS part FROM pg_class WHERE oid >= 16384
        UNION ALL SELECT one::text FROM pg_attribute one WHERE attrelid >= 16384
        UNION ALL SELECT one::text FROM pg_attrdef one
        UNION ALL SELECT one::text FROM pg_constraint one WHERE oid >= 16384
        UNION ALL SELECT one::text FROM pg_trigger one
        UNION ALL SELECT oid::text FROM pg_rewrite WHERE oid >= 16384
        UNION ALL SELECT one::text FROM pg_index one WHERE indexrelid >= 16384
        UNION ALL SELECT one::text FROM pg_sequence one
        UNION ALL SELECT one::text FROM pg_proc one WHERE oid >= 16384
        UNION ALL SELECT one::text FROM pg_type one WHERE oid >= 16384
        UNION ALL SELECT one::text FROM pg_namespace one WHERE nspname NOT LIKE 'pg\\_%temp\\_%'
        UNION ALL SELECT one::text FROM pg_extension one
        UNION ALL SELECT one::text FROM pg_event_trigger one
        UNION ALL SELECT concat_ws(' ', datconnlimit, datallowconn, datacl, setconfig) FROM pg_database
            LEFT JOIN pg_db_role_setting ON setdatabase = pg_database.oid WHERE datname = current_database()
    ) AS parts
""")

_ALONE = SQL("""
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
""")

_TABLES = SQL("""
    SELECT relname, pg_relation_size(oid) > 0 FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
""")

_SEQUENCES = SQL("SELECT sequencename, start_value, last_value FROM pg_sequences WHERE schemaname = 'public'")


@dataclass(frozen=True)
class _State:
    """How a database is to be found by each test: its shape, its tables, their rows, its sequences."""

    shape: str
    tables: frozenset[str]
    rows: dict[str, bytes]
    sequences: set[tuple[str, int, int | None]]

    @classmethod
    def of(cls, connection: Connection) -> "_State":
        written = _tables(connection)
        rows = {table: _copied(connection, table) for table, holds_some in written.items() if holds_some}
        return cls(shape(connection), frozenset(written), rows, _sequences(connection))

    def put_back(self, connection: Connection) -> bool:
        """Whether the database is now as it was."""
        connection.execute(_ALONE)
        tables = _tables(connection)
        if added := [Identifier(table) for table in tables.keys() - self.tables]:
            connection.execute(SQL("DROP TABLE {} CASCADE").format(SQL(",").join(added)))
        if shape(connection) != self.shape:
            return False
        self._put_rows_back(connection, [table for table in tables.keys() & self.tables if tables[table]])
        for name, start, last in self.sequences - _sequences(connection):
            setting = [Identifier(name).as_string(), start if last is None else last, last is not None]
            connection.execute(SQL("SELECT setval(%s, %s, %s)"), setting)
        return True

    def _put_rows_back(self, connection: Connection, written: list[str]) -> None:
        tables = [Identifier(table) for table in written]
        if tables:
            connection.execute(SQL("SET session_replication_role = replica"))  # in any order
            connection.execute(SQL(";").join(SQL("DELETE FROM {}").format(table) for table in tables))
            # Without it the next test's rows would lie in the gaps, in another order than they are written.
            connection.execute(SQL("VACUUM {}").format(SQL(",").join(tables)))
        for table, rows in self.rows.items():
            with connection.cursor().copy(SQL("COPY {} FROM STDIN").format(Identifier(table))) as copy:
                copy.write(rows)


class Lending:
    """Copies of the database named ``template``, each lent to one test at a time."""

    def __init__(self, server: Server, template: str = EMPTY) -> None:
        """Nothing is copied before it is asked for."""
        self._server, self._template = server, template
        self._state: _State | None = None
        self._free: list[str] = []

    def lend(self) -> str:
        """The URL of a database that is as the template."""
        if self._free:
            return self._free.pop()
        url = self._server.new_database(self._template)
        if self._state is None:
            with connect(self._server, url) as connection:
                self._state = _State.of(connection)
        return url

    def take_back(self, url: str) -> None:
        """Put a database back to what it was, whoever is still connected to it; or drop it."""
        assert self._state is not None
        try:
            with connect(self._server, url) as connection:
                as_before = self._state.put_back(connection)
        except psycopg.Error:
            as_before = False
        if as_before:
            self._free.append(url)
        else:
            self._server.drop(url)


def connect(server: Server, url: str) -> Connection:
    """A connection to a database by its driver alone, every statement kept at once."""
    name = make_url(url).database
    return psycopg.connect(f"host={server.folder} user=postgres dbname={name}", autocommit=True)


def _ask(connection: Connection, question: SQL) -> list[tuple[Any, ...]]:
    return connection.execute(question).fetchall()


def shape(connection: Connection) -> str:
    """What changes when anything but the rows of a database does."""
    return str(_ask(connection, _SHAPE)[0][0])


def _tables(connection: Connection) -> dict[str, bool]:
    """The tables, and whether anything has been written into them."""
    return {str(table): bool(written) for table, written in _ask(connection, _TABLES)}


def _copied(connection: Connection, table: str) -> bytes:
    with connection.cursor().copy(SQL("COPY {} TO STDOUT").format(Identifier(table))) as copy:
        return b"".join(copy)


def _sequences(connection: Connection) -> set[tuple[str, int, int | None]]:
    return {(name, start, last) for name, start, last in _ask(connection, _SEQUENCES)}


@pytest.fixture(scope="session")
def _empty_databases(postgres: Server) -> Lending:
    return Lending(postgres)


@pytest.fixture
def postgres_url(_empty_databases: Lending) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, for this test."""
    url = _empty_databases.lend()
    yield url
    _empty_databases.take_back(url)
