"""The list in a terminal."""

import pytest

from frontdesk.reports.today_list import today_list
from frontdesk.reports.today_text import as_text
from tests.support.golden import agrees
from tests.support.morning import RAMAN, a_call_list, a_long_morning, a_morning, a_reminder, a_today


@pytest.mark.parametrize("short", [False, True])
def test_it_looks_as_it_did_when_somebody_last_looked(short: bool) -> None:
    name = "today_short.txt" if short else "today.txt"
    agrees(name, as_text(today_list(a_morning(), short=short, to_ring=a_call_list())))


@pytest.mark.parametrize("width", [40, 80, 132])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = as_text(today_list(a_long_morning(30)), width).splitlines()
    assert max(map(len, lines)) <= width


def test_a_name_without_an_end_is_broken_and_not_cut_off() -> None:
    text = as_text(today_list(a_today(due_today=(a_reminder(RAMAN._replace(name="W" * 10_000)),))))
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("W") == 120


def test_a_name_cannot_write_over_the_terminal() -> None:
    person = RAMAN._replace(name="Aino\x1b]0;owned\x07\x1b[2J\r\nVirtanen\x9b31m")
    text = as_text(today_list(a_today(due_today=(a_reminder(person),))))
    assert all(letter.isprintable() or letter == "\n" for letter in text)


def test_a_quiet_day_is_one_kind_sentence() -> None:
    assert as_text(today_list(a_today())).splitlines()[-1] == "Nobody is waiting for a word today."
