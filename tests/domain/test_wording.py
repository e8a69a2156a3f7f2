"""What a reminder says."""

from datetime import date, timedelta

import pytest

from frontdesk.domain import wording
from frontdesk.domain.horizon import horizon
from tests.support.people import a_house, membership, noon

TODAY = date(2026, 11, 22)
NOW = horizon(noon(TODAY), a_house(), 7)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("age", "days", "text"),
    [
        (40, 0, "turns 40 today"),
        (40, 3, "turns 40 in 3 days (Wednesday)"),
        (40, -2, "turned 40, 2 days ago"),
        (None, 0, "birthday today"),
        (None, -1, "birthday yesterday"),
    ],
)
def test_birthdays(age: int | None, days: int, text: str) -> None:
    assert wording.birthday(age, TODAY + days * DAY, NOW) == text


@pytest.mark.parametrize(
    ("years", "days", "text"), [(1, 0, "1 year with us today"), (10, -1, "10 years with us yesterday")]
)
def test_years_with_the_house(years: int, days: int, text: str) -> None:
    assert wording.years_with_us(years, TODAY + days * DAY, NOW) == text


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (None, "name day tomorrow"),
        (0, "name day tomorrow"),
        (1, "name day tomorrow, 1 year"),
        (10, "name day tomorrow, 10 years"),
    ],
)
def test_occasions(years: int | None, text: str) -> None:
    assert wording.occasion("name day", years, TODAY + DAY, NOW) == text


@pytest.mark.parametrize(
    ("ends", "itself", "text"),
    [
        ("2026-11-29", False, "membership “Gold” ends in 7 days (29 November)"),
        ("2026-11-22", False, "membership “Gold” ends today"),
        ("2026-11-21", False, "membership “Gold” ended yesterday"),
        ("2025-11-21", False, "membership “Gold” ended 21 November 2025"),
        ("2026-12-22", True, "membership “Gold” ends 22 December and renews itself"),
    ],
)
def test_renewals(ends: str, itself: bool, text: str) -> None:
    held = membership("2025-01-01", ends, renews_itself=itself).draft
    assert wording.renewal(held, date.fromisoformat(ends), NOW) == text


@pytest.mark.parametrize(("age", "text"), [(40, "turns 40"), (None, "birthday")])
def test_a_birthday_in_a_calendar(age: int | None, text: str) -> None:
    assert wording.birthday_in_calendar(age) == text


@pytest.mark.parametrize(
    ("years", "text"),
    [(None, "name day"), (0, "name day"), (1, "name day, 1 year"), (10, "name day, 10 years")],
)
def test_an_occasion_in_a_calendar(years: int | None, text: str) -> None:
    assert wording.occasion_in_calendar("name day", years) == text


@pytest.mark.parametrize(
    ("ends", "itself", "text"),
    [
        ("2026-11-29", False, "membership “Gold” ends 29 November"),
        ("2026-11-22", False, "membership “Gold” ends 22 November"),
        ("2026-11-21", False, "membership “Gold” ended 21 November"),
        ("2027-01-02", True, "membership “Gold” ends 2 January 2027 and renews itself"),
    ],
)
def test_a_renewal_in_a_calendar_names_the_date(ends: str, itself: bool, text: str) -> None:
    held = membership("2025-01-01", ends, renews_itself=itself).draft
    assert wording.renewal_in_calendar(held, date.fromisoformat(ends), TODAY) == text


def test_round_visits() -> None:
    assert wording.next_visit(100) == "next visit is the 100th"
    assert wording.visit_milestone(100) == "100th visit"


def test_braces_in_what_people_write_are_only_braces() -> None:
    assert wording.occasion("{when} {x}", None, TODAY, NOW) == "{when} {x} today"
    held = membership("2026-01-01", "2026-11-22", plan="{0} {plan}").draft
    assert wording.renewal(held, TODAY, NOW) == "membership “{0} {plan}” ends today"
