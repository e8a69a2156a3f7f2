"""Looking back at the ledger: how many came to what, and saying or taking back afterwards what was done."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from frontdesk.domain.changes import Gone
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import ChangeId, CustomerId, MembershipId, RequestId, StaffId
from frontdesk.domain.ledger import Entry, Wanted
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.reminders import Fate, Rule
from frontdesk.domain.requests import RequestDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, ledger, memberships, reminders, requests, staff, talks, visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino

DAY = timedelta(days=1)


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A desk whose ledger is kept from today on."""
    ledger.keep_all(desk)
    return desk


def born_today(desk: Desk, name: str = "Aino Virtanen") -> CustomerId:
    born = PartialDate.of(desk.today())
    whom = CustomerId(customers.add(desk, CustomerDraft(name, birthday=replace(born, year=1986))).row)
    ledger.keep(desk, {whom})
    return whom


def mark(desk: Desk, whom: CustomerId, fate: Fate, days: int = 0) -> str:
    """Say at once what becomes of somebody's reminder on the list."""
    day = today(desk)
    [one] = [each for each in day.left_over + day.due_today if each.person.id == whom]
    until = desk.today() + days * DAY if days else None
    return reminders.mark(desk, one, fate, until).id


def entry(desk: Desk, whom: CustomerId) -> Entry:
    [found] = ledger.entries(desk, Wanted(person=whom))
    return found


def fate(desk: Desk, whom: CustomerId) -> str:
    return entry(desk, whom).fate(desk.today()).value


def let_go(desk: Desk, clock: FixedClock) -> CustomerId:
    """Somebody whose birthday nobody saw to in its time."""
    whom = born_today(desk)
    clock.instant += 9 * DAY
    ledger.keep_all(desk)
    assert fate(desk, whom) == "let go"
    return whom


# --- Looking.


def test_the_fates_are_counted_as_the_entries_tell_them(kept: Desk) -> None:
    for name, said, days in (
        ("Aino", Fate.DONE, 0),
        ("Eino", Fate.DONE, 0),
        ("Helmi", Fate.SKIPPED, 0),
        ("Onni", Fate.SNOOZED, 2),
    ):
        mark(kept, born_today(kept, name), said, days)
    gone = born_today(kept, "Veikko")
    customers.change(kept, gone, 1, deceased=True)
    ledger.keep(kept, {gone})
    born_today(kept, "Oona")
    asked = requests.add(kept, RequestDraft(aino(kept, first_seen=None), "Locker 12", due=kept.now()))
    ledger.keep(kept)
    requests.close(kept, RequestId(asked.row), 1, "given")
    looked = ledger.look_back(kept, Wanted())
    told = [one.fate(kept.today()) for one in looked.entries]
    assert looked.fates == {each: told.count(each) for each in Fate}
    assert looked.fates == {
        Fate.DONE: 3,
        Fate.SKIPPED: 1,
        Fate.SNOOZED: 1,
        Fate.LET_GO: 1,
        Fate.OPEN: 1,
    }


def test_put_off_until_today_counts_as_open(kept: Desk, clock: FixedClock) -> None:
    mark(kept, born_today(kept), Fate.SNOOZED, 2)
    assert ledger.look_back(kept, Wanted()).fates == {Fate.SNOOZED: 1}
    clock.instant += 2 * DAY
    ledger.keep_all(kept)
    assert ledger.look_back(kept, Wanted()).fates == {Fate.OPEN: 1}


def test_one_fate_is_looked_at_and_all_are_counted(kept: Desk) -> None:
    mark(kept, born_today(kept, "Aino"), Fate.DONE)
    born_today(kept, "Eino")
    looked = ledger.look_back(kept, Wanted(fate=Fate.OPEN))
    assert [one.name for one in looked.entries] == ["Eino"]
    assert looked.fates == {Fate.DONE: 1, Fate.OPEN: 1}


def test_only_some_people_and_a_page_at_a_time(kept: Desk) -> None:
    people = {name: born_today(kept, name) for name in ("Aino", "Eino", "Helmi", "Onni")}
    some = frozenset(people.values()) - {people["Onni"]}
    seen = [
        [one.name for one in ledger.entries(kept, Wanted(people=some, most=2, skip=skip))]
        for skip in (0, 2, 4)
    ]
    assert seen == [["Aino", "Eino"], ["Helmi"], []]
    assert ledger.look_back(kept, Wanted(people=frozenset())).fates == {}


