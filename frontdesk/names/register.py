"""Everybody in the index, by id and by every key they can be found with."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from time import sleep  # noqa: TID251  # sleep(0) only: it hands over to the window's thread and waits for nothing
from typing import TypeVar

from frontdesk.names import vocabulary
from frontdesk.names.entries import Entry, Why
from frontdesk.names.people import (
    Group,
    Person,
    Word,
    add_in_order,
    take_out,
    weight_of,
    written_numbers,
    written_words,
)
from frontdesk.names.vocabulary import KeyTable

_HAND_OVER_EVERY = 20

_T = TypeVar("_T")


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection: nothing made here is garbage, and looking through it again takes as long."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _without_haste(things: Iterable[_T]) -> Iterator[_T]:
    """The same, stopping for a moment now and then, so that other threads are not held up."""
    for count, one in enumerate(things):
        if count % _HAND_OVER_EVERY == 0:
            sleep(0)
        yield one


class Register:
    """People and the tables that lead to them. Not guarded against threads; :class:`NameIndex` does that.

    Phones and cards, no two alike, are most of the work of filling it, so names can be looked for before:
    whoever looks for a number calls :meth:`number` first.
    """

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self.keys = KeyTable()
        self.skeletons = KeyTable()
        self.forwards = KeyTable()
        self.backwards = KeyTable()
        self._words: dict[Group, dict[str, Word]] = {group: {} for group in Group}
        self._kinds: dict[tuple[Why, ...], tuple[Why, ...]] = {}
        self._numbered = True

    def fill(self, entries: Iterable[Entry]) -> None:
        """Put many entries into an empty register, by names alone; of two with one id the later counts."""
        self._numbered = False
        with _collector_at_rest():
            wanted = {entry.id: entry for entry in entries}
            people = [self._person(entry) for entry in _without_haste(wanted.values())]
            for person in sorted(people, key=weight_of):
                self.people[person.entry.id] = person
                _append(person, person.words)
            words = [*self._words[Group.NAME].values(), *self._words[Group.ASIDE].values()]
            self.keys.fill((key, word) for word in words for key in word.keys)
            self.skeletons.fill((key, word) for word in words for key in word.skeletons)

    def number(self) -> None:
        """Let everybody be found by phone and card too; once this is done it takes no time."""
        if self._numbered:
            return
        self._numbered = True
        with _collector_at_rest():
            for person in _without_haste(self.people.values()):
                words, kinds = self._read(written_numbers(person.entry))
                person.words += words
                person.kinds = self._one_of_a_kind(person.kinds + kinds)
                _append(person, words)
            numbers = self._words[Group.NUMBER].values()
            self.forwards.fill((word.native, word) for word in numbers)
            self.backwards.fill((word.native[::-1], word) for word in numbers)

    def put(self, entry: Entry) -> None:
        """Add a person, or replace what was known of the same id."""
        self.number()
        known, person = self.people.get(entry.id), self._person(entry)
        self.people[entry.id] = person
        for word in dict.fromkeys(person.words):
            if not word.people:
                self._enter(word)
            add_in_order(word.people, person)
        if known is not None:
            self._take_out(known)

    def remove(self, id: int) -> None:
        """Forget a person and the words nobody else is called by; nobody of that id is no error."""
        known = self.people.pop(id, None)
        if known is not None:
            self._take_out(known)

    def let_go(self) -> None:
        """Forget everybody at once: people and words hold each other, and would wait for the collector."""
        for person in self.people.values():
            person.words = ()

    def _take_out(self, person: Person) -> None:
        for word in dict.fromkeys(person.words):
            take_out(word.people, person)
            if not word.people:
                self._leave(word)

    def _person(self, entry: Entry) -> Person:
        """A person with words shared with everybody else who is called so."""
        numbers = written_numbers(entry) if self._numbered else ()
        words, kinds = self._read(chain(written_words(entry), numbers))
        return Person(entry, words, self._one_of_a_kind(kinds))

    def _read(self, written: Iterable[tuple[str, Why, Group]]) -> tuple[tuple[Word, ...], tuple[Why, ...]]:
        words: list[Word] = []
        kinds: list[Why] = []
        for key, why, group in written:
            known = self._words[group]
            words.append(known.get(key) or known.setdefault(key, vocabulary.word(key, group)))
            kinds.append(why)
        return tuple(words), tuple(kinds)

    def _one_of_a_kind(self, kinds: tuple[Why, ...]) -> tuple[Why, ...]:
        """The same tuple for all who have it: there are few different ones."""
        return self._kinds.setdefault(kinds, kinds)

    def _keys(self, word: Word) -> Iterator[tuple[KeyTable, str]]:
        """The tables that know ``word``, and by which keys."""
        if word.group is Group.NUMBER:
            yield self.forwards, word.native
            yield self.backwards, word.native[::-1]
        else:
            yield from ((self.keys, key) for key in word.keys)
            yield from ((self.skeletons, key) for key in word.skeletons)

    def _enter(self, word: Word) -> None:
        for table, key in self._keys(word):
            table.add(key, word)

    def _leave(self, word: Word) -> None:
        for table, key in self._keys(word):
            table.discard(key, word)
        del self._words[word.group][word.native]


def _append(person: Person, words: Iterable[Word]) -> None:
    """Name a person who is less likely at the desk than all before under words that no table knows yet."""
    for word in dict.fromkeys(words):
        word.people.append(person)
