"""The people in the index, the words they are called by, and who is likely to be at the desk."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from enum import Enum
from math import log2
from operator import attrgetter

from frontdesk.names.entries import Entry, Why
from frontdesk.names.words import digits, keys

# A person who comes twice as often as another is as likely at the desk as one who came this many days later.
_DAYS_PER_DOUBLING = 30
_GONE = 1_000_000.0

Keys = tuple[str, ...]
weight_of = attrgetter("weight")


class Group(Enum):
    """Where words are looked for: in names, in parts that the name leaves out (a title), in numbers."""

    NAME = "name"
    ASIDE = "aside"
    NUMBER = "number"


class Word:
    """A word or number, the people called by it (the likeliest first) and its keys.

    ``sure`` are the spellings of the word itself: native, plain, written out, romanised. ``keys`` are those
    and their foldings. ``skeletons`` are the loose keys, of words in other scripts than Latin only.
    """

    __slots__ = ("group", "keys", "native", "people", "skeletons", "sure")

    def __init__(
        self, native: str, group: Group, sure: Keys, keys: Keys | None = None, skeletons: Keys = ()
    ) -> None:
        self.native = native
        self.group = group
        self.sure = sure
        self.keys = sure if keys is None else keys
        self.skeletons = skeletons
        self.people: list[Person] = []


class Person:
    """An entry and its words; ``kinds`` says of each where it stands. A lower ``weight`` is likelier."""

    __slots__ = ("entry", "kinds", "weight", "words")

    def __init__(self, entry: Entry, words: tuple[Word, ...], kinds: tuple[Why, ...]) -> None:
        self.entry = entry
        self.words = words
        self.kinds = kinds
        self.weight = weight(entry)

    @property
    def gone(self) -> bool:
        """Whether the person is archived or has died: to be found, but after everybody else."""
        return self.weight >= _GONE / 2


def weight(entry: Entry) -> float:
    """How unlikely it is that this person is at the desk now: came long ago, came seldom, or is gone.

    As if each visit lost half its meaning every 30 days; so the order needs no clock and never goes stale.
    """
    lately = entry.last_visit.toordinal() / _DAYS_PER_DOUBLING if entry.last_visit else 0.0
    often = log2(1 + max(entry.visit_count, 0))
    return (_GONE if entry.archived or entry.deceased else 0.0) - lately - often


def add_in_order(people: list[Person], person: Person) -> None:
    """Put ``person`` among ``people``, the likeliest first."""
    insort(people, person, key=weight_of)


def take_out(people: list[Person], person: Person) -> None:
    """Take ``person`` out of ``people``, who are in order."""
    at = people.index(person, bisect_left(people, person.weight, key=weight_of))
    del people[at]


def written_words(entry: Entry) -> Iterator[tuple[str, Why, Group]]:
    """The native keys of an entry's words and where each stands; none twice but within one field."""
    seen: set[str] = set()
    texts = (
        (entry.name, Why.NAME),
        (entry.second_spelling, Why.SECOND_SPELLING),
        (entry.nickname, Why.NICKNAME),
    )
    for text, why in texts:
        found = [key for key in keys(text) if key not in seen] if text else []
        seen.update(found)
        for key in found:
            yield key, why, Group.NAME
    for part in entry.parts:
        for key in keys(part):
            if key not in seen:
                seen.add(key)
                yield key, Why.NAME, Group.ASIDE


def written_numbers(entry: Entry) -> Iterator[tuple[str, Why, Group]]:
    """The digits of an entry's phones; its card without spaces and signs, and the card's digits."""
    for phone in dict.fromkeys(entry.phones):
        if number := digits(phone):
            yield number, Why.PHONE, Group.NUMBER
    card = entry.card
    if card.isascii() and card.isdigit():
        yield card, Why.CARD, Group.NUMBER
    elif card:
        for number in dict.fromkeys(("".join(keys(card)), digits(card))):
            if number:
                yield number, Why.CARD, Group.NUMBER
