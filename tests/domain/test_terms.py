"""The terms of a membership that renews itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.terms import add_months, term_of
from tests.support.people import membership


def ends(starts: str, first_end: str, terms: int = 4) -> list[str]:
    term = term_of(membership(starts, first_end).draft)
    return [term.end(number).isoformat() for number in range(1, terms + 1)]


def test_a_year_ends_on_the_same_day_every_year() -> None:
    assert ends("2025-03-15", "2026-03-14") == ["2026-03-14", "2027-03-14", "2028-03-14", "2029-03-14"]


def test_a_month_from_the_first_ends_with_each_month() -> None:
    assert ends("2026-01-01", "2026-01-31") == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]


def test_a_month_from_the_31st_does_not_wander_to_the_28th() -> None:
    assert ends("2026-01-31", "2026-02-27") == ["2026-02-27", "2026-03-30", "2026-04-29", "2026-05-30"]


def test_a_last_day_written_as_the_same_day_again_stays_that_day() -> None:
    assert ends("2025-05-10", "2026-05-10", 3) == ["2026-05-10", "2027-05-10", "2028-05-10"]


def test_a_year_to_the_end_of_february_reaches_the_29th() -> None:
    assert ends("2026-03-01", "2027-02-28", 2) == ["2027-02-28", "2028-02-29"]


def test_other_lengths_go_on_by_days() -> None:
    assert ends("2026-11-01", "2026-11-10", 3) == ["2026-11-10", "2026-11-20", "2026-11-30"]


def test_a_term_begins_the_day_after_the_one_before() -> None:
    term = term_of(membership("2026-01-31", "2026-02-27").draft)
    assert [term.start(number) for number in (1, 2, 3)] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
    ]


def test_a_membership_without_an_end_has_no_term() -> None:
    with pytest.raises(ValueError, match="without an end"):
        term_of(membership("2026-01-01", None).draft)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
    ],
)
def test_months_are_added_to_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


first_days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(first_days, st.integers(0, 1500), st.integers(0, 15_000))
def test_every_day_lies_in_exactly_the_term_that_runs(first: date, length: int, later: int) -> None:
    _runs_on_every_day(first, first + timedelta(days=length), later)


@given(first_days, st.integers(1, 36), st.integers(0, 15_000))
def test_the_same_for_terms_of_whole_months(first: date, months: int, later: int) -> None:
    _runs_on_every_day(first, add_months(first, months) - timedelta(days=1), later)


def _runs_on_every_day(first: date, last: date, later: int) -> None:
    term, today = (
        term_of(membership(first.isoformat(), last.isoformat()).draft),
        first + timedelta(days=later),
    )
    number = term.running(today)
    assert term.end(1) == last
    assert term.start(number) <= today <= term.end(number)
