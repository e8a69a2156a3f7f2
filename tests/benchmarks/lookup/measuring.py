"""Asking an engine everything and taking the time: how soon it answers, and how often rightly."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from tests.benchmarks.lookup.engines import Engine
from tests.benchmarks.lookup.queries import BY_NUMBER, Asked, Query, answered

_WARM_UP = 40


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, in order."""

    seconds: Sequence[float]

    @classmethod
    def of(cls, search: Callable[[str], object], texts: Sequence[str]) -> "Times":
        """Each text searched for once."""
        return cls(sorted(timed(search, text) for text in texts))

    def quantile(self, share: float) -> float:
        """The time within which this share of the answers came."""
        return self.seconds[min(len(self.seconds) - 1, int(len(self.seconds) * share))]


@dataclass(frozen=True, slots=True)
class Recall:
    """How many of so many queries had their person first, and among the first five; those that had not."""

    asked: int
    at_1: float
    at_5: float
    missed: tuple[Query, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one engine did over one crowd; ``megabytes`` on disk, 0 for none."""

    keystrokes: Times
    finished: Times
    recalls: dict[str, Recall]
    build_seconds: float
    megabytes: float

    @property
    def mean_recall(self) -> float:
        """Recall among the first five by name, each kind of query counting the same."""
        by_name = [one.at_5 for kind, one in self.recalls.items() if kind not in BY_NUMBER]
        return sum(by_name) / len(by_name)


def timed(search: Callable[[str], object], text: str) -> float:
    """Seconds for one search."""
    begun = perf_counter()
    search(text)
    return perf_counter() - begun


def measure(engine: Engine, asked: Asked, share: float, build_seconds: float, megabytes: float) -> Measured:
    """Ask ``share`` of all there is to ask, after a few queries that only warm the engine's pages and caches.

    What stands in memory before is never looked through for garbage meanwhile: a million people are ours, and
    a pause for them no fault of the engine's.
    """
    keystrokes = asked.keystrokes()
    step = max(1, round(1 / share))
    gc.collect()
    gc.freeze()
    for queries in asked.by_kind.values():
        for query in queries[-max(1, round(_WARM_UP * share)) :]:
            engine.search(query.typed)
    typing = Times.of(engine.search, keystrokes[::step])
    recalls, seconds = {}, []
    for kind, queries in asked.by_kind.items():
        recalls[kind], took = _recall(engine, kind, queries[::step])
        seconds += took
    return Measured(typing, Times(sorted(seconds)), recalls, build_seconds, megabytes)


def _recall(engine: Engine, kind: str, queries: Sequence[Query]) -> tuple[Recall, list[float]]:
    seconds, first, missed = [], 0, []
    for query in queries:
        begun = perf_counter()
        rows = engine.search(query.typed)
        seconds.append(perf_counter() - begun)
        hits = [(row.id, row.name) for row in rows]
        first += answered(query, kind, hits, 1)
        if not answered(query, kind, hits, 5):
            missed.append(query)
    asked = max(1, len(queries))
    return Recall(len(queries), first / asked, 1 - len(missed) / asked, tuple(missed)), seconds
