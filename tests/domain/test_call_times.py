"""The best time to ring somebody."""

from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.call_times import BestTime, best_time

ZONE = "Europe/Helsinki"
FIVE = datetime(2026, 11, 20, 15, 10, tzinfo=UTC)
"""Ten past five in Helsinki."""

NINE = datetime(2026, 11, 20, 6, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("after 16", (16, 24)),
        ("After 16:30!", (16, 24)),
        ("after 16, not on Fridays", None),
        ("after 4 pm", None),
        ("24/7", None),
        ("before 10", (0, 10)),
        ("9-11", (9, 11)),
        ("between 9:00 – 11:30", (9, 11)),
        ("17:30", (16, 18)),
        ("11-9", None),
        ("mornings", None),
        ("after 77", None),
    ],
)
def test_what_they_said_comes_before_what_was_seen(said: str, hours: tuple[int, int] | None) -> None:
    assert best_time(f" {said} ", [FIVE] * 3, [NINE] * 3, ZONE) == BestTime(said, hours)


def test_when_they_were_reached_comes_before_when_they_come() -> None:
    best = best_time("", [FIVE, FIVE, NINE], [NINE] * 3, ZONE)
    assert best == BestTime("mostly reached about 17", (16, 18))
    assert best_time("", [FIVE] * 2, [NINE] * 3, ZONE) == BestTime("usually comes about 9", (8, 10))


def test_of_fewer_than_three_times_nothing_is_said() -> None:
    best = best_time("", [FIVE] * 2, [NINE] * 2, ZONE)
    assert best.words == ""
    assert not best.is_now(FIVE, ZONE)


@pytest.mark.parametrize(("minutes", "now"), [(-71, False), (-70, True), (49, True), (50, False)])
def test_whose_time_is_now(minutes: int, now: bool) -> None:
    best = best_time("", [FIVE] * 3, [], ZONE)
    assert best.is_now(FIVE + timedelta(minutes=minutes), ZONE) is now
