"""The start of the program, held against a bare window, each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from tests.benchmarks.conftest import Report
from tests.benchmarks.crowd import fill

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

PEOPLE = 10_000
RUNS = 5
ROOT = Path(__file__).parents[2]
STARTING = Path(__file__).with_name("starting.py")


def test_the_program_is_soon_there(tmp_path: Path, result: Report) -> None:
    """Seconds from the start of Python; one run of each, to warm the files, is not counted.

    Modules are compiled once, as an installation does, also where this process was told to keep none.
    """
    place = tmp_path / "house.db"
    fill(place, PEOPLE)
    plain, program = [], []
    for _ in range(RUNS + 1):
        plain.append(_start(tmp_path, "bare"))
        program.append(_start(tmp_path, "frontdesk", str(place)))
    bare = median(run["painted"] for run in plain[1:])
    for what, word, budget in (("First paint", "painted", 2.5), ("Searchable", "searchable", 7)):
        result(what, median(run[word] for run in program[1:]), budget=budget, bare=bare)


def _start(folder: Path, *words: str) -> dict[str, float]:
    """Run it to its end; when it said each of its words."""
    heard = {}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    begun = perf_counter()
    with subprocess.Popen(
        [sys.executable, str(STARTING), *words],
        stdout=subprocess.PIPE,
        text=True,
        env=kept | own,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            heard[line.strip()] = perf_counter() - begun
    assert process.returncode == 0
    return heard
