"""What the tests of this folder share in a run: crowds, their houses, and what has been measured so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.benchmarks.lookup import rivals
from tests.benchmarks.lookup.house import house_of
from tests.benchmarks.lookup.measuring import Measured, measure
from tests.benchmarks.lookup.ours import Ours, index_bytes
from tests.benchmarks.lookup.people import Person, people
from tests.benchmarks.lookup.queries import Asked


class Crowd:
    """So many people, their house, and our look-up over it; each made when it is first asked for."""

    def __init__(self, size: int, folder: Path) -> None:
        self.size = size
        self.facts: dict[str, str] = {}
        self.rivals: dict[str, Measured] = {}
        self._folder = folder / str(size)

    @cached_property
    def people(self) -> Sequence[Person]:
        """Everybody; the key of each is the place in the row, from 1."""
        return list(people(self.size))

    @cached_property
    def asked(self) -> Asked:
        """What is typed about them."""
        return Asked(self.people)

    @cached_property
    def place(self) -> Path:
        """The file of their house, with an index beside it."""
        return self._built[0]

    @cached_property
    def ours(self) -> Ours:
        """A desk on the house whose index is open."""
        desk = Ours(self.place)
        desk.fill()
        return desk

    @cached_property
    def measured(self) -> Measured:
        """What ours does."""
        return measure(self.ours, self.asked, 1, self._built[1], index_bytes(self.place) / 1e6)

    @cached_property
    def _built(self) -> tuple[Path, float]:
        place = house_of(self.people, self._folder)
        desk = Ours(place)
        seconds = desk.fill()
        desk.close()
        return place, seconds

    def rival(self, name: str) -> Measured | None:
        """What one of the others does; None where it is not asked at this size."""
        if name not in self.rivals:
            found = rivals.measured(name, self.people, self.asked)
            if found is not None:
                self.rivals[name] = found
        return self.rivals.get(name)


@dataclass
class Bench:
    """All crowds of a run."""

    folder: Path
    crowds: dict[int, Crowd] = field(default_factory=dict)

    def crowd(self, size: int) -> Crowd:
        """The crowd of a size; the same for every test."""
        return self.crowds.setdefault(size, Crowd(size, self.folder))

    def close(self) -> None:
        """Let go of every house."""
        for crowd in self.crowds.values():
            if "ours" in vars(crowd):
                crowd.ours.close()
