"""Cutting names and queries into words."""

import pytest

from frontdesk.names.words import cut, digits, keys


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Matti Virtanen", ["matti", "virtanen"]),
        ("Anna-Liisa", ["anna", "liisa"]),
        ("R.Krishnan", ["r", "krishnan"]),
        ("O'Brien", ["obrien"]),
        ("D’Souza", ["dsouza"]),
        ("  de \t la\nCruz ", ["de", "la", "cruz"]),
        ("Virtanen, Matti", ["virtanen", "matti"]),
        ("शर्\u200dमा राम", ["शर्मा", "राम"]),
        ("A\u202eB", ["ab"]),
        ("Matti\x00Virtanen", ["matti", "virtanen"]),
        ("<b>Matti</b>", ["b", "matti", "b"]),
        ("", []),
        (" \n", []),
    ],
)
def test_words_are_runs_of_letters_and_numbers(text: str, words: list[str]) -> None:
    assert keys(text) == words


@pytest.mark.parametrize(("text", "words"), [("🙂", ["🙂"]), ("??? !", ["???", "!"]), ("★ ★", ["★", "★"])])
def test_a_text_without_letters_is_cut_at_its_spaces(text: str, words: list[str]) -> None:
    assert keys(text) == words


@pytest.mark.parametrize("text", ["Matti Virtanen", "ராமன் கி", "O'Brien D'Arcy", "Hämäläinen, Päivi", "🙂 🙃"])
def test_each_word_knows_where_it_stands(text: str) -> None:
    for word in cut(text):
        assert keys(text[word.start : word.end]) == [word.key]


def test_a_very_long_text_is_looked_at_in_part() -> None:
    assert len(cut("ab " * 10_000)) < 1_000


@pytest.mark.parametrize(
    ("text", "figures"),
    [("+358 40 123-4471", "358401234471"), ("९८१०", "9810"), ("٠١٢", "012"), ("none", ""), ("４０", "40")],
)
def test_digits_of_any_script(text: str, figures: str) -> None:
    assert digits(text) == figures
