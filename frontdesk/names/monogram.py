"""The letters and the colour that stand for a person who has no photo."""

import regex

from frontdesk.names.graphemes import graphemes

COLOURS = 8
"""How many ground colours there are to tell monograms apart."""

_LETTER_OR_NUMBER = regex.compile(r"[\p{L}\p{N}]")
_WIDE = regex.compile(r"[\u0900-\u0DFF]")


def monogram(name: str, given: str = "", surname: str = "") -> str:
    """The first letter of the given name and of the surname, each with all its signs; never torn from them.

    Where the parts are not known, of the first and the last word of ``name``; of a single word its first
    letter only. So too in the Indic scripts, where one letter with its signs fills the circle: ரா.
    Nothing to read gives "?".
    """
    words = [word for word in (given, surname) if _first(word)] if _first(given) else []
    words = words or [word for word in name.split() if _first(word)]
    if not words:
        return "?"
    first, last = _first(words[0]), _first(words[-1])
    return first if len(words) == 1 or _WIDE.match(first) else first + last


def colour_index(id: int) -> int:
    """Which of the eight muted colours is a person's ground; the same one every day."""
    # Neighbouring ids are often seen together (a family, an import): a step of 5 keeps them apart.
    return (id * 5 + id // COLOURS) % COLOURS


def _first(word: str) -> str:
    """The first grapheme of ``word`` that has a letter or number in it, as a capital."""
    for grapheme in graphemes(word[:64]):
        if _LETTER_OR_NUMBER.search(grapheme):
            return _capital(grapheme)
    return ""


def _capital(grapheme: str) -> str:
    upper = grapheme.upper()
    return upper if len(graphemes(upper)) == 1 else grapheme
