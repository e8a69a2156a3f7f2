"""What somebody has typed so far, read as words, and as other words where the first reading finds too few."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from frontdesk.names import folding
from frontdesk.names.vocabulary import spellings
from frontdesk.names.words import cut, digits

LETTERS_READ, WORDS_READ = 200, 6
"""How much of a query counts: nobody can see more, and a cat on the keyboard must not stop the desk."""

_SHORTEST_BARE = 4
_LAST_DIGITS = (9, 8)
# A last letter that may be half of a pair: with the next one, ee is i, oo is u, ph is f.
_HALF_PAIRS = {"e": "i", "o": "u", "p": "f", "c": "k"}


@dataclass(frozen=True, slots=True)
class Typed:
    """One typed word and the keys it is looked for by.

    ``sure`` are its spellings, ``keys`` the word itself, those and their foldings, ``mediums`` and
    ``skeletons`` the medium and loose keys. ``numbers`` are the figures it may stand for, empty unless there
    is a figure in it, ``number_ends`` those that a number may end with.
    """

    native: str
    sure: tuple[str, ...]
    keys: tuple[str, ...]
    mediums: tuple[str, ...]
    skeletons: tuple[str, ...]
    numbers: tuple[str, ...]
    number_ends: tuple[str, ...]

    @property
    def slipping(self) -> tuple[str, ...]:
        """The keys in which slips are looked for: in another script than Latin the word itself.

        Otherwise as typed, and folded: a slip may make or break a pair of letters.
        """
        if self.native == self.sure[0] and not self.native.isascii():
            return (self.native,)
        return tuple(dict.fromkeys((self.sure[0], *self.mediums[:1])))


@lru_cache(maxsize=512)
def read(native: str) -> Typed:
    """The typed word of a native key."""
    sure = spellings(native)
    latin = [key for key in sure if key.isascii() and not key.isdecimal()]
    mediums = tuple(dict.fromkeys(map(folding.medium, latin)))
    pending = (key[:-1] + _HALF_PAIRS[key[-1]] for key in mediums if key[-1:] in _HALF_PAIRS)
    unfinished = (folding.medium(key[:-1]) + key[-1] for key in latin)
    keys = dict.fromkeys((native, *sure, *map(folding.light, latin), *mediums, *pending, *unfinished))
    numbers = _numbers(native)
    # Without its country code, which may not be stored.
    ends = tuple(number[-last:] for number in numbers[:1] for last in _LAST_DIGITS if len(number) > last)
    skeletons = tuple(dict.fromkeys(filter(None, map(folding.loose, mediums))))
    return Typed(native, sure, tuple(keys), mediums, skeletons, numbers, ends)


def _numbers(native: str) -> tuple[str, ...]:
    """``native`` as a number; one with a trunk zero also without, as it follows a country code."""
    figures = digits(native)
    if len(figures) < len(native):
        return (native,) if figures else ()
    bare = figures.lstrip("0")
    return (figures, bare) if len(bare) < len(figures) and len(bare) >= _SHORTEST_BARE else (figures,)


def read_words(text: str) -> list[str]:
    """The native keys of a query."""
    return [word.key for word in cut(text[:LETTERS_READ])[:WORDS_READ]]


def with_whole_numbers(words: list[str]) -> list[str]:
    """The words with figures in a row as one number: a phone number is typed with spaces."""
    found: list[str] = []
    for word in words:
        if found and word.isdecimal() and found[-1].isdecimal():
            found[-1] += word
        else:
            found.append(word)
    return found


def regrouped(words: list[str]) -> Iterator[list[str]]:
    """The query with two neighbouring words as one: virta nen → virtanen."""
    for at in range(len(words) - 1):
        yield [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]
