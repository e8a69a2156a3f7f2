"""Opening a house: a new one, an old one, and everything that is none."""

import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url, text
from sqlcipher3 import dbapi2

from frontdesk.domain.changes import Gone
from frontdesk.foundation.errors import (
    NewerSchema,
    NoDatabase,
    NotADatabase,
    StorageTrouble,
    Unreachable,
)
from frontdesk.storage import engine, place, schema
from frontdesk.storage.store import Store
from tests.support.machine import NOW


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def a_foreign_database(file: Path, *pragmas: str) -> bytes:
    """Another program's SQLite file, with rows in it; gives its bytes."""
    with closing(dbapi2.connect(str(file))) as raw:
        for pragma in pragmas:
            raw.execute(f"PRAGMA {pragma}")
        raw.executescript("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Finlandia');")
    return file.read_bytes()


def answer(store: Store, question: str) -> Any:
    with store.read() as connection:
        return connection.execute(text(question)).scalar()


def test_a_new_house_is_for_its_owners_eyes_only(tmp_path: Path) -> None:
    file = tmp_path / "frontdesk" / "house.db"
    with closing(Store.open(file, create=True)) as store, store.write(NOW) as work:
        work.connection.execute(text("INSERT INTO staff (token, name) VALUES ('a', 'Anna')"))
        assert {mode(one) for one in file.parent.iterdir()} == {0o600}
        assert {one.name for one in file.parent.iterdir()} >= {"house.db", "house.db-wal"}
    assert mode(file.parent) == 0o700


def test_what_was_written_is_there_after_opening_again(house_url: str) -> None:
    with closing(Store.open(house_url)) as store, store.write(NOW) as work:
        work.connection.execute(text("INSERT INTO staff (token, name) VALUES ('a', 'Anna')"))
    with closing(Store.open(house_url)) as store:
        assert answer(store, "SELECT name FROM staff") == "Anna"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
def test_a_file_is_opened_for_safe_keeping(file_house: str, pragma: str, value: object) -> None:
    with closing(Store.open(file_house)) as store:
        for _ in range(3):  # whichever connection of the pool it is
            assert answer(store, f"PRAGMA {pragma}") == value


def test_a_row_cannot_refer_to_nobody(house_url: str) -> None:
    with closing(Store.open(house_url)) as store, pytest.raises(Gone), store.write(NOW) as work:
        work.connection.execute(
            text("INSERT INTO visits (token, customer_id, day) VALUES ('a', 7, '2026-11-22')")
        )


def test_a_place_may_be_named_in_several_ways(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in (
        "house.db",
        "./house.db",
        "sqlite:///house.db",
        "~/house.db",
        f"sqlite:///{tmp_path}/house.db",
    ):
        assert engine.file_of(engine.parse(name)) == tmp_path / "house.db"
    for name in ("postgres://desk@server/gym", "postgresql://desk@server/gym"):
        assert engine.parse(name).drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    "name",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://server/gym",
        "postgresql://server",
        "gym://",
        "http://[",
        "://",
    ],
)
def test_what_is_no_place_is_refused(name: str) -> None:
    with pytest.raises(StorageTrouble, match="no place for a house"):
        Store.open(name, create=True)


def test_nothing_is_made_without_being_asked_for(tmp_path: Path) -> None:
    with pytest.raises(NoDatabase, match=r"no database at nowhere\.db"):
        Store.open(tmp_path / "nowhere.db")
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_house(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase):
        Store.open(tmp_path, create=True)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "content", [b"Dear diary,\n" * 1000, b"\x89PNG\r\n", b"SQLite format 3\0" + bytes(500)]
)
def test_a_file_of_another_kind_is_left_as_it_is(tmp_path: Path, content: bytes, create: bool) -> None:
    file = tmp_path / "diary.txt"
    file.write_bytes(content)
    with pytest.raises(NotADatabase, match="not a frontdesk database"):
        Store.open(file, create=create)
    assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("pragma", ["user_version=7", "journal_mode=WAL", "application_id=252006673"])
