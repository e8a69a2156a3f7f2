"""The day's list in a house larger than any: the first look at it and those that follow."""

from pathlib import Path
from statistics import median

import pytest

from frontdesk.domain.ids import CustomerId
from frontdesk.services import visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from tests.benchmarks.conftest import Report
from tests.benchmarks.crowd import fill
from tests.benchmarks.timing import seconds

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]

PEOPLE = 100_000
VISITS_EACH = 5
BUDGET = 0.150


def test_today_is_there_at_once(tmp_path: Path, result: Report) -> None:
    """The first look is taken by a desk opened just now, each time another, with nothing kept in memory."""
    place = tmp_path / "house.db"
    fill(place, PEOPLE, VISITS_EACH)
    first = [_first_look(place) for _ in range(5)]

    desk = Desk.open(place)
    desk.fill_index()
    found = today(desk)
    assert found.due_today
    assert found.ahead
    later = [seconds(lambda: today(desk)) for _ in range(15)]
    after = [_look_after_a_visit(desk, CustomerId(n)) for n in range(1, 16)]
    assert len(today(desk).arrivals) == len(after)
    desk.close()

    result("Today, first look", median(first), budget=BUDGET, note=f"slowest {max(first):.2f} s")
    result("Today, later looks", median(later), budget=BUDGET)
    result("Today, look after a visit", median(after), budget=BUDGET)


def _first_look(place: Path) -> float:
    desk = Desk.open(place)
    try:
        return seconds(lambda: today(desk))
    finally:
        desk.close()


def _look_after_a_visit(desk: Desk, customer: CustomerId) -> float:
    visits.log_now(desk, customer, purpose="Gym")
    return seconds(lambda: today(desk))
