"""People who may already be known: asked while a new person is typed, so stricter than a search."""

from collections.abc import Iterator

from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.names.finding import Search
from frontdesk.names.matching import Matches, Reach
from frontdesk.names.people import Person, Word, written_numbers
from frontdesk.names.reasons import detail
from frontdesk.names.register import Register
from frontdesk.names.sameness import SHORTEST_PHONE, same_name, same_phone
from frontdesk.names.typed import read
from frontdesk.names.vocabulary import word
from frontdesk.names.words import keys

_LOOKED_AT = 40
_SAME_PHONE, _SAME_CARD = 1.0, 0.99
_ENOUGH, _ENOUGH_ALONE = 0.75, 0.85

_Double = tuple[Person, Hit]


def doubles(register: Register, entry: Entry, limit: int) -> list[Hit]:
    """The people who share a phone or card with ``entry`` or nearly its whole name, the likeliest first."""
    best: dict[int, _Double] = {}
    for person, hit in (*_by_number(register, entry), *_by_name(register, entry)):
        known = best.get(hit.entry.id)
        if hit.entry.id != entry.id and (known is None or hit.score > known[1].score):
            best[hit.entry.id] = person, hit
    ordered = sorted(best.values(), key=_place)
    return [hit for _, hit in ordered[: max(limit, 0)]]


def _place(double: _Double) -> tuple[float, float, int]:
    person, hit = double
    return -round(hit.score, 2), person.weight, hit.entry.id


def _by_number(register: Register, entry: Entry) -> Iterator[_Double]:
    """Those with the same phone, however the country is written, or the same card."""
    register.number()
    for number, why, _ in written_numbers(entry):
        tail = number[-SHORTEST_PHONE:] if why is Why.PHONE else number
        for other in register.backwards.words(register.backwards.starting(tail[::-1])):
            if same_phone(number, other.native) if why is Why.PHONE else number == other.native:
                yield from _having(other, why)


def _having(number: Word, why: Why) -> Iterator[_Double]:
    """The people whose phone, or whose card, ``number`` is: the same figures may be either."""
    score = _SAME_PHONE if why is Why.PHONE else _SAME_CARD
    for person in number.people:
        if (number, why) in zip(person.words, person.kinds, strict=True):
            yield person, Hit(person.entry, why, (), score, detail(person.entry, why, number.native))


def _by_name(register: Register, entry: Entry) -> Iterator[_Double]:
    """Those whose name, or second spelling, is as a whole like the entry's name or second spelling."""
    for text in filter(None, (entry.name, entry.second_spelling)):
        words = [word(key) for key in keys(text)]
        enough = _ENOUGH if len(words) > 1 else _ENOUGH_ALONE
        for person in _near(register, [one.native for one in words]):
            score, why = max((same_name(words, own), why) for own, why in _names(person))
            if score >= enough:
                yield person, Hit(person.entry, why, (), score, detail(person.entry, why, ""))


def _near(register: Register, words: list[str]) -> Iterator[Person]:
    """The people worth comparing: found by all the words, or by all but one where they are many."""
    if len(words) == 1:
        matches = Matches(register, read(words[0]), alone=True)
        matches.reach(Reach.WITHIN)
        yield from (
            person for one in matches.tiers for person in one.people if not person.entry.name.count(" ")
        )
        return
    shorter = [words[:at] + words[at + 1 :] for at in range(len(words))] if len(words) > 2 else []
    for some in (words, *shorter):
        yield from (found.person for found in Search(register, _LOOKED_AT).run(" ".join(some)))


def _names(person: Person) -> Iterator[tuple[list[Word], Why]]:
    """The person's whole names: as written, and by the second spelling."""
    own = {one.native: one for one in person.words}
    yield [own[key] for key in keys(person.entry.name)], Why.NAME
    if person.entry.second_spelling:
        yield [own[key] for key in keys(person.entry.second_spelling)], Why.SECOND_SPELLING
