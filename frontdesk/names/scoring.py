"""How well people answer to a query: each typed word stands for another word or number of theirs."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from frontdesk.names.matching import CLOSEST, Matches
from frontdesk.names.segment import Segment
from frontdesk.names.trie import Numbers

_WORDS_TOGETHER = 3
"""So many typed words are given out in all ways at once; of more the ways would be too many."""

_IN_ORDER = 0.01
"""What it adds that words were typed in the order of the name, or a single one that begins it."""


class Scored(NamedTuple):
    """People who answer to all typed words, in columns.

    ``closeness`` is the mean of their words', ``least`` the least of them, ``places`` has a row for each
    person and in it the place of the token of each typed word, or below 0 that of a number.
    """

    people: Numbers
    closeness: Numbers
    least: Numbers
    bonus: Numbers
    places: Numbers


def scored(segment: Segment, people: Numbers, all_matches: Sequence[Matches]) -> Scored:
    """How ``people`` answer; those who do not, or by one word to two typed ones only, are left out."""
    close, tokens = _closeness(segment, people, all_matches)
    if len(all_matches) > 1:
        several = _have_several(close > 0)
        people, close = people[several], close[several]
    places = close.argmax(axis=2)
    if len(all_matches) > 1:
        _give_each_its_own(close, places)
    chosen = close[np.arange(len(places))[:, None], np.arange(len(all_matches)), places]
    answers = (chosen > 0).all(axis=1)
    chosen, places = chosen[answers], places[answers]
    in_order = (places[:, 1:] > places[:, :-1]).all(axis=1) if len(all_matches) > 1 else places[:, 0] == 0
    return Scored(
        people[answers],
        chosen.mean(axis=1),
        chosen.min(axis=1),
        np.where(in_order, _IN_ORDER, 0.0),
        np.where(places < tokens, places, tokens - 1 - places),
    )


def _closeness(segment: Segment, people: Numbers, all_matches: Sequence[Matches]) -> tuple[Numbers, int]:
    """For each person, typed word and token or number of theirs how close it is; and how many are tokens."""
    _, words = segment.words_of(people)
    close = np.stack([matches.closeness[words] for matches in all_matches], axis=1)
    if not any(matches.wanted for matches in all_matches):
        return close, words.shape[1]
    numbers = [segment.numbers.closeness_of(people, matches.wanted) for matches in all_matches]
    by_number = np.stack(numbers, axis=1)
    return np.concatenate((close, by_number), axis=2), words.shape[1]


def _have_several(answers: Numbers) -> Numbers:
    """Who has as many answering words as were typed, and two for each two: "kari k" is not every Kari."""
    words = answers.shape[1]
    several: Numbers = answers.any(axis=1).sum(axis=1) >= words
    for one, other in combinations(range(words), 2) if words > 2 else ():
        several &= (answers[:, one] | answers[:, other]).sum(axis=1) > 1
    return several


def _give_each_its_own(close: Numbers, places: Numbers) -> None:
    """Where one word would do for two typed ones, give them out anew; places of those in vain get 0."""
    ordered = np.sort(places, axis=1)
    shared = np.flatnonzero((ordered[:, 1:] == ordered[:, :-1]).any(axis=1))
    if close.shape[1] <= _WORDS_TOGETHER:
        _give_together(close, places, shared)
        return
    for at in shared.tolist():
        choices = [
            np.flatnonzero(row)[np.argsort(-row[row > 0].astype(int), kind="stable")] for row in close[at]
        ]
        taken: dict[int, int] = {}
        for number in range(len(choices)):
            if not _take(number, choices, taken, set()):
                close[at] = 0
                break
        else:
            places[at] = sorted(taken, key=taken.__getitem__)


def _give_together(close: Numbers, places: Numbers, people: Numbers) -> None:
    """The same for two or three typed words, the usual case: the best of all ways, for all people at once.

    In the best way no typed word has a place beyond its best few, as many as there are typed words: one of
    those would be free.
    """
    words = close.shape[1]
    near = close[people]
    best = np.sort(np.argsort(CLOSEST - near, axis=2, kind="stable")[:, :, :words], axis=2)
    ways = np.indices((best.shape[2],) * words).reshape(words, -1)
    tried = np.stack([best[:, word, way] for word, way in enumerate(ways)], axis=1)
    each = np.take_along_axis(near, tried, axis=2)
    allowed = (each > 0).all(axis=1)
    for one, other in combinations(range(words), 2):
        allowed &= tried[:, one] != tried[:, other]
    total = np.where(allowed, each.sum(axis=1, dtype=np.int64), 0)
    places[people] = tried[np.arange(len(people)), :, total.argmax(axis=1)]
    close[people[~total.any(axis=1)]] = 0


def _take(number: int, choices: Sequence[Numbers], taken: dict[int, int], tried: set[int]) -> bool:
    """Give typed word ``number`` a word of its own, moving others to their next choice if need be."""
    for at in choices[number].tolist():
        if at in tried:
            continue
        tried.add(at)
        if at not in taken or _take(taken[at], choices, taken, tried):
            taken[at] = number
            return True
    return False
