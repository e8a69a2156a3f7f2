"""Keys that begin with what was meant, when what was typed has a slip in it."""

from collections.abc import Iterator
from itertools import chain

from rapidfuzz.distance import OSA

from frontdesk.names.vocabulary import KeyTable

SHORTEST_FOR_ONE, SHORTEST_FOR_TWO = 2, 7
_SHORTEST_BEGINNING = 3
_TAIL_LIMIT = 300


def within_one(table: KeyTable, typed: str) -> set[str]:
    """The keys that begin with ``typed`` but for one letter wrong, missing, too many or swapped."""
    found: set[str] = set()
    if len(typed) >= SHORTEST_FOR_ONE:
        for beginning in _slips(table, typed):
            found.update(table.starting(beginning))
    return found


def within_two(table: KeyTable, typed: str) -> set[str]:
    """The keys that begin with a long ``typed`` but for two such slips.

    Either no more than one slip is in its first half, or its second half is right.
    """
    if len(typed) < SHORTEST_FOR_TWO:
        return set()
    half = (len(typed) + 1) // 2
    heads = (table.starting(beginning) for beginning in _slips(table, typed[:half]))
    near = set(chain.from_iterable(heads))
    near.update(table.containing(typed[half:], _TAIL_LIMIT))
    length = len(typed)
    # A cheap look at the beginning of the same length first: it is seldom shifted by more than a letter.
    near = {key for key in near if OSA.distance(typed, key[:length], score_cutoff=3) <= 3}
    return {key for key in near if slips(typed, key) <= 2}


def slips(typed: str, key: str) -> int:
    """How many slips there are between ``typed`` and the best matching beginning of ``key``."""
    length = len(typed)
    ends = range(max(length - 2, 1), min(length + 2, len(key)) + 1)
    return min((OSA.distance(typed, key[:end]) for end in ends), default=length)


def _slips(table: KeyTable, typed: str) -> Iterator[str]:
    """The ways to mend one slip in ``typed`` that some key begins with, and that say enough."""
    latin = typed.isascii()
    for at in range(len(typed) + 1):
        before, here, after = typed[:at], typed[at : at + 1], typed[at + 1 :]
        if not table.has(before):
            return
        letters = [letter for letter in table.letters_after(before) if letter.isascii() is latin]
        mended = [before + letter + here + after for letter in letters]
        mended.append(before + after[:1] + here + after[1:])
        if len(typed) > 2:
            mended += [before + letter + after for letter in letters if here]
            mended.append(before + after)
        shortest = min(len(typed), _SHORTEST_BEGINNING)
        yield from (way for way in mended if len(way) >= shortest and table.has(way))
