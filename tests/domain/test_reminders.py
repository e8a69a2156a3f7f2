"""One person's reminders: birthdays, round visits, requests; what becomes of them and how they are listed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.deriving import reminders, reminders_for
from frontdesk.domain.reminders import (
    Fate,
    Reminder,
    Rule,
    Section,
    days_over,
    in_order,
    section,
    still_open,
)
from frontdesk.domain.requests import Answer
from tests.support.people import a_house, facts, membership, noon, occasion, outcome, request

TODAY = date(2026, 11, 22)
NOW = noon(TODAY)
EIGHT = datetime(2026, 11, 22, 20, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)

REGULAR = facts(
    birthday=PartialDate(11, 22, 1986),
    first_seen=date(2023, 11, 20),
    visit_count=99,
    last_visit=TODAY - DAY,
    likes="green tea",
    last_note="asked about the pool",
    memberships=(membership("2025-12-01", "2026-11-30"),),
    occasions=(occasion("2016-11-25"),),
    requests=(request(due=EIGHT),),
)


def found(day: str = "2026-11-22", ahead: int = 7, **person: object) -> list[Reminder]:
    return reminders(facts(**person), noon(day), a_house(), ahead)


# --- Everything that a person may be reminded of.


def test_a_regular_has_a_reminder_of_every_rule() -> None:
    keys = {one.key: one.rule for one in reminders(REGULAR, NOW, a_house(), ahead=0)}
    assert keys == {
        ("birthday", 7, TODAY): Rule.BIRTHDAY,
        ("renewal-14", 31, date(2026, 11, 16)): Rule.RENEWAL,
        ("years-3", 7, date(2026, 11, 20)): Rule.MILESTONE,
        ("visits-100", 7, date(2026, 11, 21)): Rule.MILESTONE,
        ("occasion", 51, date(2026, 11, 25)): Rule.OCCASION,
        ("request", 41, TODAY): Rule.REQUEST,
    }


def test_each_reminder_carries_what_a_personal_note_needs() -> None:
    assert all(one.person == REGULAR for one in reminders(REGULAR, NOW, a_house()))
    numbers = {one.stage: one.number for one in reminders(REGULAR, NOW, a_house(), ahead=0)}
    assert numbers == {
        "birthday": 40,
        "renewal-14": 8,
        "years-3": 3,
        "visits-100": 100,
        "occasion": 10,
        "request": None,
    }


def test_no_text_begins_with_the_name() -> None:
    assert all(one.text and "Aino" not in one.text for one in reminders(REGULAR, NOW, a_house()))


@pytest.mark.parametrize("gone", ["deceased", "archived"])
def test_there_is_nothing_at_all_about_the_deceased_or_archived(gone: str) -> None:
    assert not reminders(facts(**REGULAR._asdict() | {gone: True}), NOW, a_house())


def test_a_person_about_whom_little_is_known_has_no_reminders() -> None:
    assert not found()
    assert not found(last_visit=TODAY, visit_count=3, requests=(request(),))


# --- Birthdays, from the lead days to the belated ones.


@pytest.mark.parametrize(
    ("day", "where", "text"),
    [
        ("2026-11-15", Section.AHEAD, "turns 40 in 7 days (22 November)"),
        ("2026-11-18", Section.AHEAD, "turns 40 in 4 days (Sunday)"),
        ("2026-11-19", Section.TODAY, "turns 40 in 3 days (Sunday)"),
        ("2026-11-21", Section.TODAY, "turns 40 tomorrow"),
        ("2026-11-22", Section.TODAY, "turns 40 today"),
        ("2026-11-23", Section.LEFT_OVER, "turned 40 yesterday"),
        ("2026-11-29", Section.LEFT_OVER, "turned 40, 7 days ago"),
    ],
)
def test_a_birthday_is_seen_coming_kept_and_caught_up(day: str, where: Section, text: str) -> None:
    (one,) = found(day, birthday=PartialDate(11, 22, 1986))
    assert (section(one, date.fromisoformat(day)), one.text, one.number) == (where, text, 40)


@pytest.mark.parametrize("day", ["2026-11-14", "2026-11-30"])
def test_a_birthday_is_let_go_a_week_after(day: str) -> None:
    assert not found(day, birthday=PartialDate(11, 22, 1986))


def test_without_a_year_there_is_a_birthday_but_no_age() -> None:
    (one,) = found(birthday=PartialDate(11, 22))
    assert (one.text, one.number) == ("birthday today", None)


# --- The visit that makes a round number.


@pytest.mark.parametrize("days", [0, 1, 30])
def test_a_round_visit_is_announced_one_visit_ahead(days: int) -> None:
    last = TODAY - days * DAY
    (one,) = found(visit_count=99, last_visit=last)
    assert (one.key, one.text, one.number) == (("visits-100", 7, last), "next visit is the 100th", 100)
    assert section(one, TODAY) is Section.TODAY
    assert days_over(one, TODAY) == 0


@pytest.mark.parametrize("number", [10, 25, 50, 100, 200, 300, 1000])
def test_every_round_visit_is_announced_with_its_number(number: int) -> None:
    (one,) = found(visit_count=number - 1, last_visit=TODAY)
    assert (one.rule, one.number, one.text) == (Rule.MILESTONE, number, f"next visit is the {number}th")


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (1, "1 year with us today"),
        (2, "2 years with us today"),
        (3, "3 years with us today"),
        (4, None),
        (5, "5 years with us today"),
        (6, None),
        (10, "10 years with us today"),
        (15, "15 years with us today"),
        (16, None),
        (40, "40 years with us today"),
    ],
)
def test_years_with_us_are_kept_in_the_years_that_count(years: int, text: str | None) -> None:
    said = [(one.rule, one.text, one.number) for one in found(first_seen=TODAY.replace(year=2026 - years))]
    assert said == ([(Rule.MILESTONE, text, years)] if text else [])


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (98, TODAY),
        (100, TODAY),
        (99, TODAY - 31 * DAY),
        (99, TODAY + DAY),
        (99, None),
    ],
)
def test_there_is_none_for_other_visits_nor_after_the_house_has_waited_long(
    count: int, last: date | None
) -> None:
    assert not found(visit_count=count, last_visit=last)


def test_the_house_says_how_long_a_round_visit_is_waited_for() -> None:
    person = facts(visit_count=9, last_visit=TODAY - 40 * DAY)
    assert not reminders(person, NOW, a_house(milestone_days=39))
    assert reminders(person, NOW, a_house(milestone_days=40))


# --- Requests.


def test_a_request_is_late_once_its_time_has_passed() -> None:
    person = facts(requests=(request("Window seat", due=EIGHT),))
    for now, late in ((EIGHT - HOUR, False), (EIGHT, False), (EIGHT + HOUR, True)):
        (one,) = reminders(person, now, a_house(zone="UTC"))
        assert (one.text, one.at, one.late, one.due) == ("Window seat", EIGHT, late, TODAY)


def test_a_request_stays_until_it_is_closed() -> None:
    (one,) = found("2029-05-05", requests=(request(due=EIGHT),))
    assert one.late
    assert not found("2029-05-05", requests=(request(due=EIGHT, closed=EIGHT),))


def test_our_own_time_counts_and_the_promise_where_there_is_none() -> None:
    both = request(id=1, due=EIGHT - HOUR, promised=EIGHT + 2 * DAY)
    promise = request(id=2, promised=EIGHT + DAY)
    assert [(one.subject, one.at) for one in found(requests=(promise, both))] == [
        (1, EIGHT - HOUR),
        (2, EIGHT + DAY),
    ]


def test_a_request_further_off_than_the_days_ahead_is_not_shown_yet() -> None:
    asked = (request(due=EIGHT + 7 * DAY),)
    assert found(ahead=7, requests=asked)
    assert not found(ahead=6, requests=asked)


def test_what_we_answered_stands_beside_what_was_asked() -> None:
    instead = request(due=EIGHT, answer=Answer.INSTEAD, instead="Locker 14")
    refused = request(id=42, due=EIGHT, answer=Answer.NO)
    promised = request(id=43, due=EIGHT, answer=Answer.YES)
    assert [one.text for one in found(requests=(instead, refused, promised))] == [
        "Locker 12 (instead: Locker 14)",
        "Locker 12 (we said no)",
        "Locker 12",
    ]


# --- What becomes of them.


@pytest.mark.parametrize("fate", [Fate.DONE, Fate.SKIPPED])
def test_what_somebody_has_seen_to_is_gone_for_good(fate: Fate) -> None:
    (one,) = found(birthday=PartialDate(11, 22))
    kept = {one.key: outcome(one, fate)}
    assert not still_open([one], kept, TODAY)
    (later,) = found("2026-11-25", birthday=PartialDate(11, 22))
    assert not still_open([later], kept, TODAY + 3 * DAY)


def test_last_years_outcome_does_not_answer_for_this_year() -> None:
    (last_year,) = found("2025-11-22", birthday=PartialDate(11, 22))
    this_year = found(birthday=PartialDate(11, 22))
    assert still_open(this_year, {last_year.key: outcome(last_year)}, TODAY) == this_year


def test_what_is_put_off_comes_back_on_its_day() -> None:
    (one,) = found(birthday=PartialDate(11, 22))
    kept = {one.key: outcome(one, Fate.SNOOZED, until=TODAY + 2 * DAY)}
    assert not still_open([one], kept, TODAY + DAY)
    assert still_open([one], kept, TODAY + 2 * DAY) == [one]


def test_what_is_put_off_without_a_day_is_not_forgotten() -> None:
    (one,) = found(birthday=PartialDate(11, 22))
    assert still_open([one], {one.key: outcome(one, Fate.SNOOZED)}, TODAY) == [one]


def test_a_stage_that_was_done_does_not_answer_for_the_next() -> None:
    held = (membership("2025-12-01", "2026-11-30"),)
    (fortnight,) = found("2026-11-16", ahead=0, memberships=held)
    week = found("2026-11-23", ahead=0, memberships=held)
    assert still_open(week, {fortnight.key: outcome(fortnight)}, date(2026, 11, 23)) == week


def test_what_nobody_dealt_with_stays_and_says_for_how_long() -> None:
    held = (membership("2025-12-01", "2026-11-30"),)
    (one,) = still_open(found("2027-02-01", memberships=held), {}, date(2027, 2, 1))
    assert section(one, date(2027, 2, 1)) is Section.LEFT_OVER
    assert days_over(one, date(2027, 2, 1)) == 33
    assert days_over(one, one.due) == 0


# --- How they are listed.


def test_the_list_goes_by_section_then_day_then_rule() -> None:
    listed = reminders(REGULAR, NOW, a_house(), ahead=9)
    assert [(section(one, TODAY).value, one.stage) for one in listed] == [
        ("left over", "renewal-14"),
        ("left over", "years-3"),
        ("today", "visits-100"),
        ("today", "birthday"),
        ("today", "request"),
        ("today", "occasion"),
        ("ahead", "renewal-7"),
        ("ahead", "renewal-1"),
        ("ahead", "renewal-0"),
        ("ahead", "renewal+1"),
    ]


def test_what_falls_on_one_day_is_listed_by_its_rule() -> None:
    aino = facts(memberships=(membership("2025-12-01", "2026-11-22"),), requests=(request(due=EIGHT),))
    bo = facts(id=8, name="Bo", birthday=PartialDate(11, 22), occasions=(occasion("--11-22"),))
    listed = reminders_for([aino, bo], NOW, a_house(), ahead=0)
    assert [one.rule for one in listed] == [Rule.BIRTHDAY, Rule.RENEWAL, Rule.OCCASION, Rule.REQUEST]


def test_people_with_the_same_reason_are_listed_by_name() -> None:
    people = [
        facts(id=number, name=name, birthday=PartialDate(11, 22))
        for number, name in enumerate(["Ольга", "bo", "Aino", "Äijö", "Carl"])
    ]
    listed = reminders_for(people, NOW, a_house())
    assert [one.person.name for one in listed] == ["Aino", "bo", "Carl", "Äijö", "Ольга"]


def test_requests_of_a_day_are_listed_by_the_hour() -> None:
    asked = (request(id=1, due=EIGHT), request(id=2, due=EIGHT - 3 * HOUR), request(id=3, due=EIGHT - HOUR))
    assert [one.subject for one in found(requests=asked)] == [2, 3, 1]


def test_many_people_are_reminded_of_as_each_of_them_is() -> None:
    other = facts(id=8, name="Bo", birthday=PartialDate(11, 24), visit_count=9, last_visit=TODAY)
    one_by_one = [*reminders(other, NOW, a_house()), *reminders(REGULAR, NOW, a_house())]
    assert reminders_for([REGULAR, other], NOW, a_house()) == in_order(one_by_one, TODAY)
