"""What is written into the settings' fields."""

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
