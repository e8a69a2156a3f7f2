"""The people of a segment who may answer to the typed words, the likeliest of those who match best first."""

from collections.abc import Sequence

import numpy as np

from frontdesk.names.arrays import each_once
from frontdesk.names.matching import NUMBERED_LIMIT, Matches
from frontdesk.names.numbers import FEW_DIGITS
from frontdesk.names.segment import Segment
from frontdesk.names.trie import Numbers

_FEW = 1_500
"""So many of the people whom one typed word leads to are asked whether they answer to the others too."""

_MANY = 50_000
"""More people than these are not gone through to find the likeliest, but found among the likeliest of all."""

_RAREST = 2


def answering(segment: Segment, matches: Matches, most: int) -> Numbers:
    """The people of a single typed word: by how close, in each the likeliest at the desk first."""
    found, count = [matches.numbered], 0
    for _, words in matches.levels:
        if count >= most:
            break
        found.append(segment.likeliest(words, most))
        count += len(found[-1])
    return np.concatenate(found)


def answering_to_all(segment: Segment, all_matches: Sequence[Matches], most: int) -> Numbers:
    """The people who have a word or number for every typed one, the closest and likeliest first.

    The people of a typed word that leads to few are asked for the other words; where each leads to many,
    those whom the two rarest lead to most closely.
    """
    sizes = [_size(segment, matches) for matches in all_matches]
    if min(sizes) <= _FEW:
        at = sizes.index(min(sizes))
        found = [all_matches[at].numbered, segment.people(all_matches[at].words)[0]]
    else:
        rarest = [all_matches[at] for at in sorted(range(len(sizes)), key=sizes.__getitem__)[:_RAREST]]
        found = [people for one in rarest for people in (one.numbered, _nearest(segment, one))]
    people = each_once(np.concatenate(found))
    close = _answers(segment, people, all_matches)
    people, close = people[close > 0], close[close > 0]
    return people[np.lexsort((people, -close))[:most]]


def _size(segment: Segment, matches: Matches) -> int:
    """How many people a typed word leads to; many where it may have been a number of more than were found."""
    numbered = len(matches.numbered)
    if numbered == NUMBERED_LIMIT or any(wanted.length <= FEW_DIGITS for wanted in matches.wanted):
        return _MANY
    return int(segment.called[matches.words].sum()) + numbered


def _nearest(segment: Segment, matches: Matches) -> Numbers:
    """The people of the words that are closest to a typed one, of the last of these the likeliest only."""
    found, room = [np.zeros(0, np.int64)], _FEW
    for level, words in matches.levels:
        count = int(segment.called[words].sum())
        if count > _MANY:
            found.append(_likeliest(segment, matches, level, len(segment) * room // count))
        elif count > room:
            found.append(np.partition(segment.people(words)[0], room)[:room])
        else:
            found.append(segment.people(words)[0])
        room -= count
        if room <= 0:
            break
    return np.concatenate(found)


def _likeliest(segment: Segment, matches: Matches, level: int, among: int) -> Numbers:
    """Those of so many likeliest of all people who have a word as close as ``level``."""
    words, starts = segment.words_between(0, min(among + 1, len(segment)))
    return (np.maximum.reduceat(matches.closeness[words], starts) >= level).nonzero()[0]


def _answers(segment: Segment, people: Numbers, all_matches: Sequence[Matches]) -> Numbers:
    """How close people are to the typed words together; 0 for who has no word or number for one of them."""
    if not len(people):
        return np.zeros(0, np.int64)
    words, starts = segment.words_of_each(people)
    answers, total = np.ones(len(people), bool), np.zeros(len(people), np.int64)
    several, any_of = 0, np.zeros(len(words), np.uint8)
    for matches in all_matches:
        close = matches.closeness[words]
        best = np.maximum.reduceat(close, starts)
        if matches.wanted:
            best = np.maximum(best, segment.numbers.closeness_of(people, matches.wanted).max(axis=1))
        else:
            several, any_of = several + 1, any_of | close
        total += best
        answers &= best > 0
    if several > 1:  # not where one word answers to two: all of Kari's when "kari k" is typed
        answers &= np.add.reduceat(any_of > 0, starts, dtype=np.int64) >= several
    return total * answers
