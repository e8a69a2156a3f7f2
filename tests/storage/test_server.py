"""A server of several desks: two that start at once, and a connection that is lost."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, make_url

from frontdesk.domain.house import House
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Unreachable
from frontdesk.services import customers, founding, settings, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import entities, rhythm, schema
from tests.support.houses import aino, content

TOKEN = "0b3f1c1e-0000-4000-8000-000000000007"


@pytest.fixture
def desk(server_house: str, clock: FixedClock) -> Iterator[Desk]:
    """A desk in a house on a server, which must add up in the end."""
    with closing(Desk.open(server_house, clock=clock)) as desk:
        yield desk
        assert upkeep.check(desk).problems == ()


def at_once(work: Callable[[], Desk]) -> list[Desk]:
    with ThreadPoolExecutor(2) as two:
        return [one.result() for one in [two.submit(work), two.submit(work)]]


def meeting(patch: pytest.MonkeyPatch, owner: object, name: str) -> None:
    """Let each of two desks wait before it does this, until the other is as far."""
    both, real = Barrier(2), getattr(owner, name)

    def together(*args: Any, **options: Any) -> Any:
        both.wait(30)
        return real(*args, **options)

    patch.setattr(owner, name, together)


def test_two_desks_make_one_house(
    database_url: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting(monkeypatch, schema, "migrate")
    one, two = at_once(lambda: Desk.open(database_url, create=True, clock=clock))
    with closing(one), closing(two):
        assert one.house == two.house == House(since=one.today())
        aino(one)
        assert content(one) == content(two)
        assert upkeep.check(one).problems == ()


def test_two_desks_found_one_house(
    postgres_url: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fi_FI.UTF-8")
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")
    Desk.open(postgres_url, create=True, clock=clock).close()
    meeting(monkeypatch, settings, "change_house")
    one, two = at_once(lambda: founding.found(postgres_url, clock))
    with closing(one), closing(two):
        assert one.house.region == two.house.region == "FI"
        assert content(one) == content(two)


def test_two_desks_that_log_a_visit_at_once_make_one_rhythm(
    desk: Desk, server_house: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    whom, today, both = aino(desk), desk.today(), Barrier(2)
    for back in (20, 30):
        visits.log(desk, VisitDraft(whom, today - timedelta(back)))
    real = rhythm.gap_of

    def slowly(connection: Connection, customer: int) -> float | None:
        gap = real(connection, customer)
        with suppress(BrokenBarrierError):
            both.wait(0.5)  # where both can be here at once, neither has seen the other's visit
        return gap

    monkeypatch.setattr(entities, "gap_of", slowly)
    with closing(Desk.open(server_house, clock=clock)) as other, ThreadPoolExecutor(2) as two:
        logged = [
            two.submit(visits.log, at, VisitDraft(whom, today - timedelta(back)))
            for at, back in ((desk, 1), (other, 4))
        ]
        for one in logged:
            one.result()
    assert customers.get(desk, whom).visit_count == 4
    assert upkeep.check(desk).problems == ()


def hang_up(place: str) -> None:
    """The server ends every connection but this one."""
    url = str(make_url(place).set(drivername="postgresql"))
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_connection_lost_between_two_writes(desk: Desk, server_house: str) -> None:
    whom = aino(desk)
    visits.log_now(desk, whom)
    hang_up(server_house)
    visits.log_now(desk, whom)
    assert customers.get(desk, whom).visit_count == 2


def test_a_connection_lost_in_a_write(desk: Desk, server_house: str) -> None:
    whom = aino(desk)
    before = content(desk)

    def interrupted() -> None:
        with desk.write() as work:
            work.connection.exec_driver_sql("UPDATE customers SET likes = 'tea'")
            hang_up(server_house)
            work.connection.exec_driver_sql("UPDATE customers SET likes = 'coffee'")

    with pytest.raises(Unreachable, match="The last change was not saved"):
        interrupted()
    assert content(desk) == before
    visits.log_now(desk, whom)


@pytest.mark.parametrize("arrives", [True, False])
def test_a_connection_lost_while_the_server_saves(
    desk: Desk, server_house: str, monkeypatch: pytest.MonkeyPatch, arrives: bool
) -> None:
    whom = aino(desk)

    def commit(raw: Any) -> None:
        if arrives:
            raw.commit()
        hang_up(server_house)
        raw.execute("SELECT 1")

    with monkeypatch.context() as patch:
        patch.setattr(desk.store.engine.dialect, "do_commit", commit)
        with pytest.raises(Unreachable, match="look whether it is there before you try again"):
            visits.log_now(desk, whom, token=TOKEN)
    assert customers.get(desk, whom).visit_count == arrives
    visits.log_now(desk, whom, token=TOKEN)
    assert customers.get(desk, whom).visit_count == 1
