"""Words of the Brahmic scripts cut into written syllables, which names are made of over and over.

What a syllable's letters are and how it is spelt when said so is worked out once. The ways to say a word are
choices in single places, each with how far it is from the usual way.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from frontdesk.names import brahmic

_KEPT = 1 << 14

Pieces = tuple[str, ...]
"""Latin letters, maybe none, for each code point."""

Ways = tuple[tuple[Pieces, int], ...]
"""The ways to say a part of a word, the usual one first, each with how far it is from that."""

# Vowels and consonants; within each block every letter has the same place.
_BLOCKS = range(brahmic.DEVANAGARI, brahmic.MALAYALAM + 0x80, 0x80)
_LETTERS = "".join(
    f"{chr(block + first)}-{chr(block + last)}"
    for block in _BLOCKS
    for first, last in ((0x05, 0x39), (0x58, 0x61), (0x7A, 0x7F))
)
_SYLLABLES = re.compile(f"[{_LETTERS}\u0972][^{_LETTERS}\u0972]*")


class Syllable(NamedTuple):
    """A syllable as written, and how its parts sound; without a consonant or without a vowel these are ""."""

    text: str
    consonant: str = ""
    vowel: str = ""
    closing: str = ""
    inherent: bool = False


def cut(word: str) -> tuple[int, list[str]]:
    """How many signs stand before the first syllable of ``word``, and its syllables."""
    found = _SYLLABLES.findall(word)
    return (word.index(found[0]) if found else len(word)), found


@lru_cache(maxsize=_KEPT)
def read(text: str) -> Syllable:
    """The syllable of a written one; "" where there is none."""
    for one in brahmic.read(text)[:1]:
        return Syllable(text, one.consonant, one.vowel, one.closing, one.inherent)
    return Syllable(text)


def nasal(after: Syllable, elsewhere: str) -> str:
    """How a dot sounds: as the nasal of the next consonant if that is a stop, and ``elsewhere`` so."""
    return _NASALS.get(after.consonant[:1], elsewhere)


_NASALS = dict.fromkeys("pbm", "m") | dict.fromkeys("kgcjtdn", "n")


@lru_cache(maxsize=_KEPT)
def spell(spoken: Syllable) -> Pieces:
    """The Latin letters of each code point of a syllable."""
    parts = {"consonant": spoken.consonant, "vowel": spoken.vowel, "closing": spoken.closing}
    return brahmic.spell([one.but(**parts) for one in brahmic.read(spoken.text)[:1]], len(spoken.text))


def nearest(usual: Sequence[Pieces], choices: Sequence[tuple[int, Ways]], most: int) -> list[Pieces]:
    """The usual way and those that are least far from it, at most so many.

    A choice is the place of a part and its ways; what is said in one place binds no other.
    """
    found: list[tuple[int, tuple[tuple[int, Pieces], ...]]] = [(0, ())]
    for at, ways in choices:
        found += [
            (far + further, (*changes, (at, pieces)))
            for far, changes in found
            for pieces, further in ways[1:]
        ]
        found = sorted(found, key=itemgetter(0))[:most]
    return [_changed(usual, changes) for _, changes in found]


def _changed(usual: Sequence[Pieces], changes: tuple[tuple[int, Pieces], ...]) -> Pieces:
    spoken = list(usual)
    for at, pieces in changes:
        spoken[at] = pieces
    return tuple(chain.from_iterable(spoken))
