"""Which words of the vocabulary a typed word may stand for, and how close each is."""

from collections.abc import Iterable
from enum import IntEnum

from rapidfuzz.distance import OSA

from frontdesk.names import typos
from frontdesk.names.people import Group, Word
from frontdesk.names.register import Register
from frontdesk.names.typed import Typed
from frontdesk.names.vocabulary import KeyTable


class Tier(IntEnum):
    """In what way a typed word matches; an earlier one is better evidence.

    ``ASIDE`` is a whole word or beginning outside the name: a title must not bring up everybody who has one
    before those whose names begin so.
    """

    WHOLE = 0
    ENDING = 1
    BEGINNING = 2
    ASIDE = 3
    INSIDE = 4
    LOOSE = 5
    INITIAL = 6
    ONE_SLIP = 7
    TWO_SLIPS = 8


class Reach(IntEnum):
    """How far to look; each step forgives more and takes longer."""

    BEGINNINGS = 0
    WITHIN = 1
    ONE_SLIP = 2
    TWO_SLIPS = 3


_INSIDE_LIMIT, _NUMBERS_LIMIT = 400, 1_000
_SHORTEST_INSIDE, _SHORTEST_SKELETON = 2, 3


class Matches:
    """The words that one typed word may stand for; grows with each further reach.

    ``alone``: it is the whole query, so a bare initial says too little.
    """

    def __init__(self, register: Register, typed: Typed, alone: bool) -> None:
        self.typed = typed
        self.alone = alone
        self.tiers: dict[Word, Tier] = {}
        self._register = register
        self._closeness: dict[Word, float] = {}
        self._steps = [self._beginnings, self._within, self._one_slip, self._two_slips]

    def reach(self, reach: Reach) -> None:
        """Find the words as far as ``reach``."""
        while self._steps and len(self._steps) > len(Reach) - 1 - reach:
            self._steps.pop(0)()

    def _note(self, table: KeyTable, keys: Iterable[str], tier: Tier) -> None:
        for word in table.words(keys):
            self.tiers.setdefault(word, max(tier, Tier.ASIDE) if word.group is Group.ASIDE else tier)

    def _beginnings(self) -> None:
        register = self._register
        if self.typed.numbers:
            self._numbers()
        self._note(register.keys, self.typed.keys, Tier.WHOLE)
        for key in self.typed.beginnings:
            self._note(register.keys, register.keys.starting(key), Tier.BEGINNING)

    def _numbers(self) -> None:
        """The phones and cards that are, end with, begin with or contain the typed figures."""
        self._register.number()
        forwards, backwards = self._register.forwards, self._register.backwards
        typed = self.typed.numbers
        self._note(forwards, typed[:1], Tier.WHOLE)
        for number in typed + self.typed.number_ends:
            self._note(backwards, backwards.starting(number[::-1])[:_NUMBERS_LIMIT], Tier.ENDING)
        for number in typed:
            self._note(forwards, forwards.starting(number)[:_NUMBERS_LIMIT], Tier.BEGINNING)
            self._note(forwards, forwards.containing(number, _INSIDE_LIMIT), Tier.INSIDE)

    def _within(self) -> None:
        register, typed = self._register, self.typed
        for key in typed.sure:
            if len(key) >= _SHORTEST_INSIDE:
                self._note(register.keys, register.keys.containing(key, _INSIDE_LIMIT), Tier.INSIDE)
        for skeleton in typed.skeletons:
            self._note(register.skeletons, [skeleton], Tier.LOOSE)
            if len(skeleton) >= _SHORTEST_SKELETON:
                self._note(register.skeletons, register.skeletons.starting(skeleton), Tier.LOOSE)
        if not self.alone and not typed.numbers:
            self._note(register.keys, [key[0] for key in typed.sure], Tier.INITIAL)

    def _one_slip(self) -> None:
        for key in self._slipped():
            self._note(self._register.keys, typos.within_one(self._register.keys, key), Tier.ONE_SLIP)

    def _two_slips(self) -> None:
        for key in self._slipped():
            self._note(self._register.keys, typos.within_two(self._register.keys, key), Tier.TWO_SLIPS)

    def _slipped(self) -> list[str]:
        """The keys in which slips are looked for: as typed, and folded; a slip may make or break a pair."""
        typed = self.typed
        return (
            []
            if typed.numbers or (self.alone and len(typed.native) < 3)
            else list(dict.fromkeys((typed.sure[0], *typed.mediums[:1])))
        )

    def closeness(self, word: Word) -> float:
        """From 1, the word itself, down to 0, hardly."""
        found = self._closeness.get(word)
        if found is None:
            found = self._closeness[word] = self._measured(word, self.tiers[word])
        return found

    def _measured(self, word: Word, tier: Tier) -> float:
        if tier in _LIKE:
            least, most = _LIKE[tier]
            return least + (most - least) * _likeness(self.typed, word)
        if word.group is Group.NUMBER or tier in (Tier.INSIDE, Tier.INITIAL):
            return _CLOSENESS[tier]
        return _spelt_alike(self.typed, word) - (_LESS_ASIDE if tier is Tier.ASIDE else 0.0)


GUESS = 0.6
"""A word less close than this is a guess, and stands after everybody who was spelt rightly."""

_LESS_ASIDE = 0.1
_LIKE = {Tier.LOOSE: (0.1, 0.85), Tier.ONE_SLIP: (0.3, 0.6), Tier.TWO_SLIPS: (0.1, 0.5)}
_CLOSENESS = {
    Tier.WHOLE: 1.0,
    Tier.ENDING: 0.95,
    Tier.BEGINNING: 0.9,
    Tier.INSIDE: 0.75,
    Tier.INITIAL: 0.62,
}


def _spelt_alike(typed: Typed, word: Word) -> float:
    """Whole words before beginnings, typed marks and native letters before bare ones, foldings last."""
    whole = 0.1 if len(typed.native) > 1 else 0.02
    if word.native == typed.native:
        return 0.9 + whole
    if word.native.startswith(typed.native):
        return 0.9
    as_typed = 0.0 if typed.native.isascii() else 0.02
    if any(key in word.sure for key in typed.sure):
        return 0.9 + whole - as_typed
    if any(key.startswith(typed.sure) for key in word.sure):
        return 0.9 - as_typed
    return 0.96 if any(key in word.keys for key in typed.keys) else 0.86


def _likeness(typed: Typed, word: Word) -> float:
    """How alike the typed letters and the word, or its beginning, are: 0 to 1, a beginning at most 0.95."""
    best = 0.0
    for wanted in (*typed.mediums[:1], typed.native):
        for key in word.keys:
            beginning = OSA.normalized_similarity(wanted, key[: len(wanted)])
            best = max(best, 0.95 * beginning, OSA.normalized_similarity(wanted, key))
    return best
