"""Which day it is, and how far back a new house is reminded."""

from datetime import UTC, date, datetime

import pytest

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.deriving import reminders
from frontdesk.domain.horizon import horizon
from tests.support.people import a_house, facts, membership, noon, request

LATE_EVENING = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 11, 22)),
        ("Europe/Helsinki", date(2026, 11, 23)),
        ("America/Los_Angeles", date(2026, 11, 22)),
        ("Pacific/Kiritimati", date(2026, 11, 23)),
    ],
)
def test_today_is_the_venues_day(zone: str, day: date) -> None:
    assert horizon(LATE_EVENING, a_house(zone=zone), 7).today == day


def test_what_is_looked_at_is_counted_from_the_venues_day() -> None:
    days = horizon(LATE_EVENING, a_house(lead_days=9, belated_days=5), 4)
    assert (days.belated, days.until, days.yearly_until) == (
        date(2026, 11, 18),
        date(2026, 11, 27),
        date(2026, 12, 2),
    )


@pytest.mark.parametrize(
    ("zone", "text"), [("Europe/Helsinki", "turns 40 today"), ("Europe/London", "turns 40 tomorrow")]
)
def test_a_birthday_begins_at_the_venues_midnight(zone: str, text: str) -> None:
    (one,) = reminders(facts(birthday=PartialDate(11, 23, 1986)), LATE_EVENING, a_house(zone=zone))
    assert one.text == text


@pytest.mark.parametrize(("zone", "day"), [("Asia/Kolkata", 23), ("America/New_York", 22)])
def test_a_request_is_due_on_the_venues_day(zone: str, day: int) -> None:
    person = facts(requests=(request(due=datetime(2026, 11, 22, 20, tzinfo=UTC)),))
    (one,) = reminders(person, noon("2026-11-22"), a_house(zone=zone))
    assert one.due == date(2026, 11, day)


@pytest.mark.parametrize(("since", "reminded"), [("2026-12-01", True), ("2026-12-02", False), (None, True)])
def test_a_new_house_is_not_reminded_of_what_was_due_a_month_before_it(
    since: str | None, reminded: bool
) -> None:
    lapsed = membership("2025-10-03", "2026-10-02")  # its last stage was due on 1 November
    house = a_house(since=date.fromisoformat(since) if since else None)
    asked = request(due=datetime(2026, 11, 1, 12, tzinfo=UTC))
    found = reminders(facts(memberships=(lapsed,), requests=(asked,)), noon("2026-12-20"), house)
    assert [one.stage for one in found] == (["renewal+30", "request"] if reminded else [])


def test_a_belated_birthday_from_before_the_house_began_counts_as_well() -> None:
    person = facts(birthday=PartialDate(11, 20))
    assert reminders(person, noon("2026-11-22"), a_house(since=date(2026, 11, 22)))
