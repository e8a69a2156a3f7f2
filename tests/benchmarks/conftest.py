"""What every benchmark is given: a way to say its figure, and a table of all of them at the end.

A budget is either a time or a multiple of something plain that is measured in the same run, so that a
slow machine is no excuse and a fast one hides nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import pytest


@dataclass(frozen=True, slots=True)
class Result:
    """One figure: seconds it took, what it is held against, and where the budget ends.

    With ``bare``, the seconds of the plain thing, ``budget`` is a multiple of it; without, it is seconds.
    """

    name: str
    seconds: float
    budget: float
    bare: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether it stayed within its budget."""
        return (self.seconds if self.bare is None else self.seconds / self.bare) <= self.budget

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """What the table says: name, figure, ratio, budget, verdict."""
        ratio = f"{self.seconds / self.bare:.2f} × {in_words(self.bare)}" if self.bare else ""
        budget = in_words(self.budget) if self.bare is None else f"{self.budget:g} ×"
        figure = in_words(self.seconds) + (f" ({self.note})" if self.note else "")
        return self.name, figure, ratio, f"≤ {budget}", "kept" if self.kept else "MISSED"


class Report(Protocol):
    """What the fixture ``result`` gives."""

    def __call__(
        self, name: str, seconds: float, *, budget: float, bare: float | None = None, note: str = ""
    ) -> None:
        """Put a figure into the table; the test fails where it is over its budget."""
        ...


_results: list[Result] = []
_HEAD = ("What", "Measured", "Against", "Budget", "Verdict")


def in_words(seconds: float) -> str:
    """A time with as many digits as mean something."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.{0 if seconds >= 0.01 else 2}f} ms"


@pytest.fixture
def result() -> Iterator[Report]:
    """Takes the figures of a benchmark; those over budget fail it once it has said them all."""
    mine: list[Result] = []

    def report(
        name: str, seconds: float, *, budget: float, bare: float | None = None, note: str = ""
    ) -> None:
        mine.append(Result(name, seconds, budget, bare, note))
        print(" | ".join(mine[-1].cells))

    yield report
    _results.extend(mine)
    missed = [" | ".join(one.cells) for one in mine if not one.kept]
    if missed:
        pytest.fail("Over budget: " + "; ".join(missed), pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of all figures, ready for the README."""
    if not _results:
        return
    terminalreporter.section("benchmarks")
    for row in (_HEAD, ("---",) * len(_HEAD), *(one.cells for one in _results)):
        terminalreporter.line(f"| {' | '.join(row)} |")
