"""Text in lines: it shrinks or wraps, and no letter is cut in two."""

import pytest
import regex

from frontdesk.reports.eliding import breakable
from frontdesk.reports.paper import Box
from frontdesk.reports.printing.setting import SetText, fitted
from tests.support.written import LONG_NAMES

pytestmark = pytest.mark.usefixtures("indic_fonts")

ROOM = Box(0, 0, 40, 30)
SIZES = (11, 10, 9, 8, 7)


def letters(text: str) -> list[str]:
    """The letters as a reader counts them, vowel signs with their consonants."""
    return [letter for letter in regex.findall(r"\X", text) if letter != "\u200b"]


@pytest.mark.parametrize("name", LONG_NAMES.values(), ids=LONG_NAMES)
@pytest.mark.parametrize("width", [18, 25, 33, 40])
def test_lines_end_between_letters(name: str, width: float) -> None:
    text = SetText([breakable(name)], 11, width)
    assert text.inside
    assert len(text.lines) > 1
    assert [letter for line in text.lines for letter in letters(line)] == letters(name)


@pytest.mark.parametrize("name", LONG_NAMES.values(), ids=LONG_NAMES)
def test_a_long_name_finds_room(name: str) -> None:
    text = fitted([breakable(name), "12 Long Street"], ROOM, SIZES)
    assert text is not None
    assert text.height <= ROOM.height


def test_the_largest_letters_that_fit_are_taken() -> None:
    small, large = (fitted(["Aino"] * lines, ROOM, SIZES) for lines in (8, 2))
    assert small is not None
    assert large is not None
    assert small.height / 8 < large.height / 2


def test_letters_shrink_rather_than_break_a_word() -> None:
    word = "Lentokonesuihkuturbiini"
    assert SetText([word], 11, 40).lines != [word]
    text = fitted([word], ROOM, SIZES)
    assert text is not None
    assert text.lines == [word]


def test_words_wrap_rather_than_shrink() -> None:
    text = fitted(["Mannerheimintie 1 A 22, porras B"], ROOM, SIZES)
    assert text is not None
    assert text.whole
    assert text.lines == SetText(["Mannerheimintie 1 A 22, porras B"], 11, 40).lines
    assert len(text.lines) == 2


def test_a_letter_of_two_halves_is_one_letter() -> None:
    text = SetText(["𐍈" * 40], 11, 20)
    assert "".join(text.lines) == "𐍈" * 40


def test_what_does_not_fit_at_all_is_told() -> None:
    assert fitted(["W" * 1_000], ROOM, SIZES) is None
    assert fitted(["Aino"] * 20, ROOM, SIZES) is None


@pytest.mark.parametrize("text", ["கூழ்", "శ్రీ", "श्री"])
def test_lines_of_india_stand_wide_enough_for_their_signs(text: str) -> None:
    millimetres = 10 / 72 * 25.4
    assert SetText([text] * 3, 10, 40).height / 3 >= 1.399 * millimetres
