"""The people of a segment who may answer to the typed words, those first who can answer best.

Right spellings come before guesses and the living before the gone; then the closest, then the likeliest.
They come in portions, so that nobody is looked at once enough have answered.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from frontdesk.names.arrays import each_once
from frontdesk.names.matching import CLOSEST, GUESS, NUMBERED_LIMIT, Matches
from frontdesk.names.numbers import FEW_DIGITS
from frontdesk.names.segment import Segment
from frontdesk.names.trie import Numbers
from frontdesk.names.typed import WORDS_READ

_AT_ONCE, _PORTION = 150, 2_400
"""So many people are in a first portion, and at most in one of those after it, each larger than the last."""

_SCATTERED = 20
"""Where a word has more than so many times as many people, these are asked rather than it."""

_MANY, _LIKELIEST = 50_000, 30_000
"""Where each typed word leads to more people than these, the likeliest of all are looked at before others."""

_UTMOST = CLOSEST * WORDS_READ
_ASKED = 5_000
"""So many are asked for a guess, or whether their numbers have digits that too many numbers have."""


def candidates(segment: Segment, all_matches: Sequence[Matches]) -> Iterator[Numbers]:
    """Portions of people who may answer to all the typed words; nobody comes twice in one portion."""
    if len(all_matches) == 1:
        return _together(_of_one(segment, all_matches[0]))
    return _of_several(segment, all_matches)


def _together(portions: Iterator[Numbers]) -> Iterator[Numbers]:
    """Larger portions: each is scored at once."""
    some, count = [], 0
    for people in portions:
        some.append(people)
        count += len(people)
        if count >= _AT_ONCE:
            yield each_once(np.concatenate(some))
            some, count = [], 0
    if count:
        yield each_once(np.concatenate(some))


def _of_one(segment: Segment, matches: Matches) -> Iterator[Numbers]:
    """Whose number it is, then who is called so, spelt rightly first: always the living, then the gone."""
    yield matches.numbered
    sure = [words for level, words in matches.levels if level >= GUESS]
    guesses = [words for level, words in matches.levels if level < GUESS]
    for levels in (sure, guesses):
        gone: list[Iterator[Numbers]] = []
        for words in levels:
            portions = _likeliest(segment, words)
            for people in portions:
                living = people.searchsorted(segment.living)
                yield people[:living]
                if living < len(people):
                    gone.append(chain((people[living:],), portions))
                    break
        yield from chain(*gone)


def _likeliest(segment: Segment, words: Numbers) -> Iterator[Numbers]:
    """All who are called by any of these words, the likeliest first, in growing portions."""
    most, before = _AT_ONCE, 0
    while True:
        people = segment.likeliest(words, most)
        yield people[before:]
        if len(people) < most:
            return
        most, before = 4 * most, most


def _of_several(segment: Segment, all_matches: Sequence[Matches]) -> Iterator[Numbers]:
    """Who has the rarest of the typed words, and as far as is quickly seen the others."""
    sizes = [_size(segment, matches) for matches in all_matches]
    order = sorted(range(len(sizes)), key=sizes.__getitem__)
    matches, sizes = [all_matches[at] for at in order], [sizes[at] for at in order]
    if sizes[0] > _MANY:
        likeliest = np.arange(min(_LIKELIEST, len(segment)))
        some = each_once(np.concatenate((likeliest, _closest_of(segment, matches[0]))))
        yield from _in_order(segment, some, matches, sizes)
    everybody = each_once(np.concatenate((matches[0].numbered, segment.people(matches[0].words))))
    yield from _in_order(segment, everybody, matches, sizes)


def _closest_of(segment: Segment, matches: Matches) -> Numbers:
    """The people of the closest words, as long as these are not many."""
    found, room = [matches.numbered], _LIKELIEST
    for _, words in matches.levels:
        room -= int(segment.called[words].sum())
        if room < 0:
            break
        found.append(segment.people(words))
    return np.concatenate(found)


def _in_order(
    segment: Segment, people: Numbers, all_matches: Sequence[Matches], sizes: Sequence[int]
) -> Iterator[Numbers]:
    """Those of the people who have a word for each typed one; whether it is another each is not asked."""
    total, least = np.zeros(len(people), np.int64), np.full(len(people), GUESS, np.uint8)
    for matches, size in zip(all_matches, sizes, strict=True):
        if matches.wanted:
            continue
        close = _closest(segment, people, matches, size)
        there = close > 0
        people, total = people[there], total[there] + close[there]
        least = np.minimum(least[there], close[there])
    # In 16 bits, which are sorted in one pass.
    place = (least < GUESS) << 14 | (people >= segment.living) << 13 | _UTMOST - total
    people = people[np.argsort(place.astype(np.uint16), kind="stable")]
    by_number = any(matches.wanted for matches in all_matches)
    people = people[: _ASKED if by_number else max(_ASKED, np.count_nonzero(least >= GUESS))]
    at, portion = 0, _AT_ONCE
    while at < len(people):
        yield people[at : at + portion]
        at, portion = at + portion, min(4 * portion, _PORTION)


def _size(segment: Segment, matches: Matches) -> int:
    """How many people a typed word leads to; all where it may be in more numbers than were found."""
    numbered = len(matches.numbered)
    if numbered == NUMBERED_LIMIT or any(wanted.length <= FEW_DIGITS for wanted in matches.wanted):
        return len(segment)
    return int(segment.called[matches.words].sum()) + numbered


def _closest(segment: Segment, people: Numbers, matches: Matches, size: int) -> Numbers:
    """How close the closest word of each of these people is."""
    if size > _SCATTERED * len(people):
        words, starts = segment.words_of_each(people)
        return np.maximum.reduceat(matches.closeness[words], starts)
    words = matches.words[np.argsort(matches.closeness[matches.words], kind="stable")]
    found = np.zeros(len(segment), np.uint8)
    # Of several words of one person the last stays, which is the closest.
    found[segment.people(words)] = matches.closeness[words].repeat(segment.called[words])
    return found[people]
