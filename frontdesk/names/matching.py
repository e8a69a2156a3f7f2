"""Which words of a segment a typed word may stand for, and how close each is."""

from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import OSA

from frontdesk.names import folding, typos
from frontdesk.names.numbers import NumberTable, Wanted
from frontdesk.names.segment import Segment
from frontdesk.names.trie import Numbers
from frontdesk.names.typed import Typed
from frontdesk.names.vocabulary import LOOSE_MARK

_medium = lru_cache(maxsize=8192)(folding.medium)


class Reach(IntEnum):
    """How far to look; each step forgives more and takes longer."""

    BEGINNINGS = 0
    NEAR = 1
    FAR = 2


CLOSEST = 200
"""What closeness is counted in: so many are the word itself, 0 is nothing like it."""

GUESS = 120
"""A word less close than this is a guess, and stands after everybody who was spelt rightly."""

BEGINNING = 180
"""How close a word is that begins as typed; one that only sounds so is less."""

NUMBERED_LIMIT = 1_000

# Of a beginning, by the grade of the key that was typed and of the word's key that begins so.
_WHOLE, _WHOLE_OF_ONE_LETTER = 20, 4
_OTHERWISE_TYPED, _BY_EAR, _ASIDE = 4, 8, 20
_INSIDE, _INITIAL = 150, 60
_LEAST_LOOSE, _LOOSE = 10, 105
_SLIPPED, _SLIP_WHOLE = 116, 6
_LEAST_LEFT = 3  # letters of a beginning
_COST = 2  # so much less close for each point that a slip costs
_BY_GRADE = np.array([0, 0, 0, -_ASIDE, -CLOSEST])

_INSIDE_LIMIT, _LOOSE_LIMIT = 100, 30
_SHORTEST_FIGURES, _SHORTEST_INSIDE, _SHORTEST_SKELETON = 2, 3, 3
_SHORTEST_SLIPPED, _SHORTEST_SLIPPED_TWICE, _SHORTEST_SLIPPED_OF_SEVERAL = 3, 7, 2


