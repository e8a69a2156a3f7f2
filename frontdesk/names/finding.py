"""Finding people by a query: a quick reading first, more forgiving ones while too few are found."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heapreplace
from itertools import chain, islice

from frontdesk.names.matching import GUESS, Matches, Reach, Tier
from frontdesk.names.people import Person, weight_of
from frontdesk.names.register import Register
from frontdesk.names.typed import read, read_words, regrouped, with_whole_numbers

_POOL = 100
_MANY, _LOOKED_THROUGH = 3_000, 6_000
_ENOUGH_FOR_CERTAIN = 5
_REGROUPED_WORTH, _MISPLACED_WORTH = 0.9, 0.55
_SHORTEST_SPLIT = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A person found: which of their words each typed word stands for, how close, and whether guessed."""

    person: Person
    closeness: float
    words: list[int]
    matches: tuple[Matches, ...]
    guessed: bool


class Search:
    """One search over a register."""

    def __init__(self, register: Register, limit: int) -> None:
        self._register = register
        self._limit = limit
        self._matches: dict[tuple[str, bool], Matches] = {}
        self._found: dict[int, Found] = {}

    def run(self, text: str) -> list[Found]:
        """The best ``limit`` people for ``text``, best first."""
        words = read_words(text) if self._limit > 0 else []
        for reach in Reach if words else ():
            if len(self._found) >= (_ENOUGH_FOR_CERTAIN if reach is Reach.TWO_SLIPS else self._limit):
                break
            self._read(words, reach)
        return sorted(self._found.values(), key=_place)[: max(self._limit, 0)]

    def _read(self, words: list[str], reach: Reach) -> None:
        for reading in [words, with_whole_numbers(words)][words == with_whole_numbers(words) :]:
            self._gather(reading, reach, 1.0)
        if len(self._found) >= self._limit:
            return
        if reach is Reach.BEGINNINGS:
            for others in (*regrouped(words), *self._split(words)):
                self._gather(others, reach, _REGROUPED_WORTH)
        elif reach is Reach.ONE_SLIP:
            for others in (
                *self._split(words, lost=1),
                *chain.from_iterable(map(self._split, regrouped(words))),
            ):
                self._gather(others, Reach.BEGINNINGS, _MISPLACED_WORTH)

    def _split(self, words: list[str], lost: int = 0) -> Iterator[list[str]]:
        """The query with one word as two: a whole word or an initial, and the beginning of another.

        ``lost`` letters between them stand where the space should be.
        """
        keys = self._register.keys
        for place, word in enumerate(words):
            for key in dict.fromkeys((*read(word).sure[:1], *read(word).mediums[:1])):
                for at in range(1 + lost, len(key) - 1 - lost) if len(key) >= _SHORTEST_SPLIT else ():
                    left, right = key[:at], key[at + lost :]
                    if (at == 1 or keys.known(left)) and keys.has(right):
                        yield [*words[:place], left, right, *words[place + 1 :]]

    def _of(self, word: str, alone: bool, reach: Reach) -> Matches:
        matches = self._matches.get((word, alone))
        if matches is None:
            matches = self._matches[word, alone] = Matches(self._register, read(word), alone)
        matches.reach(reach)
        return matches

    def _gather(self, words: list[str], reach: Reach, worth: float) -> None:
        """Add the people who answer to all of ``words``."""
        all_matches = tuple(self._of(word, len(words) == 1, reach) for word in words)
        if not all(matches.tiers for matches in all_matches):
            return
        room = max(_POOL, self._limit)
        for person in _answering_to_all(all_matches) if len(words) > 1 else _answering(all_matches[0]):
            if person.entry.id in self._found:
                continue
            found = _found(person, all_matches, worth)
            if found is not None:
                self._found[person.entry.id] = found
                room -= 1
                if not room:
                    return


