"""Days and hours as people type them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.reading import (
    read_birthday,
    read_day,
    read_moment,
    write_birthday,
    write_day,
    write_moment,
)
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import speak

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HELSINKI = "Europe/Helsinki"
SPOKEN = ["en", "fi", "hi", "ta", "te", "mn", "ar", "sv", "de"]

days = st.dates(date(1900, 1, 1), date(2090, 12, 31))

moments = st.builds(
    lambda day, minutes: datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes),
    st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    st.integers(6 * 60, 20 * 60),
)
"""Not in the hour that comes twice in October."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14 March", "--03-14"),
        ("march 14", "--03-14"),
        ("14.3.", "--03-14"),
        ("14.3", "--03-14"),
        ("14.3.1985", "1985-03-14"),
        ("14.3.85", "1985-03-14"),
        ("14.3.05", "2005-03-14"),
        ("March 14, 1985", "1985-03-14"),
        ("14/3/1985", "1985-03-14"),
        ("3/14/1985", "1985-03-14"),
        ("1985-03-14", "1985-03-14"),
        ("14 mar 1985", "1985-03-14"),
        ("29.2.", "--02-29"),
        ("  14  MARCH ", "--03-14"),
    ],
)
def test_a_birthday_may_be_written_in_many_ways(typed: str, meant: str) -> None:
    assert str(read_birthday(typed, TODAY)) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("30.2.", "“30.2.”: there is no such day."),
        ("29.2.1985", "“29.2.1985”: there is no such day."),
        ("3/4", "“3/4” can be two different days. Write the month in letters, like 3 April."),
        ("1.1.2030", "This day is still to come. Check the year."),
        ("1.1.1800", "This is over 130 years ago. Check the year."),
        ("spring", "“spring” is no day that can be read. Write it like 14 March or 14.3.1985."),
        (
            "30 November 2015Trial",
            "“30 November 2015Trial” is no day that can be read. Write it like 14 March or 14.3.1985.",
        ),
        ("14", "“14” is no day that can be read. Write it like 14 March or 14.3.1985."),
        ("ma 14", "“ma 14” is no day that can be read. Write it like 14 March or 14.3.1985."),
        (
            "14 March 1985 7",
            "“14 March 1985 7” is no day that can be read. Write it like 14 March or 14.3.1985.",
        ),
    ],
)
def test_what_cannot_be_a_birthday_says_why_and_what_to_write(typed: str, sentence: str) -> None:
    with pytest.raises(Refused, match=r".") as refused:
        read_birthday(typed, TODAY)
    assert str(refused.value) == sentence


def test_nothing_typed_is_no_day() -> None:
    assert read_birthday(" ", TODAY) is None
    assert read_day("", TODAY) is None
    assert read_moment("", NOW, HELSINKI) is None
    assert write_birthday(None, TODAY) == write_day(None, TODAY) == write_moment(None, NOW, HELSINKI) == ""


def test_months_are_read_in_the_language_spoken_and_in_english() -> None:
    speak("fi")
    assert str(read_birthday("14. maaliskuuta 1985", TODAY)) == "1985-03-14"
    assert str(read_birthday("14 maaliskuu", TODAY)) == "--03-14"
    assert str(read_birthday("14 March", TODAY)) == "--03-14"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 11, 22)),
        ("Tomorrow", date(2026, 11, 23)),
        ("sunday", date(2026, 11, 29)),
        ("mon", date(2026, 11, 23)),
        ("29.11.", date(2026, 11, 29)),
        ("22.11.", date(2026, 11, 22)),
        ("21.11.", date(2027, 11, 21)),
        ("29.2.", date(2028, 2, 29)),
        ("29.11.27", date(2027, 11, 29)),
    ],
)
def test_a_day_without_its_year_is_the_next_of_its_name(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


def test_a_day_gone_by_without_its_year_is_the_last_of_its_name() -> None:
    assert read_day("29.11.", TODAY, past=True) == date(2025, 11, 29)
    assert read_day("29.2.", TODAY, past=True) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24.11. 18:00", "2026-11-24T18:00+02:00"),
        ("24.11. 18.00", "2026-11-24T18:00+02:00"),
        ("24.11", "2026-11-24T18:00+02:00"),
        ("tomorrow 10:00", "2026-11-23T10:00+02:00"),
        ("tomorrow 10", "2026-11-23T10:00+02:00"),
        ("tomorrow", "2026-11-23T18:00+02:00"),
        ("tuesday 9am", "2026-11-24T09:00+02:00"),
        ("6 pm", "2026-11-22T18:00+02:00"),
        ("12 am", "2026-11-23T00:00+02:00"),
        ("18:00", "2026-11-22T18:00+02:00"),
        ("18", "2026-11-22T18:00+02:00"),
        ("10:00", "2026-11-23T10:00+02:00"),
        ("24 November 2027 18:30", "2027-11-24T18:30+02:00"),
    ],
)
def test_a_moment_is_read_as_people_say_it(typed: str, meant: str) -> None:
    assert read_moment(typed, NOW, HELSINKI) == datetime.fromisoformat(meant)


@pytest.mark.parametrize("typed", ["today 25:00", "13 pm", "18:75", "soonish", "0 am"])
def test_an_hour_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_moment(typed, NOW, HELSINKI)


@pytest.mark.parametrize("spoken", SPOKEN)
@given(day=days, moment=moments)
def test_what_is_written_is_read_as_what_was_meant(spoken: str, day: date, moment: datetime) -> None:
    speak(spoken)
    try:
        assert read_day(write_day(day, TODAY), TODAY) == day
        assert read_day(write_day(day, TODAY, past=True), TODAY, past=True) == day
        assert read_moment(write_moment(moment, NOW, HELSINKI), NOW, HELSINKI) == moment
        birthday = PartialDate(day.month, day.day)
        assert read_birthday(write_birthday(birthday, TODAY), TODAY) == birthday
        if day <= TODAY:
            whole = PartialDate.of(day)
            assert read_birthday(write_birthday(whole, TODAY), TODAY) == whole
    finally:
        speak("en")
