"""Finding people by a query: a quick reading first, more forgiving ones while too few are found."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from frontdesk.names.candidates import candidates
from frontdesk.names.likely import weight
from frontdesk.names.matching import CLOSEST, GUESS, Matches, Reach
from frontdesk.names.scoring import scored
from frontdesk.names.segment import Segment
from frontdesk.names.trie import Numbers
from frontdesk.names.typed import read, regrouped, with_whole_numbers

_POOL = 100
_REGROUPED_WORTH, _MISPLACED_WORTH, _LEFT_OUT_WORTH = 0.9, 0.55, 0.5
_SHORTEST_SPLIT, _AN_INITIAL, _WORDS_FORGIVEN = 4, 2, 3
_ONE_SLIP_ALONE, _ONE_SLIP_IN_SEVERAL = 0.44, 0.7

GetMatches = Callable[[str, bool, Reach], Matches]


class Found(NamedTuple):
    """A person found, by number: how close, whether a guess, and what each typed word stands for.

    ``places`` are those of the person's tokens, or below 0 those of their numbers: -1 for the first.
    ``without`` is the word of the query that had to be left out, if one had.
    """

    person: int
    closeness: float
    guessed: bool
    gone: bool
    unlikely: int
    places: tuple[int, ...]
    matches: tuple[Matches, ...]
    without: str


class Who(NamedTuple):
    """Whom a search is for: how many, of whom nobody is ``hidden`` (a flag for each, or None for all).

    ``likely`` are people to look at in any case, with how unlikely they are beside the others of their kind;
    everybody else is ``UNLIKELY``.
    """

    limit: int
    hidden: Numbers | None
    likely: Mapping[int, int]


PICKED, HERE, EXPECTED, UNLIKELY = range(4)
"""How unlikely somebody is: who was picked for the same query last time stands before everybody."""


class _Reading(NamedTuple):
    """Words that a query may stand for, what they are worth beside those typed, and which was left out."""

    words: list[str]
    worth: float = 1.0
    without: str = ""


class Search:
    """One search over a segment, step by step further."""

    def __init__(self, segment: Segment, matches: GetMatches, who: Who) -> None:
        """``matches`` gives those of a typed word, which may be the whole query or not."""
        self.segment, self._matches, self._who = segment, matches, who
        self._known = np.zeros(0, np.int64)
        self._also = np.array(sorted(who.likely), np.int64)
        self.found: list[Found] = []

    def read(self, words: list[str], reach: Reach) -> None:
        """Look for the words of a query as they were typed, and with figures in a row as one number."""
        numbered = with_whole_numbers(words)
        for reading in [words] if numbered == words else [words, numbered]:
            self._gather(_Reading(reading), reach)

    def read_otherwise(self, words: list[str], reach: Reach) -> None:
        """Look for two words as one, and one as two; then with a slip at the space or beside it.

        At last without one word.
        """
        if reach is Reach.BEGINNINGS:
            for others in (*regrouped(words), *self._split(words)):
                self._gather(_Reading(others, _REGROUPED_WORTH), reach)
        elif reach is Reach.NEAR:
            misplaced = chain(
                self._split(words, shortest=1),
                self._split(words, lost=1),
                *map(self._split, regrouped(words)),
            )
            for others in misplaced:
                self._gather(_Reading(others, _MISPLACED_WORTH), Reach.BEGINNINGS)
            for others in regrouped(words):
                self._gather(_Reading(others, _REGROUPED_WORTH), Reach.NEAR)
        else:
            for fewer in _without_one(with_whole_numbers(words)):
                self._gather(fewer, Reach.NEAR)

    def _split(self, words: list[str], lost: int = 0, shortest: int = 2) -> Iterator[list[str]]:
        """The query with one word as two: a whole word, of at least so many letters, and a beginning.

        ``lost`` letters between them stand where the space should be.
        """
        vocabulary = self.segment.vocabulary
        for place, word in enumerate(words):
            typed = read(word)
            for key in dict.fromkeys((*typed.sure[:1], *typed.mediums[:1])):
                if len(key) < _SHORTEST_SPLIT:
                    continue
                known = vocabulary.known_beginnings(key)
                for at in range(shortest, len(key) - 1 - lost):
                    right = key[at + lost :]
                    if (at == 1 or at in known) and vocabulary.has(right):
                        yield [*words[:place], key[:at], right, *words[place + 1 :]]

    def _gather(self, reading: _Reading, reach: Reach) -> None:
        """Add the people who answer to all of the words."""
        matches = self._as_far(reading.words, reach)
        if not all(one.any for one in matches):
            return
        self._add(self._also, matches, reading)
        room = max(_POOL, self._who.limit)
        for people in candidates(self.segment, matches):
            room -= self._add(people, matches, reading)
            if room <= 0:
                break

    def _as_far(self, words: list[str], reach: Reach) -> tuple[Matches, ...]:
        """What the words stand for; two slips are hardly in one that is read rightly where another is not."""
        alone, nearer = len(words) == 1, min(reach, Reach.NEAR)
        found = [self._matches(word, alone, nearer) for word in words]
        if reach is Reach.FAR:
            doubtful = not all(one.sure for one in found)
            found = [one if doubtful and one.sure else one.further for one in found]
        return tuple(found)

    def _add(self, people: Numbers, matches: tuple[Matches, ...], reading: _Reading) -> int:
        """Add those of the people who answer to all words and were not found before; how many they are."""
        if not len(people):
            return 0
        new = ~_among(people, self._known)
        if self._who.hidden is not None:
            new &= ~self._who.hidden[people]
        if not new.any():
            return 0
        people = people[new]
        segment, likely = self.segment, self._who.likely
        found = scored(segment, people, matches)
        if not len(found.people):
            return 0
        self._known = np.sort(np.concatenate((self._known, found.people)))
        gone = segment.flags[found.people] > 0
        close = np.round(reading.worth * found.closeness / CLOSEST + found.bonus, 2)
        guess = (found.least < GUESS) | (reading.worth * CLOSEST < GUESS)
        # People are numbered by how likely they are. Only the best of these can come to be shown, but whoever
        # is likely here may be among the others.
        best = np.lexsort((found.people, -close, gone, guess))
        rest = best[self._who.limit :]
        best = np.concatenate((best[: self._who.limit], rest[_among(found.people[rest], self._also)]))
        columns = (found.people, close, guess, gone, found.places)
        rows = zip(*(column[best].tolist() for column in columns), strict=True)
        self.found += [
            Found(
                person, near, guessed, gone, likely.get(person, UNLIKELY), tuple(at), matches, reading.without
            )
            for person, near, guessed, gone, at in rows
        ]
        return len(found.people)


def find(searches: Sequence[Search], words: list[str], limit: int, enough: int) -> list[tuple[Search, Found]]:
    """The best ``limit`` people of several segments for the words of a query; the best of each in order.

    Right spellings stand before guesses, the gone last, then how close, then how likely here, then the name.
    Guesses fill the list up to ``enough`` people; where so many are spelt as typed nobody looks for any.
    """
    enough = min(limit, enough)
    for reach in _reaches(words) if limit > 0 else ():
        if _no_further(searches, reach, len(words), enough):
            break
        for search in searches:
            search.read(words, reach)
        # Where somebody answers to several words as they are, they were hardly meant to be fewer or more.
        least = 1 if len(words) > 1 and reach is not Reach.FAR else enough
        if len(words) <= _WORDS_FORGIVEN and _count(searches) < least:
            for search in searches:
                search.read_otherwise(words, reach)
    found = [
        [(search, one) for one in sorted(search.found, key=_order)[:limit]]
        for search in searches
        if search.found
    ]
    best = found[0] if len(found) == 1 else sorted(chain(*found), key=_order_among_others)[:limit]
    return [one for place, one in enumerate(best) if place < enough or not one[1].guessed]


def _reaches(words: list[str]) -> tuple[Reach, ...]:
    """How far to look: many words say enough and take long; single letters, or the same again, too little."""
    if not words:
        return ()
    repeated = len(set(words)) <= _WORDS_FORGIVEN < len(words)
    if repeated or (len(words) > 1 and all(len(word) == 1 for word in words)):
        return (Reach.BEGINNINGS,)
    return tuple(Reach) if len(words) <= _WORDS_FORGIVEN else (Reach.BEGINNINGS, Reach.NEAR)


def _no_further(searches: Sequence[Search], reach: Reach, words: int, enough: int) -> bool:
    """Whether not to look as far as this: two slips are thought of only where one slip explains nobody."""
    if reach is not Reach.FAR:
        return _count(searches) >= enough
    least = _ONE_SLIP_IN_SEVERAL if words > 1 else _ONE_SLIP_ALONE
    return any(not one.guessed or one.closeness >= least for search in searches for one in search.found)


def _without_one(words: list[str]) -> Iterator[_Reading]:
    """The query without a very short word, in which a slip leaves nothing of what was meant, or a number."""
    for at, word in enumerate(words):
        others = words[:at] + words[at + 1 :]
        letters = sum(len(other) for other in others if not other.isdecimal())
        if (len(word) <= _AN_INITIAL or word.isdecimal()) and letters >= _SHORTEST_SPLIT:
            yield _Reading(others, _LEFT_OUT_WORTH, word)


def _among(people: Numbers, others: Numbers) -> Numbers:
    """Which of the people are among others, who are in order."""
    if not len(others):
        return np.zeros(len(people), bool)
    found: Numbers = others[np.minimum(others.searchsorted(people), len(others) - 1)] == people
    return found


def _count(searches: Sequence[Search]) -> int:
    return sum(len(search.found) for search in searches)


def _order(found: Found) -> tuple[bool, bool, bool, float, int, int]:
    return (
        found.unlikely != PICKED,
        found.guessed,
        found.gone,
        -found.closeness,
        found.unlikely,
        found.person,
    )


def _order_among_others(one: tuple[Search, Found]) -> tuple[object, ...]:
    search, found = one
    entry = search.segment.entry(found.person)
    return *_order(found)[:-1], weight(entry), entry.name.casefold(), entry.id
