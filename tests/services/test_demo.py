"""The demo: 240 people in six languages, two years of visits that end now, and a handful to do."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain import memberships as membership_rules
from frontdesk.domain import requests as request_rules
from frontdesk.domain.customers import CustomerDraft, check_draft, cleaned
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.milestones import next_milestone
from frontdesk.domain.reminders import Rule
from frontdesk.domain.requests import Answer
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import bench, customers, demo, demo_life, demo_visits, staff, upkeep
from frontdesk.services.demo_people import NAMESAKES, PEOPLE, people
from frontdesk.services.demo_visits import Guest, Moment
from frontdesk.services.desk import Desk
from frontdesk.services.today import today

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ODD_TIMES = [
    SUNDAY,
    datetime(2026, 11, 23, 3, 30, tzinfo=UTC),  # before the doors open
    datetime(2028, 2, 28, 22, 5, tzinfo=UTC),  # five past midnight on 29 February at the venue
    datetime(2026, 12, 31, 21, 58, tzinfo=UTC),  # two minutes to midnight
    datetime(2027, 3, 28, 9, 0, tzinfo=UTC),  # the clocks go forward
]
SCRIPTS = {"en": "LATIN", "fi": "LATIN", "hi": "DEVANAGARI", "ta": "TAMIL", "te": "TELUGU", "mn": "CYRILLIC"}
HELSINKI = ZoneInfo("Europe/Helsinki")

Open = Callable[[datetime], Desk]


@pytest.fixture
def open_demo(sqlite_url: str, clock: FixedClock) -> Iterator[Open]:
    opened: list[Desk] = []

    def opening(now: datetime) -> Desk:
        clock.instant = now
        desk = Desk.open(f"{sqlite_url}{len(opened)}", create=True, clock=clock)
        opened.append(desk)
        demo.furnish(desk)
        return desk

    yield opening
    for desk in opened:
        desk.close()


def at(now: datetime) -> Moment:
    return Moment(now, now.astimezone(HELSINKI).date(), HELSINKI)


@cache
def guests(now: datetime) -> list[Guest]:
    return [Guest(CustomerId(n), draft) for n, draft in enumerate(people(at(now).today), start=1)]


@cache
def visits(now: datetime) -> list[VisitDraft]:
    return demo_visits.visits(Random(1), guests(now), [StaffId(1)], at(now))


def letters(text: str) -> set[str]:
    return {unicodedata.name(c).split()[0] for c in text if c.isalpha()}


def test_the_house_is_full_and_in_order(database_url: str, clock: FixedClock) -> None:
    with closing(Desk.open(database_url, create=True, clock=clock)) as desk:
        demo.furnish(desk)
        found = upkeep.check(desk)
        assert (found.people, found.problems) == (PEOPLE, ())
        assert 12_000 < found.visits < 26_000
        assert desk.house.demo
        assert desk.house.name == "Riverside Gym"
        assert [member.name for member in staff.everyone(desk)] == [
            "Anna",
            "Joonas",
            "Marta",
            "Pekka",
            "Priya",
        ]
        assert today(desk).staff_name == "Anna"
        desk.fill_index()
        assert "க. சுப்பிரமணியன்" in {hit.entry.name for hit in desk.index.search("subramanian")}


@pytest.mark.parametrize("now", ODD_TIMES, ids=str)
def test_whenever_it_is_opened_there_is_a_handful_to_do(open_demo: Open, now: datetime) -> None:
    seen = today(open_demo(now))
    assert 3 <= len(seen.left_over) <= 6
    assert 8 <= len(seen.due_today) <= 12
    assert 5 <= len(seen.ahead) <= 45
    assert len({one.rule for one in seen.due_today}) >= 4
    assert demo.DONE_TODAY <= seen.done <= 15
    assert len(seen.requests) >= 4
    assert len(seen.arrivals) >= demo_visits.HERE_NOW
    assert all(arrival.visit.draft.arrived <= now for arrival in seen.arrivals if arrival.visit.draft.arrived)


def test_it_is_the_same_on_the_same_day_and_another_on_the_next(open_demo: Open) -> None:
    one, again = today(open_demo(SUNDAY)), today(open_demo(SUNDAY))
    assert one == replace(again, token=one.token)
    later = today(open_demo(SUNDAY + timedelta(days=1)))
    assert [r.person.name for r in later.due_today] != [r.person.name for r in one.due_today]


def test_a_house_with_people_in_it_is_left_alone(open_demo: Open) -> None:
    desk = open_demo(SUNDAY)
    with pytest.raises(Refused, match="people here already"):
        demo.furnish(desk)
    assert upkeep.check(desk).people == PEOPLE


def test_what_is_done_is_marked_by_somebody_and_in_the_past(open_demo: Open) -> None:
    desk = open_demo(SUNDAY)
    with desk.store.read() as connection:
        rows = connection.exec_driver_sql("select at, staff_id from reminder_outcomes").all()
    assert len(rows) > demo.DONE_TODAY
    assert all(
        datetime.fromisoformat(str(row.at)).replace(tzinfo=UTC) < SUNDAY and row.staff_id for row in rows
    )


@pytest.mark.parametrize("now", ODD_TIMES, ids=str)
def test_there_are_notes_of_every_state_each_in_its_language(open_demo: Open, now: datetime) -> None:
    desk = open_demo(now)
    found = bench.bench(desk)
    assert (len(found.begun), len(found.written), len(found.waiting), len(found.answered)) == (2, 2, 2, 2)
    assert len(found.due) >= 3
    for note in found.begun + found.written + found.waiting + found.answered:
        sheet = bench.sheet(desk, note.draft.customer, note.id)
        assert sheet.warnings == ()
        assert "{name}" not in note.draft.words
        assert all(at is None or at < now for at in (note.begun_at, note.sent_at, note.answered_at))


def test_six_languages_in_their_own_scripts() -> None:
    everybody = people(SUNDAY.date())
    assert Counter(draft.language for draft in everybody) == {
        "en": 60,
        "fi": 60,
        "hi": 36,
        "ta": 36,
        "te": 24,
        "mn": 24,
    }
    for draft in everybody:
        assert letters(draft.name) == {SCRIPTS[draft.language]}
        if SCRIPTS[draft.language] != "LATIN":
            assert letters(draft.second_spelling) == {"LATIN"}
            assert letters(draft.say_it) == {"LATIN"}


def test_every_card_is_as_a_form_would_leave_it() -> None:
    for draft in people(SUNDAY.date()):
        check_draft(draft)
        assert cleaned(draft) == draft
        assert draft.given in draft.name
        assert draft.surname in draft.name


def test_there_are_namesakes_but_not_many() -> None:
    counted = Counter(draft.name for draft in people(SUNDAY.date()))
    twice = [name for name, number in counted.items() if number > 1]
    assert len(twice) == len(NAMESAKES)
    assert max(counted.values()) == 2
    assert max(map(len, counted)) > 25


def test_no_two_people_share_a_card_a_phone_or_an_address() -> None:
    everybody = people(SUNDAY.date())
    for values in (
        [draft.card for draft in everybody if draft.card],
        [phone for draft in everybody for phone in draft.phones],
        [email for draft in everybody for email in draft.emails],
    ):
        assert len(values) == len(set(values)) > 100


@pytest.mark.parametrize("now", ODD_TIMES, ids=str)
def test_birthdays_stand_around_today(now: datetime) -> None:
    day = at(now).today
    born = [draft.birthday for draft in people(day) if draft.birthday]
    for offset in (0, -1, 2):
        near = day + timedelta(days=offset)
        assert any((one.month, one.day) == (near.month, near.day) for one in born)
    assert sum((one.month, one.day) == (2, 29) for one in born) >= 2
    assert any(one.year is None for one in born)
    assert all(one.year is None or one.year < day.year - 10 for one in born)


def test_most_people_come_still_and_some_do_not() -> None:
    last: dict[CustomerId, date] = {}
    for visit in visits(SUNDAY):
        last[visit.customer] = visit.day
    lapsed = [day for day in last.values() if day < SUNDAY.date() - timedelta(days=44)]
    assert len(last) == PEOPLE
    assert 15 <= len(lapsed) <= 70
    assert any(one.archived for one in people(SUNDAY.date()))
    assert any(one.deceased for one in people(SUNDAY.date()))


@pytest.mark.parametrize("now", ODD_TIMES, ids=str)
def test_visits_lie_in_the_last_two_years_within_opening_hours(now: datetime) -> None:
    moment, found = at(now), visits(now)
    assert found == sorted(found, key=lambda visit: (visit.day, visit.arrived))
    assert found[0].day < moment.today - timedelta(days=700)
    for visit in found:
        assert visit.arrived is not None
        local = visit.arrived.astimezone(HELSINKI)
        assert (local.date(), visit.arrived <= now) == (visit.day, True)
        assert visit.day >= moment.today - demo_visits.LONGEST
        if visit.day < moment.today:
            assert (10 if visit.day.weekday() == 6 else 6) <= local.hour < 22


def test_nobody_comes_before_they_joined() -> None:
    joined = {guest.id: guest.draft.first_seen for guest in guests(SUNDAY)}
    assert all(visit.day >= (joined[visit.customer] or visit.day) for visit in visits(SUNDAY))


@pytest.mark.parametrize("now", ODD_TIMES, ids=str)
def test_some_are_one_visit_before_a_milestone(now: datetime) -> None:
    found = visits(now)
    counted = Counter(visit.customer for visit in found)
    lately = {visit.customer for visit in found if visit.day > at(now).today - timedelta(days=14)}
    for count, people_there in Counter(demo_visits.ONE_AHEAD).items():
        assert next_milestone(count) is not None
        assert sum(counted[customer] == count for customer in lately) >= people_there


def test_requests_are_open_late_answered_and_done_with() -> None:
    asked = demo_life.requests(Random(1), guests(SUNDAY), [StaffId(1)], at(SUNDAY))
    for one in asked:
        request_rules.check(one.draft)
        assert one.asked_at < SUNDAY
        assert one.answered_at is None or one.asked_at < one.answered_at < SUNDAY
        assert one.draft.closed is None or one.asked_at < one.draft.closed < SUNDAY
    still_open = [one.draft for one in asked if one.draft.closed is None]
    assert {one.draft.answer for one in asked} == {None, *Answer}
    assert sum(one.due is not None and one.due < SUNDAY for one in still_open) == 2
    assert sum(one.due is None for one in still_open) == 4
    assert len(asked) - len(still_open) == demo_life.SETTLED_REQUESTS


def test_memberships_end_soon_have_just_lapsed_or_renew_themselves() -> None:
    day = SUNDAY.date()
    found = list(demo_life.memberships(Random(1), guests(SUNDAY), {}, day))
    for one in found:
        membership_rules.check(one)
    running = [one for one in found if one.ended_why is None and one.ends]
    ends = [((one.ends or day) - day).days for one in running]
    assert sum(0 <= days <= 30 for days in ends) >= 10
    assert sum(-14 <= days <= -1 for days in ends) >= 3
    assert min(ends) == -14
    assert any(one.renews_itself and (one.ends or day) <= day + timedelta(days=30) for one in running)
    assert 120 < len({one.customer for one in found}) < 220


def test_what_is_remembered_comes_from_every_rule(open_demo: Open) -> None:
    desk = open_demo(SUNDAY)
    seen = today(desk)
    shown = (*seen.left_over, *seen.due_today, *seen.ahead)
    assert {one.rule for one in shown} == set(Rule)
    assert any(one.person.last_note for one in shown)
    assert any(one.person.likes for one in shown)
    card = customers.card(desk, seen.due_today[0].person.id)
    assert card.visits
    assert isinstance(card.customer.draft, CustomerDraft)
