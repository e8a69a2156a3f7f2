"""SQLite's ways: LIKE, and the full-text index FTS5, over raw names or over folded and romanised ones.

Rows lie in the order of likelihood, so that the first twenty found are the twenty likeliest.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.benchmarks.lookup.engines import LIMIT, Row, detail, likeliest_first
from tests.benchmarks.lookup.ours import stored_keys, typed_keys
from tests.benchmarks.lookup.people import Person

Words = Callable[[str], list[str]]

_TOKENS = "unicode61 remove_diacritics 2 categories 'L* N* M*'"  # by default vowel signs cut a word


def texts(person: Person) -> str:
    """All that a person can be found by."""
    number = person.phone.replace(" ", "")
    return " ".join(filter(None, (person.name, person.second_spelling, person.nickname, number, person.card)))


class _Table:
    """People in a table of an ordinary file."""

    name = ""

    def __init__(self, people: Sequence[Person], folder: Path) -> None:
        self._base = dbapi2.connect(str(folder / "people.db"))
        self._base.execute("CREATE TABLE people (place INTEGER PRIMARY KEY, id, name, detail, found_by)")
        rows = enumerate(likeliest_first(people), 1)
        self._base.executemany(
            "INSERT INTO people VALUES (?, ?, ?, ?, ?)",
            ((place, key, one.name, detail(one), self.kept(one)) for place, (key, one) in rows),
        )
        self.index(people)
        self._base.commit()

    def kept(self, person: Person) -> str:
        """What the table keeps for the search."""
        return ""

    def index(self, people: Sequence[Person]) -> None:
        """Make what the search needs beside the table."""

    def rows(self, statement: str, value: str) -> list[Row]:
        """The rows of a search."""
        return [Row(*row) for row in self._base.execute(statement, (value, LIMIT))]

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


class Like(_Table):
    """What address books do: the text anywhere in the name."""

    name = "SQLite LIKE"

    def kept(self, person: Person) -> str:
        """Names and numbers in small letters: LIKE knows no others than those of ASCII."""
        return texts(person).lower().replace(".", "")

    def search(self, text: str) -> list[Row]:
        """The first rows that contain the text."""
        sought = text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        statement = (
            "SELECT id, name, detail FROM people WHERE found_by LIKE ? ESCAPE '\\' ORDER BY place LIMIT ?"
        )
        return self.rows(statement, f"%{sought}%")


class Prefixes(_Table):
    """FTS5: every typed word the beginning of one that is stored."""

    name = "FTS5 prefix"

    def stored(self, text: str) -> list[str]:
        """The words of what is stored."""
        return text.split()

    def typed(self, text: str) -> list[str]:
        """The words of what is typed."""
        return text.split()

    def index(self, people: Sequence[Person]) -> None:
        """Make the index, without the texts themselves."""
        self._base.execute(
            "CREATE VIRTUAL TABLE words USING fts5("
            f"found_by, content='', prefix='1 2 3', tokenize=\"{_TOKENS}\")"
        )
        rows = enumerate(likeliest_first(people), 1)
        self._base.executemany(
            "INSERT INTO words (rowid, found_by) VALUES (?, ?)",
            ((place, " ".join(self.stored(texts(one)))) for place, (_, one) in rows),
        )
        self._base.execute("INSERT INTO words (words) VALUES ('optimize')")

    def search(self, text: str) -> list[Row]:
        """The first rows that have a word for each typed one."""
        typed = " ".join('"{}"*'.format(word.replace('"', '""')) for word in self.typed(text))
        if not typed:
            return []
        statement = (
            "SELECT id, name, detail FROM people JOIN ("
            "SELECT rowid AS found FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?"
            ") ON place = found ORDER BY place"
        )
        return self.rows(statement, typed)


class FoldedPrefixes(Prefixes):
    """The same over names that are romanised and folded by our rules."""

    name = "FTS5 prefix, folded"

    def stored(self, text: str) -> list[str]:
        """Folded words, and those of other scripts as they are too."""
        return stored_keys(text)

    def typed(self, text: str) -> list[str]:
        """Folded words."""
        return typed_keys(text)
