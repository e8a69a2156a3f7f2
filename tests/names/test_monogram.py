"""Monograms and their colours, for people without a photo."""

import pytest

from frontdesk.names.graphemes import bounds, graphemes
from frontdesk.names.monogram import COLOURS, colour_index, monogram


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Raman Kumar", "RK"),
        ("Matti", "M"),
        ("matti juhani virtanen", "MV"),
        ("Мөнхцэцэг", "М"),
        ("Батын Мөнхцэцэг", "БМ"),
        ("Åke Öhman", "ÅÖ"),
        ("A\u030ake", "A\u030a"),
        ("(Matti) 'Virtanen'", "MV"),
        ("ßeta", "ß"),
        ("007", "0"),
    ],
)
def test_first_letters_of_the_first_and_last_word(name: str, letters: str) -> None:
    assert monogram(name) == letters


@pytest.mark.parametrize(
    ("name", "letters"),
    [("ராமன் கிருஷ்ணமூர்த்தி", "ரா"), ("कौशिक", "कौ"), ("श्री राम", "श्री"), ("కృష్ణ", "కృ"), ("ஸ்ரீ", "ஸ்")],
)
def test_an_indic_letter_keeps_its_signs_and_stands_alone(name: str, letters: str) -> None:
    assert monogram(name) == letters


def test_parts_say_which_words_count() -> None:
    assert monogram("de la Cruz, Anna", given="Anna", surname="de la Cruz") == "AD"
    assert monogram("Бат Болд", given="Болд", surname="Бат") == "ББ"
    assert monogram("Cher", given="Cher") == "C"
    assert monogram("Matti Virtanen", surname="Virtanen") == "MV"


@pytest.mark.parametrize("name", ["", "   ", "🙂", "...", "\ud800"])
def test_nothing_to_read_is_a_question_mark(name: str) -> None:
    assert monogram(name) == "?"


def test_a_very_long_name_is_no_trouble() -> None:
    assert monogram("x" * 10_000) == "X"
    assert monogram("." * 10_000) == "?"


def test_every_colour_is_used_and_neighbours_differ() -> None:
    assert {colour_index(id) for id in range(100)} == set(range(COLOURS)) == set(range(8))
    assert all(colour_index(id) != colour_index(id + 1) for id in range(200))


def test_a_persons_colour_never_changes() -> None:
    assert [colour_index(id) for id in (0, 1, 2, 8, 1_000_003)] == [0, 5, 2, 1, 7]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("कौशिक", ["कौ", "शि", "क"]),
        ("क्षमा", ["क्ष", "मा"]),
        ("й", ["й"]),
        ("👨‍👩‍👧a", ["👨‍👩‍👧", "a"]),
        ("a\r\nb", ["a", "\r\n", "b"]),
    ],
)
def test_graphemes_are_what_a_reader_sees_as_letters(text: str, clusters: list[str]) -> None:
    assert graphemes(text) == clusters
    assert [text[a:b] for a, b in zip(bounds(text), bounds(text)[1:], strict=False)] == clusters