class Matches:
    """The words that one typed word may stand for, as far as one ``reach`` finds them.

    ``closeness`` has a place for every word of the segment; ``wanted`` are numbers, ``numbered`` the people
    who have one, the closest and likeliest first, at most NUMBERED_LIMIT. ``alone``: it is the whole query,
    so a bare initial says too little.
    """

    def __init__(self, segment: Segment, typed: Typed, alone: bool, nearer: "Matches | None" = None) -> None:
        """Look one reach further than ``nearer``; without one for beginnings."""
        self.typed, self._segment, self._alone = typed, segment, alone
        if nearer is None:
            self.reach = Reach.BEGINNINGS
            self.closeness = np.zeros(len(segment.vocabulary), np.uint8)
            self.wanted = _wanted(typed)
            self.numbered = _having(segment.numbers, self.wanted)
        else:
            self.reach = Reach(nearer.reach + 1)
            self.closeness = nearer.closeness.copy()
            self.wanted, self.numbered = nearer.wanted, nearer.numbered
        (self._beginnings, self._near, self._far)[self.reach]()

    @cached_property
    def further(self) -> "Matches":
        """The same typed word, looked for one reach further."""
        return Matches(self._segment, self.typed, self._alone, self)

    @cached_property
    def words(self) -> Numbers:
        """The words found."""
        return (self.closeness > 0).nonzero()[0]

    @cached_property
    def levels(self) -> list[tuple[int, Numbers]]:
        """The words found, those of one closeness together, the closest first."""
        close = self.closeness[self.words]
        levels = np.bincount(close).nonzero()[0][::-1].tolist()
        return [(level, self.words[close == level]) for level in levels]

    @cached_property
    def sure(self) -> bool:
        """Whether a word was found that is no guess."""
        return bool(self.closeness.max(initial=0) >= GUESS)

    @property
    def any(self) -> bool:
        """Whether there are any words or numbers it may stand for."""
        return bool(self.wanted) or len(self.words) > 0

    def _note(self, words: Numbers, closeness: Numbers) -> None:
        """Let words be as close as this, unless they are closer already."""
        np.maximum.at(self.closeness, words, closeness.astype(np.uint8))

    def _beginnings(self) -> None:
        vocabulary, typed = self._segment.vocabulary, self.typed
        for key in typed.keys:
            node = vocabulary.trie.find(key)
            if node < 0:
                continue
            first, on, last = vocabulary.trie.below(node)
            grades = vocabulary.grades[first:last]
            begin, whole = self._tables(key)
            close = begin[grades]
            close[: on - first] = whole[grades[: on - first]]
            self._note(vocabulary.words[first:last], close)

    def _tables(self, key: str) -> tuple[Numbers, Numbers]:
        """How close beginnings and whole words are that a typed key leads to, by the grade of their key.

        Whole words stand before beginnings, typed marks and native letters before bare ones, foldings last.
        """
        typed = self.typed
        by_ear = key not in (typed.native, *typed.sure)
        sure = BEGINNING if typed.native.isascii() else BEGINNING - _OTHERWISE_TYPED
        beginning = [BEGINNING if key == typed.native else sure, sure, BEGINNING - _BY_EAR]
        if by_ear:
            beginning[:2] = [BEGINNING - _BY_EAR] * 2
        whole = _WHOLE if len(typed.native) > 1 else _WHOLE_OF_ONE_LETTER
        wholly = [one + whole for one in beginning]
        return (
            np.array([*beginning, beginning[2] - _ASIDE, 0], np.uint8),
            np.array([*wholly, wholly[2] - _ASIDE, 0], np.uint8),
        )

    def _near(self) -> None:
        """Initials, names of one sound in another script, one slip."""
        vocabulary, typed = self._segment.vocabulary, self.typed
        if not self._alone and not typed.numbers:
            for key in dict.fromkeys(key[0] for key in typed.sure):
                node = vocabulary.trie.find(key)
                if node >= 0:
                    first, on, _ = vocabulary.trie.below(node)
                    self._note(vocabulary.words[first:on], np.full(on - first, _INITIAL))
        if self._alone:
            self._inside()
        for skeleton in typed.skeletons[:1]:
            self._loose(skeleton)
        self._slipped(1, _SHORTEST_SLIPPED)

    def _far(self) -> None:
        """Two slips, a slip in two letters beside another word, and parts inside a word."""
        self._inside()
        self._slipped(2, _SHORTEST_SLIPPED_TWICE if self._alone else _SHORTEST_SLIPPED)
        if not self._alone:
            self._slipped(1, _SHORTEST_SLIPPED_OF_SEVERAL)

    def _inside(self) -> None:
        """Words that have what was typed anywhere in them."""
        key = self.typed.sure[0]
        if len(key) >= (_SHORTEST_FIGURES if self.typed.numbers else _SHORTEST_INSIDE):
            words = self._segment.vocabulary.containing(key, _INSIDE_LIMIT)
            self._note(words, np.full(len(words), _INSIDE))

    def _loose(self, skeleton: str) -> None:
        """Words of another script that share the skeleton, the more alike the closer."""
        vocabulary = self._segment.vocabulary
        node = vocabulary.trie.find(LOOSE_MARK + skeleton)
        if node < 0:
            return
        first, on, last = vocabulary.trie.below(node)
        words = vocabulary.words[first : last if len(skeleton) >= _SHORTEST_SKELETON else on]
        words = words[np.argsort(self._segment.firsts[words], kind="stable")][:_LOOSE_LIMIT]
        like = np.array([self._likeness(int(word)) for word in words])
        self._note(words, _LEAST_LOOSE + _LOOSE * like)

    def _likeness(self, word: int) -> float:
        """How alike the typed letters and a word, or its beginning, are: 0 to 1, a beginning at most 0.95."""
        best = 0.0
        for wanted in self.typed.mediums[:1] or (self.typed.native,):
            for key in map(_medium, self._segment.vocabulary.spellings(word)):
                beginning = OSA.normalized_similarity(wanted, key[: len(wanted)])
                best = max(best, 0.95 * beginning, OSA.normalized_similarity(wanted, key))
        return best

    def _slipped(self, slips: int, shortest: int) -> None:
        """Words that begin with what was typed but for so many slips, the closer where a whole word stands.

        Letters fewer than ``shortest`` do not say how a word begins; beside others they may be a whole one.
        """
        vocabulary, keys = self._segment.vocabulary, self.typed.slipping
        long = [key for key in keys if len(key) >= shortest]
        if self.typed.numbers or not (long or not self._alone):
            return
        nodes, costs = vocabulary.trie.near(long or keys, slips)
        likely = costs <= typos.most(max(map(len, keys)))
        nodes, costs = nodes[likely], costs[likely]
        first, on, last = vocabulary.trie.all_below(nodes)
        last = np.where(vocabulary.trie.depths(nodes) >= min(shortest, _LEAST_LEFT), last, on) if long else on
        at, which = _every(first, last)
        close = _SLIPPED - _COST * costs[which] + _SLIP_WHOLE * (at < on[which])
        close += _BY_GRADE[vocabulary.grades[at]]
        self._note(vocabulary.words[at], np.maximum(close, 0))


def _wanted(typed: Typed) -> tuple[Wanted, ...]:
    """The numbers that a typed word may be a part of."""
    if not typed.numbers or not typed.numbers[0].isdecimal():
        return ()
    return (
        *(Wanted.of(figures) for figures in typed.numbers),
        *(Wanted.of(figures, at_end=True) for figures in typed.number_ends),
    )


def _having(numbers: NumberTable, all_wanted: Sequence[Wanted]) -> Numbers:
    """The people with one of the numbers, the closest and likeliest first."""
    if not all_wanted:
        return np.zeros(0, np.int64)
    rows = [numbers.having(wanted) for wanted in all_wanted]
    close = np.concatenate([numbers.closeness(*pair) for pair in zip(rows, all_wanted, strict=True)])
    owners = numbers.owners[np.concatenate(rows)].astype(np.int64)
    order = np.lexsort((owners, CLOSEST - close))[: np.count_nonzero(close)]
    found: Numbers = owners[order[:NUMBERED_LIMIT]]
    return found


def _every(first: Numbers, last: Numbers) -> tuple[Numbers, Numbers]:
    """Every number of several ranges, and in which range each is."""
    counts = last.astype(np.int64) - first
    which = np.arange(len(counts)).repeat(counts)
    return np.arange(len(which)) + (first - (counts.cumsum() - counts)).repeat(counts), which
