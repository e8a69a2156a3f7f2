"""A person's text as it goes into one row of a list: one line, and no longer than a row can hold."""

import regex

from frontdesk.domain.text import clean

NAME = 120
"""The longest name that is written out, in letters as a reader counts them."""

LINE = 300
"""The longest sentence of likes, notes and reasons."""

ALERT = 600
"""The longest must-know: somebody's health may hang on its end."""

UNBROKEN = 24
"""The longest Indic word, in code points, that is sure to fit into a column."""

_MAY_BREAK = "\u200b"
_ENDS = ".!?…。।॥؟"
_CODE_POINTS = 4  # more to a letter than any living script needs; keeps piled-up accents in bounds


def one_line(text: str, longest: int = LINE) -> str:
    """``text`` in one line without what cannot be seen; too long a one ends in “…”, never inside a letter."""
    text = clean(text)
    if len(text) <= longest:
        return text
    letters: list[str] = regex.findall(r"\X", text[: longest * _CODE_POINTS])
    kept = "".join(letter[: _CODE_POINTS * 2] for letter in letters[:longest])
    return text if kept == text else kept.rstrip() + "…"


def sentence(text: str, longest: int = LINE) -> str:
    """``text`` as a sentence of its own: a capital at the start where there are any, a stop at the end."""
    text = one_line(text, longest)
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in _ENDS else ".")


def breakable(text: str) -> str:
    """``text`` in which an Indic word without an end may be broken between any two letters.

    Browsers and Qt know where to break any other long word. Qt lets some of Tamil, consonants with a
    pulli one after the other, run over the edge of the paper.
    """
    if len(text) <= UNBROKEN or not is_indic(text):
        return text
    return "".join(map(_broken, _WORDS.split(text)))


def is_indic(text: str) -> bool:
    """Whether a letter of ``text`` is of a script of India, whose vowel signs need room above and below."""
    return _INDIC.search(text) is not None


_WORDS = regex.compile(r"(\s+)")
_INDIC = regex.compile(r"[\u0900-\u0DFF]")


def _broken(word: str) -> str:
    if len(word) <= UNBROKEN or not is_indic(word):
        return word
    return _MAY_BREAK.join(regex.findall(r"\X", word))
