"""Whoever is looked for is found, however many others answer to a part of what was typed."""

from typing import Any

import pytest

from frontdesk.names.entries import Entry
from tests.names.houses import YESTERDAY, found, house, names, person


def crowd(name: str, count: int, first: int = 1, **known: Any) -> list[Entry | str]:
    """So many people of one name, with ids from ``first``."""
    return [person(id, name, **known) for id in range(first, first + count)]


@pytest.mark.parametrize("typed", ["matti virtanen", "virtanen matti", "mat virt", "matti virtamen"])
def test_of_two_frequent_names_who_bears_both(typed: str) -> None:
    index = house(
        *crowd("Matti Aho", 3_001, last_visit=YESTERDAY),
        *crowd("Pekka Virtanen", 3_001, first=4_001, last_visit=YESTERDAY),
        person(9_000, "Matti Virtanen"),
    )
    assert found(index, typed)[0] == "Matti Virtanen"


def test_very_frequent_names_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontdesk.names.candidates._MANY", 1_000)
    monkeypatch.setattr("frontdesk.names.candidates._LIKELIEST", 500)
    index = house(
        *crowd("Matti Aho", 2_000, last_visit=YESTERDAY),
        *crowd("Pekka Virtanen", 2_000, first=4_001, last_visit=YESTERDAY),
        person(9_000, "Matti Virtanen"),
    )
    assert found(index, "matti virtanen") == ["Matti Virtanen"]


@pytest.mark.parametrize("typed", ["kari k", "k kari"])
def test_one_name_that_answers_to_both_words_does_not_hide_who_has_two(typed: str) -> None:
    index = house(*crowd("Kari Salo", 4_000, last_visit=YESTERDAY), person(9_000, "Kari Kalle Salo"))
    assert found(index, typed) == ["Kari Kalle Salo"]


def test_two_names_that_answer_to_three_words_do_not_hide_who_has_three() -> None:
    index = house(
        *crowd("Kari Matti Mattson", 4_000, last_visit=YESTERDAY), person(9_000, "Kari Kalle Mattila")
    )
    assert found(index, "kari k mat") == ["Kari Kalle Mattila"]


@pytest.mark.parametrize("typed", ["matti", "matti v", "m"])
def test_many_who_are_gone_do_not_hide_the_living(typed: str) -> None:
    index = house(*crowd("Matti Virtanen", 300, archived=True), person(9_000, "Mattias Virtanen"))
    assert found(index, typed)[0] == "Mattias Virtanen"


@pytest.mark.parametrize("typed", ["matti", "matti virtanen", "0401234567"])
@pytest.mark.parametrize("gone", [False, True])
def test_many_who_were_removed_do_not_hide_who_is_left(typed: str, gone: bool) -> None:
    known: dict[str, Any] = {"phones": ("0401234567",), "archived": gone}
    index = house(*crowd("Matti Virtanen", 600, visit_count=9, **known), person(9_000, **known))
    for id in range(1, 601):
        index.remove(id)
    assert [hit.entry.id for hit in index.search(typed)] == [9_000]


def test_many_of_one_first_name_here_do_not_hide_who_is_called_so_altogether() -> None:
    index = house(*crowd("Matthias Aho", 300), person(9_000, "Matt Salo"))
    index.expect(here=range(1, 301), expected=())
    assert found(index, "matt")[0] == "Matt Salo"


def test_a_double_is_found_below_many_whose_longer_name_begins_so() -> None:
    longer = "Matti Virtanen Koskinen Aaltonen Lahtinen"
    index = house(*crowd(longer, 20, visit_count=9), person(9_000, "Matti Virtamen"))
    assert names(index.doubles(person(0, "Matti Virtanen"))) == ["Matti Virtamen"]


def test_a_name_of_very_many_words_is_one_like_others() -> None:
    long = " ".join(["Aa", "Ab", "Ac", "Ad"] * 500)
    assert sorted(found(house(long, "Aada Aho Aalto"), "a a a")) == [long, "Aada Aho Aalto"]
