"""Whether two names, or two numbers, may be one person's."""

from collections.abc import Sequence
from itertools import permutations

from rapidfuzz.distance import OSA

from frontdesk.names.folding import loose
from frontdesk.names.vocabulary import Word

WORDS_COMPARED = 5
SHORTEST_PHONE = 6

_SAME_SPELLING, _SAME_SKELETON, _ONE_SLIP, _BEGUN, _INITIAL = 0.95, 0.85, 0.8, 0.75, 0.6
_SHORTEST_FOR_SLIP, _SHORTEST_BEGUN = 4, 4
_ONE_WORD_MORE = 0.1


def same_phone(number: str, other: str) -> bool:
    """Whether the figures of two phone numbers differ in a trunk zero or a country code only."""
    short, long = sorted((number.lstrip("0"), other.lstrip("0")), key=len)
    return len(short) >= SHORTEST_PHONE and long.endswith(short)


def same_name(words: Sequence[Word], others: Sequence[Word]) -> float:
    """How alike two whole names are, whatever the order of their words: 1 the same, 0 not alike.

    The last of ``words`` may be half-written. Each word needs its counterpart; where two are alike one of the
    names may have one word more. A single word is a whole name to another single word only.
    """
    rows = [
        [alike(one, other, begun=one is words[-1] and len(words) > 1) for other in others[:WORDS_COMPARED]]
        for one in words[:WORDS_COMPARED]
    ]
    if len(words) > len(others):
        rows = [list(column) for column in zip(*rows, strict=True)]
    more = abs(len(words) - len(others))
    if not rows or more > (len(rows) > 1):
        return 0.0
    best = 0.0
    for order in permutations(range(len(rows[0])), len(rows)):
        pairs = [row[at] for row, at in zip(rows, order, strict=True)]
        if min(pairs) > 0 and max(pairs) > _INITIAL:
            best = max(best, sum(pairs) / len(pairs))
    return max(best - more * _ONE_WORD_MORE, 0.0)


def alike(one: Word, other: Word, begun: bool = False) -> float:
    """How alike two words are: the same, spelt otherwise, of one sound, a slip apart, an initial; or 0."""
    if one.native == other.native:
        return 1.0
    if not set(one.keys).isdisjoint(other.keys):
        return _SAME_SPELLING
    if len(one.native) == 1 or len(other.native) == 1:
        return _INITIAL if _begins(one, other) or _begins(other, one) else 0.0
    if (one.skeletons or other.skeletons) and not _skeletons(one).isdisjoint(_skeletons(other)):
        return _SAME_SKELETON
    if _one_slip(one, other):
        return _ONE_SLIP
    return _BEGUN if begun and len(one.native) >= _SHORTEST_BEGUN and _begins(one, other) else 0.0


def _begins(one: Word, other: Word) -> bool:
    return any(key.startswith(one.keys) for key in other.keys)


def _skeletons(one: Word) -> set[str]:
    return set(one.skeletons) or {loose(key) for key in one.keys}


def _one_slip(one: Word, other: Word) -> bool:
    if min(len(one.native), len(other.native)) < _SHORTEST_FOR_SLIP:
        return False
    return any(OSA.distance(mine, theirs, score_cutoff=1) <= 1 for mine in one.sure for theirs in other.sure)
