"""The command line as somebody uses it: what is typed, what is answered, and the exit code."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, cast

import pytest
from sqlalchemy import make_url

from frontdesk import app
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, memberships, requests, settings, visits
from frontdesk.services.desk import Desk
from tests.support.houses import BOTH
from tests.support.lending import Lending
from tests.support.machine import NOW
from tests.support.postgres import Server


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output, as text."""
        return self.raw.decode("utf-8")

    @property
    def lines(self) -> list[str]:
        """Standard output in lines."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)


class Terminal(Protocol):
    """Types a command and waits for its answer."""

    def __call__(self, *words: object, stdin: bytes = b"") -> Answer: ...


class _Screen(io.TextIOWrapper):
    """Where a person looks."""

    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch, stream: type[io.TextIOWrapper]) -> Terminal:
    def run(*words: object, stdin: bytes = b"") -> Answer:
        answered, said = io.BytesIO(), io.BytesIO()
        out, err = stream(answered, "ascii"), stream(said, "ascii")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            try:
                code = app.main([str(word) for word in words])
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 0
            out.flush()
            err.flush()
        return Answer(code, answered.getvalue(), said.getvalue().decode("utf-8"))

    return run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Files for all streams, in a locale that knows only ASCII."""
    return _terminal(monkeypatch, io.TextIOWrapper)


@pytest.fixture
def on_a_screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A screen that somebody looks at."""
    return _terminal(monkeypatch, _Screen)


def _command(words: tuple[object, ...]) -> list[str]:
    return [sys.executable, "-m", "frontdesk", *map(str, words)]


@pytest.fixture
def alone() -> Callable[..., "subprocess.CompletedProcess[bytes]"]:
    """The program as a process of its own, in an environment changed as asked for."""

    def run(*words: object, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            _command(words), capture_output=True, check=False, timeout=60, env={**os.environ, **(env or {})}
        )

    return run


@pytest.fixture
def speak() -> Callable[..., "subprocess.Popen[bytes]"]:
    """The program as a process that one can speak with; ended with the block."""

    def begin(*words: object) -> "subprocess.Popen[bytes]":
        pipe = subprocess.PIPE
        own = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        with _heeding_ctrl_c():
            return subprocess.Popen(_command(words), stdin=pipe, stdout=pipe, stderr=pipe, env=own)

    return begin


@contextmanager
def _heeding_ctrl_c() -> Iterator[None]:
    """Programs started here end at Ctrl+C, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class House:
    """A house to ask about, and ways to fill it."""

    def __init__(self, place: str, clock: FixedClock) -> None:
        self.place, self.clock = place, clock

    @contextmanager
    def opened(self, *, create: bool = False) -> Iterator[Desk]:
        with closing(Desk.open(self.place, create=create, clock=self.clock)) as desk:
            yield desk

    def has(self, name: str, **fields: Any) -> CustomerId:
        """Somebody the house knows."""
        if "birthday" in fields:
            fields["birthday"] = PartialDate.parse(fields["birthday"])
        with self.opened() as desk:
            return CustomerId(customers.add(desk, CustomerDraft(name, **fields)).row)

    def people(self) -> list[str]:
        """Everybody, by name."""
        with self.opened() as desk, desk.store.read() as connection:
            return [row.name for row in connection.exec_driver_sql("select name from customers order by id")]


def furnished(place: str, clock: FixedClock) -> House:
    """A house in Helsinki with a birthday, a membership, a request and a visit on a Sunday in November."""
    house = House(place, clock)
    with house.opened(create=True) as desk:
        settings.change_house(desk, name="Riverside Gym", zone="Europe/Helsinki", region="FI")
    raman = house.has(
        "ராமன் கிருஷ்ணமூர்த்தி",
        second_spelling="Raman Krishnamurthy",
        birthday="1986-11-22",
        phones=("040 555 0101",),
        likes="green tea",
        must_know="Nut allergy",
        card="C-17",
    )
    eeva = house.has("Eeva-Liisa <b>Väänänen</b>", nickname="Evi", phones=("+358 40 123 4471",))
    with house.opened() as desk:
        visits.log(desk, VisitDraft(raman, date(2026, 11, 19), note="Asked about the pool"))
        memberships.add(desk, MembershipDraft(eeva, "Gold", date(2025, 11, 21), date(2026, 11, 29)))
        requests.add(desk, RequestDraft(raman, "Locker 12", due=clock.now().replace(hour=16)))
    return house


@pytest.fixture(scope="session")
def _furnished_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("furnished") / "house.db"
    furnished(str(file), FixedClock(NOW))
    return file


@pytest.fixture(scope="session")
def _furnished_databases(postgres: Server) -> Lending:
    url = postgres.new_database()
    furnished(url, FixedClock(NOW))
    return Lending(postgres, str(make_url(url).database))


@pytest.fixture
def furnished_url(_furnished_databases: Lending) -> Iterator[str]:
    """The URL of that house on a PostgreSQL server."""
    url = _furnished_databases.lend()
    yield url
    _furnished_databases.take_back(url)


@pytest.fixture
def house(_furnished_file: Path, sqlite_url: str, tmp_path: Path, clock: FixedClock) -> House:
    """That house, on SQLite."""
    shutil.copy(_furnished_file, tmp_path / "house.db")
    return House(sqlite_url, clock)


@pytest.fixture(params=BOTH)
def any_house(request: pytest.FixtureRequest, clock: FixedClock) -> House:
    """That house, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return cast(House, request.getfixturevalue("house"))
    return House(request.getfixturevalue("furnished_url"), clock)
