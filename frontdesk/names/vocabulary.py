"""The words that people are called by, each kept once, with all the spellings it may be typed in."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from frontdesk.names import folding, romanise
from frontdesk.names.arrays import each_once
from frontdesk.names.pieces import ASIDE_MARK, packed
from frontdesk.names.trie import Numbers, Trie, grown

LOOSE_MARK = "\x01"
"""Stands before a skeleton, so that it is never taken for a spelling."""


class Grade(IntEnum):
    """What a key is to its word: the word itself, a sure spelling of it, one by ear, a skeleton.

    ASIDE is any key of a word outside the name.
    """

    NATIVE = 0
    SURE = 1
    FOLDED = 2
    ASIDE = 3
    LOOSE = 4


class Word(NamedTuple):
    """A word's native key and its other keys.

    ``sure`` are the spellings of the word itself: native, plain, written out, romanised. ``keys`` are those
    and their foldings. ``skeletons`` are the loose keys, of words in other scripts than Latin only.
    """

    native: str
    sure: tuple[str, ...]
    keys: tuple[str, ...]
    skeletons: tuple[str, ...] = ()

    def graded(self) -> Iterator[tuple[str, Grade]]:
        """Every key once, with its grade."""
        yield self.native, Grade.NATIVE
        yield from ((key, Grade.SURE) for key in self.sure if key != self.native)
        yield from ((key, Grade.FOLDED) for key in self.keys if key not in self.sure)
        yield from ((LOOSE_MARK + key, Grade.LOOSE) for key in self.skeletons)


def word(native: str) -> Word:
    """The word of a native key."""
    sure = spellings(native)
    latin = [key for key in sure if key.isascii() and not key.isdecimal()]
    mediums = [folding.medium(key) for key in latin]
    keys = tuple(dict.fromkeys((*sure, *map(folding.light, latin), *mediums)))
    if not romanise.needs_romanising(native):
        return Word(native, sure, keys)
    return Word(native, sure, keys, tuple(dict.fromkeys(filter(None, map(folding.loose, mediums)))))


known_word = lru_cache(maxsize=8192)(word)
"""The same, for words that are asked for again and again."""


def spellings(native: str) -> tuple[str, ...]:
    """The sure spellings of a native key: Müller → muller, mueller; ராமன் → ராமன், raman."""
    if native.isascii():
        return (native,)
    if romanise.needs_romanising(native):
        readings = ("".join(reading) for reading in romanise.readings(native))
        found = (native, native.replace("е\u0308", "е"), *readings)
    else:
        found = (folding.plain(native), folding.written_out(native))
    return tuple(dict.fromkeys(key for key in found if key)) or (native,)


Spelt = tuple[str, list[tuple[str, int]]]
"""A word's sure spellings in one line, and all its keys with their grades."""


class Spelling:
    """Words that are spelt as they come in, one after another."""

    def __init__(self) -> None:
        self._found: list[Spelt] = []

    def add(self, words: Sequence[str]) -> None:
        """Spell more native keys."""
        self._found += map(spelt, words)

    def all(self) -> list[Spelt]:
        """All words, in their order."""
        return self._found


def spelt(native: str) -> Spelt:
    """A word by its native key, which may be marked as that of a word outside the name."""
    found = known_word(native.removeprefix(ASIDE_MARK))
    line = f" {' '.join(found.sure)}\n"
    if native.startswith(ASIDE_MARK):
        return line, [(key, int(Grade.ASIDE)) for key in dict.fromkeys((found.native, *found.keys))]
    return line, [(key, int(grade)) for key, grade in found.graded()]


def written(words: Sequence[Spelt]) -> dict[str, Numbers]:
    """The arrays of a vocabulary; a word's number is its place among ``words``, from 0."""
    pairs = [(key, at, grade) for at, (_, graded) in enumerate(words) for key, grade in graded if key]
    pairs.sort()
    lines, ends = packed(line for line, _ in words)
    return {
        **grown([key for key, _, _ in pairs]),
        "key_words": np.array([number for _, number, _ in pairs], np.uint32),
        "key_grades": np.array([grade for _, _, grade in pairs], np.uint8),
        "spellings": lines,
        "spelling_ends": ends,
    }


class Vocabulary:
    """The words of a segment, by number."""

    def __init__(self, arrays: Mapping[str, Numbers]) -> None:
        """Take the arrays that :func:`written` has made."""
        self.trie = Trie(arrays)
        self.words, self.grades = arrays["key_words"], arrays["key_grades"]
        self._spellings, self._ends = arrays["spellings"], arrays["spelling_ends"]
        self._text, self._nowhere = b"", b"\n"  # no part has a line's end

    def __len__(self) -> int:
        return len(self._ends)

    def has(self, key: str) -> bool:
        """Whether a key begins so."""
        return self.trie.find(key) >= 0

    def known_beginnings(self, key: str) -> set[int]:
        """How many of the first letters of ``key`` make a whole word's key."""
        lengths = enumerate(map(self.trie.below, self.trie.path(key)), start=1)
        return {length for length, (first, on, _) in lengths if on > first}

    def spellings(self, word: int) -> list[str]:
        """The sure spellings of a word."""
        start = int(self._ends[word - 1]) if word else 0
        return self._spellings[start : int(self._ends[word])].tobytes().decode().split()

    def containing(self, part: str, limit: int) -> Numbers:
        """Words that have ``part`` anywhere in a sure spelling; at most about ``limit``."""
        if not self._text:
            self._text = self._spellings.tobytes()  # memory that is not mapped is searched many times faster
        wanted, found, at = part.encode("utf-8", "surrogatepass"), list[int](), -1
        if self._nowhere in wanted:
            return np.zeros(0, np.int64)  # a letter more is typed
        while len(found) < limit and (at := self._text.find(wanted, at + 1)) >= 0:
            found.append(at)
        if not found:
            self._nowhere = wanted
        return each_once(self._ends.searchsorted(np.array(found, self._ends.dtype), side="right"))
