"""What every way of looking people up is asked for here, and who is likelier at the desk."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tests.benchmarks.lookup.people import Person

LIMIT = 20


class Row(NamedTuple):
    """A hit with what a row of the list shows: key, name, and what tells namesakes apart."""

    id: int
    name: str
    detail: str


class Engine(Protocol):
    """A way of looking people up; open when it is made."""

    @property
    def name(self) -> str:
        """What the table calls it."""
        ...

    def search(self, text: str) -> Sequence[Row]:
        """The twenty likeliest, the best first."""
        ...

    def close(self) -> None:
        """Let go of its files."""
        ...


def detail(person: Person) -> str:
    """What stands beneath a name in the list."""
    return f"{person.phone} · {person.birthday} · {person.last_visit:%d.%m.%Y}"


def likeliest_first(people: Sequence[Person]) -> list[tuple[int, Person]]:
    """Everybody with their key, those first who come often and came lately.

    A visit count twice as high weighs as much as a last visit thirty days later.
    """
    from math import log2

    def unlikely(row: tuple[int, Person]) -> float:
        return -log2(1 + row[1].visits) - row[1].last_visit.toordinal() / 30

    return sorted(enumerate(people, 1), key=unlikely)
