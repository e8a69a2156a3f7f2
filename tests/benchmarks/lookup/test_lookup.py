"""Looking people up as fast as somebody types, whatever the slip: what was promised, at every size.

The queries are answered by the same call that the window makes. Others are asked the same in the same run.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from tests.benchmarks.conftest import Report
from tests.benchmarks.lookup.bench import Crowd
from tests.benchmarks.lookup.conftest import Held
from tests.benchmarks.lookup.engines import Engine
from tests.benchmarks.lookup.house import fill
from tests.benchmarks.lookup.in_tantivy import Tantivy
from tests.benchmarks.lookup.measuring import timed
from tests.benchmarks.lookup.ours import Ours
from tests.benchmarks.lookup.people import TODAY, Person
from tests.benchmarks.lookup.rivals import RIVALS
from tests.benchmarks.lookup.sizes import NAMES

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(7200)]

ROOT = Path(__file__).parents[3]
KEYSTROKE = {10_000: 0.002, 100_000: 0.0025, 1_000_000: 0.006}
RECALL: dict[str, dict[int, float]] = {
    "clean": {10_000: 0.99, 100_000: 0.99, 1_000_000: 0.99},
    "one slip": {10_000: 0.99, 100_000: 0.975, 1_000_000: 0.95},
    "whole name with a slip": {10_000: 0.985, 100_000: 0.985, 1_000_000: 0.985},
    "two slips": {10_000: 0.97},
    "swapped with a slip": {10_000: 0.97},
    "across scripts": {10_000: 0.97},
    "two words as one": {10_000: 0.85, 100_000: 0.85, 1_000_000: 0.85},
}
BUILD, OPENED, INSERTED = 15.0, 0.300, 0.015
INDEX_MEGABYTES, ANONYMOUS_MEGABYTES = 120, 60
HINDI = "LOOKUP_HINDI"
"""The environment variable with a file of Hindi names and their usual Latin spelling, a tab between them."""

BAD_INPUT = (
    "",
    "a",
    "x" * 10_000,
    "maria " * 2_000,
    "ம" * 10_000,
    "!?.,;:-_()[]{}",
    "😀👩‍👩‍👧🏽" * 20,
    "\u202eanna\u202c \u200f\u061cעברית",
    "\x00\x07\x1b[31m\r\n\t",
    "' OR 1=1; DROP TABLE customers; --",
    "<img src=/etc/passwd><script>alert(1)</script>",
    "\ud800 anna \udfff",
    "aннaராम",
    "a b c d e f g h i j k l m n o p",
    "0" * 10_000,
    "é" * 300 + "e\u0301" * 300,
    "%_*?\\^$\"'",
)


def test_every_keystroke_is_answered_at_once(crowd: Crowd, result: Report) -> None:
    times = crowd.measured.keystrokes
    note = f"p50 {times.quantile(0.5) * 1000:.2f} ms, {len(times.seconds)} keystrokes"
    result(f"Keystroke p99, {_name(crowd)}", times.quantile(0.99), budget=KEYSTROKE[crowd.size], note=note)


def test_who_is_meant_is_among_the_first_five(crowd: Crowd, held: Held) -> None:
    for kind, recall in crowd.measured.recalls.items():
        least = RECALL.get(kind, {}).get(crowd.size)
        name = f"Among the first five, {kind}, {_name(crowd)}"
        held(name, recall.at_5, at_least=least, note=f"first {recall.at_1:.3f}")


def test_ahead_of_tantivy(crowd: Crowd, held: Held) -> None:
    """In the middle and in the slowest of the keystrokes, and in recall over all kinds of queries by name."""
    pytest.importorskip("tantivy")
    other, ours = crowd.rival(Tantivy.name), crowd.measured
    assert other is not None
    behind = [kind for kind, one in other.recalls.items() if one.at_5 > ours.recalls[kind].at_5]
    for share in (0.5, 0.99):
        ratio = ours.keystrokes.quantile(share) / other.keystrokes.quantile(share)
        held(f"Keystroke p{share * 100:.0f}, ours / tantivy, {_name(crowd)}", ratio, at_most=1)
    ahead = ours.mean_recall - other.mean_recall
    held(f"Recall, ours − tantivy, {_name(crowd)}", ahead, at_least=0, note=f"behind in {behind or 'none'}")


@pytest.mark.parametrize("name", RIVALS)
def test_beside_the_others(crowd: Crowd, name: str) -> None:
    """For the table only: nothing is asked of the others but an answer."""
    if name == Tantivy.name:
        pytest.importorskip("tantivy")
    assert crowd.measured.recalls
    found = crowd.rival(name)
    if found is None:
        pytest.skip("not asked at this size: it would take hours")
    assert found.recalls["clean"].at_5 > 0.3


def test_the_index_is_soon_built_and_small(crowd: Crowd, result: Report, held: Held) -> None:
    result(f"Index built, {_name(crowd)}", crowd.measured.build_seconds, budget=BUILD)
    held(f"Index on disk, MB, {_name(crowd)}", crowd.measured.megabytes, at_most=INDEX_MEGABYTES)


def test_a_program_just_started_soon_answers_and_stays_small(
    crowd: Crowd, result: Report, held: Held
) -> None:
    """Each time in a new process; the house's file and its index may be in the machine's memory already."""
    queries = [query.typed for queries in crowd.asked.by_kind.values() for query in queries[:25]]
    runs = [_fresh(crowd.place, queries) for _ in range(5)]
    first, megabytes = median(run["first"] for run in runs), median(run["megabytes"] for run in runs)
    crowd.facts["opened to first answer, ms"] = f"{first * 1000:.0f}"
    crowd.facts["anonymous memory, MB"] = f"{megabytes:.0f}"
    slowest = max(run["first"] for run in runs)
    result(f"First answer, {_name(crowd)}", first, budget=OPENED, note=f"slowest {slowest * 1000:.0f} ms")
    held(f"Anonymous memory, MB, {_name(crowd)}", megabytes, at_most=ANONYMOUS_MEGABYTES)


def test_somebody_new_is_found_at_once(crowd: Crowd, result: Report) -> None:
    """From the call that writes to the answer that has them; the writing to disk counts."""
    seconds = []
    for number in range(25):
        name = f"Zq{chr(97 + number)}xwy Jvoqk"
        begun = perf_counter()
        key = crowd.ours.add(name)
        found = crowd.ours.search(name)
        seconds.append(perf_counter() - begun)
        assert key in [row.id for row in found]
    crowd.facts["somebody new found after, ms"] = f"{median(seconds) * 1000:.1f}"
    note = f"slowest {max(seconds) * 1000:.1f} ms"
    result(f"Somebody new found, {_name(crowd)}", median(seconds), budget=INSERTED, note=note)


def test_bad_input_takes_no_longer(crowd: Crowd, result: Report) -> None:
    slowest = max((_typical(crowd.ours, text), text) for text in BAD_INPUT)
    crowd.facts["slowest bad input, ms"] = f"{slowest[0] * 1000:.2f}"
    result(f"Bad input, {_name(crowd)}", slowest[0], budget=KEYSTROKE[crowd.size], note=repr(slowest[1][:12]))


def test_hindi_names_by_the_spelling_in_use(tmp_path: Path, held: Held) -> None:
    """Spellings that people really use; the stored name is to be among the first five."""
    file = os.environ.get(HINDI)
    if not file:
        pytest.skip(f"{HINDI} names no file")
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    pairs = [tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")]
    names = list(dict.fromkeys(native for native, _ in pairs))
    place = tmp_path / "house.db"
    fill(place, [_somebody(name) for name in names])
    desk = Ours(place)
    desk.fill()
    missed = [pair for pair in pairs if pair[0] not in [row.name for row in desk.search(pair[1])[:5]]]
    desk.close()
    print("missed:", *(f"{native} {latin}" for native, latin in missed), sep="\n")
    share = 1 - len(missed) / len(pairs)
    held("Hindi names by their Latin spelling", share, at_least=0.96, note=f"{len(pairs)} pairs")


def _name(crowd: Crowd) -> str:
    return NAMES[crowd.size]


def _typical(engine: Engine, text: str) -> float:
    return median(timed(engine.search, text) for _ in range(5))


def _fresh(place: Path, queries: Sequence[str]) -> dict[str, float]:
    run = [sys.executable, "-m", "tests.benchmarks.lookup.fresh", str(place)]
    asked = "\n".join(queries)
    done = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True, input=asked)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _somebody(name: str) -> Person:
    return Person(name, name, name, "", "", "", "hi", "", "", "", 1, TODAY)
