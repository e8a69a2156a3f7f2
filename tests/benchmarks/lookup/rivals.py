"""The others, side by side with ours, and how much each of them is asked at which size."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from tests.benchmarks.lookup.engines import Engine
from tests.benchmarks.lookup.in_rapidfuzz import Everybody
from tests.benchmarks.lookup.in_sqlite import FoldedPrefixes, Like, Prefixes
from tests.benchmarks.lookup.in_tantivy import Tantivy
from tests.benchmarks.lookup.measuring import Measured, measure
from tests.benchmarks.lookup.people import Person
from tests.benchmarks.lookup.queries import Asked

Maker = Callable[[Sequence[Person], Path], Engine]

RIVALS: dict[str, tuple[Maker, dict[int, float]]] = {
    Like.name: (Like, {10_000: 1, 100_000: 0.2, 1_000_000: 0.03}),
    Prefixes.name: (Prefixes, {10_000: 1, 100_000: 1, 1_000_000: 1}),
    FoldedPrefixes.name: (FoldedPrefixes, {10_000: 1, 100_000: 1, 1_000_000: 1}),
    Tantivy.name: (Tantivy, {10_000: 1, 100_000: 1, 1_000_000: 0.5}),
    Everybody.name: (Everybody, {10_000: 0.1}),
}
"""How each is made, and which share of all queries it is asked; where none stands, it would take hours."""


def measured(name: str, people: Sequence[Person], asked: Asked) -> Measured | None:
    """What one of them does over these people; None where it is not asked at this size."""
    maker, shares = RIVALS[name]
    share = shares.get(len(people))
    if share is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        begun = perf_counter()
        engine = maker(people, Path(folder))
        seconds = perf_counter() - begun
        files = [file for file in Path(folder).rglob("*") if file.is_file()]
        found = measure(engine, asked, share, seconds, sum(file.stat().st_size for file in files) / 1e6)
        engine.close()
    return found
