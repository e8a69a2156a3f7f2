"""A segment: many people in arrays that never change, in memory or mapped from a file.

People are numbered from the likeliest at the desk to the least likely, so the lists of who is called by a
word need no weights: the smaller number stands first.
"""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np

from frontdesk.names.arrays import each_once, seen
from frontdesk.names.entries import Entry
from frontdesk.names.numbers import NumberTable
from frontdesk.names.pieces import JOINED, PIECE, WORDLESS, Pieces
from frontdesk.names.trie import Numbers
from frontdesk.names.vocabulary import Vocabulary


class Field(IntEnum):
    """Where a token of a person stands; those up to CARD are looked for."""

    NAME = 0
    SECOND_SPELLING = 1
    NICKNAME = 2
    ASIDE = 3
    CARD = 4
    TAG = 5
    USUAL = 6
    BIRTHDAY = 7


FIELD_SHIFT, FIELD = 25, 7
REPEATED, STARTS = 1 << 28, 1 << 29
"""Bits of a token: a word that stands in an earlier field already; the first of a part or tag."""

ARCHIVED, DECEASED = 1, 2
_ENTRIES_KEPT = 2_000
NOBODY = np.uint32(0xFFFFFFFF)


class Segment:
    """People, the words they are called by and their numbers."""

    def __init__(self, arrays: Mapping[str, Numbers], about: Mapping[str, Any] | None = None) -> None:
        """Take the arrays that :mod:`frontdesk.names.building` has made; ``about`` is the caller's."""
        self.about = about or {}
        self.ids, self.last, self.counts = arrays["ids"], arrays["last"], arrays["counts"]
        self.flags, self._by_id = arrays["flags"], arrays["by_id"]
        self._columns = [seen(column) for column in (self.ids, self.last, self.counts, self.flags)]
        self.tokens, self._bounds = arrays["tokens"], arrays["token_bounds"]
        self.vocabulary = Vocabulary(arrays)
        self.pieces = Pieces(arrays)
        self.numbers = NumberTable(arrays)
        self._known: dict[int, Entry] = {}
        self._people, self._people_bounds = arrays["people"], arrays["people_bounds"]
        self._tokens_seen, self._bounds_seen = seen(self.tokens), seen(self._bounds)

    def __len__(self) -> int:
        return len(self.ids)

    def number_of(self, id: int) -> int | None:
        """The number of a person in this segment; None where they are not in it."""
        at = bisect_left(self._by_id, id, key=self.ids.__getitem__)
        if at == len(self._by_id):
            return None
        number = int(self._by_id[at])
        return number if self.ids[number] == id else None

    @cached_property
    def living(self) -> int:
        """The number of the first person who is gone; all before are neither archived nor deceased."""
        return int(np.count_nonzero(self.flags == 0))

    @cached_property
    def firsts(self) -> Numbers:
        """The likeliest person of each word; NOBODY for the word of those without one."""
        starts = self._people_bounds[:-1]
        found = np.full(len(starts), NOBODY)
        found[self.called > 0] = self._people[starts[self.called > 0]]
        return found

    @cached_property
    def called(self) -> Numbers:
        """How many people are called by each word."""
        return np.diff(self._people_bounds)

    def likeliest(self, words: Numbers, most: int) -> Numbers:
        """The ``most`` likeliest people who are called by any of these words, in order."""
        if len(words) > 2 * most:
            # Each word that leads to one of them begins with one of them; a person has several words at most.
            words = words[np.argpartition(self.firsts[words], 2 * most)[: 2 * most]]
        return each_once(self.people(words, most))[:most]

    def people(self, words: Numbers, most: int | None = None) -> Numbers:
        """Who is called by these words, of each the ``most`` likeliest, one word after another."""
        counts = self.called[words].astype(np.int64)
        if most is not None:
            counts = np.minimum(counts, most)
        ends = counts.cumsum()
        at = np.arange(int(ends[-1]) if len(ends) else 0)
        at += (self._people_bounds[words] - (ends - counts)).repeat(counts)
        return self._people[at].astype(np.int64)

    def words_of(self, people: Numbers) -> tuple[Numbers, Numbers]:
        """The tokens of people in rows of one length, and the words they stand for.

        Places after the last token, repeated words and what is not looked for have the word WORDLESS.
        """
        starts, ends = self._bounds[people].astype(np.int64), self._bounds[people + 1]
        width = int((ends - starts).max(initial=1))
        at = starts[:, None] + np.arange(width)
        tokens = self.tokens[np.minimum(at, len(self.tokens) - 1)]
        return tokens, np.where(at < ends[:, None], self._words(tokens), WORDLESS)

    def words_of_each(self, people: Numbers) -> tuple[Numbers, Numbers]:
        """The words of people one after another, and where each person's begin."""
        begins = self._bounds[people].astype(np.int64)
        lengths = self._bounds[people + 1] - begins
        starts = lengths.cumsum() - lengths
        at = np.arange(int(lengths.sum())) + (begins - starts).repeat(lengths)
        return self._words(self.tokens[at]), starts

    def _words(self, tokens: Numbers) -> Numbers:
        return np.where(tokens & REPEATED, WORDLESS, self.pieces.words[tokens & PIECE])

    def tokens_of(self, person: int) -> list[int]:
        """The tokens of one person."""
        return self._tokens_seen[self._bounds_seen[person] : self._bounds_seen[person + 1]].tolist()

    def entry(self, person: int) -> Entry:
        """What is known of a person, as it was given; of the parts those that the name leaves out."""
        known = self._known.get(person)
        if known is None:
            if len(self._known) >= _ENTRIES_KEPT:
                self._known.clear()
            known = self._known[person] = self._read(person)
        return known

    def _read(self, person: int) -> Entry:
        found: dict[int, list[str]] = {}
        for token in self.tokens_of(person):
            piece, field = self.pieces.piece(token), token >> FIELD_SHIFT & FIELD
            texts = found.get(field)
            if texts is None:
                found[field] = [piece]
            elif token & STARTS:
                texts.append(piece)
            else:
                texts[-1] += piece if token & JOINED else f" {piece}"
        rows = filter(self.numbers.is_shown, self.numbers.of(person))
        numbers = [(self.numbers.is_card(row), self.number_text(row)) for row in rows]
        last, flags = self._columns[1][person], self._columns[3][person]
        return Entry(
            id=self._columns[0][person],
            name=_one(found, Field.NAME),
            second_spelling=_one(found, Field.SECOND_SPELLING),
            nickname=_one(found, Field.NICKNAME),
            parts=tuple(found.get(Field.ASIDE, ())),
            phones=tuple(text for is_card, text in numbers if not is_card),
            card=next((text for is_card, text in numbers if is_card), _one(found, Field.CARD)),
            birthday=_one(found, Field.BIRTHDAY),
            last_visit=date.fromordinal(last) if last else None,
            visit_count=self._columns[2][person],
            usual=_one(found, Field.USUAL),
            tags=tuple(found.get(Field.TAG, ())),
            archived=bool(flags & ARCHIVED),
            deceased=bool(flags & DECEASED),
        )

    def number_text(self, row: int) -> str:
        """A phone or card as it was written."""
        return self.numbers.text(row, self.pieces.piece(self.numbers.form(row)))


def _one(found: dict[int, list[str]], field: Field) -> str:
    return found[field][0] if field in found else ""
