"""Yearly days over the years: exactly one reminder a year, whatever happens to the program or the clock."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.dates import LeapRule, PartialDate
from frontdesk.domain.deriving import reminders
from frontdesk.domain.house import House
from frontdesk.domain.reminders import Key, Reminder, Section, section
from frontdesk.foundation.clock import venue_day
from tests.support.people import a_house, facts, noon, occasion

ZONES = (
    "UTC",
    "Europe/Helsinki",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "Pacific/Apia",  # had no 30 December 2011
    "America/Sao_Paulo",  # put its clocks on at midnight
)
YEARS = 10

houses = st.builds(
    a_house,
    zone=st.sampled_from(ZONES),
    leap=st.sampled_from(LeapRule),
    lead_days=st.integers(0, 10),
    belated_days=st.integers(1, 10),
)
days_of_the_year = st.dates(date(1960, 1, 1), date(1989, 12, 31)) | st.sampled_from(
    [date(1988, 2, 29), date(1987, 12, 31), date(1987, 1, 1), date(1987, 2, 28), date(1987, 3, 1)]
)
hours = st.times(timezones=st.just(UTC))


@dataclass(frozen=True)
class Program:
    """When somebody looked at the list: from the beginning of a year on, with days off in between."""

    house: House
    first_year: int
    hour: time
    steps: tuple[int, ...]
    ahead: int

    def looks(self) -> Iterator[tuple[datetime, date]]:
        """Each time the list was looked at, for ten years, and the venue's day then."""
        now = datetime.combine(date(self.first_year, 1, 1), self.hour) - timedelta(days=20)
        for step in cycle(self.steps):
            today = venue_day(now, self.house.zone)
            if today > date(self.first_year + YEARS, 1, 20):
                return
            yield now, today
            now += timedelta(days=step)

    @property
    def years(self) -> range:
        """The years looked at from beginning to end."""
        return range(self.first_year, self.first_year + YEARS)


@st.composite
def programs(draw: st.DrawFn, *, off_too_long: bool = False) -> Program:
    """A house and its habits; off for no longer than it stays belated, unless ``off_too_long``."""
    house = draw(houses)
    # Where the calendar of the zone left a day out, as many days apart are one more.
    most = 120 if off_too_long else house.belated_days
    steps = draw(st.lists(st.integers(1, most), min_size=1, max_size=12))
    first_year = draw(st.sampled_from((1996, 2008, 2023, 2095)))
    return Program(house, first_year, draw(hours), tuple(steps), draw(st.integers(0, 14)))


def due_in_each_year(keys: set[Key]) -> Counter[tuple[str, int, int]]:
    """How many different reminders there were of each kind and subject, by the year they were due in."""
    return Counter((stage, subject, due.year) for stage, subject, due in keys)


def to_do(found: list[Reminder], today: date) -> set[Key]:
    """Those that somebody was told to see to, not only shown as coming."""
    return {one.key for one in found if section(one, today) is not Section.AHEAD}


@given(programs(), days_of_the_year, st.booleans())
@settings(deadline=None, max_examples=40)
def test_over_ten_years_each_yearly_day_comes_exactly_once_a_year(
    program: Program, day: date, year_known: bool
) -> None:
    kept = PartialDate(day.month, day.day, day.year if year_known else None)
    person = facts(birthday=kept, occasions=(occasion(str(kept)), occasion("--02-29", id=52)))
    shown: set[Key] = set()
    told: set[Key] = set()
    for now, today in program.looks():
        found = reminders(person, now, program.house, program.ahead)
        shown |= {one.key for one in found}
        told |= to_do(found, today)
    by_year = due_in_each_year(told)
    for stage, subject in (("birthday", 7), ("occasion", 51), ("occasion", 52)):
        assert [by_year[stage, subject, year] for year in program.years] == [1] * YEARS
    assert due_in_each_year(shown) == Counter(dict.fromkeys(due_in_each_year(shown), 1))


@given(programs(off_too_long=True), days_of_the_year)
@settings(deadline=None, max_examples=40)
def test_however_long_the_program_was_off_nothing_comes_twice_a_year(program: Program, day: date) -> None:
    person = facts(birthday=PartialDate.of(day), first_seen=day)
    shown = {
        one.key for now, _ in program.looks() for one in reminders(person, now, program.house, program.ahead)
    }
    assert all(number == 1 for number in due_in_each_year(shown).values())


@given(programs(), st.dates(date(1988, 1, 1), date(1988, 12, 31)) | st.just(date(1988, 2, 29)))
@settings(deadline=None, max_examples=30)
def test_years_with_the_house_come_once_in_the_years_that_count(program: Program, first_seen: date) -> None:
    told = {
        key
        for now, today in program.looks()
        for key in to_do(reminders(facts(first_seen=first_seen), now, program.house, program.ahead), today)
    }
    counting = [year for year in program.years if (year - 1988) % 5 == 0]
    assert sorted(due.year for _, _, due in told if due.year in program.years) == counting
    assert {stage for stage, _, due in told} == {f"years-{due.year - 1988}" for _, _, due in told}


@given(houses, days_of_the_year, st.integers(2020, 2030), st.integers(0, 14))
@settings(deadline=None, max_examples=60)
def test_a_yearly_reminder_is_the_same_from_its_first_day_to_its_last(
    house: House, day: date, year: int, ahead: int
) -> None:
    kept = PartialDate.of(day)
    due = kept.in_year(year, house.leap)
    early = max(house.lead_days, ahead)
    for distance in range(-early - 1, house.belated_days + 2):
        today = due + timedelta(days=distance)
        now = datetime.combine(today, time(12), ZoneInfo(house.zone))
        found = reminders(facts(birthday=kept), now, house, ahead)
        standing = -early <= distance <= house.belated_days
        assert [one.key for one in found] == ([("birthday", 7, due)] if standing else [])
        assert [one.number for one in found] == ([year - day.year] if standing else [])
        if standing:
            where = Section.TODAY if -house.lead_days <= distance <= 0 else Section.AHEAD
            assert section(found[0], today) is (Section.LEFT_OVER if distance > 0 else where)


@pytest.mark.parametrize("leap", LeapRule)
def test_a_leapling_is_of_age_on_the_day_the_house_keeps(leap: LeapRule) -> None:
    person, house = facts(birthday=PartialDate(2, 29, 2008)), a_house(leap=leap)
    kept = {one.due: one.number for one in reminders(person, noon("2026-02-28"), house)}
    assert kept == {date(2026, 2, 28) if leap is LeapRule.FEBRUARY_28 else date(2026, 3, 1): 18}


def test_the_old_years_last_day_is_still_belated_in_the_new() -> None:
    person = facts(birthday=PartialDate(12, 31, 1990))
    (one,) = reminders(person, noon("2027-01-03"), a_house())
    assert (one.due, one.number, one.text) == (date(2026, 12, 31), 36, "turned 36, 3 days ago")


def test_new_years_day_is_seen_coming_in_the_old_year() -> None:
    person = facts(birthday=PartialDate(1, 1, 1990))
    (one,) = reminders(person, noon("2026-12-30"), a_house())
    assert (one.due, one.starts, one.number) == (date(2027, 1, 1), date(2026, 12, 29), 37)


def test_being_born_is_no_birthday_but_a_wedding_is_an_occasion() -> None:
    person = facts(birthday=PartialDate.of(date(2026, 11, 22)), occasions=(occasion("2026-11-22"),))
    (one,) = reminders(person, noon("2026-11-22"), a_house())
    assert (one.stage, one.text) == ("occasion", "wedding day today")
