"""The venue's day, whatever the world's."""

from datetime import UTC, date, datetime

import pytest

from frontdesk.foundation.clock import FixedClock, SystemClock, venue_day


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 11, 22)),
        ("Asia/Ulaanbaatar", date(2026, 11, 23)),
        ("America/Los_Angeles", date(2026, 11, 22)),
    ],
)
def test_the_day_is_the_venues(zone: str, day: date) -> None:
    assert venue_day(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), zone) == day


def test_a_fixed_clock_stands_still_until_it_is_moved() -> None:
    clock = FixedClock(datetime(2026, 11, 22, tzinfo=UTC))
    assert clock.now() == clock.now()
    clock.instant = datetime(2026, 11, 23, tzinfo=UTC)
    assert clock.now().day == 23


@pytest.mark.real_clock
def test_the_systems_clock_tells_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert abs((now - datetime.now(UTC)).total_seconds()) < 60  # noqa: TID251 - the real time, to compare with
