"""Phones and cards: any run of their digits, the last ones first.

A number is kept as its value, and its text as a *form* with the digits taken out: +358 ## ### ####. A bitmap
index (one bit for each number and each pair of digits side by side) leaves few numbers to look through.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from frontdesk.names.arrays import Arrays, seen
from frontdesk.names.trie import Numbers
from frontdesk.names.words import digits

WHOLE, ENDING, BEGINNING, INSIDE = 200, 190, 180, 150
"""How close a number is to the digits typed, in 200ths."""

_MOST_DIGITS = 19
"""So many fit into 64 bits; of a longer number the last ones are looked for."""

_DIGIT = "\0"
_NOT_DIGITS = bytes(point for point in range(0x80) if not chr(point).isdecimal())
_TO_FORM = dict.fromkeys(range(ord("0"), ord("9") + 1), _DIGIT)
_LENGTH, _HIDDEN, _CARD = 0x1F, 0x20, 0x40
_PAIRS = 100
FEW_DIGITS, _LOOKED_THROUGH = 3, (5_000, 20_000, 160_000)
_MOST_LOOKED_AT = 20_000
"""One, two or three digits are in so many numbers that only the likeliest people's are looked through."""


class Number(NamedTuple):
    """A phone or card: its digits as a value, how many they are with what else it is, and its form."""

    value: int
    kind: int
    form: str


def phone(text: str) -> Number:
    """A phone as it was written."""
    return _number(text, 0)


def card(text: str) -> Number:
    """A card of digits alone; of a card with letters, which is kept elsewhere, the digits."""
    hidden = not (text.isascii() and text.isdigit())
    return _number(text, _CARD | _HIDDEN if hidden else _CARD)


def _number(text: str, kind: int) -> Number:
    if _DIGIT in text:
        text = text.replace(_DIGIT, "")
    plain = text.isascii()
    found = text.encode().translate(None, _NOT_DIGITS) if plain else digits(text)
    form = text.translate(_TO_FORM) if plain and len(found) <= _MOST_DIGITS else text
    shown = found[-_MOST_DIGITS:]
    return Number(int(shown or 0), kind | len(shown), form)


def bitmap(values: Numbers, kinds: Numbers) -> Numbers:
    """For each pair of digits one bit for each number that has it, as ``(100, bytes)``."""
    pairs = np.zeros((_PAIRS, len(values)), bool)
    rest, every = values.copy(), np.arange(len(values))
    for at in range(1, _MOST_DIGITS):
        has = (kinds & _LENGTH) > at
        if not has.any():
            break
        pairs[(rest[has] % np.uint64(_PAIRS)).astype(np.int64), every[has]] = True
        rest //= np.uint64(10)
    return np.packbits(pairs, axis=1)


class Wanted(NamedTuple):
    """Typed digits: which value, of how many digits, and whether only the end of a number will do."""

    value: int
    length: int
    at_end: bool

    @classmethod
    def of(cls, figures: str, *, at_end: bool = False) -> "Wanted":
        """The digits as they were typed; of too many the last."""
        last = figures[-_MOST_DIGITS:]
        return cls(int(last), len(last), at_end)


class NumberTable:
    """The phones and cards of a segment, those of the likeliest people first."""

    def __init__(self, arrays: Arrays) -> None:
        """Take the arrays of a segment."""
        self._values, self._kinds = arrays["number_values"], arrays["number_kinds"]
        self._pairs, self.owners = arrays["number_pairs"], arrays["number_owners"]
        self._longest = int((self._kinds & _LENGTH).max(initial=0))
        self._values_seen, self._kinds_seen = seen(self._values), seen(self._kinds)
        self._forms_seen, self._owners_seen = seen(arrays["number_forms"]), seen(self.owners)

    def of(self, person: int) -> range:
        """Which numbers a person has."""
        low = bisect_left(self._owners_seen, person)
        return range(low, bisect_left(self._owners_seen, person + 1, low))

    def _of_all(self, people: Numbers) -> tuple[Numbers, Numbers]:
        """The numbers of people in rows of one length, and which places of these hold one."""
        people = people.astype(self.owners.dtype)  # or all owners would be made into what people are
        low = self.owners.searchsorted(people)
        count = self.owners.searchsorted(people, side="right") - low
        at = low[:, None] + np.arange(max(int(count.max(initial=0)), 1))
        return at, at < (low + count)[:, None]

    def closeness_of(self, people: Numbers, all_wanted: Sequence[Wanted]) -> Numbers:
        """How close the numbers of people are to any of what was typed, in rows of one length."""
        rows, there = self._of_all(people)
        found = np.zeros(there.shape, np.uint8)
        for wanted in all_wanted:
            found[there] = np.maximum(found[there], self.closeness(rows[there], wanted))
        return found

    def form(self, row: int) -> int:
        """The token of a number's form."""
        return self._forms_seen[row]

    def is_card(self, row: int) -> bool:
        """Whether it is a card, and no phone."""
        return bool(self._kinds_seen[row] & _CARD)

    def is_shown(self, row: int) -> bool:
        """Whether the number is one that somebody wrote, and not the digits of another."""
        return not self._kinds_seen[row] & _HIDDEN

    def text(self, row: int, form: str) -> str:
        """A number as it was written."""
        if _DIGIT not in form:
            return form
        figures = f"{self._values_seen[row]:0{self._kinds_seen[row] & _LENGTH}}"
        return form.replace("%", "%%").replace(_DIGIT, "%s") % tuple(figures)

    def having(self, wanted: Wanted) -> Numbers:
        """The numbers that may have these digits, or those of the likeliest people among them."""
        if wanted.length > self._longest:
            return np.zeros(0, np.int64)
        look = len(self._values) if wanted.length > FEW_DIGITS else _LOOKED_THROUGH[wanted.length - 1]
        look = min(look, len(self._values))
        if wanted.length == 1:
            return np.arange(look)
        figures = f"{wanted.value:0{wanted.length}}"
        pairs = {int(one + other) for one, other in pairwise(figures)}
        bits = np.bitwise_and.reduce([self._pairs[pair, : (look + 7) // 8] for pair in pairs])
        if wanted.length > FEW_DIGITS:
            some = bits.nonzero()[0]  # hardly any, so that only those are taken apart
            at = np.unpackbits(bits[some]).nonzero()[0][:_MOST_LOOKED_AT]  # but many have 0000
            rows: Numbers = some[at >> 3] * 8 + (at & 7)
            return rows
        return np.unpackbits(bits, count=look).nonzero()[0]

    def closeness(self, rows: Numbers, wanted: Wanted) -> Numbers:
        """How close each of these numbers is to what was typed; 0 where it does not have the digits."""
        values, lengths = self._values[rows], (self._kinds[rows] & _LENGTH).astype(np.int64)
        found = np.zeros(len(rows), np.uint8)
        looked_for, more = np.uint64(wanted.value), lengths - wanted.length
        if not wanted.at_end:
            for shift in range(1, int(more.max(initial=0))):
                inside = values // _POWERS[shift] % _POWERS[wanted.length] == looked_for
                found[inside & (more > shift)] = INSIDE
            found[(more > 0) & (values // _POWERS[np.maximum(more, 0)] == looked_for)] = BEGINNING
        found[(more >= 0) & (values % _POWERS[wanted.length] == looked_for)] = ENDING
        if not wanted.at_end:
            found[(more == 0) & (values == looked_for)] = WHOLE
        return found


_POWERS = np.array([10**power for power in range(_MOST_DIGITS + 1)], np.uint64)
