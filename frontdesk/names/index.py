"""The look-up index: everybody's names, answering after each keystroke."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import RLock

import numpy as np

from frontdesk.names.building import built
from frontdesk.names.doubles import doubles
from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.names.finding import EXPECTED, HERE, PICKED, Found, Search, Who, find
from frontdesk.names.matching import Matches, Reach
from frontdesk.names.reasons import hit
from frontdesk.names.segment import Segment
from frontdesk.names.trie import Numbers
from frontdesk.names.typed import read, read_words

__all__ = ["Entry", "Hit", "NameIndex", "Why"]

_MATCHES_KEPT = 64
_ENOUGH = 8
"""Where so many are spelt as typed a search gives no guesses below them."""

FRESH = 100
"""So many changed people are written anew with each change; more are put together with those before."""


class _Layer:
    """A segment, who in it has been changed or removed since, and what was typed lately."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.left = len(segment)
        self.hidden: Numbers | None = None
        self._matches: OrderedDict[tuple[str, bool], Matches] = OrderedDict()
        self._likely: tuple[Mapping[int, int], dict[int, int]] = {}, {}

    def __len__(self) -> int:
        return len(self.segment)

    def matches(self, word: str, alone: bool, reach: Reach) -> Matches:
        """The matches of a typed word, kept for the next keystroke."""
        found = self._matches.pop((word, alone), None) or Matches(self.segment, read(word), alone)
        self._matches[word, alone] = found
        if len(self._matches) > _MATCHES_KEPT:
            self._matches.popitem(last=False)
        for _ in range(reach):
            found = found.further
        return found

    def likely(self, ids: Mapping[int, int]) -> dict[int, int]:
        """By number what is given by id; the same ids are not looked up twice."""
        if self._likely[0] is not ids:
            numbers = ((self.segment.number_of(id), rank) for id, rank in ids.items())
            self._likely = ids, {number: rank for number, rank in numbers if number is not None}
        return self._likely[1]

    def number_of(self, id: int) -> int | None:
        """The number of a person who is still here."""
        number = self.segment.number_of(id)
        hidden = number is None or (self.hidden is not None and self.hidden[number])
        return None if hidden else number

    def hide(self, id: int) -> bool:
        """Leave a person out from now on; whether they were here."""
        number = self.number_of(id)
        if number is None:
            return False
        if self.hidden is None:
            self.hidden = np.zeros(len(self.segment), bool)
        self.hidden[number] = True
        self.left -= 1
        return True

    def entries(self) -> Iterator[Entry]:
        """Everybody who is still here."""
        for number in range(len(self.segment)):
            if self.hidden is None or not self.hidden[number]:
                yield self.segment.entry(number)


