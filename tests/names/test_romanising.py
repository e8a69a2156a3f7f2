"""What all readings have in common: traceable letters, nothing lost, never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.names.folding import native
from frontdesk.names.romanise import needs_romanising, readings

ONE_OF_EACH = ["ராமன்", "కృష్ణ", "कृष्ण", "Мөнхцэцэг", "ಬಸವ", "മോഹൻ", "ਸਿੰਘ", "પટેલ", "মিত্র", "ఎల్లయ్య", "Соловьёв"]

letters = st.characters(min_codepoint=0x0400, max_codepoint=0x0D7F)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_every_letter_of_the_name_has_its_piece_of_latin(name: str) -> None:
    for reading in readings(native(name)):
        assert len(reading) == len(native(name))
        assert "".join(reading).isascii()


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_no_reading_is_given_twice(name: str) -> None:
    spelt = ["".join(reading) for reading in readings(native(name))]
    assert len(set(spelt)) == len(spelt)


def test_scripts_may_be_mixed_in_one_word() -> None:
    assert "".join(readings(native("Raман"))[0]) == "raman"


@pytest.mark.parametrize("name", ["రామ\u0301య్య", "र\u0301ाम", "Бат\u0301", "ీరామ", "్యయ్య", "ाम", "\u0308ёж"])
def test_stray_marks_take_their_places(name: str) -> None:
    key = native(name)
    assert all(len(reading) == len(key) for reading in readings(key))


def test_latin_is_left_as_it_is() -> None:
    assert not needs_romanising(native("Hämäläinen"))
    assert readings("abc") == (("a", "b", "c"),)


@given(st.text(letters, min_size=1, max_size=12))
def test_any_string_of_these_letters_can_be_read(text: str) -> None:
    key = native(text)
    for reading in readings(key):
        assert len(reading) == len(key)
