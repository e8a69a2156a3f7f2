"""Whom to ring, on the morning's list."""

from dataclasses import replace
from datetime import timedelta

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.call_times import BestTime
from frontdesk.domain.reminders import Rule
from frontdesk.reports.today_list import ListPage, ListSection, today_list
from frontdesk.reports.today_rows import ListRow
from tests.support.morning import BOLD, EEVA, NOW, a_call_list, a_morning, a_reminder, a_today


def to_ring(page: ListPage) -> tuple[ListRow, ...]:
    [part] = [part for part in page.sections if part.heading == "To ring"]
    return part.rows


def test_a_call_says_when_whom_where_and_about_what() -> None:
    promised, ended = to_ring(today_list(a_morning(), to_ring=a_call_list()))
    boxes = ("reached", "no answer", "back at ____________")
    assert promised == ListRow(
        "Болд Ганзориг", why="The invoice.", action="call at 10.41", phone="050 555 0303", choices=boxes
    )
    assert (ended.name, ended.why) == (EEVA.name, "Membership “Gold” ended 3 days ago.")
    assert ended.facts == (
        "Usually comes about 9.",
        "Tried once in vain.",
        "Last tried yesterday.",
    )
    assert (ended.action, ended.phone) == ("call", EEVA.phone)


def test_what_they_said_of_the_best_time_is_called_so() -> None:
    said = replace(
        a_call_list()[0], person=BOLD._replace(call_when="after 16"), best=BestTime("after 16", (16, 24))
    )
    [row] = to_ring(today_list(a_today(), to_ring=(said,)))
    assert row.facts == ("Best time: after 16.",)


def test_a_short_list_has_no_number_and_no_habit() -> None:
    promised, ended = to_ring(today_list(a_morning(), short=True, to_ring=a_call_list()))
    assert (promised.phone, ended.phone, ended.facts) == ("", "", ())
    assert (promised.why, promised.action) == ("The invoice.", "call at 10.41")


def test_nobody_stands_on_the_list_twice() -> None:
    day = a_morning()
    promised = a_reminder(BOLD, Rule.CALL, stage="call", subject=82, at=NOW + timedelta(hours=3))
    day = replace(day, due_today=(*day.due_today, promised))
    names = [row.name for part in today_list(day, to_ring=a_call_list()).sections for row in part.rows]
    assert (names.count(BOLD.name), names.count(EEVA.name)) == (1, 1)
    assert [row.action for row in today_list(a_today(due_today=(promised,))).sections[0].rows] == ["call"]


def test_those_who_are_only_rung_are_people_to_think_of_too() -> None:
    page = today_list(a_today(), to_ring=a_call_list())
    assert page.quiet == ""
    assert "2 people to think of today" in page.subtitle


def _moved(hours: int) -> ToRing:
    """The first call, promised for another hour."""
    one = a_call_list()[0]
    assert one.call
    return replace(
        one, call=replace(one.call, draft=replace(one.call.draft, due=NOW + timedelta(hours=hours)))
    )


def test_who_was_promised_another_day_is_not_rung_today() -> None:
    sections: tuple[ListSection, ...] = today_list(a_today(), to_ring=(_moved(30),)).sections
    assert sections == ()


def test_a_promise_of_an_earlier_day_says_which() -> None:
    [row] = to_ring(today_list(a_today(), to_ring=(_moved(-30),)))
    assert row.action == "was due Sat, 21 Nov"
