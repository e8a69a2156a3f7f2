"""The facts that reminders are made from: nobody who has a reminder is left out, and nothing of them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from frontdesk.domain.calls import CallDraft
from frontdesk.domain.customers import Channel, CustomerDraft
from frontdesk.domain.dates import LeapRule, PartialDate
from frontdesk.domain.deriving import reminders_for
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, RequestId, StaffId
from frontdesk.domain.memberships import EndedWhy, MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import Facts
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.talks import Said, TalkDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.services import requests, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.storage import calls, customers, keys, memberships, occasions, talks
from frontdesk.storage import reminders as sources
from frontdesk.storage import requests as stored_requests
from frontdesk.storage import visits as stored_visits
from frontdesk.storage.store import Store
from frontdesk.storage.unit_of_work import UnitOfWork
from tests.support.houses import aino, furnish
from tests.support.machine import NOW

FIRST, LAST = date(2023, 12, 20), date(2028, 12, 31)
days = st.dates(FIRST, LAST) | st.sampled_from(
    [date(y, m, d) for y in (2024, 2025, 2026, 2027) for m, d in ((2, 28), (3, 1), (12, 31), (1, 1))]
    + [date(2024, 2, 29), date(2028, 2, 29)]
)
births = st.dates(date(1996, 1, 1), date(1996, 12, 31)) | st.just(date(1996, 2, 29))
houses = st.builds(
    House,
    zone=st.sampled_from(("UTC", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kolkata")),
    leap=st.sampled_from(LeapRule),
    lead_days=st.integers(0, 10),
    belated_days=st.integers(0, 60),
    renewal_before=st.sampled_from(((30, 14, 7, 1), (), (60,))),
    renewal_after=st.sampled_from(((1, 14, 30), (), (90,))),
    milestone_days=st.integers(0, 60),
    overdue_times=st.floats(1, 5),
    overdue_days=st.integers(1, 40),
    sleeping_times=st.floats(1, 20),
    sleeping_days=st.integers(1, 200),
    lost_times=st.floats(1, 50),
    lost_days=st.integers(1, 500),
    second_visit_days=st.integers(1, 60),
    winback_days=st.sampled_from(((2, 21, 60, 180), (1, 2, 3, 4), (10, 90, 400, 700))),
    returned_by=st.none() | st.integers(0, 90),
    returned_late=st.none() | st.integers(0, 300),
    count_milestones=st.sampled_from(((), ("4 йога", "9 Йога"), ("2 йога",))),
    since=st.none() | days,
)


class Crowd(NamedTuple):
    """A house, and all that is known of everybody in it."""

    store: Store
    everybody: list[Facts]


@pytest.fixture(scope="module")
def crowd(_blank_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    """A house with somebody for every day there is, and for every way to be reminded of them."""
    file = tmp_path_factory.mktemp("crowd") / "house.db"
    file.write_bytes(_blank_file.read_bytes())
    with closing(Store.open(file)) as store:
        with store.write(NOW) as work:
            for number in range(366):
                _add_person(work, number)
            customers.add(work, CustomerDraft(name="of a leap day", first_seen=date(2020, 2, 29)))
        with store.read() as connection:
            everybody = sources.facts_of(connection, range(1, 368))
        yield Crowd(store, [_counted(person) for person in everybody])


def _counted(person: Facts) -> Facts:
    """Somebody whose visits are counted, whichever house looks at them."""
    counts = tuple((purpose, person.visit_count) for purpose in ("йога", "Йога"))
    return person._replace(counts=counts if person.visit_count else ())


def _add_person(work: UnitOfWork, number: int) -> None:
    """The person of one day of the year."""
    day = date(2024, 1, 1) + timedelta(number)
    kept = PartialDate(day.month, day.day, 2000 if number % 3 else None)
    draft = CustomerDraft(
        name=f"person {number}",
        birthday=kept if number % 2 else None,
        first_seen=day.replace(year=2000 + 4 * (number % 6)),
        deceased=number % 50 == 7,
        archived=number % 50 == 11,
    )
    whom = customers.add(work, draft)
    if not number % 2 or day == date(2024, 2, 29):
        occasions.add(work, OccasionDraft(whom, "name day", kept))
    if not number % 7:
        occasions.add(work, OccasionDraft(whom, "a baby", PartialDate.of(day), once=True))
    if not number % 5:
        _add_membership(work, whom, day, number)
    due = datetime.combine(day + timedelta(366 * (number % 4)), time(number % 24), UTC)
    stored_requests.add(work, RequestDraft(whom, "towel", promised=due if number % 11 else None))
    if not number % 4:
        calls.add(work, CallDraft(whom, "the invoice", due=due - timedelta(number % 3)))
    for back in range((0, 8, 9, 9, 1)[number % 5]):
        came = date(2026, 1, 1) + timedelta(2 * number - back * (number % 13 or 1))
        stored_visits.add(work, VisitDraft(whom, came, purpose="ЙОГА"))


def _add_membership(work: UnitOfWork, whom: CustomerId, day: date, number: int) -> None:
    ends = None if number % 35 == 0 else day + timedelta(number * 4)
    why = {0: EndedWhy.CANCELLED, 5: EndedWhy.LAPSED, 10: EndedWhy.CANCELLED}.get(number % 45)
    itself = number % 3 == 0
    draft = MembershipDraft(whom, "Gold", day, ends, renews_itself=itself, ended_why=why)
    if number % 20 == 0:
        draft = replace(draft, paused_from=day, paused_until=day + timedelta(2 * number))
    held = memberships.add(work, draft)
    if number % 10 == 0:
        said = (Said.THINKING, Said.NOT_REACHED)[number % 20 // 10] if why is None else Said.LEAVING
        until = day + timedelta(5 * number) if said is Said.THINKING else None
        talked = {"day": day + timedelta(3 * number), "attempt": 1}
        talks.add(work, TalkDraft(whom, held, said, until), talked)


def left_out(crowd: Crowd, now: datetime, house: House, ahead: int) -> set[Any]:
    """Reminders that everybody together has, and that are not found by those who are read for them."""
    with crowd.store.read() as connection:
        some = sources.facts_for(connection, now.date(), house, ahead)
    assert not [one for one in some if one.deceased or one.archived]
    assert len({one.id for one in some}) == len(some)
    found = {(one.key, one.text) for one in reminders_for(some, now, house, ahead)}
    expected = {(one.key, one.text) for one in reminders_for(crowd.everybody, now, house, ahead)}
    assert found <= expected
    return expected - found


@given(day=days, hour=st.times(), house=houses, ahead=st.sampled_from((0, 1, 7, 30, 366)))
@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_whoever_has_a_reminder_is_among_those_who_are_read(
    crowd: Crowd, day: date, hour: time, house: House, ahead: int
) -> None:
    now = datetime.combine(day, hour, ZoneInfo(house.zone))
    assert left_out(crowd, now, house, ahead) == set()


@pytest.mark.parametrize("leap", LeapRule)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_nobody_is_left_out_where_a_list_ends(crowd: Crowd, leap: LeapRule, zone: str) -> None:
    """Lists of a single day, around the leap day in a year with one and without."""
    house = House(zone=zone, leap=leap, lead_days=0, belated_days=0, milestone_days=5)
    for first in (date(2025, 2, 24), date(2026, 2, 24), date(2028, 2, 24)):
        for number in range(12):
            noon = datetime.combine(first + timedelta(number), time(12), ZoneInfo(zone))
            assert left_out(crowd, noon, house, 0) == set()


def facts(desk: Desk, whom: CustomerId) -> Facts:
    with desk.store.read() as connection:
        (found,) = sources.facts_of(connection, [whom])
    return found


def test_the_facts_are_all_that_a_personal_note_needs(desk: Desk) -> None:
    whom = furnish(desk)
    found = facts(desk, whom)
    today = desk.today()
    assert (found.id, found.name, found.nickname, found.phone) == (
        whom,
        "Aino Virtanen",
        "Aikku",
        "040 123 4567",
    )
    assert (found.birthday, found.first_seen) == (PartialDate(11, 22, 1990), date(2024, 3, 1))
    assert (found.visit_count, found.last_visit, found.last_note) == (1, today, "knee is better")
    assert (found.likes, found.must_know) == ("the window seat", "nuts")
    assert [one.draft.plan for one in found.memberships] == ["Gold"]
    assert [one.draft.label for one in found.occasions] == ["wedding day", "in the newspaper"]
    assert [one.draft.asked for one in found.requests] == ["Locker 12"]


def test_the_facts_say_how_and_when_to_reach_somebody(desk: Desk) -> None:
    anna = StaffId(staff.add(desk, "Anna").row)
    whom = aino(desk, channel=Channel.PHONE, call_when="after 16", owner=anna, left_alone=True)
    found = facts(desk, whom)
    assert (found.channel, found.call_when) == (Channel.PHONE, "after 16")
    assert (found.owner, found.left_alone) == (anna, True)
    plain = facts(desk, aino(desk, name="Eino"))
    assert (plain.channel, plain.call_when, plain.owner, plain.left_alone) == (None, "", None, False)


def test_the_last_note_is_that_of_the_last_day_on_which_there_was_one(desk: Desk) -> None:
    whom, other, today = aino(desk), aino(desk, name="Eino"), desk.today()
    for back, note in ((3, "third"), (1, "first of the day"), (1, "second of the day"), (0, ""), (9, "old")):
        visits.log(desk, VisitDraft(whom, today - timedelta(back), note=note))
    visits.log(desk, VisitDraft(other, today, note="of another"))
    assert facts(desk, whom).last_note == "second of the day"
    assert facts(desk, aino(desk)).last_note == ""


def test_closed_requests_are_no_business_of_anybodys(desk: Desk) -> None:
    whom = aino(desk)
    one = RequestId(requests.add(desk, RequestDraft(whom, "towel", due=desk.now())).row)
    requests.close(desk, one, 1)
    assert facts(desk, whom).requests == ()


def test_many_people_are_read_in_several_statements(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [aino(desk, name=f"Aino {n}", birthday=PartialDate(11, 22)) for n in range(7)]
    for whom in people:
        with desk.write() as work:
            occasions.add(work, OccasionDraft(whom, "name day", PartialDate(11, 22)))
    monkeypatch.setattr(keys, "IN_ONE", 3)
    with desk.store.read() as connection:
        found = sources.facts_of(connection, [*people, *people, 4711])
        some = sources.facts_for(connection, desk.today(), desk.house, 7)
    assert [one.id for one in found] == people
    assert all(one.occasions for one in found)
    assert sorted(some, key=lambda one: one.id) == found


@pytest.mark.parametrize("ahead", [0, 366])
def test_the_farthest_days_are_no_reason_to_stumble(desk: Desk, ahead: int) -> None:
    furnish(desk)
    with desk.store.read() as connection:
        for day in (date(1900, 1, 1), date(2999, 12, 31)):
            sources.facts_for(connection, day, desk.house, ahead)
