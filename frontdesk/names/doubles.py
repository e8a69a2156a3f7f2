"""People who may already be known: asked while a new person is typed, so stricter than a search."""

from collections.abc import Callable, Iterator

from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.names.likely import weight
from frontdesk.names.sameness import SHORTEST_PHONE, same_name, same_phone
from frontdesk.names.typed import WORDS_READ
from frontdesk.names.vocabulary import Word, known_word
from frontdesk.names.words import digits, keys

_LOOKED_AT = 40
_SAME_PHONE, _SAME_CARD = 1.0, 0.99
_ENOUGH, _ENOUGH_ALONE = 0.75, 0.85

Like = Callable[[list[str], int], list[Entry]]
"""Gives the people, at most so many, for the words of a query."""


def doubles(like: Like, entry: Entry, limit: int) -> list[Hit]:
    """The people who share a phone or card with ``entry`` or nearly its whole name, the likeliest first."""
    best: dict[int, Hit] = {}
    for hit in (*_by_number(like, entry), *_by_name(like, entry)):
        known = best.get(hit.entry.id)
        if hit.entry.id != entry.id and (known is None or hit.score > known.score):
            best[hit.entry.id] = hit
    return sorted(best.values(), key=_place)[: max(limit, 0)]


def _place(hit: Hit) -> tuple[float, float, int]:
    return -round(hit.score, 2), weight(hit.entry), hit.entry.id


def _by_number(like: Like, entry: Entry) -> Iterator[Hit]:
    """Those with the same phone, however the country is written, or the same card."""
    for number in filter(None, map(digits, entry.phones)):
        for other in like([number[-SHORTEST_PHONE:]], _LOOKED_AT):
            same = next((phone for phone in other.phones if same_phone(number, digits(phone))), "")
            if same:
                yield Hit(other, Why.PHONE, _SAME_PHONE, same)
    if entry.card:
        yield from (
            Hit(other, Why.CARD, _SAME_CARD, other.card)
            for other in like(keys(entry.card), _LOOKED_AT)
            if keys(other.card) == keys(entry.card)
        )


def _by_name(like: Like, entry: Entry) -> Iterator[Hit]:
    """Those whose name, or second spelling, is as a whole like the entry's name or second spelling."""
    for text in filter(None, (entry.name, entry.second_spelling)):
        words = list(map(known_word, keys(text)[:WORDS_READ]))
        enough = _ENOUGH if len(words) > 1 else _ENOUGH_ALONE
        for other in _near(like, [one.native for one in words]):
            score, why = max((same_name(words, own), why) for own, why in _names(other))
            if score >= enough:
                detail = other.second_spelling if why is Why.SECOND_SPELLING else ""
                yield Hit(other, why, score, detail)


def _near(like: Like, words: list[str]) -> Iterator[Entry]:
    """The people worth comparing: found by all the words, or by all but one where they are many."""
    shorter = [words[:at] + words[at + 1 :] for at in range(len(words))] if len(words) > 2 else []
    for some in dict.fromkeys(map(tuple, (words, *shorter))):
        yield from like(list(some), _LOOKED_AT)


def _names(person: Entry) -> Iterator[tuple[list[Word], Why]]:
    """The person's whole names: as written, and by the second spelling."""
    yield list(map(known_word, keys(person.name))), Why.NAME
    if person.second_spelling:
        yield list(map(known_word, keys(person.second_spelling))), Why.SECOND_SPELLING
