"""Days as people give them: with a year or without, and 29 February in any year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.dates import LeapRule, PartialDate, yearly

LEAPLING = PartialDate(2, 29, 1992)


@pytest.mark.parametrize(
    ("month", "day", "year"), [(2, 30, None), (13, 1, None), (0, 1, None), (2, 29, 2023)]
)
def test_a_day_that_cannot_be_is_refused(month: int, day: int, year: int | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(month, day, year)


def test_the_29th_of_february_needs_no_year() -> None:
    assert str(PartialDate(2, 29)) == "--02-29"


@given(st.dates(), st.booleans())
def test_what_is_written_is_read_again(day: date, with_year: bool) -> None:
    written = PartialDate(day.month, day.day, day.year if with_year else None)
    assert PartialDate.parse(str(written)) == written


@pytest.mark.parametrize("text", ["", "--", "02-29", "--2-30", "1990-13-01", "29.2.1992", "--02-29-1992"])
def test_anything_else_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("leap", "year", "kept"),
    [
        (LeapRule.FEBRUARY_28, 2026, date(2026, 2, 28)),
        (LeapRule.MARCH_1, 2026, date(2026, 3, 1)),
        (LeapRule.FEBRUARY_28, 2028, date(2028, 2, 29)),
        (LeapRule.MARCH_1, 2028, date(2028, 2, 29)),
        (LeapRule.MARCH_1, 2100, date(2100, 3, 1)),
    ],
)
def test_a_leapling_keeps_the_day_the_house_has_chosen(leap: LeapRule, year: int, kept: date) -> None:
    assert LEAPLING.in_year(year, leap) == kept


@pytest.mark.parametrize("leap", LeapRule)
def test_a_leap_day_does_not_wander(leap: LeapRule) -> None:
    kept = list(yearly(LEAPLING, date(2025, 1, 1), date(2032, 12, 31), leap))
    assert [day for day in kept if day.year in {2028, 2032}] == [date(2028, 2, 29), date(2032, 2, 29)]
    assert len(kept) == 8


def test_both_ends_of_the_days_looked_at_belong_to_them() -> None:
    day = PartialDate(6, 11)
    assert list(yearly(day, date(2025, 6, 11), date(2026, 6, 11), LeapRule.MARCH_1)) == [
        date(2025, 6, 11),
        date(2026, 6, 11),
    ]
    assert not list(yearly(day, date(2025, 6, 12), date(2026, 6, 10), LeapRule.MARCH_1))


def test_nothing_comes_back_before_its_first_year() -> None:
    day = PartialDate(6, 11, 2026)
    assert list(yearly(day, date(2020, 1, 1), date(2027, 12, 31), LeapRule.MARCH_1)) == [
        date(2026, 6, 11),
        date(2027, 6, 11),
    ]


def test_a_whole_date_comes_back_with_its_year() -> None:
    assert PartialDate.of(date(2014, 9, 2)) == PartialDate(9, 2, 2014)