def _by_tier(matches: Matches) -> Iterator[list[list[Person]]]:
    """The people of a typed word's words, tier by tier."""
    by_tier: dict[Tier, list[list[Person]]] = {}
    for word, tier in matches.tiers.items():
        by_tier.setdefault(tier, []).append(word.people)
    for tier in sorted(by_tier):
        yield by_tier[tier]


def _answering(matches: Matches) -> Iterator[Person]:
    """The people of a single typed word: tier by tier, in each the likeliest at the desk first."""
    for lists in _by_tier(matches):
        yield from _merged(lists)


def _answering_to_all(all_matches: tuple[Matches, ...]) -> Iterator[Person]:
    """The people who have a word for every typed one, by tier of the word that fewest people answer to."""
    rarest = min(all_matches, key=lambda matches: sum(len(word.people) for word in matches.tiers))
    wanted = [matches.tiers.keys() for matches in all_matches if matches is not rarest]
    any_of = set().union(*(matches.tiers for matches in all_matches))

    def answers(person: Person) -> bool:
        if any(words.isdisjoint(person.words) for words in wanted):
            return False
        # Not where one word answers to two: all of Kari's when "kari k" is typed.
        return sum(map(any_of.__contains__, person.words)) >= len(all_matches)

    for lists in _by_tier(rarest):
        if sum(map(len, lists)) > _MANY:
            yield from filter(answers, islice(_merged(lists), _LOOKED_THROUGH))
        else:
            people: set[Person] = set().union(*lists)
            yield from sorted(filter(answers, people), key=weight_of)


def _merged(lists: list[list[Person]]) -> Iterator[Person]:
    """The people of several lists in order, as one; a person in two of them comes twice."""
    if len(lists) == 1:
        yield from lists[0]
        return
    heads = [(people[0].weight, number, 0) for number, people in enumerate(lists)]
    heapify(heads)
    while heads:
        _, number, at = heads[0]
        people = lists[number]
        yield people[at]
        if at + 1 < len(people):
            heapreplace(heads, (people[at + 1].weight, number, at + 1))
        else:
            heappop(heads)


def _assigned(person: Person, all_matches: tuple[Matches, ...]) -> list[int] | None:
    """For each typed word another word of the person's, the closest first; None where they do not suffice."""
    taken: dict[int, int] = {}
    choices = [_choices(person, matches) for matches in all_matches]
    for number in range(len(choices)):
        if not _take(number, choices, taken, set()):
            return None
    return sorted(taken, key=taken.__getitem__)


def _choices(person: Person, matches: Matches) -> list[int]:
    """Which of the person's words one typed word may stand for, the closest first."""
    found = [at for at, word in enumerate(person.words) if word in matches.tiers]
    if len(found) > 1:
        found.sort(key=lambda at: -matches.closeness(person.words[at]))
    return found


def _take(number: int, choices: list[list[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Give typed word ``number`` a word of its own, moving others to their next choice if need be."""
    for at in choices[number]:
        if at in tried:
            continue
        tried.add(at)
        if at not in taken or _take(taken[at], choices, taken, tried):
            taken[at] = number
            return True
    return False


def _found(person: Person, all_matches: tuple[Matches, ...], worth: float) -> Found | None:
    """How ``person`` answers to all typed words; None where one word of theirs would have to do for two."""
    words = _assigned(person, all_matches)
    if words is None:
        return None
    closeness, guessed = 0.0, worth < GUESS
    for at, matches in zip(words, all_matches, strict=True):
        word = person.words[at]
        close = matches.closeness(word)
        closeness += close
        guessed = guessed or close < GUESS
    in_order = 0.01 if len(words) > 1 and words == sorted(words) else 0.0
    return Found(person, worth * closeness / len(words) + in_order, words, all_matches, guessed)


def _place(found: Found) -> tuple[bool, bool, float, float, str, int]:
    """Right spellings before guesses, the gone last, then how close, how likely here, the name."""
    person = found.person
    name = person.entry.name.casefold()
    return found.guessed, person.gone, -round(found.closeness, 2), person.weight, name, person.entry.id
