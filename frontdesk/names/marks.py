"""Which letters of a name stand for what was typed, in the name's own script and by whole graphemes."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from frontdesk.names import folding, romanise
from frontdesk.names.finding import Found
from frontdesk.names.graphemes import graphemes
from frontdesk.names.matching import GUESS, Matches
from frontdesk.names.pieces import PIECE, WORDLESS
from frontdesk.names.segment import FIELD, FIELD_SHIFT, Field, Segment
from frontdesk.names.typed import Typed, read
from frontdesk.names.words import Cut, cut

Range = tuple[int, int]


def marks(segment: Segment, found: Found, name: str, tokens: Sequence[int]) -> tuple[Range, ...]:
    """The ranges of code points of the name that answer to what was typed, in order, none touching."""
    cuts, order = _cut(name), _in_order(segment, tokens)
    ranges = []
    for place, matches in zip(in_name(segment, found, tokens), found.matches, strict=True):
        at = -1 if place is None else order.index(place)
        if 0 <= at < len(cuts):
            start, end = _part(matches.typed.native, cuts[at].key)
            ranges.append(_by_grapheme(name, cuts[at], start, end))
    return _joined(ranges)


def in_name(segment: Segment, found: Found, tokens: Sequence[int]) -> list[int | None]:
    """Which token of the name each typed word belongs to, or None.

    One that was found by second spelling or nickname belongs to the name too, if it begins a word there.
    """
    order = _in_order(segment, tokens)
    taken: set[int | None] = {at for at in found.places if at in order}
    places: list[int | None] = []
    for chosen, matches in zip(found.places, found.matches, strict=True):
        begun = (at for at in order if at not in taken and _begins(segment, matches, tokens[at]))
        place = chosen if chosen in order else next(begun, None)
        taken.add(place)
        places.append(place)
    return places


@lru_cache(maxsize=2048)
def _cut(name: str) -> tuple[Cut, ...]:
    """The words of a name, which stays on the screen from one keystroke to the next."""
    return tuple(cut(name))


def _in_order(segment: Segment, tokens: Sequence[int]) -> list[int]:
    """The places of the tokens that are words of the name."""
    own = [at for at, token in enumerate(tokens) if token >> FIELD_SHIFT & FIELD == Field.NAME]
    return [at for at in own if segment.pieces.words[tokens[at] & PIECE] != WORDLESS]


def _begins(segment: Segment, matches: Matches, token: int) -> bool:
    return bool(matches.closeness[segment.pieces.words[token & PIECE]] > GUESS)


@lru_cache(maxsize=2048)
def _part(typed_native: str, native: str) -> Range:
    """From which to which code point of its native key a word stands for a typed one."""
    typed = read(typed_native)
    start = native.find(typed_native)
    if start >= 0:
        return start, start + len(typed_native)
    if len(native) == 1:
        return 0, 1
    if romanise.needs_romanising(native):
        readings = romanise.readings(native)
    else:
        readings = _latin(native, folding.plain), _latin(native, folding.written_out)
    for keys, fold in ((typed.sure, str), (typed.keys, folding.light), (typed.keys, folding.medium)):
        for reading in readings:
            for key in keys:
                part = _spelling(key, reading, fold)
                if part:
                    return part
    return 0, _about(typed, readings[0])


def _latin(native: str, spelt: Callable[[str], str]) -> romanise.Reading:
    """A Latin key with the letters that each of its code points adds: of ü, which is two, u and, maybe, e."""
    beginnings = [spelt(native[:count]) for count in range(len(native) + 1)]
    return tuple(after[len(before) :] for before, after in pairwise(beginnings))


def _spelling(key: str, reading: romanise.Reading, fold: Callable[[str], str]) -> Range | None:
    """Which pieces of ``reading`` spell ``key`` once they are folded; None where they do not."""
    start = fold("".join(reading)).find(key)
    if start < 0:
        return None
    ends = [len(fold("".join(reading[:count]))) for count in range(len(reading) + 1)]
    first = next(count for count, end in enumerate(ends) if end > start) - 1
    last = next(count for count, end in enumerate(ends) if end >= start + len(key))
    return first, max(last, first + 1)


def _about(typed: Typed, reading: romanise.Reading) -> int:
    """How many pieces of ``reading`` are about as long as what was typed with a slip in it."""
    length = len(typed.mediums[0] if typed.mediums else typed.native)
    for count in range(1, len(reading)):
        if len(folding.medium("".join(reading[:count]))) >= length:
            return count
    return len(reading)


def _by_grapheme(name: str, word: Cut, start: int, end: int) -> Range:
    """The code points ``start`` to ``end`` of the native key of ``word``, as whole graphemes of ``name``."""
    text = name[word.start : word.end]
    if text.isascii() and len(text) == len(word.key):
        return word.start + start, word.start + end
    at, passed = word.start, 0
    first, last = word.start, word.end
    for grapheme in graphemes(text):
        if passed <= start:
            first = at
        if passed < end:
            last = at + len(grapheme)
        at += len(grapheme)
        passed += len(folding.native(grapheme)) if not grapheme.isascii() else grapheme.isalnum()
    return first, last


def _joined(ranges: list[Range]) -> tuple[Range, ...]:
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
