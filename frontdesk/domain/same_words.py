"""Whether two notes say the same: people can tell a form letter."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from frontdesk.domain.notes import NoteKind
from frontdesk.domain.text import fold

LONG_SENTENCE = 5
"""So many words make a sentence that nobody writes twice by chance."""

LONG_NOTE = 8
"""So many words make a note that is another's whole, with something added."""

SAME_SENTENCES = 2
"""So many long sentences in both make two notes alike."""

OTHERS = 2
"""The same words may go to so many others within a month."""

_ENDS = re.compile(r"[.!?…।॥\n]+")


@dataclass(frozen=True, slots=True)
class Plain:
    """What a note says, without what every note has: capitals, signs and the name it begins with."""

    whole: str
    sentences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Before:
    """A note that was written before: to whom, what kind, on which day, and what it says."""

    customer: int
    kind: NoteKind
    day: date
    plain: Plain


@dataclass(frozen=True, slots=True)
class Alike:
    """Why a note should be written otherwise.

    ``kind`` and ``day`` are of the newest note to this person that says the same; otherwise ``others``
    counts the people to whom it was said within a month. ``sentences`` of it are the same, 0 for all.
    """

    kind: NoteKind | None = None
    day: date | None = None
    others: int = 0
    sentences: int = 0


def plain(words: str, names: Iterable[str]) -> Plain:
    """What ``words`` say to somebody who is called by ``names``, which are left out of the first line."""
    first, *rest = words.strip().splitlines() or [""]
    own = {word for name in names for word in _words(name) if len(word) > 1}  # “a” is an initial and a word
    greeting = " ".join(word for word in _words(first) if word not in own)
    others = "\n".join(rest)
    later = [" ".join(_words(sentence)) for sentence in _ENDS.split(others)]
    told = [" ".join(w for w in _words(sentence) if w not in own) for sentence in _ENDS.split(first)]
    long = {sentence for sentence in told + later if sentence.count(" ") + 1 >= LONG_SENTENCE}
    return Plain(" ".join(filter(None, [greeting, *later])), frozenset(long))


def alike(own: Plain, customer: int, before: Iterable[Before], month_began: date) -> tuple[Alike, ...]:
    """What to warn of: said to this person already, or to more than two others since ``month_began``."""
    same = [(one, shared) for one in before if (shared := _shared(own, one.plain)) is not None]
    said = [(one, shared) for one, shared in same if one.customer == customer]
    people = {one.customer: shared for one, shared in same if one.day >= month_began}
    people.pop(customer, None)
    found = []
    if said:
        newest, shared = max(said, key=lambda each: each[0].day)
        found.append(Alike(newest.kind, newest.day, sentences=shared))
    if len(people) > OTHERS:
        found.append(Alike(others=len(people), sentences=max(people.values())))
    return tuple(found)


def _shared(one: Plain, other: Plain) -> int | None:
    """0 where all of one stands in the other, else how many long sentences do; None for fewer than count."""
    if not one.whole or not other.whole:
        return None
    if one.whole == other.whole or _stands_in(one.whole, other.whole) or _stands_in(other.whole, one.whole):
        return 0
    count = len(one.sentences & other.sentences)
    return count if count >= SAME_SENTENCES else None


def _stands_in(part: str, whole: str) -> bool:
    """Whether all of a note stands in another, to which a few words were added."""
    return part.count(" ") + 1 >= LONG_NOTE and f" {part} " in f" {whole} "


def _words(text: str) -> list[str]:
    """The words of a text without capitals and signs; the joiners of Indic scripts make no difference."""
    kept = (" " if unicodedata.category(c)[0] in "PSZC" else c for c in fold(text) if c not in "\u200c\u200d")
    return "".join(kept).split()