def test_who_came_and_is_no_longer_missed_is_said_to_have_come(kept: Desk, clock: FixedClock) -> None:
    whom = aino(kept, first_seen=None)
    visits.log_now(kept, whom)
    clock.instant += 40 * DAY
    ledger.keep_all(kept)
    [missed] = [one for one in ledger.entries(kept, Wanted()) if one.rule is Rule.SECOND_VISIT]
    assert not missed.came
    visits.log_now(kept, whom)
    ledger.keep(kept, {whom})
    [missed] = [one for one in ledger.entries(kept, Wanted()) if one.rule is Rule.SECOND_VISIT]
    assert missed.came


# --- Saying afterwards.


@pytest.mark.parametrize("said", [Fate.DONE, Fate.SKIPPED])
def test_what_was_let_go_can_still_be_said_to_be_done_or_skipped(
    kept: Desk, clock: FixedClock, said: Fate
) -> None:
    kept.on_duty = StaffId(staff.add(kept, "Marta").row)
    whom = let_go(kept, clock)
    changes = reminders.settle(kept, entry(kept, whom), said)
    found = entry(kept, whom)
    assert (found.fate(kept.today()), found.by, found.at) == (said, "Marta", clock.instant)
    undo(kept, changes.id)
    assert fate(kept, whom) == "let go"


def test_what_is_open_is_off_the_list_once_it_is_said_to_be_done(kept: Desk) -> None:
    whom = born_today(kept)
    reminders.settle(kept, entry(kept, whom), Fate.DONE)
    assert today(kept).due_today == ()


def a_last_talk(desk: Desk, clock: FixedClock) -> CustomerId:
    """Somebody whose membership has ended so long ago that only the last talk about it is left."""
    whom = aino(desk, first_seen=None)
    last = desk.today() - 40 * DAY
    memberships.add(desk, MembershipDraft(whom, "Gold", last - 300 * DAY, last))
    clock.instant += timedelta(minutes=1)
    ledger.keep(desk)
    return whom


def test_the_last_talk_about_a_membership_is_not_done_by_a_tick(kept: Desk, clock: FixedClock) -> None:
    one = entry(kept, a_last_talk(kept, clock))
    assert one.needs_talk
    for said in (Fate.DONE, Fate.SKIPPED):
        with pytest.raises(Refused, match="what came of the talk"):
            reminders.settle(kept, one, said)
    assert entry(kept, one.person) == one


@pytest.mark.parametrize("said", [Fate.OPEN, Fate.SNOOZED, Fate.LET_GO])
def test_afterwards_nothing_else_can_be_said(kept: Desk, said: Fate) -> None:
    with pytest.raises(ValueError, match="afterwards"):
        reminders.settle(kept, entry(kept, born_today(kept)), said)


def test_what_somebody_else_has_settled_meanwhile_is_left_so(kept: Desk) -> None:
    whom = born_today(kept)
    before = entry(kept, whom)
    mark(kept, whom, Fate.SKIPPED)
    with pytest.raises(Refused, match="something else about this meanwhile"):
        reminders.settle(kept, before, Fate.DONE)
    assert fate(kept, whom) == "skipped"


# --- Taking back.


@pytest.mark.parametrize(("said", "days"), [(Fate.DONE, 0), (Fate.SKIPPED, 0), (Fate.SNOOZED, 3)])
def test_what_was_said_can_be_taken_back_and_that_be_undone(kept: Desk, said: Fate, days: int) -> None:
    whom = born_today(kept)
    mark(kept, whom, said, days)
    before = entry(kept, whom)
    changes = reminders.take_back(kept, before)
    assert fate(kept, whom) == "open"
    assert [one.person.id for one in today(kept).due_today] == [whom]
    undo(kept, changes.id)
    assert entry(kept, whom) == before
    assert today(kept).due_today == ()


def test_taken_back_after_its_time_it_was_let_go(kept: Desk, clock: FixedClock) -> None:
    whom = born_today(kept)
    mark(kept, whom, Fate.DONE)
    clock.instant += 30 * DAY
    ledger.keep_all(kept)
    reminders.take_back(kept, entry(kept, whom))
    assert fate(kept, whom) == "let go"
    assert entry(kept, whom).time_passed


