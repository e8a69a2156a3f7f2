"""What the benchmark of looking people up is given, and its tables at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import pytest

from tests.benchmarks.lookup.bench import Bench, Crowd
from tests.benchmarks.lookup.sizes import NAMES, chosen
from tests.benchmarks.lookup.tables import tables

_bench: list[Bench] = []
_figures: list["Figure"] = []


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured that is no time, and between what it has to lie."""

    name: str
    value: float
    at_least: float | None
    at_most: float | None
    note: str

    @property
    def kept(self) -> bool:
        """Whether it lies within its bounds."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    def __str__(self) -> str:
        bounds = [f"≥ {self.at_least:g}" if self.at_least is not None else ""]
        bounds.append(f"≤ {self.at_most:g}" if self.at_most is not None else "")
        value = f"{self.value:.3f}" + (f" ({self.note})" if self.note else "")
        verdict = "kept" if self.kept else "MISSED"
        return f"| {self.name} | {value} |  | {' '.join(filter(None, bounds))} | {verdict} |"


class Held(Protocol):
    """What the fixture ``held`` gives."""

    def __call__(
        self,
        name: str,
        value: float,
        *,
        at_least: float | None = None,
        at_most: float | None = None,
        note: str = "",
    ) -> None:
        """Put a figure into the table; the test fails where it lies outside its bounds."""
        ...


@pytest.fixture
def held() -> Iterator[Held]:
    """Takes figures that are no times; those out of bounds fail the test once it has said them all."""
    mine: list[Figure] = []

    def hold(
        name: str,
        value: float,
        *,
        at_least: float | None = None,
        at_most: float | None = None,
        note: str = "",
    ) -> None:
        mine.append(Figure(name, value, at_least, at_most, note))
        print(mine[-1])

    yield hold
    _figures.extend(mine)
    missed = [str(one) for one in mine if not one.kept]
    if missed:
        pytest.fail("Out of bounds: " + "; ".join(missed), pytrace=False)


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The crowds of this run."""
    made = Bench(tmp_path_factory.mktemp("lookup"))
    _bench.append(made)
    yield made
    made.close()


@pytest.fixture(params=chosen(), ids=NAMES.__getitem__)
def crowd(request: pytest.FixtureRequest, bench: Bench) -> Crowd:
    """A crowd of each size."""
    size: int = request.param
    return bench.crowd(size)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the README shows."""
    for one in _bench:
        terminalreporter.section("looking people up")
        for line in (*sorted(map(str, _figures)), "", *tables(one)):
            terminalreporter.line(line)