def test_another_programs_database_is_left_as_it_is(tmp_path: Path, pragma: str, create: bool) -> None:
    file = tmp_path / "songs.db"
    before = a_foreign_database(file, pragma)
    with pytest.raises(NotADatabase):
        Store.open(file, create=create)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_an_empty_file_becomes_a_house_only_when_one_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "house.db"
    file.touch()
    with pytest.raises(NoDatabase):
        Store.open(file)
    assert file.read_bytes() == b""
    with closing(Store.open(file, create=True)) as store:
        assert answer(store, "SELECT count(*) FROM customers") == 0


def test_a_newer_house_is_left_as_it_is(house_url: str) -> None:
    with closing(Store.open(house_url)) as store, store.write(NOW) as work:
        work.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    file = engine.file_of(engine.parse(house_url))
    before = file.read_bytes() if file else b""
    with pytest.raises(NewerSchema, match="newer version of frontdesk"):
        Store.open(house_url, create=True)
    if file:
        assert file.read_bytes() == before
        assert list(file.parent.iterdir()) == [file]


def test_a_house_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "migrate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Store.open(tmp_path / "house.db", create=True)
    assert not list(tmp_path.iterdir())


def test_an_empty_database_on_a_server_becomes_a_house_only_when_one_is_wanted(postgres_url: str) -> None:
    with pytest.raises(NotADatabase, match="no frontdesk house in this database on the server"):
        Store.open(postgres_url)
    with closing(Store.open(postgres_url, create=True)) as store:
        assert answer(store, "SELECT count(*) FROM customers") == 0


@pytest.mark.parametrize("table", ["songs", "alembic_version"])
def test_another_programs_database_on_a_server_is_left_as_it_is(postgres_url: str, table: str) -> None:
    with psycopg.connect(str(make_url(postgres_url).set(drivername="postgresql"))) as raw:
        raw.execute(b"CREATE TABLE songs AS SELECT 'Finlandia' AS title")
        raw.execute(f"CREATE TABLE IF NOT EXISTS {table} AS SELECT '0001' AS version_num".encode())
    with pytest.raises(NotADatabase, match="on the server"):
        Store.open(postgres_url, create=True)


def test_an_old_server_is_refused(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "OLDEST_SERVER", 99)
    with pytest.raises(StorageTrouble, match="needs 99 or newer"):
        Store.open(postgres_url, create=True)


@pytest.mark.parametrize(
    "change",
    [
        {"database": "nowhere"},
        {"username": "nobody"},
        {"query": {"host": "/nowhere"}},
        {"query": {"host": "127.0.0.1", "port": "1"}},
    ],
)
def test_a_server_that_does_not_let_us_in(postgres_url: str, change: dict[str, Any]) -> None:
    wrong = make_url(postgres_url).set(**change)
    with pytest.raises(Unreachable, match="does not let this desk in"):
        Store.open(wrong.render_as_string(hide_password=False))


def test_without_the_driver_for_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StorageTrouble, match=r"pip install 'frontdesk\[postgresql\]'"):
        Store.open("postgresql://server/gym")


MOUNTS = """\
/dev/vda / ext4 rw 0 0
//server/house /mnt/house cifs rw 0 0
server:/desk /mnt/front\\040desk nfs4 rw 0 0
/dev/sdb /mnt/house/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("file", "shared"),
    [
        ("/home/desk/house.db", False),
        ("/mnt/house/house.db", True),
        ("/mnt/household/house.db", False),
        ("/mnt/house/local/house.db", False),
        ("/mnt/front desk/deep/down/house.db", True),
    ],
)
def test_a_network_share_is_known_by_its_mount(tmp_path: Path, file: str, shared: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert place.on_network_share(Path(file), mounts) is shared


def test_where_there_is_no_table_of_mounts_a_disk_is_taken_as_local(tmp_path: Path) -> None:
    assert not place.on_network_share(Path("/mnt/house/house.db"), tmp_path / "mounts")


def test_a_network_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/desk {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(place.on_network_share, "__defaults__", (mounts,))
    with pytest.raises(StorageTrouble, match="network share"):
        Store.open(tmp_path / "house.db", create=True)
    assert list(tmp_path.iterdir()) == [mounts]


def test_the_default_place_is_this_users_own(own_folders: Path) -> None:
    assert own_folders in place.default_file().parents
