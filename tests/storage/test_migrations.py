"""Migrations: the schema they make, the way up and down with people in the house, and the backup before."""

from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from frontdesk.foundation.errors import NewerSchema
from frontdesk.services.desk import Desk
from frontdesk.storage import copies, engine, files, schema
from frontdesk.storage.indexes import metadata
from frontdesk.storage.store import Store
from tests.support.houses import content_of, furnish
from tests.support.machine import NOW


def names_of(store: Store) -> set[str]:
    with store.read() as connection:
        return set(inspect(connection).get_table_names())


def test_the_newest_step_is_the_one_the_program_knows() -> None:
    assert ScriptDirectory.from_config(schema.config()).get_heads() == [schema.HEAD]
    assert schema.steps()[0] == schema.HEAD


def test_the_steps_make_the_schema_of_the_tables(house_url: str) -> None:
    with closing(Store.open(house_url)) as store, store.read() as connection:
        options = {"compare_type": True, "compare_server_default": connection.dialect.name != "sqlite"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_there_is_a_row_in_every_table(desk: Desk) -> None:
    furnish(desk)
    with desk.store.read() as connection:
        found = content_of(connection, journal=True)
    assert [name for name, rows in found.items() if not rows] == []


def test_down_and_up_again_with_a_row_in_every_table(desk: Desk) -> None:
    furnish(desk)
    known = schema.steps()
    with desk.store.read() as connection:
        before = content_of(connection, versions=True, journal=True)
    for step in [*known[1:], *reversed(known)]:
        schema.migrate(desk.store.engine, step)
        with desk.store.read() as connection:
            assert schema.revision(connection) == step
    with desk.store.read() as connection:
        assert content_of(connection, versions=True, journal=True) == before


def test_all_the_way_down_and_up_again(desk: Desk) -> None:
    furnish(desk)
    schema.migrate(desk.store.engine, "base")
    assert names_of(desk.store) == {"alembic_version"}
    schema.migrate(desk.store.engine, schema.HEAD)
    assert names_of(desk.store) == {"alembic_version", *metadata.tables}
    with desk.store.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_newer_schema_is_refused(house_url: str) -> None:
    with closing(Store.open(house_url)) as store:
        with store.write(NOW) as work:
            work.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with store.read() as connection:
            before = content_of(connection, versions=True, journal=True)
        with pytest.raises(NewerSchema, match="left untouched"):
            Store.open(house_url)
        with store.read() as connection:
            assert schema.revision(connection) == "9999"
            assert content_of(connection, versions=True, journal=True) == before


def test_a_house_is_backed_up_before_it_is_migrated(file_house: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Desk.open(file_house)) as desk:
        furnish(desk)
        with desk.store.read() as connection:
            before = content_of(connection, versions=True, journal=True)
    ran = []

    def step(_connection: object, since: str, to: str) -> None:
        ran.append((since, to, [one.name for one in sorted(backups.glob("*.db"))]))

    monkeypatch.setattr(schema, "HEAD", "0002")
    monkeypatch.setattr(schema, "steps", lambda: ["0002", "0001"])
    monkeypatch.setattr(schema, "_run", step)
    file = engine.file_of(engine.parse(file_house))
    assert file is not None
    backups: Path = file.parent / "backups"
    Store.open(file_house).close()
    kept = "before-migration-house-0001.db"
    assert ran == [("0001", "0002", [kept])]
    assert files.digest_of(backups / kept).is_file()
    monkeypatch.undo()
    with closing(Store.open(backups / kept)) as store:
        assert copies.problems(store.engine) == []
        with store.read() as connection:
            assert content_of(connection, versions=True, journal=True) == before


def test_a_step_that_loses_a_row_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    furnish(desk)
    with desk.store.read() as connection:
        before = content_of(connection, versions=True, journal=True)

    def careless(connection: object, _since: str, _to: str) -> None:
        connection.execute(text("DELETE FROM visits"))  # type: ignore[attr-defined]

    with monkeypatch.context() as patch:
        patch.setattr(schema, "_run", careless)
        with pytest.raises(RuntimeError, match="number of rows in visits"):
            schema.migrate(desk.store.engine, "0002")
    with desk.store.read() as connection:
        assert content_of(connection, versions=True, journal=True) == before
