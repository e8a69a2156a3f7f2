"""What happens to people once, and milestones that a house counts beside all visits."""

from datetime import date, timedelta

import pytest

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.deriving import reminders
from frontdesk.domain.ids import OccasionId
from frontdesk.domain.milestones import counted
from frontdesk.domain.occasions import Occasion, OccasionDraft
from frontdesk.domain.reminders import Reminder, Rule
from tests.support.people import AINO, a_house, facts, noon

DAY = timedelta(days=1)
BORN = date(2026, 11, 20)


def news(label: str = "a baby", day: date = BORN) -> Occasion:
    return Occasion(OccasionId(9), 1, OccasionDraft(AINO, label, PartialDate.of(day), once=True))


def said(day: date, one: Occasion) -> list[Reminder]:
    return reminders(facts(occasions=(one,)), noon(day), a_house(), 0)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-1, None),
        (0, "a baby today"),
        (2, "a baby 2 days ago"),
        (30, "a baby 20 November"),
        (31, None),
        (365, None),
    ],
)
def test_news_is_something_to_say_for_a_month_and_never_again(days: int, text: str | None) -> None:
    found = said(BORN + days * DAY, news())
    assert [one.text for one in found] == ([text] if text else [])


def test_news_on_a_leap_day_is_on_that_day() -> None:
    (one,) = said(date(2028, 3, 1), news("in the newspaper", date(2028, 2, 29)))
    assert (one.due, one.until) == (date(2028, 2, 29), date(2028, 3, 30))
    assert not said(date(2029, 2, 28), news("in the newspaper", date(2028, 2, 29)))


def on(counts: dict[str, int], *texts: str, days: int = 3) -> list[str]:
    person = facts(visit_count=57, last_visit=BORN, counts=tuple(counts.items()))
    found = reminders(person, noon(BORN + days * DAY), a_house(count_milestones=texts))
    return [one.text for one in found if one.rule is Rule.MILESTONE]


def test_two_long_purposes_that_begin_alike_are_two_milestones() -> None:
    one, other = counted(("10 guided tour of the old town", "10 guided tour of the old harbour"))
    assert one.stage != other.stage
    assert max(len(one.stage), len(other.stage)) <= 40


def test_the_same_milestone_twice_is_one() -> None:
    assert len(counted(("100 yoga", "100 Yoga"))) == 1


def test_a_milestone_of_the_houses_own_is_said_before_the_visit_that_makes_it() -> None:
    assert on({"yoga": 99}, "100 yoga", "50 squash") == ["next yoga is number 100"]
    assert on({"yoga": 98}, "100 yoga") == []
    assert on({"yoga": 100}, "100 yoga") == []
    assert on({"yoga": 99, "squash": 49}, "100 yoga", "50 squash", days=31) == []


@pytest.mark.parametrize("text", ["yoga", "1 yoga", "-5 yoga", "100", ""])
def test_what_is_no_milestone_is_left_out(text: str) -> None:
    assert counted([text]) == ()


def test_a_milestone_keeps_its_name_however_long_the_purpose() -> None:
    (one,) = counted([f"100 {'y' * 200}"])
    assert len(one.stage) <= 40
