"""Migrations: the schema they make, the way up and down with people in the house, and the backup before."""

from contextlib import closing, suppress
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from frontdesk.domain.changes import Gone
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import ChangeId, CustomerId
from frontdesk.foundation.errors import NewerSchema, ReadOnly
from frontdesk.services import customers, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import backup, copies, engine, schema
from frontdesk.storage.indexes import metadata
from frontdesk.storage.store import Store
from tests.storage.made_up import BEFORE, STEP, add_a_step
from tests.storage.shapes import shape
from tests.support.houses import BOTH, content_of, furnish
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


@pytest.mark.parametrize("kind", BOTH)
def test_the_steps_and_the_tables_make_one_shape(kind: str, request: pytest.FixtureRequest) -> None:
    stepped = {"sqlite": "file_house", "postgres": "server_house"}[kind]
    made = engine.connect(engine.parse(request.getfixturevalue(f"{kind}_url")))
    metadata.create_all(made)
    with made.connect() as connection:
        of_tables = shape(connection)
    made.dispose()
    with closing(Store.open(request.getfixturevalue(stepped))) as store, store.read() as connection:
        assert shape(connection) == of_tables


def test_a_step_with_children_up_and_down(
    house_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Desk.open(house_url)) as desk:
        furnish(desk)
        with desk.store.read() as connection:
            before, was = content_of(connection, versions=True, journal=True), shape(connection)
    add_a_step(monkeypatch, tmp_path)
    with closing(Desk.open(house_url)) as desk:
        with desk.store.read() as connection:
            assert schema.revision(connection) == STEP
            assert set(connection.execute(text("SELECT shoes FROM customers")).scalars()) == {42}
            assert content_of(connection, versions=True, journal=True) == before
        assert upkeep.check(desk).problems == ()
        visits.log_now(desk, CustomerId(before["customers"][0]["id"]))
        with pytest.raises(Gone), desk.store.write(NOW) as work:  # the rebuilt table is referred to still
            work.connection.execute(text("UPDATE visits SET customer_id = 999"))
        undo(desk, ChangeId(newest(desk)))
        schema.migrate(desk.store.engine, BEFORE)
        with desk.store.read() as connection:
            assert shape(connection) == was
            assert content_of(connection) == {
                name: [{k: v for k, v in row.items() if k != "version"} for row in rows]
                for name, rows in before.items()
                if name != "journal"
            }


def test_a_rebuilt_table_never_gives_a_key_twice(
    house_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Desk.open(house_url)) as desk:
        gone = customers.add(desk, CustomerDraft("Eino"))
        undo(desk, gone.id)
    add_a_step(monkeypatch, tmp_path)
    with closing(Desk.open(house_url)) as desk:
        assert customers.add(desk, CustomerDraft("Helmi")).row > gone.row


def test_a_step_that_would_give_keys_twice_is_refused(
    file_house: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Desk.open(file_house)) as desk:
        furnish(desk)
    with monkeypatch.context() as patch:
        add_a_step(patch, tmp_path, _FORGETFUL)
        with pytest.raises(RuntimeError, match="lets visits give its keys twice"):
            Desk.open(file_house)
    Desk.open(file_house).close()


_FORGETFUL = """with op.batch_alter_table("visits") as batch:
        batch.add_column(sa.Column("shoes", sa.Integer()))
        batch.alter_column("note", existing_type=sa.Text(), type_=sa.String(5000))"""


def newest(desk: Desk) -> str:
    with desk.store.read() as connection:
        return str(connection.execute(text("SELECT change FROM journal ORDER BY id DESC LIMIT 1")).scalar())


@pytest.mark.parametrize(
    "careless",
    [
        'op.execute("DELETE FROM visits WHERE id = 1")',
        'op.execute("INSERT INTO tags (customer_id, position, tag) SELECT id, 9, name FROM customers")',
        'raise ValueError("half way")',
        'op.execute("UPDATE visits SET customer_id = 999")',
        'op.execute("no such statement")',
    ],
)
def test_a_step_that_fails_changes_nothing(
    house_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, careless: str
) -> None:
    def read(connection: Connection) -> object:
        step = schema.revision(connection)
        return step, shape(connection), content_of(connection, versions=True, journal=True)

    with closing(Desk.open(house_url)) as desk:
        furnish(desk)
        with desk.store.read() as connection:
            before = read(connection)
    with monkeypatch.context() as patch:
        add_a_step(patch, tmp_path, careless)
        with pytest.raises(Exception):  # noqa: B017, PT011 whatever a step of ours raises is a mistake of ours
            Desk.open(house_url)
    with closing(Desk.open(house_url)) as desk:
        with desk.store.read() as connection:
            assert read(connection) == before
        assert upkeep.check(desk).problems == ()


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
        after = content_of(connection, versions=True, journal=True)
    yearly = [row | {"once": False} for row in before["occasions"]]  # an older program knows no news
    assert after == before | {name: [] for name in NEW_SINCE} | {"occasions": yearly}


NEW_SINCE = ["picks", "plans", "talks", "calls", "attempts", "notes", "cuttings", "winbacks"]
"""Tables that the first step does not know: on the way down they are lost with their rows."""


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


def test_a_house_is_backed_up_before_it_is_migrated(
    file_house: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Desk.open(file_house)) as desk:
        furnish(desk)
        with desk.store.read() as connection:
            before = content_of(connection, versions=True, journal=True)
        own = backup.folder(desk.store.engine.url)
    with monkeypatch.context() as patch:
        add_a_step(patch, tmp_path)
        Store.open(file_house).close()
    kept = own / "before-migration-house-0003.db"
    assert [one.name for one in sorted(own.iterdir())] == [kept.name, f"{kept.name}.sha256"]
    assert copies.verify(kept) == BEFORE
    with closing(Store.open(kept)) as store, store.read() as connection:
        assert content_of(connection, versions=True, journal=True) == before


def test_without_its_backup_a_house_is_not_migrated(
    file_house: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = engine.file_of(engine.parse(file_house))
    assert file is not None
    (file.parent / "backups").touch()
    before = file.read_bytes()
    with monkeypatch.context() as patch:
        add_a_step(patch, tmp_path)
        with pytest.raises(ReadOnly, match="backup could not be written there"):
            Store.open(file_house)
    assert file.read_bytes() == before
    Store.open(file_house).close()


def test_a_second_try_at_a_migration_keeps_both_backups(
    file_house: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store.open(file_house)) as store:
        own = backup.folder(store.engine.url)
    for extra in ('raise ValueError("half way")', "pass"):
        with monkeypatch.context() as patch, suppress(ValueError):
            add_a_step(patch, tmp_path / extra[:4], extra)
            Store.open(file_house).close()
    assert sorted(one.name for one in own.glob("*.db")) == [
        "before-migration-house-0003-2.db",
        "before-migration-house-0003.db",
    ]


def test_a_step_that_loses_a_row_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    furnish(desk)
    with desk.store.read() as connection:
        before = content_of(connection, versions=True, journal=True)

    def careless(connection: object, _since: str, _to: str) -> None:
        connection.execute(text("DELETE FROM visits"))  # type: ignore[attr-defined]

    with monkeypatch.context() as patch:
        patch.setattr(schema, "_run", careless)
        with pytest.raises(RuntimeError, match="number of rows in visits"):
            schema.migrate(desk.store.engine, "0001")
    with desk.store.read() as connection:
        assert content_of(connection, versions=True, journal=True) == before
