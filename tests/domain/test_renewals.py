"""Talking about a membership before its last day, on it, and after it has lapsed."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.deriving import reminders
from frontdesk.domain.memberships import EndedWhy, Membership
from frontdesk.domain.reminders import Reminder, Rule, Section, section
from tests.support.people import a_house, facts, membership, noon

YEAR = membership("2025-12-01", "2026-11-30")
ITSELF = membership("2025-12-01", "2026-11-30", renews_itself=True)
EVERY_STAGE = ["-30", "-14", "-7", "-1", "-0", "+1", "+14", "+30"]


def on(day: str | date, *held: Membership, ahead: int = 0, **house: Any) -> list[Reminder]:
    found = reminders(facts(memberships=held), noon(day), a_house(**house), ahead)
    return [one for one in found if one.rule is Rule.RENEWAL]


def stages(found: list[Reminder]) -> list[str]:
    return [one.stage.removeprefix("renewal") for one in found]


@pytest.mark.parametrize(
    ("day", "stage", "due"),
    [
        ("2026-10-30", None, None),
        ("2026-10-31", "-30", "2026-10-31"),
        ("2026-11-15", "-30", "2026-10-31"),
        ("2026-11-16", "-14", "2026-11-16"),
        ("2026-11-23", "-7", "2026-11-23"),
        ("2026-11-29", "-1", "2026-11-29"),
        ("2026-11-30", "-0", "2026-11-30"),
        ("2026-12-01", "+1", "2026-12-01"),
        ("2026-12-13", "+1", "2026-12-01"),
        ("2026-12-14", "+14", "2026-12-14"),
        ("2026-12-30", "+30", "2026-12-30"),
        ("2031-01-01", "+30", "2026-12-30"),
    ],
)
def test_each_stage_stands_until_the_next_and_the_last_until_somebody_sees_to_it(
    day: str, stage: str | None, due: str | None
) -> None:
    found = on(day, YEAR)
    assert stages(found) == ([stage] if stage else [])
    assert [one.due.isoformat() for one in found] == ([due] if due else [])


def test_a_reminder_about_a_membership_names_the_membership() -> None:
    (one,) = on("2026-11-16", YEAR)
    assert (one.rule, one.key) == (Rule.RENEWAL, ("renewal-14", 31, date(2026, 11, 16)))
    assert one.starts == one.due
    assert not one.standing


@pytest.mark.parametrize(("day", "left"), [("2026-11-20", 10), ("2026-11-30", 0), ("2026-12-05", -5)])
def test_it_counts_the_days_to_the_end_from_today(day: str, left: int) -> None:
    (one,) = on(day, YEAR)
    assert one.number == left


def test_the_stages_of_the_days_ahead_are_shown_beside_the_one_that_stands() -> None:
    found = on("2026-11-23", YEAR, ahead=7)
    assert stages(found) == ["-7", "-1", "-0"]
    assert [section(one, date(2026, 11, 23)) for one in found] == [
        Section.TODAY,
        Section.AHEAD,
        Section.AHEAD,
    ]


def test_nothing_is_shown_ahead_of_its_days() -> None:
    assert not on("2026-10-23", YEAR, ahead=7)
    assert stages(on("2026-10-24", YEAR, ahead=7)) == ["-30"]


def test_the_house_chooses_its_own_days_in_any_order() -> None:
    found = on("2026-10-01", YEAR, ahead=120, renewal_before=(3, 21, 3), renewal_after=(7, 2))
    assert stages(found) == ["-21", "-3", "-0", "+2", "+7"]
    assert stages(on("2027-01-01", YEAR, renewal_before=(3, 21), renewal_after=(7, 2))) == ["+7"]


def test_there_is_a_talk_on_the_last_day_whatever_the_house_chooses() -> None:
    assert stages(on("2026-10-01", YEAR, ahead=120, renewal_before=(), renewal_after=())) == ["-0"]


def test_nobody_is_reminded_of_an_end_before_the_beginning() -> None:
    fortnight = membership("2026-11-17", "2026-11-30")
    assert not on("2026-11-22", fortnight)
    assert stages(on("2026-11-01", fortnight, ahead=60)) == ["-7", "-1", "-0", "+1", "+14", "+30"]


# --- What ends them.


@pytest.mark.parametrize("day", ["2026-11-16", "2026-11-30", "2026-12-20"])
@pytest.mark.parametrize("why", EndedWhy)
def test_a_membership_that_is_over_ends_its_reminders_at_once(day: str, why: EndedWhy) -> None:
    assert not on(day, membership("2025-12-01", "2026-11-30", ended_why=why), ahead=30)


@pytest.mark.parametrize("day", ["2026-11-16", "2026-11-30", "2026-12-20"])
def test_the_next_membership_ends_the_old_ones_reminders_at_once(day: str) -> None:
    renewed = membership("2026-12-01", "2027-11-30", id=32)
    assert not on(day, YEAR, renewed, ahead=30)
    assert stages(on("2027-10-31", YEAR, renewed)) == ["-30"]


def test_the_deceased_and_the_archived_are_left_in_peace() -> None:
    for gone in (facts(memberships=(YEAR,), deceased=True), facts(memberships=(ITSELF,), archived=True)):
        assert not reminders(gone, noon("2026-11-30"), a_house())


@pytest.mark.parametrize("ends", [None, "9999-12-31"])
def test_a_membership_without_an_end_needs_no_talk(ends: str | None) -> None:
    for itself in (True, False):
        assert not on("2026-11-30", membership("2025-12-01", ends, renews_itself=itself), ahead=365)


def test_the_first_day_of_all_is_no_reason_to_stumble() -> None:
    assert stages(on("2026-11-30", membership("0001-01-01", "0001-01-01"))) == ["+30"]


# --- Those that renew themselves.


def test_one_that_renews_itself_says_so_and_never_lapses() -> None:
    (before,) = on("2026-11-16", YEAR)
    (itself,) = on("2026-11-16", ITSELF)
    assert before.text == "membership “Gold” ends in 14 days (30 November)"
    assert itself.text == "membership “Gold” ends in 14 days (30 November) and renews itself"
    assert not on("2026-12-01", ITSELF, ahead=40)


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2029])
def test_it_is_talked_about_every_year(year: int) -> None:
    found = on(f"{year}-10-01", ITSELF, ahead=70)
    assert stages(found) == EVERY_STAGE[:5]
    assert [one.due for one in found][-1] == date(year, 11, 30)


def test_renewed_by_hand_it_is_talked_about_in_the_second_and_third_year() -> None:
    first = membership("2025-12-01", "2026-11-30", ended_why=EndedWhy.RENEWED)
    second = membership("2026-12-01", "2027-11-30", id=32, ended_why=EndedWhy.RENEWED)
    third = membership("2027-12-01", "2028-11-30", id=33)
    assert stages(on("2027-10-31", first, membership("2026-12-01", "2027-11-30", id=32))) == ["-30"]
    assert stages(on("2028-10-31", first, second, third)) == ["-30"]


def test_the_months_of_one_that_renews_itself_every_month_do_not_wander() -> None:
    monthly = membership("2026-01-31", "2026-02-27", renews_itself=True)
    found = on("2026-02-28", monthly, ahead=155, renewal_before=())
    assert [one.due.isoformat() for one in found] == [
        "2026-03-30",
        "2026-04-29",
        "2026-05-30",
        "2026-06-29",
        "2026-07-30",
    ]


lengths = st.integers(0, 800)
starts = st.dates(date(2015, 1, 1), date(2026, 12, 31))


def held_for(first: date, length: int, *, itself: bool) -> Membership:
    ends = first + timedelta(days=length)
    return membership(first.isoformat(), ends.isoformat(), renews_itself=itself)


@given(starts, lengths, st.booleans(), st.integers(0, 3000), st.integers(0, 60))
@settings(deadline=None, max_examples=200)
def test_on_any_day_at_most_one_stage_stands(
    first: date, length: int, itself: bool, later: int, ahead: int
) -> None:
    today = first + timedelta(days=later)
    found = on(today, held_for(first, length, itself=itself), ahead=ahead)
    assert sum(one.due <= today for one in found) <= 1
    assert len({one.key for one in found}) == len(found)


@given(starts, lengths, st.integers(0, 3000))
@settings(deadline=None, max_examples=200)
def test_from_its_last_day_on_there_is_always_one_until_somebody_sees_to_it(
    first: date, length: int, later: int
) -> None:
    held = held_for(first, length, itself=False)
    today = first + timedelta(days=length + later)
    (one,) = on(today, held)
    (day_after,) = on(today + timedelta(days=1), held)
    assert day_after.key == one.key or day_after.due == today + timedelta(days=1)


@given(starts, lengths, st.booleans())
@settings(deadline=None, max_examples=40)
def test_what_is_shown_ahead_is_what_comes(first: date, length: int, itself: bool) -> None:
    held = held_for(first, length, itself=itself)
    days = [first + timedelta(days=number) for number in range(120)]
    promised = {one.key for one in on(days[0], held, ahead=119)}
    came = {one.key for day in days for one in on(day, held) if one.due == day}
    assert came == promised


def test_the_hour_of_the_day_changes_nothing() -> None:
    for hour in (0, 9, 21):
        now = datetime(2026, 11, 16, hour, tzinfo=noon("2026-11-16").tzinfo)
        assert stages(reminders(facts(memberships=(YEAR,)), now, a_house(), 0)) == ["-14"]
