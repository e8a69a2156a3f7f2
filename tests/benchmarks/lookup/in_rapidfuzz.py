"""rapidfuzz over everybody: each name compared with what was typed, without any index."""

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from tests.benchmarks.lookup.engines import LIMIT, Row, detail, likeliest_first
from tests.benchmarks.lookup.in_sqlite import texts
from tests.benchmarks.lookup.ours import stored_keys, typed_keys
from tests.benchmarks.lookup.people import Person


class Everybody:
    """The best by WRatio over names that are romanised and folded by our rules."""

    name = "rapidfuzz over all"

    def __init__(self, people: Sequence[Person], folder: Path) -> None:
        """Keep everybody in memory, the likeliest first: among equals they win."""
        self._people = likeliest_first(people)
        self._texts = [" ".join(stored_keys(texts(person))) for _, person in self._people]

    def search(self, text: str) -> list[Row]:
        """The twenty with the highest ratio."""
        found = process.extract(" ".join(typed_keys(text)), self._texts, scorer=fuzz.WRatio, limit=LIMIT)
        return [self._row(place) for _, _, place in found]

    def close(self) -> None:
        """Nothing is left open."""

    def _row(self, place: int) -> Row:
        key, person = self._people[place]
        return Row(key, person.name, detail(person))
