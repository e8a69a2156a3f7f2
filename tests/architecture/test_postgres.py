"""The tests' own PostgreSQL server: it is real, new for each test, and gone afterwards."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import LiteralString

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from tests.support import postgres as support
from tests.support.lending import Lending, connect, shape
from tests.support.missing import missing
from tests.support.postgres import Server

CHANGES: list[LiteralString] = [
    "ALTER TABLE people ADD phone text",
    "ALTER TABLE people ALTER name SET DEFAULT 'nobody'",
    "ALTER TABLE people ALTER name SET NOT NULL",
    "ALTER TABLE people ADD CHECK (name <> '')",
    "ALTER TABLE people ENABLE ROW LEVEL SECURITY",
    "ALTER SEQUENCE people_id_seq INCREMENT 7",
    "CREATE INDEX ON people (name)",
    "CREATE SCHEMA visits",
    "CREATE VIEW regulars AS SELECT * FROM people",
    "CREATE FUNCTION nobody() RETURNS int LANGUAGE sql AS 'SELECT 0'",
    "CREATE TYPE tone AS ENUM ('glad', 'cross')",
    "CREATE RULE nothing AS ON INSERT TO people DO INSTEAD NOTHING",
    "DROP TABLE people",
    "GRANT SELECT ON people TO PUBLIC",
    "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' SET TimeZone = UTC'; END $$",
]
"""What a test may do to a database that emptying its tables does not undo."""


def ask(url: str, question: str) -> object:
    """The one answer to a question in SQL, where it has one."""
    with create_engine(url, poolclass=NullPool).begin() as connection:
        answer = connection.execute(text(question))
        return answer.scalar() if answer.returns_rows else None


def wait_for_the_end_of(process: int) -> None:
    """Wait for a process that is not our child."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    assert select.select([handle], [], [], 60)[0], "the server is still there"
    os.close(handle)


def test_the_server_is_a_real_one_run_by_an_ordinary_user(postgres_url: str, postgres: Server) -> None:
    assert str(ask(postgres_url, "SELECT version()")).startswith("PostgreSQL ")
    assert int(str(ask(postgres_url, "SHOW server_version_num"))) >= support.OLDEST * 10_000
    assert postgres.folder.stat().st_uid != 0


@pytest.mark.parametrize("time", ["first", "second"])
def test_each_test_has_an_empty_database(postgres_url: str, time: str) -> None:
    ask(postgres_url, "CREATE TABLE customers AS SELECT 1 AS id")
    assert ask(postgres_url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 1


def test_a_database_is_dropped_under_an_open_connection(postgres: Server) -> None:
    url = postgres.new_database()
    with create_engine(url, poolclass=NullPool).connect() as connection:
        connection.execute(text("SELECT 1"))
        postgres.drop(url)
        with pytest.raises(OperationalError, match="terminating connection"):
            connection.execute(text("SELECT 1"))


def test_a_copy_of_a_database_has_its_tables(postgres: Server, postgres_url: str) -> None:
    ask(postgres_url, "CREATE TABLE customers AS SELECT 7 AS id")
    copy = postgres.new_database(template=str(make_url(postgres_url).database))
    assert ask(copy, "SELECT id FROM customers") == 7
    postgres.drop(copy)


@pytest.fixture
def lending(postgres: Server, postgres_url: str) -> Iterator[Lending]:
    """Lends copies of a database with one table, in which somebody is the first and nobody the second."""
    ask(postgres_url, "CREATE TABLE people (id serial PRIMARY KEY, name text)")
    ask(postgres_url, "INSERT INTO people (name) VALUES ('Aino')")
    lending = Lending(postgres, str(make_url(postgres_url).database))
    yield lending
    postgres.drop(lending.lend())


def test_what_a_test_wrote_is_not_what_the_next_one_finds(lending: Lending) -> None:
    url = lending.lend()
    ask(url, "UPDATE people SET name = 'Eeva'")
    ask(url, "INSERT INTO people (name) VALUES ('Joonas'), ('Pekka')")
    ask(url, "CREATE TABLE visits AS SELECT 1 AS id")
    lending.take_back(url)
    assert lending.lend() == url
    assert ask(url, "SELECT string_agg(name, ' ') FROM people") == "Aino"
    assert ask(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 1
    assert ask(url, "INSERT INTO people (name) VALUES ('Sanna') RETURNING id") == 2
    lending.take_back(url)


def test_whoever_is_still_connected_is_sent_away(lending: Lending) -> None:
    url = lending.lend()
    with create_engine(url, poolclass=NullPool).connect() as connection:
        connection.execute(text("LOCK people"))
        lending.take_back(url)
        with pytest.raises(OperationalError, match="terminating connection"):
            connection.execute(text("SELECT 1"))
    assert lending.lend() == url
    lending.take_back(url)


def test_a_database_that_is_no_longer_the_same_is_not_lent_again(lending: Lending) -> None:
    url = lending.lend()
    ask(url, CHANGES[0])
    lending.take_back(url)
    with pytest.raises(OperationalError, match="does not exist"):
        ask(url, "SELECT 1")


def test_no_change_but_of_rows_goes_unseen(lending: Lending, postgres: Server) -> None:
    url = lending.lend()
    with connect(postgres, url) as connection:
        before = shape(connection)
        for change in CHANGES:
            with connection.transaction(force_rollback=True):
                connection.execute(change)
                assert shape(connection) != before, change
        assert shape(connection) == before
    lending.take_back(url)


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.parametrize("end", ["raise SystemExit", f"import os; os.kill(os.getpid(), {signal.SIGKILL})"])
def test_the_server_goes_when_its_test_process_goes(end: str) -> None:
    programs = support.find_programs() or missing(support.MISSING)
    start = (
        "from pathlib import Path; from tests.support.postgres import Server;"
        f"server = Server(Path({str(programs)!r}));"
        "print(server.folder, server._watchman.pid, flush=True)"
    )
    said = subprocess.run(
        [sys.executable, "-c", f"{start}; {end}"], stdout=subprocess.PIPE, text=True, check=False
    )
    folder, watchman = said.stdout.split()
    wait_for_the_end_of(int(watchman))
    assert not Path(folder).exists()


def test_what_is_missing_skips_at_home_and_fails_officially(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install postgresql"):
        missing(support.MISSING)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install postgresql"):
        missing(support.MISSING)


def test_old_programs_are_no_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for program in support.PROGRAMS:
        (tmp_path / program).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.11'\n")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(support, "DEBIANS", tmp_path)
    assert support.find_programs() is None
