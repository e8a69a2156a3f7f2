"""The almanac: what it keeps between two looks is what somebody who looks for the first time sees."""

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, MembershipId, VisitId
from frontdesk.domain.imports import CustomerRow
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import Facts, Reminder, Rule
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.words import speak
from frontdesk.services import (
    customers,
    imports,
    memberships,
    occasions,
    requests,
    settings,
    staff,
    visits,
)
from frontdesk.services.desk import Desk
from frontdesk.services.today import Today, today
from frontdesk.services.undo import undo
from frontdesk.storage import reminders as sources
from tests.support.houses import aino

HOUR = timedelta(hours=1)


def lines(day: Today) -> list[tuple[object, ...]]:
    """The list, each line with what it says and what a personal note needs."""
    listed: list[Reminder] = [*day.left_over, *day.due_today, *day.ahead]
    return [(one.key, one.text, one.late, *of(one.person)) for one in listed]


def of(person: Facts) -> tuple[object, ...]:
    return person.name, person.phone, person.likes, person.last_note, person.last_visit, person.visit_count


def follows(desk: Desk) -> list[tuple[object, ...]]:
    """The list of a desk that has looked before, which must be that of one that has not."""
    found = lines(today(desk))
    assert found == lines(today(Desk(desk.store, desk.house, desk.clock)))
    return found


@pytest.fixture
def whom(desk: Desk) -> CustomerId:
    """Somebody with a day of every kind."""
    day = desk.today()
    whom = aino(desk, birthday=PartialDate(day.month, day.day, 1990), phones=("040 1",))
    for back in range(9):
        visits.log(desk, VisitDraft(whom, day - timedelta(back)))
    memberships.add(desk, MembershipDraft(whom, "Gold", day - timedelta(360), day + timedelta(7)))
    occasions.add(desk, OccasionDraft(whom, "name day", PartialDate(day.month, day.day)))
    requests.add(desk, RequestDraft(whom, "Locker 12", due=desk.now() + 48 * HOUR))
    return whom


DEEDS: dict[str, Callable[[Desk, CustomerId], object]] = {
    "a visit": lambda desk, whom: visits.log_now(desk, whom, note="knee"),
    "another name": lambda desk, whom: customers.change(desk, whom, 1, name="Aino Laine", phones=()),
    "no birthday": lambda desk, whom: customers.change(desk, whom, 1, birthday=None),
    "the archive": lambda desk, whom: customers.archive(desk, whom, 1),
    "a renewal": lambda desk, whom: memberships.renew(
        desk, MembershipId(1), 1, desk.today() + timedelta(372)
    ),
    "a new person": lambda desk, whom: aino(desk, birthday=PartialDate(11, 24)),
    "another zone": lambda desk, whom: settings.change_house(desk, zone="Pacific/Kiritimati"),
    "the staff": lambda desk, whom: staff.add(desk, "Anna"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_it_follows_what_is_written_at_either_desk(
    desk: Desk, other_desk: Desk, whom: CustomerId, deed: str
) -> None:
    before = follows(desk)
    assert follows(other_desk) == before
    DEEDS[deed](other_desk, whom)
    after = follows(desk)
    assert follows(other_desk) == after
    assert (after != before) == (deed != "the staff")


def test_it_follows_an_undo_and_a_visit_given_to_another(desk: Desk, whom: CustomerId) -> None:
    other = aino(desk, name="Eino", birthday=PartialDate(11, 22))
    before = follows(desk)
    given = visits.change(desk, VisitId(1), 1, customer=other)
    assert follows(desk) != before
    undo(desk, given.id)
    assert follows(desk) == before


def test_it_follows_a_file_brought_in_and_taken_back(desk: Desk, other_desk: Desk, whom: CustomerId) -> None:
    before = follows(desk)
    draft = CustomerDraft(name="Болд", birthday=PartialDate(11, 22))
    report = imports.bring_in_customers(
        other_desk, [CustomerRow(2, "5e7c0de0-0000-4000-8000-000000000001", draft)]
    )
    assert len(follows(desk)) == len(before) + 1
    assert report.import_id is not None
    imports.undo_import(other_desk, report.import_id)
    assert follows(desk) == before


def lateness(desk: Desk) -> dict[str, bool]:
    """Of each request whether the almanac calls it late."""
    with desk.store.read() as reading:
        found = desk.almanac.reminders(reading, desk.today(), desk.now(), desk.house, 7)
    return {one.text: one.late for one in found if one.rule is Rule.REQUEST}


def test_a_request_becomes_late_by_the_hour(desk: Desk, clock: FixedClock, whom: CustomerId) -> None:
    clock.instant += 36 * HOUR
    requests.add(desk, RequestDraft(whom, "Towel", due=clock.instant + 2 * HOUR))
    assert lateness(desk) == {"Towel": False, "Locker 12": False}
    clock.instant += 3 * HOUR
    assert lateness(desk) == {"Towel": True, "Locker 12": False}
    follows(desk)


def test_another_day_another_language_and_another_length_are_worked_out_anew(
    desk: Desk, clock: FixedClock, whom: CustomerId
) -> None:
    first = follows(desk)
    clock.instant += timedelta(days=1)
    assert follows(desk) != first
    clock.instant -= timedelta(days=1)
    assert follows(desk) == first
    assert lines(today(desk, ahead=0)) != first
    assert lines(today(desk, desk.today() + timedelta(7))) != first
    speak("fi")
    day = lines(today(desk))
    assert day != first
    assert follows(desk) == day


def test_between_looks_only_those_are_read_of_whom_something_was_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [aino(desk, name=name, birthday=PartialDate(11, 22)) for name in ("Aino", "Eino")]
    today(desk)
    read: list[int] = []
    facts_of = sources.facts_of

    def watched(connection: Connection, ids: Iterable[int]) -> list[Facts]:
        read.extend(ids)
        return facts_of(connection, ids)

    monkeypatch.setattr(sources, "facts_for", None)  # nobody asks for everybody
    monkeypatch.setattr(sources, "facts_of", watched)
    today(desk)
    assert read == []
    visits.log_now(desk, people[1])
    today(desk)
    assert read == [people[1]]
