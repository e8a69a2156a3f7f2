"""Reading many at once: lists, look-up entries, days, requests, known rows; each owner gets their own."""

from datetime import timedelta

import pytest

from frontdesk.domain.customers import DRAFT_FIELDS, CustomerDraft
from frontdesk.domain.ids import CustomerId, ImportId, RequestId
from frontdesk.domain.imports import CustomerRow, ImportKind
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import imports, requests, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import customers, keys, lookup, settings
from frontdesk.storage import imports as stored_imports
from frontdesk.storage import requests as stored_requests
from frontdesk.storage import visits as stored_visits
from frontdesk.storage.entities import CUSTOMERS
from tests.support.houses import aino, furnish

DAY = timedelta(days=1)
TOKENS = [f"5e7c0de0-0000-4000-8000-00000000000{n}" for n in range(5)]


@pytest.fixture(autouse=True)
def _small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few keys go into one statement, so that several are needed."""
    monkeypatch.setattr(keys, "IN_ONE", 2)
    monkeypatch.setattr(stored_imports, "IN_ONE", 2)


def test_lists_keep_their_owners_order(desk: Desk) -> None:
    one = aino(desk, phones=("3", "1", "2"), tags=("b", "a"))
    two = aino(desk, phones=("9",))
    none = aino(desk)
    with desk.store.read() as connection:
        every = customers.lists_of(connection, CUSTOMERS.lists["phones"])
        some = customers.lists_of(connection, CUSTOMERS.lists["phones"], [two, none])
        tags = customers.lists_of(connection, CUSTOMERS.lists["tags"])
    assert every == {one: ("3", "1", "2"), two: ("9",)}
    assert some == {two: ("9",)}
    assert tags == {one: ("b", "a")}


def test_only_fields_of_the_card_are_changed(desk: Desk) -> None:
    whom = aino(desk)
    assert "visit_count" not in DRAFT_FIELDS
    with pytest.raises(ValueError, match="visit_count"), desk.write() as work:
        customers.change(work, whom, 1, {"visit_count": 9})
    with desk.store.read() as connection:
        assert customers.get(connection, CustomerId(4711)) is None


def test_look_up_entries_of_some_are_those_of_everybody(desk: Desk) -> None:
    furnish(desk)
    for number in range(3):
        aino(desk, name=f"Aino {number}", phones=(str(number),), tags=(str(number),))
    with desk.store.read() as connection:
        every = {one.id: one for one in lookup.entries(connection)}
        some = list(lookup.entries(connection, [CustomerId(key) for key in (1, 4, 5)]))
        nobody = list(lookup.entries(connection, []))
    assert [every[key] for key in (1, 4, 5)] == sorted(some, key=lambda one: one.id)
    assert (len(every), nobody) == (5, [])
    assert (every[1].usual, every[1].parts, every[1].last_visit) == ("Locker 12", (), desk.today())


def test_days_are_told_once_each_newest_first(desk: Desk) -> None:
    whom, other, today = aino(desk), aino(desk, name="Eino"), desk.today()
    for back in (2, 0, 2, 9):
        visits.log(desk, VisitDraft(whom, today - back * DAY))
    visits.log(desk, VisitDraft(other, today - DAY))
    with desk.store.read() as connection:
        assert stored_visits.days_of(connection, whom, 9) == [today, today - 2 * DAY, today - 9 * DAY]
        assert stored_visits.days_of(connection, whom, 2) == [today, today - 2 * DAY]
        assert [one.draft.day for one in stored_visits.of(connection, whom, 3)] == [
            today,
            today - 2 * DAY,
            today - 2 * DAY,
        ]


def test_what_each_last_asked_for(desk: Desk, clock: FixedClock) -> None:
    whom, other, none = aino(desk), aino(desk, name="Eino"), aino(desk, name="Bo")
    rows = {}
    for person, what in ((whom, "towel"), (other, "tea"), (whom, "locker")):
        rows[what] = RequestId(requests.add(desk, RequestDraft(person, what)).row)
    requests.close(desk, rows["locker"], 1)
    now = clock.instant
    with desk.store.read() as connection:
        assert stored_requests.usual(connection) == {whom: "locker", other: "tea"}
        assert stored_requests.usual(connection, [other, none]) == {other: "tea"}
        left = stored_requests.open_ones(connection, [whom, other, none])
        counted = [
            stored_requests.closed_between(connection, first, last)
            for first, last in ((now, now + DAY), (now - DAY, now), (now + DAY, now + 2 * DAY))
        ]
    assert {key: [one.draft.asked for one in found] for key, found in left.items()} == {
        whom: ["towel"],
        other: ["tea"],
    }
    assert counted == [1, 0, 0]


def test_which_rows_are_here_and_whose_a_sign_is(desk: Desk) -> None:
    rows = [
        CustomerRow(
            n, token, CustomerDraft(name=f"Bo {n}", card=str(n), phones=("040 1",), emails=("B@x.fi",))
        )
        for n, token in enumerate(TOKENS[:4])
    ]
    report = imports.bring_in_customers(desk, rows)
    with desk.store.read() as connection:
        assert stored_imports.known(connection, ImportKind.CUSTOMERS, TOKENS) == set(TOKENS[:4])
        assert stored_imports.known(connection, ImportKind.VISITS, TOKENS) == set()
        cards = stored_imports.by_card(connection, ["0", "1", "2", "9"])
        assert {card: [one.name for one in found] for card, found in cards.items()} == {
            "0": ["Bo 0"],
            "1": ["Bo 1"],
            "2": ["Bo 2"],
        }
        (phones,) = stored_imports.by_phone(connection, ["0401", "1"]).values()
        (emails,) = stored_imports.by_email(connection, ["b@x.fi", "B@x.fi"]).values()
    assert [one.card for one in phones] == [one.card for one in emails] == ["0", "1", "2", "3"]
    assert {one.batch for one in phones} == {report.import_id}


def test_an_import_is_taken_back_once(desk: Desk) -> None:
    imports.bring_in_customers(desk, [CustomerRow(2, TOKENS[0], CustomerDraft(name="Bo"))], file_name="a.csv")
    with desk.store.read() as connection:
        (one,) = stored_imports.recent(connection, 5)
    assert (one.file_name, one.rows, one.undone_at) == ("a.csv", 1, None)
    with desk.write() as work:
        assert stored_imports.take_back(work, one.id) == (1, ())
    with desk.write() as work:
        assert stored_imports.take_back(work, one.id) is None
        assert stored_imports.take_back(work, ImportId(4711)) is None
    with desk.store.read() as connection:
        (one,) = stored_imports.recent(connection, 5)
    assert one.undone_at == desk.now()


def test_a_setting_of_a_newer_program_is_left_alone(desk: Desk) -> None:
    with desk.write() as work:
        work.connection.exec_driver_sql("INSERT INTO settings (key, value) VALUES ('shoe_size', '42')")
    desk.read_house()
    with desk.write() as work:
        settings.set_house(work, {"name": "Gym", "lead_days": None})
    with desk.store.read() as connection:
        assert settings.house(connection).name == "Gym"
        kept = connection.exec_driver_sql("SELECT key FROM settings ORDER BY key").scalars().all()
    assert kept == ["name", "shoe_size", "since"]


def test_a_setting_goes_back_only_from_what_it_was_set_to(desk: Desk) -> None:
    with desk.write() as work:
        settings.set_house(work, {"lead_days": 5})
        assert not settings.put_back(work, "lead_days", None, 4)
        assert settings.house(work.connection).lead_days == 5
        assert settings.put_back(work, "lead_days", None, 5)
        assert settings.house(work.connection).lead_days == 3
