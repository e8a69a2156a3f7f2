"""The program is killed in the middle of writes: whatever was acknowledged is there, and nothing is torn."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from frontdesk.services import upkeep
from frontdesk.services.desk import Desk
from frontdesk.storage.tables import customers, visits

_ROOT = Path(__file__).resolve().parents[2]

Acknowledged = dict[str, set[int]]


def killed_after(place: str, lines: int) -> Acknowledged:
    """Let a writer acknowledge so many rows, kill it, and give every row it had acknowledged by then."""
    command = [sys.executable, "-m", "tests.journeys.killed_writer", place]
    found: Acknowledged = {"ready": set(), "customer": set(), "visit": set()}
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ)
    ) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        for _ in range(lines):
            _note(found, writer.stdout.readline())
        writer.kill()
        for line in writer.stdout:
            _note(found, line)
        assert not writer.stderr.read()
    return found


def _note(found: Acknowledged, line: bytes) -> None:
    # A line without its end was cut off by the kill: it was never acknowledged.
    if line.endswith(b"\n"):
        kind, key = line.split()
        found[kind.decode()].add(int(key))


def nothing_is_lost(place: str, acknowledged: Acknowledged) -> None:
    """See that every acknowledged row is there and that the house is sound."""
    desk = Desk.open(place)
    try:
        with desk.store.read() as connection:
            people = set(connection.execute(select(customers.c.id)).scalars())
            came = set(connection.execute(select(visits.c.id)).scalars())
        assert acknowledged["customer"] <= people
        assert acknowledged["visit"] <= came
        assert upkeep.check(desk).problems == ()
    finally:
        desk.close()


def kill_again_and_again(place: str, times: int) -> None:
    """Kill a writer so often, each time after another number of rows."""
    Desk.open(place, create=True).close()
    moments = Random(times)
    every: Acknowledged = {"customer": set(), "visit": set()}
    for _ in range(times):
        found = killed_after(place, moments.randrange(2, 40))
        for kind in every:
            every[kind] |= found[kind]
    assert every["customer"]
    assert every["visit"]
    nothing_is_lost(place, every)


def test_what_was_acknowledged_survives_a_kill(sqlite_url: str) -> None:
    kill_again_and_again(sqlite_url, 4)


def test_what_a_server_acknowledged_survives_a_kill(postgres_url: str) -> None:
    kill_again_and_again(postgres_url, 2)


@pytest.mark.long
def test_what_was_acknowledged_survives_two_hundred_kills(sqlite_url: str) -> None:
    kill_again_and_again(sqlite_url, 200)
