"""Days in a file: read by a format, and those that cannot be."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.dates import PartialDate
from frontdesk.exchange.days import ISO, Formats, formats, need_year, read_birthday, read_moment, read_time
from frontdesk.foundation.errors import Refused

TODAY = date(2026, 11, 22)


def birthday(text: str, form: str = ISO) -> str:
    return str(read_birthday(text, formats([form], ()).usual, TODAY))


def why_no_birthday(text: str, form: str = ISO) -> str:
    with pytest.raises(Refused) as refusal:
        birthday(text, form)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("text", "form", "day"),
    [
        ("1990-12-24", ISO, "1990-12-24"),
        ("--12-24", ISO, "--12-24"),
        ("--1224", ISO, "--12-24"),
        ("--02-29", "%d.%m.%Y", "--02-29"),
        ("24.12.1990", "%d.%m.%Y", "1990-12-24"),
        ("4.2.1990", "DD.MM.YYYY", "1990-02-04"),
        ("02/04/1990", "MM/DD/YYYY", "1990-02-04"),
        ("02/04/1990", "DD/MM/YYYY", "1990-04-02"),
        ("29.2.", "%d.%m.", "--02-29"),
        ("29 Feb", "%d %b", "--02-29"),
        ("1604-02-29", ISO, "--02-29"),
        ("24.12.90", "D.M.YY", "1990-12-24"),
        ("24.12.30", "D.M.YY", "1930-12-24"),
        ("22.11.26", "D.M.YY", "2026-11-22"),
    ],
)
def test_a_birthday_is_read_by_the_format_given(text: str, form: str, day: str) -> None:
    assert birthday(text, form) == day


@pytest.mark.parametrize(
    ("text", "form", "why"),
    [
        ("1990-02-30", ISO, "there is no such day"),
        ("1991-02-29", ISO, "there is no such day"),
        ("--02-30", ISO, "there is no such day"),
        ("30.2.", "%d.%m.", "there is no such day"),
        ("0000-01-01", ISO, "there is no such day"),
        ("1990-13-01", ISO, "no day of the calendar, written like 1990-12-24"),
        ("24.12.1990", ISO, "no day of the calendar, written like 1990-12-24"),
        ("1990-12-24", "%d.%m.%Y", "no day of the calendar, written like 24.12.1990"),
        ("2026-11-23", ISO, "still to come"),
        ("1896-11-21", ISO, None),
        ("1895-12-31", ISO, "over 130 years ago"),
        ("0001-01-01", ISO, "over 130 years ago"),
        ("", ISO, "no day of the calendar"),
        ("unknown", ISO, "no day of the calendar"),
    ],
)
def test_a_birthday_that_cannot_be_is_told(text: str, form: str, why: str | None) -> None:
    if why is None:
        assert birthday(text, form) == text
    else:
        assert why in why_no_birthday(text, form)


@given(day=st.dates(date(1900, 1, 1), TODAY), form=st.sampled_from(["%d.%m.%Y", "%Y%m%d", "%m/%d/%Y", ISO]))
def test_every_day_that_is_written_is_read_again(day: date, form: str) -> None:
    assert read_birthday(day.strftime(form), form, TODAY) == PartialDate(day.month, day.day, day.year)
    assert read_moment(day.strftime(form), form, TODAY) == (day, None)


@pytest.mark.parametrize("text", ["1997111", "199711", "19971"])
def test_digits_run_together_are_not_guessed_apart(text: str) -> None:
    with pytest.raises(Refused, match="written like 19901224"):
        read_moment(text, "%Y%m%d", TODAY)


@pytest.mark.parametrize(
    ("text", "form", "at"),
    [
        ("2026-11-22", ISO, None),
        ("2026-11-22T18:05", ISO, time(18, 5)),
        ("2026-11-22 18:05:59", ISO, time(18, 5)),
        ("22.11.2026 18:05", "DD.MM.YYYY HH:mm", time(18, 5)),
    ],
)
def test_a_visit_may_have_its_time(text: str, form: str, at: time | None) -> None:
    assert read_moment(text, formats([form], ()).usual, TODAY) == (TODAY, at)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-11-23", "still to come"),
        ("1899-12-31", "before 1900"),
        ("2026-11-22T25:00", "no time of day"),
        ("2026-11-22T18:05+02:00", "no day of the calendar"),
    ],
)
def test_a_visit_that_cannot_have_been_is_told(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_moment(text, ISO, TODAY)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("18:05", time(18, 5)),
        ("8.05", time(8, 5)),
        ("08:05:30", time(8, 5)),
        ("6:05 pm", time(18, 5)),
        ("12:00 a.m.", time(0, 0)),
        ("12:30PM", time(12, 30)),
    ],
)
def test_a_time_of_day_is_read(text: str, at: time) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize("text", ["24:00", "12:60", "13:00 pm", "0:10 am", "noon", "1805", ""])
def test_what_is_no_time_of_day_is_told(text: str) -> None:
    with pytest.raises(Refused, match="no time of day"):
        read_time(text)


def test_a_format_can_be_for_one_column() -> None:
    found = formats(["%Y%m%d", "Birthday = DD.MM."], ("birthday", "first_seen"))
    assert found.of("first_seen") == "%Y%m%d"
    assert found.of("birthday") == "%d.%m."
    assert Formats().of("birthday") == ISO


@pytest.mark.parametrize("text", ["", "foo", "%d", "%Y-%m", "%Q%d%m", "%d%", "note=%d.%m.%Y.%Q"])
def test_a_format_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="no way to write a date"):
        formats([text], ("date",))


def test_a_column_that_needs_the_year_says_so() -> None:
    need_year(formats(["%d.%m.", "date=%d.%m.%y"], ("date",)), "date")
    with pytest.raises(Refused, match="“date” needs a year"):
        need_year(formats(["%d.%m."], ("date",)), "date")
