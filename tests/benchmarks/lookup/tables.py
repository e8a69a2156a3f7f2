"""What was measured, as tables of Markdown."""

from collections.abc import Iterator, Mapping, Sequence

from tests.benchmarks.lookup.bench import Bench, Crowd
from tests.benchmarks.lookup.measuring import Measured, Recall, Times
from tests.benchmarks.lookup.ours import Ours
from tests.benchmarks.lookup.queries import KINDS
from tests.benchmarks.lookup.rivals import RIVALS
from tests.benchmarks.lookup.sizes import NAMES


def tables(bench: Bench) -> Iterator[str]:
    """One table of all engines for each size, and one of how ours grows."""
    crowds = [bench.crowds[size] for size in sorted(bench.crowds) if "measured" in vars(bench.crowds[size])]
    for crowd in crowds:
        yield (
            f"{NAMES[crowd.size]} people. Recall: among the first five, in brackets at the first place. "
            "Times: after a few queries that warm each engine up."
        )
        others = {name: crowd.rivals[name] for name in RIVALS if name in crowd.rivals}
        yield from _table({Ours.name: crowd.measured} | others)
    if crowds:
        yield "How it grows"
        yield from _growth(crowds)


def _table(engines: Mapping[str, Measured]) -> Iterator[str]:
    yield _line(["", *engines])
    yield _line(["---"] * (len(engines) + 1))
    yield _line(["queries of each kind", *(str(_asked(one)) for one in engines.values())])
    yield from _rows(list(engines.values()))
    yield ""


def _growth(crowds: Sequence[Crowd]) -> Iterator[str]:
    yield _line(["", *(NAMES[crowd.size] for crowd in crowds)])
    yield _line(["---"] * (len(crowds) + 1))
    for fact in sorted({fact for crowd in crowds for fact in crowd.facts}):
        yield _line([fact, *(crowd.facts.get(fact, "") for crowd in crowds)])
    yield from _rows([crowd.measured for crowd in crowds])


def _rows(columns: Sequence[Measured]) -> Iterator[str]:
    yield _line(["every keystroke, p50 / p99 ms", *(_ms(one.keystrokes) for one in columns)])
    yield _line(["finished query, p50 / p99 ms", *(_ms(one.finished) for one in columns)])
    yield _line(["build, s", *(f"{one.build_seconds:.1f}" for one in columns)])
    yield _line(["on disk, MB", *(f"{one.megabytes:.1f}" for one in columns)])
    for kind in KINDS:
        yield _line([kind, *(_share(one.recalls[kind]) for one in columns)])


def _asked(one: Measured) -> int:
    return max(recall.asked for recall in one.recalls.values())


def _ms(times: Times) -> str:
    return f"{times.quantile(0.5) * 1000:.2f} / {times.quantile(0.99) * 1000:.2f}"


def _share(recall: Recall) -> str:
    return f"{recall.at_5:.3f} ({recall.at_1:.2f})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
