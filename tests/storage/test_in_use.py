"""Somebody else holds the database for too long: a sentence, nothing lost, and the next try works."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from sqlcipher3 import dbapi2

from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import InUse
from frontdesk.services import customers, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import engine, schema
from frontdesk.storage.store import Store
from tests.storage.made_up import BEFORE, STEP, add_a_step
from tests.support.houses import aino, content

pytestmark = pytest.mark.usefixtures("impatient")

TOKEN = "0b3f1c1e-0000-4000-8000-000000000007"


@pytest.fixture
def server_desk(server_house: str, clock: FixedClock) -> Iterator[Desk]:
    """A desk in a house on a server, where only what somebody works on is held."""
    with closing(Desk.open(server_house, clock=clock)) as desk:
        yield desk


@contextmanager
def held(place: str, *statements: str) -> Iterator[None]:
    """Another program does this in a transaction and does not end it."""
    if file := engine.file_of(engine.parse(place)):
        with closing(dbapi2.connect(str(file), isolation_level=None)) as raw:
            for statement in statements:
                raw.execute(statement)
            yield
    else:
        with psycopg.connect(str(make_url(place).set(drivername="postgresql"))) as server:
            for statement in statements:
                server.execute(statement.encode())
            yield
            server.rollback()


@contextmanager
def held_from_writing(place: str) -> Iterator[None]:
    """Another program is writing."""
    is_file = engine.file_of(engine.parse(place)) is not None
    with held(place, "BEGIN IMMEDIATE" if is_file else "LOCK TABLE customers, visits IN EXCLUSIVE MODE"):
        yield


@contextmanager
def held_altogether(place: str) -> Iterator[None]:
    """Another program lets nobody so much as read."""
    if engine.file_of(engine.parse(place)):
        with held(place, "PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE"):
            yield
    else:
        with held(place, "LOCK TABLE settings, customers, alembic_version"):
            yield


def test_writing(desk: Desk, house_url: str) -> None:
    whom = aino(desk)
    before = content(desk)
    with held_from_writing(house_url):
        with pytest.raises(InUse, match="The last change was not saved"):
            visits.log_now(desk, whom, token=TOKEN)
        assert content(desk) == before
    visits.log_now(desk, whom, token=TOKEN)
    assert customers.get(desk, whom).visit_count == 1


def test_a_person_is_being_changed_elsewhere(server_desk: Desk, server_house: str) -> None:
    whom, other = aino(server_desk), aino(server_desk, name="Eino")
    with held(server_house, f"UPDATE customers SET likes = 'tea' WHERE id = {whom}"):
        with pytest.raises(InUse):
            customers.change(server_desk, whom, 1, likes="coffee")
        customers.change(server_desk, other, 1, likes="coffee")
    customers.change(server_desk, whom, 1, likes="coffee")
    assert customers.get(server_desk, whom).draft.likes == "coffee"


def test_starting(house_url: str, clock: FixedClock) -> None:
    with held_altogether(house_url), pytest.raises(InUse, match="Close the other program or try again"):
        Desk.open(house_url, clock=clock)
    Desk.open(house_url, clock=clock).close()


def test_reading(server_desk: Desk, server_house: str) -> None:
    whom = aino(server_desk)
    with held_altogether(server_house), pytest.raises(InUse):
        customers.get(server_desk, whom)
    assert customers.get(server_desk, whom).draft.name == "Aino Virtanen"


def test_reading_beside_a_writer(desk: Desk, house_url: str, tmp_path: Path) -> None:
    whom = aino(desk)
    with held_from_writing(house_url):
        assert customers.get(desk, whom).draft.name == "Aino Virtanen"
        assert upkeep.back_up(desk, tmp_path / "mine").is_file()


def test_backing_up(server_desk: Desk, server_house: str, tmp_path: Path) -> None:
    with held_altogether(server_house), pytest.raises(InUse):
        upkeep.back_up(server_desk, tmp_path / "mine")
    assert not list(tmp_path.glob("*mine*"))
    assert upkeep.back_up(server_desk, tmp_path / "mine").is_file()


def test_migrating(
    house_url: str, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Desk.open(house_url, clock=clock)) as desk:
        aino(desk)
        before = content(desk)
        add_a_step(monkeypatch, tmp_path)
        with held_from_writing(house_url), pytest.raises(InUse):
            Desk.open(house_url, clock=clock)
        with desk.store.read() as reading:
            assert schema.revision(reading) == BEFORE
        assert content(desk) == before
        with closing(Desk.open(house_url, clock=clock)), desk.store.read() as reading:
            assert schema.revision(reading) == STEP
        assert content(desk) == before


def test_making_a_house_while_another_desk_makes_it(postgres_url: str) -> None:
    making = f"SELECT pg_advisory_xact_lock({schema._LOCK})"  # noqa: SLF001 every desk asks for it
    with held(postgres_url, making), pytest.raises(InUse):
        Store.open(postgres_url, create=True)
    Store.open(postgres_url, create=True).close()
