"""How often somebody comes by their own habit, and when they are missed."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.deriving import reminders
from frontdesk.domain.reminders import Reminder, Rule
from frontdesk.domain.rhythm import Away, absence, limits, usual_gap
from tests.support.people import a_house, facts, membership, noon

LAST = date(2026, 6, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("back", "gap"),
    [
        ((), None),
        ((0, 7), None),
        ((0, 0, 7), None),  # two visits on one day are one day
        ((0, 7, 9), 4.5),
        ((0, 1, 2, 30), 1),
        ((0, 7, 21, 30), 9),
    ],
)
def test_the_rhythm_is_the_median_of_the_days_between(back: tuple[int, ...], gap: float | None) -> None:
    assert usual_gap(LAST - timedelta(one) for one in back) == gap


def test_who_comes_more_seldom_now_is_not_measured_by_an_old_habit() -> None:
    daily = [LAST - timedelta(800 + one) for one in range(300)]
    monthly = [LAST - timedelta(30 * one) for one in range(21)]
    assert usual_gap(daily + monthly) == 30


def missed(days: int, gap: float, **house: Any) -> tuple[str, int] | None:
    """The stage of somebody who was here so many days ago, and since how many days they are in it."""
    today = LAST + days * DAY
    found = absence(LAST, gap, today, limits(a_house(**house)))
    return (found.stage.value, (today - found.since).days) if found and today <= found.until else None


@pytest.mark.parametrize(
    ("gap", "days", "stage"),
    [
        (2, 14, None),
        (2, 15, ("overdue", 0)),  # twice their gap would be four days: nobody is missed before a fortnight
        (7, 14, None),
        (7, 15, ("overdue", 0)),
        (30, 60, None),
        (30, 61, ("overdue", 0)),
        (30, 75, ("overdue", 14)),
        (30, 76, None),  # a fortnight on the list is enough
        (30, 121, ("sleeping", 0)),
        (30, 135, ("sleeping", 14)),
        (30, 240, None),
        (30, 241, ("lost", 0)),
        (30, 255, ("lost", 14)),
        (30, 256, None),
        (365, 700, None),  # somebody who comes once a year
        (365, 731, ("overdue", 0)),
        (4.5, 15, ("overdue", 0)),
    ],
)
def test_the_same_days_away_are_long_for_one_and_nothing_for_another(
    gap: float, days: int, stage: tuple[str, int] | None
) -> None:
    assert missed(days, gap) == stage


def test_the_house_sets_how_long_is_too_long() -> None:
    assert missed(20, 7, overdue_times=3.0) is None
    assert missed(22, 7, overdue_times=3.0) == ("overdue", 0)
    assert missed(10, 3, overdue_days=8) == ("overdue", 1)


@given(
    st.floats(0.5, 400),
    st.integers(0, 5000),
    *[st.floats(1, 50), st.integers(1, 3650)] * 3,
)
def test_the_stages_follow_one_another_whatever_the_house_sets(
    gap: float, days: int, o: float, od: int, s: float, sd: int, lo: float, ld: int
) -> None:
    house = a_house(
        overdue_times=o, overdue_days=od, sleeping_times=s, sleeping_days=sd, lost_times=lo, lost_days=ld
    )
    today, tomorrow = LAST + days * DAY, LAST + (days + 1) * DAY
    one, later = (absence(LAST, gap, day, limits(house)) for day in (today, tomorrow))
    if one is None:
        assert later is None or later.since == tomorrow
        return
    assert one.since <= today
    assert later is not None
    if later.stage is one.stage:
        assert later == one
    else:
        assert later.since == tomorrow > one.until
        assert list(Away).index(later.stage) > list(Away).index(one.stage)


def on(days: int, **known: Any) -> list[Reminder]:
    house = known.pop("house", {})
    person = facts(visit_count=20, last_visit=LAST, usual_gap=7.0, **known)
    found = reminders(person, noon(LAST + days * DAY), a_house(**house))
    return [one for one in found if one.rule is Rule.OVERDUE]


def test_somebody_who_is_missed_is_said_to_be_and_how_they_usually_come() -> None:
    (one,) = on(15)
    assert one.text == "usually here every 7 days, last here 2 weeks ago"
    assert (one.due, one.until, one.number) == (LAST + 15 * DAY, LAST + 29 * DAY, 7)
    assert not on(14)
    assert not on(30, deceased=True)


def test_the_reminder_keeps_its_name_when_the_house_changes_its_mind() -> None:
    (one,), (other,) = on(28), on(28, house={"overdue_days": 20})
    assert one.key == other.key
    assert one.due != other.due


def test_a_pause_of_the_membership_explains_an_absence() -> None:
    paused = membership("2026-01-01", "2027-03-01", paused_from=LAST, paused_until=LAST + 40 * DAY)
    assert not on(50, memberships=(paused,))
    (one,) = on(55, memberships=(paused,))
    assert one.due == LAST + 55 * DAY


def test_a_pause_that_is_still_to_come_excuses_nothing() -> None:
    later = membership("2026-01-01", "2027-03-01", paused_from=LAST + 60 * DAY, paused_until=LAST + 90 * DAY)
    assert on(15, memberships=(later,))


def test_who_is_missed_again_after_a_pause_is_a_new_reason() -> None:
    paused = membership("2026-01-01", "2027-03-01", paused_from=LAST + 20 * DAY, paused_until=LAST + 40 * DAY)
    (before,), (after,) = on(16, memberships=(paused,)), on(56, memberships=(paused,))
    assert before.key != after.key
