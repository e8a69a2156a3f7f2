"""Looking people up: who may be meant by what was typed, and who is here already."""

from datetime import date

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.requests import RequestDraft
from frontdesk.services import customers, lookup, requests, visits
from frontdesk.services.desk import Desk
from tests.support.houses import aino

KNOWN = CustomerDraft(
    name="முருகன் ராமன்",
    title="Dr",
    surname="ராமன்",
    second_spelling="Murugan Raman",
    nickname="Muru",
    address_as="Professor",
    phones=("+358 40 123 4567", "09 1234567"),
    card="A-0042",
    birthday=PartialDate(3, 14, 1985),
    tags=("sauna", "mornings"),
)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    lookup.fill(desk)
    return desk


@pytest.mark.parametrize(
    "typed", ["முரு", "murugan ra", "muru", "professor", "40 123", "1234567", "a-0042", "murugna"]
)
def test_somebody_is_found_by_whatever_is_known_of_them(desk: Desk, typed: str) -> None:
    whom = customers.add(desk, KNOWN).row
    aino(desk)
    assert [hit.entry.id for hit in lookup.search(desk, typed)] == [whom]


def test_a_row_of_the_list_says_all_it_shows(desk: Desk) -> None:
    whom = CustomerId(customers.add(desk, KNOWN).row)
    visits.log_now(desk, whom)
    for what in ("Window seat", "Locker 12"):
        requests.add(desk, RequestDraft(whom, what))
    (hit,) = lookup.search(desk, "murugan")
    shown = hit.entry
    assert (shown.name, shown.second_spelling, shown.nickname) == (KNOWN.name, "Murugan Raman", "Muru")
    assert (shown.phones, shown.card, shown.birthday) == (KNOWN.phones, "A-0042", "1985-03-14")
    assert (shown.visit_count, shown.last_visit) == (1, desk.today())
    assert (shown.usual, shown.tags) == ("Locker 12", ("sauna", "mornings"))
    assert (shown.archived, shown.deceased) == (False, False)


def test_the_list_is_as_long_as_asked_for(desk: Desk) -> None:
    for number in range(25):
        aino(desk, card=str(number))
    assert [len(lookup.search(desk, "aino", limit)) for limit in (0, 3)] == [0, 3]
    assert len(lookup.search(desk, "aino")) == 20


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "x" * 10_000, "%", "' OR 1=1 --", "<b>"])
def test_nothing_sensible_finds_nobody(desk: Desk, typed: str) -> None:
    aino(desk)
    assert lookup.search(desk, typed) == []


def test_a_name_that_was_changed_is_found_by_the_new_one_only(desk: Desk) -> None:
    whom = aino(desk)
    customers.change(desk, whom, 1, name="Kerttu Laine")
    assert lookup.search(desk, "virtanen") == []
    assert [hit.entry.id for hit in lookup.search(desk, "laine")] == [whom]


# --- People who are here already.


@pytest.mark.parametrize(
    "draft",
    [
        CustomerDraft(name="Aino Virtanen"),
        CustomerDraft(name="virtanen aino"),
        CustomerDraft(name="Somebody Else", phones=("(040) 123-4567",)),
        CustomerDraft(phones=("040 123 4567",)),
        CustomerDraft(card="1001"),
        CustomerDraft(name="Bo", card="1001"),
    ],
)
def test_somebody_like_them_is_shown_while_they_are_typed(desk: Desk, draft: CustomerDraft) -> None:
    whom = aino(desk, phones=("040 123 4567",), card="1001")
    aino(desk, name="Kerttu Laine", phones=("050 765 4321",))
    assert [hit.entry.id for hit in lookup.doubles(desk, draft)] == [whom]


@pytest.mark.parametrize(
    "draft",
    [
        CustomerDraft(),
        CustomerDraft(name=" "),
        CustomerDraft(name="Aino"),
        CustomerDraft(name="Aino Laine"),
        CustomerDraft(name="Bo", birthday=PartialDate(3, 14), first_seen=date(2024, 3, 1)),
    ],
)
def test_somebody_else_is_not(desk: Desk, draft: CustomerDraft) -> None:
    aino(desk, phones=("040 123 4567",), card="1001", birthday=PartialDate(3, 14))
    assert lookup.doubles(desk, draft) == []
