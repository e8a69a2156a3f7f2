"""By when those who come again have come again, with those who have not counted properly."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.deriving import reminders
from frontdesk.domain.reminders import Rule
from frontdesk.domain.returning import Returning, Waits, estimate, returned_by, survival
from tests.support.people import a_house, facts, noon

FIRST = date(2026, 6, 1)
DAY = timedelta(days=1)

REMISSION = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_IN_REMISSION = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
"""Weeks of 21 patients treated with 6-mercaptopurine: E. J. Freireich and others, Blood 21 (1963), 699–716,
the example from which the estimate is usually taught."""

PUBLISHED = [
    (6, 0.857),
    (7, 0.807),
    (10, 0.753),
    (13, 0.690),
    (16, 0.627),
    (22, 0.538),
    (23, 0.448),
]
"""The shares still in remission after those weeks, as textbooks print them."""


def test_the_estimate_is_the_published_one() -> None:
    waits = [Waits(one, returned=True) for one in REMISSION]
    waits += [Waits(one, returned=False) for one in STILL_IN_REMISSION]
    assert [(day, round(left, 3)) for day, left in survival(waits)] == PUBLISHED


def test_without_anybody_still_awaited_it_is_the_plain_share() -> None:
    waits = [Waits(day, returned=True) for day in range(1, 11)]
    assert [round(left, 9) for _, left in survival(waits)] == [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0]
    assert returned_by(survival(waits), 0.7) == 7


def test_who_came_only_yesterday_does_not_make_returning_look_slow() -> None:
    returned = [Waits(day, returned=True, people=10) for day in (3, 7, 10, 30)]
    never = [Waits(400, returned=False, people=20)]
    new = [Waits(1, returned=False, people=500)]
    assert returned_by(survival(returned + never), 0.7) == 10
    assert returned_by(survival(returned + never + new), 0.7) == 10


def test_nobody_has_come_again_yet() -> None:
    assert survival([]) == []
    assert returned_by(survival([Waits(9, returned=False)]), 0.7) is None


def test_a_house_with_too_few_who_came_again_is_not_given_figures() -> None:
    assert estimate([Waits(7, returned=True, people=29), Waits(99, returned=False, people=500)]) is None
    found = estimate([Waits(7, returned=True, people=30), Waits(99, returned=False, people=500)])
    assert found == Returning(7, 7)


waits = st.lists(st.builds(Waits, st.integers(0, 50), st.booleans(), st.integers(1, 5)), max_size=30)


@given(waits)
def test_the_curve_falls_from_one_towards_nothing(every: list[Waits]) -> None:
    curve = survival(every)
    shares = [1.0, *(left for _, left in curve)]
    assert all(0 <= later <= earlier <= 1 for earlier, later in pairwise(shares))
    assert [day for day, _ in curve] == sorted({one.days for one in every if one.returned})


@given(waits, st.floats(0.01, 1))
def test_by_that_day_so_many_of_those_who_return_have_returned(every: list[Waits], share: float) -> None:
    curve = dict(survival(every))
    day = returned_by(list(curve.items()), share)
    if day is None:
        assert not curve
        return
    ever = 1 - min(curve.values())
    assert 1 - curve[day] >= share * ever - 1e-9
    assert all(1 - left < share * ever for earlier, left in curve.items() if earlier < day)


def said(days: int, visits: int = 1, **house: Any) -> list[str]:
    person = facts(visit_count=visits, last_visit=FIRST, first_seen=FIRST)
    found = reminders(person, noon(FIRST + days * DAY), a_house(**house))
    return [one.text for one in found if one.rule is Rule.SECOND_VISIT]


@pytest.mark.parametrize(("days", "there"), [(12, False), (13, True), (40, True), (41, True), (42, False)])
def test_a_newcomer_is_thought_of_before_it_is_too_late(days: int, there: bool) -> None:
    assert bool(said(days, returned_by=12, returned_late=40)) is there


def test_a_house_that_does_not_know_its_own_time_yet_chooses_one() -> None:
    assert not said(21, second_visit_days=21)
    assert said(22, second_visit_days=21) == ["has come once, 1 June"]


def test_who_has_come_again_is_no_newcomer() -> None:
    assert not said(20, visits=2, returned_by=12, returned_late=40)


def test_one_newcomer_gets_one_reminder_whatever_is_learned_meanwhile() -> None:
    person = facts(visit_count=1, last_visit=FIRST)
    now = noon(FIRST + 20 * DAY)
    keys = {
        one.key
        for by in (12, 15, 19)
        for one in reminders(person, now, a_house(returned_by=by, returned_late=60))
        if one.rule is Rule.SECOND_VISIT
    }
    assert len(keys) == 1
