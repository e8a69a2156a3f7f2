"""Everybody at once, for a new index: the same as is read of each, in the order of their keys."""

from datetime import timedelta
from itertools import islice

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.requests import RequestDraft
from frontdesk.services import customers, requests, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import demo as stored
from frontdesk.storage import everybody, lookup
from tests.support.houses import aino, furnish


def read(desk: Desk) -> list[everybody.Person]:
    with desk.store.read() as connection:
        return list(everybody.rows(connection))


def test_nobody(desk: Desk) -> None:
    assert read(desk) == []


def test_each_field_is_as_it_is_kept(desk: Desk) -> None:
    whom = aino(
        desk,
        second_spelling="Айно",
        nickname="Aikku",
        given="Aino",
        surname="Virtanen",
        credentials="100 %",
        phones=("040 123 4567", "09 1234567"),
        card="1001",
        birthday=PartialDate(3, 14),
        tags=("sauna", "mornings"),
        archived=True,
    )
    visits.log_now(desk, whom)
    for wish in ("towel", "Locker 12"):
        requests.add(desk, RequestDraft(whom, wish))
    assert read(desk) == [
        (
            whom,
            "Aino Virtanen",
            "Айно",
            "Aikku",
            ("Aino", "Virtanen", "100 %"),
            ("040 123 4567", "09 1234567"),
            "1001",
            "--03-14",
            desk.today(),
            1,
            "Locker 12",
            ("sauna", "mornings"),
            True,
            False,
        )
    ]
    assert [type(value) for value in read(desk)[0][-2:]] == [bool, bool]


def test_they_are_the_same_as_one_by_one(desk: Desk) -> None:
    furnish(desk)
    gone = customers.add(desk, CustomerDraft("Gone", phones=("1",)))
    for number in range(8):
        whom = aino(
            desk,
            name=f"Person {number}",
            phones=("040 123 4567", "050 1")[: number % 3],
            tags=("sauna",) * (number % 2),
            deceased=number == 5,
        )
        if number % 4 == 1:
            requests.add(desk, RequestDraft(whom, f"wish {number}", due=desk.now() + timedelta(1)))
    undo(desk, gone.id)
    aino(desk, name="The last", phones=("1", "2"))
    with desk.store.read() as connection:
        one_by_one = [tuple(entry) for entry in lookup.entries(connection)]
    assert read(desk) == sorted(one_by_one)
    assert len(one_by_one) == 11


def test_more_people_than_are_fetched_at_once(desk: Desk) -> None:
    with desk.store.write(desk.now()) as work:
        stored.add_people(work, [CustomerDraft(f"{n}", phones=(f"{n}",)) for n in range(2500)])
    found = read(desk)
    assert [(one[1], one[5]) for one in found] == [(f"{n}", (f"{n}",)) for n in range(2500)]


def test_two_can_be_read_at_once_and_one_left_half_way(desk: Desk) -> None:
    furnish(desk)
    with desk.store.read() as connection:
        first, second = everybody.rows(connection), everybody.rows(connection)
        assert list(islice(first, 1)) == list(islice(second, 1))
        assert list(first) == list(second) != []
        next(everybody.rows(connection))
    aino(desk)
