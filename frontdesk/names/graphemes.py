"""What a reader sees as one letter: a letter with its vowel sign, a conjunct, an emoji with its joiners."""

import regex

_GRAPHEME = regex.compile(r"\X")


def graphemes(text: str) -> list[str]:
    """The extended grapheme clusters of ``text`` (Unicode Annex 29): कौ is one, not क and its sign."""
    return list(text) if text.isascii() and "\r" not in text else _GRAPHEME.findall(text)


def bounds(text: str) -> list[int]:
    """The code point positions where a grapheme starts, and the length of ``text`` as the last."""
    positions = [0]
    for grapheme in graphemes(text):
        positions.append(positions[-1] + len(grapheme))
    return positions
