"""tantivy, a full-text engine in Rust: the beginnings of words within an edit or two, rescored.

It searches over names that are romanised and folded by our rules, and keeps keys, names and weights in memory
here, so that nothing but the search itself is counted against it.
"""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from tests.benchmarks.lookup.engines import LIMIT, Row, detail, likeliest_first
from tests.benchmarks.lookup.in_sqlite import texts
from tests.benchmarks.lookup.ours import stored_keys, typed_keys
from tests.benchmarks.lookup.people import Person

if TYPE_CHECKING:  # it is needed for nothing else, and other tests run where it is not installed
    from tantivy import Query

_CANDIDATES = 200
_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 3, 7
_ENOUGH = 5


class Tantivy:
    """Exact beginnings first; one edit where that gives fewer than twenty; then two, or a word left out."""

    name = "tantivy, fuzzy prefix"

    def __init__(self, people: Sequence[Person], folder: Path) -> None:
        """Build the index in a folder."""
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
        builder.add_unsigned_field("likely", fast=True)
        self._schema = builder.build()
        (folder / "tantivy").mkdir()
        self._index = tantivy.Index(self._schema, str(folder / "tantivy"))
        self._people = likeliest_first(people)
        self._words = [stored_keys(texts(person)) for _, person in self._people]
        writer = self._index.writer(256_000_000, 1)
        for place, words in enumerate(self._words):
            row = {"words": " ".join(words), "likely": len(people) - place}
            writer.add_document(tantivy.Document.from_dict(row, self._schema))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, text: str) -> list[Row]:
        """The twenty best of at most 200 candidates, which are the likeliest of those that match."""
        words = typed_keys(text)
        if not words:
            return []
        places = self._places(words, 0, LIMIT)
        if len(places) < LIMIT:
            places = list(dict.fromkeys([*places, *self._places(words, 1, _CANDIDATES)]))
        if len(places) < _ENOUGH:
            fewer = [words[:at] + words[at + 1 :] for at in range(len(words))] if len(words) > 1 else []
            ways = [(words, 2), *((some, 1) for some in fewer)]
            more = (self._places(some, edits, _CANDIDATES) for some, edits in ways)
            places = list(dict.fromkeys([*places, *chain.from_iterable(more)]))
        places.sort(key=lambda place: (self._far(words, place), place))
        return [self._row(place) for place in places[:LIMIT]]

    def close(self) -> None:
        """Nothing is left open."""

    def _places(self, words: list[str], edits: int, limit: int) -> list[int]:
        """Places of those who have a word within so many edits for each typed one, the likeliest first."""
        from tantivy import Occur, Query

        parts = [(Occur.Must, self._word(word, edits)) for word in words]
        query = Query.boolean_query(parts) if len(parts) > 1 else parts[0][1]
        found = self._searcher.search(query, limit, count=False, order_by_field="likely")
        return [len(self._people) - likely for likely, _ in found.hits]

    def _word(self, word: str, edits: int) -> "Query":
        from tantivy import Query

        most = 2 if len(word) >= _LETTERS_FOR_TWO else 1 if len(word) >= _LETTERS_FOR_ONE else 0
        return Query.fuzzy_term_query(self._schema, "words", word, min(edits, most), True, prefix=True)

    def _far(self, words: list[str], place: int) -> int:
        """How many edits lie between the typed words and the nearest beginnings of a person's."""
        return sum(min(_edits(word, own) for own in self._words[place]) for word in words)

    def _row(self, place: int) -> Row:
        key, person = self._people[place]
        return Row(key, person.name, detail(person))


def _edits(typed: str, word: str) -> int:
    ends = range(max(1, len(typed) - 1), min(len(word), len(typed) + 1) + 1)
    return min((OSA.distance(typed, word[:end]) for end in ends), default=len(typed))
