"""The day's list in a house larger than any: the first look at it and those that follow."""

import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.ledger import Wanted
from frontdesk.services import ledger, visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from tests.benchmarks.conftest import Report, in_words
from tests.benchmarks.crowd import fill
from tests.benchmarks.timing import seconds

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]

PEOPLE = 100_000
VISITS_EACH = 5
ROOT = Path(__file__).parents[2]
BUDGET = 0.150
LEDGER_BUDGET = 0.250


def test_today_is_there_at_once(tmp_path: Path, result: Report) -> None:
    """The first look is taken in a program started just now, each time another; later ones in one of them."""
    place = tmp_path / "house.db"
    fill(place, PEOPLE, VISITS_EACH)
    first = [_first_look(place) for _ in range(5)]
    kept = [_first_look(place, "ledger") for _ in range(5)]
    plain = median(_first_look(place, "plain") for _ in range(5))

    desk = Desk.open(place)
    desk.fill_index()
    found = today(desk)
    assert found.due_today
    assert found.ahead
    later = [seconds(lambda: today(desk)) for _ in range(15)]
    after = [_look_after_a_visit(desk, CustomerId(n)) for n in range(1, 16)]
    assert len(today(desk).arrivals) == len(after)
    one_more = [_ledger_after_a_visit(desk, CustomerId(n)) for n in range(16, 31)]
    assert ledger.entries(desk, Wanted(most=1))
    desk.close()

    result("Today, first look", median(first), budget=BUDGET, note=_beside(first, plain))
    result("Today, later looks", median(later), budget=BUDGET)
    result("Today, look after a visit", median(after), budget=BUDGET)
    result("Ledger of today, from nothing", median(kept), budget=LEDGER_BUDGET, note=_beside(kept, plain))
    result("Ledger, after a visit", median(one_more), budget=LEDGER_BUDGET)


def _beside(times: list[float], plain: float) -> str:
    """How long the slowest took, and what the usual one is beside reading everybody's row."""
    ratio = median(times) / plain
    return f"slowest {max(times):.2f} s; {ratio:.2f} × everybody's rows read in {in_words(plain)}"


def _first_look(place: Path, *what: str) -> float:
    run = [sys.executable, "-m", "tests.benchmarks.first_look", str(place), *what]
    return float(subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def _ledger_after_a_visit(desk: Desk, customer: CustomerId) -> float:
    changes = visits.log_now(desk, customer, purpose="Gym")
    return seconds(lambda: ledger.keep(desk, changes.customers))


def _look_after_a_visit(desk: Desk, customer: CustomerId) -> float:
    visits.log_now(desk, customer, purpose="Gym")
    return seconds(lambda: today(desk))
