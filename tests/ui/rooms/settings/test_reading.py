"""What is written into the settings' fields."""

from datetime import date

import pytest

from frontdesk.ui.rooms.settings import reading


@pytest.mark.parametrize(("text", "days"), [("", 0), ("0", 0), ("7", 7), ("60", 60)])
def test_a_number_of_days(text: str, days: int) -> None:
    assert reading.days(60)(text) == days


@pytest.mark.parametrize("text", ["61", "-1", "1.5", "seven", "²"])
def test_what_is_no_number_of_days(text: str) -> None:
    with pytest.raises(ValueError, match=r"Between 0 and 60 days\."):
        reading.days(60)(text)


@pytest.mark.parametrize(
    ("text", "days"), [("30, 14, 7", (30, 14, 7)), ("7 7;1", (7, 1)), ("", ()), (" 366 ", (366,))]
)
def test_several_days(text: str, days: tuple[int, ...]) -> None:
    assert reading.several_days(text) == days
    assert reading.several_days(reading.in_a_row(days)) == days


@pytest.mark.parametrize("text", ["0", "367", "-1", "a week", "1.5"])
def test_what_are_no_days(text: str) -> None:
    with pytest.raises(ValueError, match="Days between 1 and 366"):
        reading.several_days(text)


def test_a_name_is_found_whatever_its_capitals_and_spaces() -> None:
    read = reading.one_of(lambda: {"America/New_York", "UTC"}, "No such zone.")
    assert read("america/new york") == "America/New_York"
    assert read("UTC") == "UTC"
    with pytest.raises(ValueError, match=r"No such zone\."):
        read("Gotham")


def test_before_the_names_are_known_anything_is_taken() -> None:
    assert reading.one_of(lambda: (), "No such zone.")("") == ""


@pytest.mark.parametrize(("text", "number"), [("2", 2), ("1.5", 1.5), ("1,5", 1.5)])
def test_a_number_of_times(text: str, number: float) -> None:
    assert reading.times(text) == number
    assert reading.times(reading.times_in_figures(number)) == number


@pytest.mark.parametrize("text", ["", "twice", "1.2.3"])
def test_what_is_no_number_of_times(text: str) -> None:
    with pytest.raises(ValueError, match="A number such as 2"):
        reading.times(text)


@pytest.mark.parametrize(
    ("text", "days"), [("", ()), ("Sunday", (6,)), ("sun, sat", (5, 6)), ("Mon;Monday", (0,))]
)
def test_days_of_the_week(text: str, days: tuple[int, ...]) -> None:
    assert reading.weekdays(text) == days
    assert reading.weekdays(reading.weekdays_in_words(days)) == days


@pytest.mark.parametrize("text", ["Someday", "s", "T", "7"])
def test_what_are_no_days_of_the_week(text: str) -> None:
    with pytest.raises(ValueError, match="Write days of the week"):
        reading.weekdays(text)


def test_closed_days_are_the_next_of_their_names() -> None:
    read = reading.holidays(lambda: date(2026, 11, 22))
    days = read("25 December, 24.12., 6 January")
    assert days == (date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 6))
    assert read(reading.days_in_words(days)) == days
    with pytest.raises(ValueError, match="there is no such day"):
        read("31 February")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", (0, 0)),
        ("12", (12, 0)),
        ("12 months", (12, 0)),
        ("1 year", (12, 0)),
        ("10 d", (0, 10)),
        ("2 weeks", (0, 14)),
    ],
)
def test_how_long_a_plan_lasts(text: str, length: tuple[int, int]) -> None:
    assert reading.length(text) == length
    assert reading.length(reading.length_in_words(reading.length(text))) == length


@pytest.mark.parametrize("text", ["long", "12 moons", "-1", "1.5 years"])
def test_what_is_no_length(text: str) -> None:
    with pytest.raises(ValueError, match="Write how long it lasts"):
        reading.length(text)


@pytest.mark.parametrize(("text", "hundredths"), [("", None), ("480", 48000), ("480,50", 48050)])
def test_a_price(text: str, hundredths: int | None) -> None:
    assert reading.price(text) == hundredths
    assert reading.price(reading.price_in_figures(hundredths)) == hundredths


def test_what_is_no_price() -> None:
    with pytest.raises(ValueError, match="An amount such as"):
        reading.price("dear")


def test_words_apart_by_commas() -> None:
    assert reading.list_of_words(" moved away, too far ,, moved away") == ("moved away", "too far")
