"""Whatever is typed, pasted or leant on is answered, and nothing comes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.names.entries import Hit
from tests.names.houses import found, house, person

HOUSE = house(
    person(1, "Matti Virtanen", phones=("040 123 4471",), card="AB-17"),
    "ராமன் கிருஷ்ணன்",
    "Robert'); DROP TABLE customers;--",
    "<b>Aino</b>",
    "\u200fעמית",
    "🙂",
)

BAD = {
    "nothing": "",
    "spaces": "   \t\n",
    "one letter": "m",
    "ten thousand letters": "matti" * 2_000,
    "ten thousand figures": "4471" * 2_500,
    "ten thousand words": "matti " * 2_000,
    "punctuation": "!?.,;:-_/\\()[]{}'\"`",
    "emoji": "👩‍👩‍👧‍👦🙂",
    "right to left": "\u202ematti\u202c עמית",
    "control characters": "\x00\x01\x1f\x7f\x85",
    "a null in a name": "mat\x00ti",
    "SQL": "'; DROP TABLE customers; --",
    "wildcards": "%_*?",
    "HTML": '<img src="/etc/passwd" onerror=alert(1)>',
    "lone surrogates": "\ud800matti\udfff",
    "mixed scripts": "mаttiராமनмө",
    "marks alone": "\u0301\u0bcd\u093e",
    "joiners alone": "\u200c\u200d\ufeff",
    "figures of other scripts": "१२३४४७१٤",
    "too large a number": "9" * 30,
    "a superscript": "m²",
}


@pytest.mark.parametrize("typed", BAD.values(), ids=BAD)
def test_it_is_answered(typed: str) -> None:
    for hits in (HOUSE.search(typed), HOUSE.doubles(person(99, typed, phones=(typed,), card=typed))):
        assert all(isinstance(one, Hit) for one in hits)
        assert all(one.marks is not None for one in hits)


@pytest.mark.parametrize("name", BAD.values(), ids=BAD)
def test_somebody_of_that_name_is_kept_and_goes_again(name: str) -> None:
    index = house("Aino Korhonen")
    index.put(person(7, name, second_spelling=name, nickname=name, parts=(name,), phones=(name,), card=name))
    kept = index.get(7)
    assert kept is not None
    assert (kept.name, kept.second_spelling, kept.nickname) == (name, name, name)
    index.search(name)
    index.remove(7)
    assert index.get(7) is None
    assert found(index, "aino") == ["Aino Korhonen"]


@given(st.text(st.characters(categories=None), max_size=40))
def test_any_text_at_all(typed: str) -> None:
    for hit in HOUSE.search(typed):
        assert all(0 <= start < end <= len(hit.entry.name) for start, end in hit.marks)


def test_what_looks_like_a_command_is_a_name() -> None:
    assert found(HOUSE, "drop table") == ["Robert'); DROP TABLE customers;--"]
    assert found(HOUSE, "<b>aino") == ["<b>Aino</b>"]
