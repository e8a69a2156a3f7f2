"""What is typed at the desk, kind by kind, and whom it means.

Whoever comes often is asked for often, so people are drawn in proportion to their visits. Nobody types on
when twelve letters stand there: all kinds but ``whole name with a slip`` end with the twelfth.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import numpy as np
import regex

from tests.benchmarks.lookup.hearing import by_ear
from tests.benchmarks.lookup.people import Person
from tests.benchmarks.lookup.slips import slip

LETTERS = 12
EACH = 400
_SHORTEST = 5
_LETTER = regex.compile(r"\X")
_VIRAMAS = "\u094d\u0bcd\u0c4d"
_BARE = str.maketrans("äöåÄÖÅ", "aoaAOA")


class Query(NamedTuple):
    """What is typed, and the key and the stored name of whom it means."""

    typed: str
    target: int
    name: str


Typed = Callable[[Person, Random], str]
"""What somebody types who means this person; "" where this kind of query does not apply to them."""


def words(person: Person) -> list[str]:
    """The words of a name in the order of the house, without the points of initials."""
    return person.name.lower().replace(".", "").split()


def cut(text: str) -> str:
    """The first twelve letters, as a reader counts them: a vowel sign goes with its consonant."""
    return "".join(_LETTER.findall(text)[:LETTERS]).strip()


def clean(person: Person, rng: Random) -> str:
    """As it is written."""
    return cut(" ".join(words(person)))


def one_slip(person: Person, rng: Random) -> str:
    """As it is written, with one slip among the letters that are typed."""
    return slip(clean(person, rng), rng)


def two_slips(person: Person, rng: Random) -> str:
    """With two slips; names of eight letters and more."""
    text = clean(person, rng)
    if len(text) < 8:
        return ""
    typed = text
    while typed == text:  # the second may undo the first
        typed = slip(slip(text, rng), rng)
    return typed


def whole_slip(person: Person, rng: Random) -> str:
    """The whole name with one slip."""
    return slip(" ".join(words(person)), rng)


def swapped(person: Person, rng: Random) -> str:
    """The last word first."""
    found = words(person)
    return cut(" ".join([found[-1], *found[:-1]])) if _two_words(person) else ""


def swapped_slip(person: Person, rng: Random) -> str:
    """The last word first, with one slip."""
    text = swapped(person, rng)
    return slip(text, rng) if text else ""


def across_scripts(person: Person, rng: Random) -> str:
    """A name in its own script, typed in Latin letters by ear; not where a second spelling is stored."""
    if not person.native or person.second_spelling:
        return ""
    pairs = zip(words(person), person.spoken.lower().replace(".", "").split(), strict=True)
    heard = [
        by_ear(native, latin, person.language, rng) if len(latin) > 1 else latin for native, latin in pairs
    ]
    return cut(" ".join(heard))


def bare(person: Person, rng: Random) -> str:
    """A name with ä or ö at a keyboard without."""
    text = clean(person, rng)
    return text.translate(_BARE) if text != text.translate(_BARE) else ""


def run_together(person: Person, rng: Random) -> str:
    """Two words typed as one."""
    return cut("".join(words(person))) if _two_words(person) else ""


def torn(person: Person, rng: Random) -> str:
    """One word typed as two."""
    first, *rest = words(person)
    ends = range(2, min(len(first) - 1, LETTERS - 2))
    places = [at for at in ends if first[at].isalpha() and first[at - 1] not in _VIRAMAS]
    if not places:
        return ""
    at = rng.choice(places)
    return cut(" ".join([first[:at], first[at:], *rest]))


def initials(person: Person, rng: Random) -> str:
    """The initial of the first word, then the last."""
    first, *rest = words(person)
    return cut(f"{first[0]} {rest[-1]}") if rest else ""


def nickname(person: Person, rng: Random) -> str:
    """What friends call them, and the family name."""
    return cut(f"{person.nickname} {person.surname}".lower()) if person.nickname else ""


def second_spelling(person: Person, rng: Random) -> str:
    """As their second spelling is stored."""
    return cut(person.second_spelling.lower().replace(".", ""))


def last_digits(person: Person, rng: Random) -> str:
    """The last six digits of the phone."""
    return person.phone.replace(" ", "")[-6:]


def middle_digits(person: Person, rng: Random) -> str:
    """Seven digits from inside the phone number."""
    return person.phone.replace(" ", "")[2:9]


KINDS: dict[str, Typed] = {
    "clean": clean,
    "one slip": one_slip,
    "two slips": two_slips,
    "whole name with a slip": whole_slip,
    "swapped": swapped,
    "swapped with a slip": swapped_slip,
    "across scripts": across_scripts,
    "without ä and ö": bare,
    "two words as one": run_together,
    "one word as two": torn,
    "initials": initials,
    "nickname": nickname,
    "second spelling": second_spelling,
    "last digits": last_digits,
    "middle digits": middle_digits,
}
BY_NUMBER = {"last digits", "middle digits"}
_TYPED_OUT = {
    "clean": 40, "one slip": 40, "across scripts": 20, "swapped": 15, "two words as one": 10, "initials": 5,
    "without ä and ö": 5, "last digits": 10, "two slips": 5,
}  # fmt: skip


class Asked:
    """All queries about a crowd, the same for the same crowd."""

    def __init__(self, people: Sequence[Person], each: int = EACH) -> None:
        """``people`` in the order of their keys, from 1."""
        self._people = people
        self._shares = np.cumsum([person.visits for person in people])
        self.by_kind = {kind: self._of(kind, each) for kind in KINDS}

    def typed_out(self) -> list[Query]:
        """150 queries of many kinds, to be typed letter by letter."""
        return [query for kind, count in _TYPED_OUT.items() for query in self.by_kind[kind][:count]]

    def keystrokes(self) -> list[str]:
        """What stands in the search box after each letter of these."""
        return [query.typed[:end] for query in self.typed_out() for end in range(1, len(query.typed) + 1)]

    def _of(self, kind: str, each: int) -> list[Query]:
        found: list[Query] = []
        rng = Random(kind)
        for at in self._drawn(kind):
            typed = KINDS[kind](self._people[at], rng)
            if len(typed) >= _SHORTEST:
                found.append(Query(typed, at + 1, self._people[at].name))
            if len(found) == each:
                break
        return found

    def _drawn(self, kind: str) -> Iterator[int]:
        """Places in the row of people as they come to the desk; it ends where a kind suits nearly nobody."""
        rng = np.random.default_rng(sum(map(ord, kind)))
        for _ in range(200):
            chances = rng.random(1_000) * self._shares[-1]
            yield from np.searchsorted(self._shares, chances, side="right").tolist()


def answered(query: Query, kind: str, hits: Sequence[tuple[int, str]], places: int) -> bool:
    """Whether the person is among the first hits, as key and name.

    By name somebody whose stored name is the same, letter for letter, is as good: no typing tells them apart.
    """
    if kind in BY_NUMBER:
        return any(key == query.target for key, _ in hits[:places])
    return any(key == query.target or name == query.name for key, name in hits[:places])


def _two_words(person: Person) -> bool:
    """Whether the name is of two words in full: an initial is no word."""
    return all(len(word) > 1 for word in person.name.replace(".", " ").split()) and "." not in person.name
