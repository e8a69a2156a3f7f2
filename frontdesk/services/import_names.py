"""Namesakes born on one day: rows of a file who may well be somebody known, though nothing else says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import ImportId
from frontdesk.domain.relative import written
from frontdesk.foundation.words import tr
from frontdesk.names.vocabulary import word
from frontdesk.names.words import keys
from frontdesk.storage import imports
from frontdesk.storage.imports import Born
from frontdesk.storage.unit_of_work import UnitOfWork

_Spellings = frozenset[str]
"""A word of a name in all the ways it may be spelt."""


@dataclass(frozen=True)
class _Name:
    words: tuple[_Spellings, ...]
    whose: Born

    def is_that_of(self, others: tuple[_Spellings, ...]) -> bool:
        """Whether it has the same words as another name, whatever their order."""
        return len(self.words) == len(others) and all(
            any(not one.isdisjoint(other) for other in there)
            for here, there in ((self.words, others), (others, self.words))
            for one in here
        )


class Namesakes:
    """Who is known by which name and whole birthday, among those born on the days that some rows name.

    Names are the same where all their words are, in whatever order and script. A slip of a letter, or a word
    more, makes another name here: twins are called Anna and Anne, and a row taken for somebody known stays
    out.
    """

    def __init__(self, work: UnitOfWork) -> None:
        """Know nobody yet."""
        self._work = work
        self._names: dict[tuple[str, str], list[_Name]] = {}

    def look_up(self, drafts: Iterable[CustomerDraft]) -> None:
        """Learn who was born on the same days."""
        days = {day for draft in drafts if (day := _whole(draft))}
        for born in imports.by_birthday(self._work.connection, days):
            self._put(born)

    def learn(self, draft: CustomerDraft, batch: ImportId) -> None:
        """From now on this person is known too."""
        if day := _whole(draft):
            self._put(Born(day, draft.name, draft.second_spelling, batch))

    def against(self, draft: CustomerDraft, batch: ImportId) -> str:
        """Who of the same name was born on the same day, in a sentence; empty where there is nobody."""
        day = _whole(draft)
        return next((_said(one, batch) for one in self._same(draft, day)), "") if day else ""

    def _same(self, draft: CustomerDraft, day: PartialDate) -> Iterator[Born]:
        for words in _names(draft.name, draft.second_spelling):
            # Where a whole list has one day for want of a better, only those who share a word are compared.
            alike = [self._sharing(str(day), one) for one in words]
            for name in min(alike, key=len, default=[]):
                if name.is_that_of(words):
                    yield name.whose

    def _sharing(self, day: str, spellings: _Spellings) -> list[_Name]:
        return [name for one in spellings for name in self._names.get((day, one), ())]

    def _put(self, born: Born) -> None:
        for words in _names(born.name, born.second_spelling):
            name = _Name(words, born)
            for one in frozenset().union(*words):
                self._names.setdefault((str(born.day), one), []).append(name)


def _whole(draft: CustomerDraft) -> PartialDate | None:
    """The birthday, where its year is known: many share a day without one."""
    return draft.birthday if draft.birthday and draft.birthday.year else None


def _names(*texts: str) -> Iterator[tuple[_Spellings, ...]]:
    return (tuple(map(_spelt, keys(text))) for text in texts if text)


@lru_cache(maxsize=1 << 14)
def _spelt(native: str) -> _Spellings:
    return frozenset((native, *word(native).keys))


def _said(born: Born, batch: ImportId) -> str:
    day = written(date(born.day.year or 1, born.day.month, born.day.day), date.min)
    sentence = tr("{name}, born {day}, is here already")
    if born.batch == batch:
        sentence = tr("{name}, born {day}, is in this file already")
    return sentence.format(name=born.name, day=day)
