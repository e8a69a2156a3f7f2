"""Days as people say them."""

from datetime import date, timedelta

import pytest

from frontdesk.domain.relative import ago, in_days, when
from frontdesk.foundation.words import speak

TODAY = date(2026, 11, 22)  # a Sunday


def days(number: int) -> timedelta:
    return timedelta(days=number)


@pytest.mark.parametrize(
    ("days_ago", "said"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (20, "2 weeks ago"),
        (21, "3 weeks ago"),
        (22, "31 October"),
    ],
)
def test_days_gone_by_are_counted_up_to_three_weeks(days_ago: int, said: str) -> None:
    assert ago(TODAY - days(days_ago), TODAY) == said


@pytest.mark.parametrize(
    ("days_to_come", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (2, "in 2 days (Tuesday)"),
        (6, "in 6 days (Saturday)"),
        (7, "in 7 days (29 November)"),
        (21, "in 21 days (13 December)"),
        (22, "14 December"),
    ],
)
def test_days_to_come_are_counted_up_to_three_weeks_and_named(days_to_come: int, said: str) -> None:
    assert in_days(TODAY + days(days_to_come), TODAY) == said


def test_another_year_is_said() -> None:
    assert ago(date(2025, 11, 22), TODAY) == "22 November 2025"
    assert in_days(date(2027, 1, 5), TODAY) == "5 January 2027"


def test_a_day_is_never_said_on_the_wrong_side_of_today() -> None:
    assert ago(TODAY + days(1), TODAY) == when(TODAY + days(1), TODAY) == "tomorrow"
    assert in_days(TODAY - days(1), TODAY) == when(TODAY - days(1), TODAY) == "yesterday"


def test_dates_are_said_in_the_language_spoken() -> None:
    speak("fi")
    assert ago(date(2026, 3, 8), TODAY) == "8. maaliskuuta"
    assert "torstai" in in_days(date(2026, 11, 26), TODAY)


def test_a_country_says_dates_its_own_way() -> None:
    speak("en-US")
    assert ago(date(2026, 3, 8), TODAY) == "March 8"


def test_a_language_nobody_knows_gets_plain_english_dates() -> None:
    speak("xx-unheard")
    assert ago(date(2026, 3, 8), TODAY) == "8 March"
