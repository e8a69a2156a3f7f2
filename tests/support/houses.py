"""Houses for tests: an empty one on each kind of database, one with a row in every table, their content.

The schema is made once for each kind and copied, and a server's copy serves one test after another.
"""

import io
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import Connection, make_url, select

from frontdesk.domain.calls import AttemptDraft, CallDraft
from frontdesk.domain.calls import Came as CallCame
from frontdesk.domain.customers import Channel, CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, MembershipId, NoteId, StaffId
from frontdesk.domain.imports import CustomerRow
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.notes import NoteDraft, NoteKind
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.plans import PlanDraft
from frontdesk.domain.reminders import Fate, Rule
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.winback import Came, Step, Told
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import (
    call_list,
    calls,
    customers,
    imports,
    ledger,
    memberships,
    notes,
    occasions,
    photos,
    plans,
    reminders,
    requests,
    settings,
    staff,
    talks,
    visits,
)
from frontdesk.services.desk import Desk
from frontdesk.services.upkeep import check
from frontdesk.storage import picks, winbacks
from frontdesk.storage.tables import metadata
from tests.support.lending import Lending
from tests.support.machine import NOW
from tests.support.postgres import Server

Content = dict[str, list[dict[str, Any]]]

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def _blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("blank") / "house.db"
    Desk.open(file, create=True, clock=FixedClock(NOW)).close()
    return file


@pytest.fixture(scope="session")
def _blank_databases(postgres: Server) -> Lending:
    url = postgres.new_database()
    Desk.open(url, create=True, clock=FixedClock(NOW)).close()
    return Lending(postgres, str(make_url(url).database))


@pytest.fixture
def file_house(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The URL of an empty house in a SQLite file."""
    file = tmp_path / "private" / "house.db"
    file.parent.mkdir(mode=0o700)
    shutil.copy(request.getfixturevalue("_blank_file"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def server_house(postgres: Server, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of an empty house on a PostgreSQL server."""
    blank: Lending = request.getfixturevalue("_blank_databases")
    url = blank.lend()
    yield url
    blank.take_back(url)


@pytest.fixture(params=BOTH)
def house_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty house; the test runs once for each kind."""
    kind = {"sqlite": "file_house", "postgres": "server_house"}[request.param]
    url: str = request.getfixturevalue(kind)
    return url


@pytest.fixture
def desk(house_url: str, clock: FixedClock) -> Iterator[Desk]:
    """A desk in an empty house, which must add up in the end."""
    desk = Desk.open(house_url, clock=clock)
    yield desk
    assert check(desk).problems == ()
    desk.close()


@pytest.fixture
def other_desk(house_url: str, clock: FixedClock) -> Iterator[Desk]:
    """Another desk in the same house."""
    desk = Desk.open(house_url, clock=clock)
    yield desk
    desk.close()


def picture(colour: str = "red") -> bytes:
    """A photo, as a camera gives it."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    return out.getvalue()


def aino(desk: Desk, **fields: Any) -> CustomerId:
    """Somebody to do things with."""
    draft = {"name": "Aino Virtanen", "first_seen": date(2024, 3, 1), **fields}
    return CustomerId(customers.add(desk, CustomerDraft(**draft)).row)


def furnish(desk: Desk) -> CustomerId:
    """Put a row into every table; gives the person they are about."""
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    settings.change_house(desk, name="Riverside Gym", zone="Europe/Helsinki", region="FI")
    today = desk.today()
    whom = aino(
        desk,
        nickname="Aikku",
        birthday=PartialDate(today.month, today.day, 1990),
        phones=("040 123 4567", "+358 9 1234567"),
        emails=("Aino@Example.fi",),
        channel=Channel.MESSAGE,
        tags=("sauna", "mornings"),
        card="1001",
        likes="the window seat",
        must_know="nuts",
    )
    photos.put(desk, whom, picture())
    visits.log_now(desk, whom, purpose="gym", note="knee is better", amount=1250)
    requests.add(desk, RequestDraft(whom, "Locker 12", owner=desk.on_duty, due=desk.now()))
    plans.add(desk, PlanDraft("Gold", months=12, price=48000))
    gold = memberships.add(desk, MembershipDraft(whom, "Gold", today - timedelta(365), today + timedelta(7)))
    talks.thinking(desk, MembershipId(gold.row), today + timedelta(2), "asks at home")
    occasions.add(desk, OccasionDraft(whom, "wedding day", PartialDate(6, 11, 2016)))
    occasions.add(desk, OccasionDraft(whom, "in the newspaper", PartialDate.of(today), once=True))
    birthday = next(one for one in customers.card(desk, whom).reminders if one.rule is Rule.BIRTHDAY)
    reminders.mark(desk, birthday, Fate.DONE)
    calls.add(desk, CallDraft(whom, "the lost watch"))
    calls.tried(desk, call_list.listed(desk)[-1], AttemptDraft(CallCame.NO_ANSWER, "040 123 4567"))
    card = notes.begin(desk, NoteDraft(whom, NoteKind.THANK_YOU, why="brought cake", words="Thank you"))
    notes.put_cutting(desk, NoteId(card.row), picture("grey"))
    with desk.write() as work:
        told = Told(whom, MembershipId(gold.row), today, Step.CALL, Came.ANSWERED, day=today)
        winbacks.add(work, told)
    with desk.store.write(desk.now()) as work:
        picks.remember(work.connection, "aik", whom, desk.now())
    ledger.keep_all(desk)
    imports.bring_in_customers(desk, [CustomerRow(2, "5e7c0de0-0000-4000-8000-000000000001", _BOLD)])
    return whom


_BOLD = CustomerDraft(name="Болд Ганзориг", second_spelling="Bold Ganzorig", card="1002")


_KEPT_BESIDE = {"ledger", "ledger_days"}
"""What the program writes down beside what people do; nothing in it is ever undone."""


def content_of(connection: Connection, *, versions: bool = False, journal: bool = False) -> Content:
    """Every row of every table; of the journal and of versions only where they are asked for.

    The ledger is left out.
    """
    found: Content = {}
    for name, table in metadata.tables.items():
        if name in _KEPT_BESIDE or (name == "journal" and not journal):
            continue
        rows = connection.execute(select(table).order_by(*table.primary_key)).mappings()
        found[name] = [{k: v for k, v in row.items() if versions or k != "version"} for row in rows]
    return found


def content(desk: Desk) -> Content:
    """What is in a house: every row, but for the journal and the versions."""
    with desk.store.read() as connection:
        return content_of(connection)
