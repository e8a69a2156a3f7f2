"""The desk: what is kept in memory follows each write, and whoever listens hears of it after that."""

from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.domain.changes import Changes
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.imports import CustomerRow
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import InUse, NoDatabase, Refused
from frontdesk.names.entries import Entry
from frontdesk.services import customers, imports, lookup, photos, requests, settings, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from frontdesk.storage import lookup as stored
from frontdesk.storage import visits as stored_visits
from tests.support.houses import aino, content, picture
from tests.support.logs import ExpectLog


def kept(desk: Desk) -> dict[int, Entry | None]:
    """What the look-up index knows of everybody who is stored."""
    with desk.store.read() as connection:
        ids = [one.id for one in stored.entries(connection)]
    assert len(desk.index) == len(ids)
    return {one: desk.index.get(one) for one in ids}


def rebuilt(desk: Desk) -> dict[int, Entry | None]:
    with desk.store.read() as connection:
        return {one.id: one for one in stored.entries(connection)}


@pytest.fixture
def heard(desk: Desk) -> list[Changes]:
    """What a listener hears; the index must know of it by then."""
    told: list[Changes] = []

    def listen(changes: Changes) -> None:
        told.append(changes)
        assert kept(desk) == rebuilt(desk)

    desk.fill_index()
    desk.listen(listen)
    return told


def test_the_index_is_empty_until_it_is_filled(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk)
    assert len(other_desk.index) == 0
    lookup.fill(other_desk)
    assert kept(other_desk) == rebuilt(other_desk) == {whom: desk.index.get(whom)}


def test_the_index_follows_every_write_before_anybody_hears_of_it(desk: Desk, heard: list[Changes]) -> None:
    whom = aino(desk, nickname="Aikku", birthday=PartialDate(2, 29), card="7", tags=("sauna",))
    deeds = [
        customers.change(desk, whom, 1, name="Aino Laine", phones=("040 1",), tags=(), card="8"),
        visits.log_now(desk, whom),
        requests.add(desk, RequestDraft(whom, "Locker 12")),
        photos.put(desk, whom, picture()),
        settings.change_house(desk, name="Gym"),
        staff.add(desk, "Anna"),
        customers.archive(desk, whom, 2),
    ]
    deeds += [undo(desk, done.id) for done in reversed(deeds)]
    assert [one.id for one in heard[1:]] == [one.id for one in deeds]
    assert heard[1:] == deeds
    entry = desk.index.get(whom)
    assert entry is not None
    assert (entry.name, entry.card, entry.usual, entry.visit_count) == ("Aino Virtanen", "7", "", 0)


def test_a_file_brought_in_and_taken_back_is_found_and_forgotten(desk: Desk, heard: list[Changes]) -> None:
    row = CustomerRow(2, "5e7c0de0-0000-4000-8000-000000000001", CustomerDraft(name="Болд", card="9"))
    report = imports.bring_in_customers(desk, [row])
    assert [hit.entry.name for hit in lookup.search(desk, "bold")] == ["Болд"]
    assert heard[-1].everybody
    assert report.import_id is not None
    imports.undo_import(desk, report.import_id)
    assert not lookup.search(desk, "bold")
    assert heard[-1].everybody


def test_what_fails_changes_nothing_and_nobody_hears_of_it(desk: Desk, heard: list[Changes]) -> None:
    whom = aino(desk)
    before, known = content(desk), kept(desk)

    def stumble() -> None:
        with desk.write() as work:
            stored_visits.add(work, VisitDraft(whom, desk.today()))
            raise ValueError("stumbled")

    with pytest.raises(ValueError, match="stumbled"):
        stumble()
    with pytest.raises(Refused):
        customers.change(desk, whom, 1, name="")
    assert (content(desk), kept(desk), len(heard)) == (before, known, 1)


def test_every_listener_hears_in_turn(desk: Desk) -> None:
    order: list[str] = []
    desk.listen(lambda _: order.append("first"))
    desk.listen(lambda _: order.append("second"))
    aino(desk)
    assert order == ["first", "second"]


def test_what_is_written_is_safe_even_where_the_index_cannot_follow(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    desk.fill_index()
    told: list[Changes] = []
    desk.listen(told.append)

    def locked(*_: object) -> None:
        raise InUse("locked")

    with monkeypatch.context() as patch, expect_log("could not be refreshed"):
        patch.setattr(stored, "entries", locked)
        whom = aino(desk)
    assert customers.get(desk, whom).draft.name == "Aino Virtanen"
    assert len(told) == 1
    lookup.fill(desk)
    assert kept(desk) == rebuilt(desk)


# --- Two desks.


def test_what_another_desk_wrote_is_known_after_reading_anew(desk: Desk, other_desk: Desk) -> None:
    other_desk.fill_index()
    other_desk.on_duty = StaffId(4711)
    whom = aino(desk, birthday=PartialDate(11, 22))
    settings.change_house(desk, zone="Asia/Kolkata")
    assert other_desk.index.get(whom) is None
    other_desk.reread()
    assert not other_desk.on_duty
    assert kept(other_desk) == rebuilt(desk)
    assert other_desk.house == desk.house
    assert [one.person.id for one in today(other_desk).due_today] == [whom]


def test_writing_at_both_desks_loses_nothing(desk: Desk, other_desk: Desk) -> None:
    for one in (desk, other_desk):
        one.fill_index()
    whom = aino(desk)
    for number in range(6):
        visits.log_now((desk, other_desk)[number % 2], whom, note=str(number))
    entry = other_desk.index.get(whom)
    assert entry is not None
    assert entry.visit_count == 6
    assert len(content(desk)["visits"]) == 6


# --- Opening.


def test_a_new_house_remembers_the_day_it_began(house_url: str, clock: FixedClock) -> None:
    first = Desk.open(house_url, clock=clock)
    assert first.house.since == first.today() == date(2026, 11, 22)
    first.close()
    clock.instant += timedelta(days=9)
    later = Desk.open(house_url, clock=clock)
    assert later.house.since == date(2026, 11, 22)
    later.close()


def test_where_there_is_no_house_none_is_made(tmp_path: Any) -> None:
    with pytest.raises(NoDatabase):
        Desk.open(tmp_path / "house.db")
    assert not list(tmp_path.glob("*.db"))


def test_the_day_is_the_venues_and_the_hour_is_the_same_everywhere(desk: Desk, clock: FixedClock) -> None:
    clock.instant = clock.instant.replace(hour=23)
    settings.change_house(desk, zone="Asia/Kolkata")
    assert (desk.now(), desk.today()) == (clock.instant, clock.instant.date() + timedelta(1))


def test_who_is_on_duty_signs_what_is_written(desk: Desk) -> None:
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    aino(desk)
    assert customers.get(desk, CustomerId(1)).version == 1
    with desk.store.read() as connection:
        signed = connection.exec_driver_sql("SELECT staff_id FROM journal ORDER BY id DESC").scalars().first()
    assert signed == desk.on_duty