class NameIndex:
    """Finds people by what has been typed so far; may be asked and changed from different threads.

    People stand in three segments: a large one that is replaced as a whole, those changed since then, and
    the last few of these, written anew when they are looked for.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._rebuilding = RLock()
        self._layers = [_nobody(), _nobody(), _nobody()]
        self._fresh: dict[int, Entry] = {}
        self._unwritten = False
        self._meanwhile: dict[int, Entry | None] | None = None
        self._likely: dict[int, int] = {}
        self._picked: dict[str, int] = {}

    def __len__(self) -> int:
        with self._lock:
            return sum(layer.left for layer in self._layers[:2]) + len(self._fresh)

    @property
    def changed(self) -> int:
        """How many people stand in small segments, which make searching slower."""
        with self._lock:
            return len(self._layers[1]) + len(self._fresh)

    def put(self, *entries: Entry) -> None:
        """Add people, or replace what was known of the same ids; the next search sees it."""
        with self._lock:
            for entry in entries:
                self._hide(entry.id)
                self._fresh[entry.id] = entry
            self._unwritten = True
            if self._meanwhile is not None:
                self._meanwhile.update((entry.id, entry) for entry in entries)

    def remove(self, id: int) -> None:
        """Forget a person; nobody of that id is no error."""
        with self._lock:
            self._hide(id)
            self._unwritten |= self._fresh.pop(id, None) is not None
            if self._meanwhile is not None:
                self._meanwhile[id] = None

    def get(self, id: int) -> Entry | None:
        """What is known of a person, or None."""
        with self._lock:
            if id in self._fresh:
                return self._fresh[id]
            for layer in self._layers[:2]:
                number = layer.number_of(id)
                if number is not None:
                    return layer.segment.entry(number)
        return None

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Replace everybody by ``entries``; of two with one id the later counts."""
        self.replace(lambda: built({entry.id: entry for entry in entries}.values()))

    def replace(self, make: Callable[[], Segment]) -> None:
        """Replace everybody by the people of the segment that ``make`` gives.

        Until it is there searches go on over the old one. What is put or removed meanwhile is so in both.
        """
        with self._rebuilding:
            with self._lock:
                self._meanwhile = {}
            try:
                segment = make()
                with self._lock:
                    self._layers, self._fresh = [_Layer(segment), _nobody(), _nobody()], {}
                    self._unwritten = False
                    changes, self._meanwhile = self._meanwhile, None
                    for id in changes:
                        self._hide(id)
                    self.put(*(entry for entry in changes.values() if entry is not None))
            finally:
                self._meanwhile = None

    def expect(self, here: Iterable[int], expected: Iterable[int]) -> None:
        """Let these people stand before others who match as well: who is here, and who may come today."""
        likely = dict.fromkeys(expected, EXPECTED) | dict.fromkeys(here, HERE)
        with self._lock:
            self._likely = likely

    def pick(self, text: str, id: int) -> None:
        """Let this person stand first when the same is typed again."""
        self.learn_picks({text: id})

    def learn_picks(self, picks: Mapping[str, int]) -> None:
        """Who was picked for what was typed, from earlier days."""
        with self._lock:
            self._picked.update((" ".join(read_words(text)), id) for text, id in picks.items())

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """The people ``text`` may stand for, the likeliest first.

        Every word of ``text`` is the beginning, or some other part, of a different word or number of theirs.
        """
        words = read_words(text)
        with self._lock:
            found = self._find(words, limit, _ENOUGH, self._picked.get(" ".join(words)))
            return [hit(search.segment, one) for search, one in found]

    def doubles(self, entry: Entry, limit: int = 5) -> list[Hit]:
        """People who may be ``entry`` already: the same phone or card, or nearly the same whole name.

        Stricter than :meth:`search`: a shared first name is nothing. Whoever has the entry's id is left out.
        """

        def like(words: list[str], most: int) -> list[Entry]:
            return [search.segment.entry(one.person) for search, one in self._find(words, most, most)]

        with self._lock:
            return doubles(like, entry, limit)

    def _find(
        self, words: list[str], limit: int, enough: int, picked: int | None = None
    ) -> list[tuple[Search, Found]]:
        if self._unwritten:
            self._write_fresh()
        searches = []
        for layer in filter(len, self._layers):
            likely = layer.likely(self._likely)
            number = None if picked is None else layer.number_of(picked)
            if number is not None:
                likely = likely | {number: PICKED}
            searches.append(Search(layer.segment, layer.matches, Who(limit, layer.hidden, likely)))
        return find(searches, words, limit, enough)

    def _hide(self, id: int) -> None:
        for layer in self._layers[:2]:
            if layer.hide(id):
                return

    def _write_fresh(self) -> None:
        """Write the last changed people, which nobody who writes waits for; many with all before them."""
        self._unwritten = False
        base, changed, _ = self._layers
        if len(self._fresh) <= FRESH:
            self._layers = [base, changed, _Layer(built(self._fresh.values()))]
        else:
            together = built([*changed.entries(), *self._fresh.values()])
            self._layers, self._fresh = [base, _Layer(together), _nobody()], {}


def _nobody() -> _Layer:
    return _Layer(built(()))