def test_taken_back_it_can_be_done_anew(kept: Desk) -> None:
    whom = born_today(kept)
    mark(kept, whom, Fate.DONE)
    reminders.take_back(kept, entry(kept, whom))
    mark(kept, whom, Fate.SKIPPED)
    assert fate(kept, whom) == "skipped"


def test_what_was_taken_back_meanwhile_is_refused_kindly(kept: Desk) -> None:
    whom = born_today(kept)
    done = mark(kept, whom, Fate.DONE)
    before = entry(kept, whom)
    undo(kept, ChangeId(done))
    with pytest.raises(Refused, match="something else about this meanwhile"):
        reminders.take_back(kept, before)


def test_what_somebody_else_says_meanwhile_is_not_taken_back(kept: Desk, clock: FixedClock) -> None:
    whom = born_today(kept)
    mark(kept, whom, Fate.SNOOZED, 2)
    before = entry(kept, whom)
    clock.instant += timedelta(minutes=1)
    reminders.settle(kept, before, Fate.DONE)  # at another desk
    with pytest.raises(Refused, match="Nothing was changed"):
        reminders.take_back(kept, before)
    assert fate(kept, whom) == "done"


def test_nothing_is_taken_back_where_nobody_said_anything(kept: Desk) -> None:
    with pytest.raises(Refused, match="Nothing was changed"):
        reminders.take_back(kept, entry(kept, born_today(kept)))


def test_what_a_talk_has_settled_is_not_taken_back(kept: Desk) -> None:
    whom = aino(kept, first_seen=None)
    last = kept.today() + 7 * DAY
    held = memberships.add(kept, MembershipDraft(whom, "Gold", last - 300 * DAY, last))
    ledger.keep(kept)
    talks.thinking(kept, MembershipId(held.row), kept.today() + 3 * DAY)
    with pytest.raises(Refused, match="A talk was written down"):
        reminders.take_back(kept, entry(kept, whom))
    assert fate(kept, whom) == "done"


def test_a_renewal_that_was_ticked_early_can_be_taken_back(kept: Desk) -> None:
    whom = aino(kept, first_seen=None)
    last = kept.today() + 7 * DAY
    memberships.add(kept, MembershipDraft(whom, "Gold", last - 300 * DAY, last))
    ledger.keep(kept)
    mark(kept, whom, Fate.DONE)
    reminders.take_back(kept, entry(kept, whom))
    assert fate(kept, whom) == "open"


# --- What was asked for.


def promised(desk: Desk, **fields: Any) -> tuple[CustomerId, RequestId]:
    whom = aino(desk, first_seen=None)
    asked = requests.add(desk, RequestDraft(whom, "Locker 12", due=desk.now(), **fields))
    ledger.keep(desk)
    return whom, RequestId(asked.row)


def test_a_promise_is_done_by_closing_the_request_and_opened_by_taking_it_back(kept: Desk) -> None:
    whom, _ = promised(kept)
    done = reminders.settle(kept, entry(kept, whom), Fate.DONE)
    assert requests.of(kept, whom)[0].draft.closed == kept.now()
    undo(kept, done.id)
    assert fate(kept, whom) == "open"
    reminders.settle(kept, entry(kept, whom), Fate.DONE)
    back = reminders.take_back(kept, entry(kept, whom))
    assert requests.of(kept, whom)[0].open
    undo(kept, back.id)
    assert fate(kept, whom) == "done"


def test_a_promise_is_not_skipped(kept: Desk) -> None:
    whom, _ = promised(kept)
    with pytest.raises(Refused, match="not skipped"):
        reminders.settle(kept, entry(kept, whom), Fate.SKIPPED)


def test_a_promise_that_is_kept_or_gone_meanwhile_is_left_alone(kept: Desk, clock: FixedClock) -> None:
    whom, asked = promised(kept)
    before = entry(kept, whom)
    requests.close(kept, asked, 1, "given at the door")
    with pytest.raises(Refused, match="Nothing was changed"):
        reminders.settle(kept, before, Fate.DONE)
    closed = entry(kept, whom)
    requests.change(kept, asked, 2, closed=None)
    with pytest.raises(Refused, match="Nothing was changed"):
        reminders.take_back(kept, closed)
    nowhere = replace(before, key=(before.key[0], 999, before.key[2]))
    with pytest.raises(Gone):
        reminders.settle(kept, nowhere, Fate.DONE)
    with pytest.raises(Gone):
        reminders.take_back(kept, nowhere)
