"""Finding people by phone and card."""

import pytest

from frontdesk.names.entries import Why
from tests.names.houses import LAST_YEAR, YESTERDAY, found, house, person

MATTI = person(1, "Matti Virtanen", phones=("+358 40 123 4471", "09 555 123"), card="AB-0017")
AINO = person(2, "Aino Korhonen", phones=("0447 100 200",), card="4471")
HOUSE = house(MATTI, AINO, "Timo Nieminen")


@pytest.mark.parametrize(
    "typed", ["4471", "1234471", "040 123 4471", "0401234471", "+358 40 123 44", "358401234471", "234"]
)
def test_any_run_of_a_phone_number(typed: str) -> None:
    assert "Matti Virtanen" in found(HOUSE, typed)


def test_a_country_code_that_is_not_stored() -> None:
    assert found(HOUSE, "+358447100200") == ["Aino Korhonen"]
    assert found(HOUSE, "00358 447 100 200") == ["Aino Korhonen"]


def test_every_phone_counts() -> None:
    hit = HOUSE.search("555 123")[0]
    assert (hit.entry.id, hit.why, hit.detail) == (1, Why.PHONE, "09 555 123")


def test_the_last_digits_stand_before_the_first_and_the_middle() -> None:
    index = house(
        person(1, "Inside", phones=("0501477150",), last_visit=YESTERDAY),
        person(2, "Begins", phones=("4771555000",), last_visit=YESTERDAY),
        person(3, "Ends", phones=("0501114771",), last_visit=LAST_YEAR),
    )
    assert found(index, "4771") == ["Ends", "Begins", "Inside"]
    assert found(index, "477") == ["Begins", "Inside", "Ends"]


def test_a_card_by_its_letters_and_by_its_digits() -> None:
    assert [hit.why for hit in HOUSE.search("ab0017")] == [Why.CARD]
    assert [hit.why for hit in HOUSE.search("AB-0017")] == [Why.CARD]
    assert found(HOUSE, "0017") == ["Matti Virtanen"]
    assert found(HOUSE, "17") == ["Matti Virtanen"]


def test_a_whole_card_number_stands_before_the_end_of_a_phone() -> None:
    assert found(HOUSE, "4471")[0] == "Aino Korhonen"


@pytest.mark.parametrize("typed", ["matti 4471", "4471 matti", "virt 447", "matti 040 123"])
def test_a_name_and_some_digits(typed: str) -> None:
    assert found(HOUSE, typed) == ["Matti Virtanen"]


CROWD = house(
    *(
        person(id, "Matti Korhonen", phones=(f"040 {id * 7_919 % 10_000_000:07}",), card=f"{70_000 + id}")
        for id in range(1, 400)
    )
)


@pytest.mark.parametrize("id", [1, 150, 399])
@pytest.mark.parametrize(
    "typed", ["matti {end}", "korhonen matti {end}", "{end} mat", "mati {middle}", "matti {card}"]
)
def test_a_frequent_name_and_some_digits(id: int, typed: str) -> None:
    one = CROWD.get(id)
    assert one is not None
    phone = one.phones[0].replace(" ", "")
    hits = CROWD.search(typed.format(end=phone[-4:], middle=phone[3:8], card=one.card))
    assert id in [hit.entry.id for hit in hits]
    assert hits[0].why in (Why.PHONE, Why.CARD)


def test_a_name_with_the_digits_of_somebody_else_is_but_a_guess() -> None:
    assert [(hit.entry.name, hit.why) for hit in HOUSE.search("timo 4471")] == [
        ("Timo Nieminen", Why.WITHOUT)
    ]


def test_digits_of_another_script() -> None:
    assert "Matti Virtanen" in found(HOUSE, "१२३४४७१")


def test_one_digit_is_enough_to_answer() -> None:
    assert set(found(HOUSE, "4")) == {"Matti Virtanen", "Aino Korhonen"}
