"""Logging a visit, held against one bare row that is kept just as safely."""

import uuid
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import func, insert, select

from frontdesk.domain.ids import CustomerId
from frontdesk.services import visits
from frontdesk.services.desk import Desk
from frontdesk.storage import tables
from frontdesk.storage.engine import for_writing
from tests.benchmarks.conftest import Report
from tests.benchmarks.crowd import TODAY, fill
from tests.benchmarks.timing import seconds

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

PEOPLE = 10_000
VISITS_EACH = 5
ROUNDS = 300
WARM_UP = 20
ARRIVED = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_visit_is_logged_for_little_more_than_its_row(tmp_path: Path, result: Report) -> None:
    """Journal, counts and look-up index included; the two take turns, so that both meet the same disk."""
    place = tmp_path / "house.db"
    fill(place, PEOPLE, VISITS_EACH)
    desk = Desk.open(place)
    desk.fill_index()
    writing = for_writing(desk.store.engine)

    def bare(customer: CustomerId) -> None:
        row = {"token": str(uuid.uuid4()), "customer_id": customer, "day": TODAY, "arrived": ARRIVED}
        with writing.begin() as connection:
            connection.execute(insert(tables.visits), {**row, "purpose": "Gym"})

    def log(customer: CustomerId) -> None:
        visits.log_now(desk, customer, purpose="Gym")

    rows, logged = [], []
    for customer in map(CustomerId, range(1, WARM_UP + ROUNDS + 1)):
        rows.append(seconds(partial(bare, customer)))
        logged.append(seconds(partial(log, customer)))
    with desk.store.read() as connection:
        kept = connection.scalar(select(func.count()).select_from(tables.visits))
    desk.close()

    assert kept == PEOPLE * VISITS_EACH + 2 * (WARM_UP + ROUNDS)
    result("A visit logged", median(logged[WARM_UP:]), budget=2, bare=median(rows[WARM_UP:]))
