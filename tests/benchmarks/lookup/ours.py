"""frontdesk's own look-up, as the window uses it: all that the benchmark knows of it stands here."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from frontdesk.domain.customers import CustomerDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.names import folding, romanise
from frontdesk.names.words import keys
from frontdesk.services import customers, lookup
from frontdesk.services.desk import Desk
from tests.benchmarks.lookup.engines import LIMIT, Row
from tests.support.machine import NOW

_OF_THE_DATABASE = ("", "-wal", "-shm", "-journal")


class Ours:
    """A desk of its own on a house."""

    name = "frontdesk"

    def __init__(self, place: Path) -> None:
        """Open the house at a file; nobody can be found before :meth:`fill`."""
        self._desk = Desk.open(place, clock=FixedClock(NOW))

    def fill(self) -> float:
        """Open the index, or build it where there is none; the seconds it took."""
        begun = perf_counter()
        lookup.fill(self._desk)
        return perf_counter() - begun

    def search(self, text: str) -> Sequence[Row]:
        """The likeliest people; what a row shows lies in the hit."""
        return [
            Row(
                hit.entry.id,
                hit.entry.name,
                f"{hit.entry.phones} {hit.entry.birthday} {hit.entry.last_visit}",
            )
            for hit in lookup.search(self._desk, text, LIMIT)
        ]

    def add(self, name: str) -> int:
        """Write somebody new as the window does; their key."""
        return customers.add(self._desk, CustomerDraft(name=name)).row

    def close(self) -> None:
        """Let go of the house."""
        self._desk.close()


def index_bytes(place: Path) -> int:
    """How large the files beside the database are that are none of its own."""
    own = {place.name + ending for ending in _OF_THE_DATABASE}
    beside = (file for file in place.parent.rglob("*") if file.is_file() and file.name not in own)
    return sum(file.stat().st_size for file in beside)


def stored_keys(text: str) -> list[str]:
    """What the others search over: each word romanised and folded by our own rules, and in its script."""
    return [key for word in keys(text) for key in dict.fromkeys((_folded(word), folding.plain(word)))]


def typed_keys(text: str) -> list[str]:
    """What the others get to search for: Latin words folded, those of other scripts as they are."""
    return [folding.plain(word) if romanise.needs_romanising(word) else _folded(word) for word in keys(text)]


def _folded(word: str) -> str:
    return folding.medium(folding.plain(romanise.romanise(word)))
