"""The ledger: every reminder that was ever due has one fate, whatever happens to what it came from."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from frontdesk.domain.calls import AttemptDraft, CallDraft, Came
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.deriving import reminders_for
from frontdesk.domain.ids import CustomerId, NoteId, RequestId, StaffId
from frontdesk.domain.imports import VisitRow
from frontdesk.domain.ledger import Wanted
from frontdesk.domain.memberships import EndedWhy, Membership, MembershipDraft
from frontdesk.domain.reminders import PROMISES, Fate, Key, Reminder, Rule, still_open
from frontdesk.domain.requests import RequestDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import (
    bench,
    call_list,
    calls,
    customers,
    imports,
    ledger,
    memberships,
    notes,
    reminders,
    requests,
    settings,
    staff,
    talks,
    visits,
)
from frontdesk.services.desk import Desk
from frontdesk.services.memberships import Following
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from frontdesk.storage import outcomes
from frontdesk.storage import reminders as sources
from tests.support.houses import aino

DAY = timedelta(days=1)


def book(desk: Desk, **wanted: Any) -> list[tuple[str, str]]:
    """What the ledger says: stage and fate, by day."""
    found = ledger.entries(desk, Wanted(**wanted))
    return [(one.key[0], one.fate(desk.today()).value) for one in sorted(found, key=lambda one: one.day)]


def born_today(desk: Desk, **fields: Any) -> CustomerId:
    day = desk.today()
    return aino(desk, birthday=PartialDate(day.month, day.day, 1986), first_seen=day, **fields)


def birthday(desk: Desk) -> Reminder:
    day = today(desk)
    return next(one for one in day.left_over + day.due_today if one.rule is Rule.BIRTHDAY)


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A desk whose ledger is kept from today on."""
    ledger.keep_all(desk)
    return desk


def test_a_birthday_is_open_until_somebody_sees_to_it(kept: Desk) -> None:
    born_today(kept)
    ledger.keep(kept)
    assert book(kept) == [("birthday", "open")]
    reminders.mark(kept, birthday(kept), Fate.DONE)
    assert book(kept) == [("birthday", "done")]


def test_it_says_who_saw_to_it_and_when(kept: Desk, clock: FixedClock) -> None:
    kept.on_duty = StaffId(staff.add(kept, "Marta").row)
    whom = born_today(kept)
    reminders.mark(kept, birthday(kept), Fate.SKIPPED)
    (one,) = ledger.entries(kept, Wanted(person=whom))
    assert (one.by, one.at, one.name, one.number) == ("Marta", clock.instant, "Aino Virtanen", 40)


def test_what_nobody_sees_to_is_let_go_by_its_own_rule_and_stays_in_the_ledger(
    kept: Desk, clock: FixedClock
) -> None:
    born_today(kept)
    for _ in range(8):
        ledger.keep_all(kept)
        assert book(kept) == [("birthday", "open")]
        clock.instant += DAY
    ledger.keep_all(kept)
    assert book(kept) == [("birthday", "let go")]
    (one,) = ledger.entries(kept, Wanted())
    assert one.time_passed
    assert one.left == kept.today()


def test_put_off_it_is_snoozed_until_its_day_and_then_open_again(kept: Desk, clock: FixedClock) -> None:
    born_today(kept)
    reminders.mark(kept, birthday(kept), Fate.SNOOZED, kept.today() + 2 * DAY)
    assert book(kept) == [("birthday", "snoozed")]
    clock.instant += 2 * DAY
    ledger.keep_all(kept)
    assert book(kept) == [("birthday", "open")]


def test_nothing_is_put_off_until_it_is_too_late(kept: Desk) -> None:
    born_today(kept)
    one = birthday(kept)
    with pytest.raises(Refused, match="too late"):
        reminders.mark(kept, one, Fate.SNOOZED, kept.today() + 8 * DAY)
    reminders.mark(kept, one, Fate.SNOOZED, kept.today() + 7 * DAY)


def test_what_was_done_and_is_taken_back_is_open_again(kept: Desk) -> None:
    born_today(kept)
    done = reminders.mark(kept, birthday(kept), Fate.DONE)
    undo(kept, done.id)
    assert book(kept) == [("birthday", "open")]
    reminders.mark(kept, birthday(kept), Fate.SKIPPED)
    assert book(kept) == [("birthday", "skipped")]


def test_a_mistyped_birthday_leaves_its_trace(kept: Desk) -> None:
    whom = born_today(kept)
    ledger.keep(kept)
    version = customers.get(kept, whom).version
    changed = customers.change(kept, whom, version, birthday=PartialDate(3, 4))
    ledger.keep(kept, {whom})
    assert book(kept) == [("birthday", "let go")]
    (one,) = ledger.entries(kept, Wanted())
    assert not one.time_passed
    undo(kept, changed.id)
    ledger.keep(kept, {whom})
    assert book(kept) == [("birthday", "open")]


def test_a_promise_that_is_kept_is_done(kept: Desk) -> None:
    asked = requests.add(kept, RequestDraft(aino(kept, first_seen=None), "Locker 12", due=kept.now()))
    ledger.keep(kept)
    assert book(kept) == [("request", "open")]
    requests.close(kept, RequestId(asked.row), 1, "given")
    ledger.keep(kept)
    assert book(kept) == [("request", "done")]


def test_a_promise_that_is_moved_and_then_kept_is_kept_once(kept: Desk, clock: FixedClock) -> None:
    asked = requests.add(kept, RequestDraft(aino(kept, first_seen=None), "Locker 12", due=kept.now()))
    ledger.keep(kept)
    requests.change(kept, RequestId(asked.row), 1, due=kept.now() + 5 * DAY)
    for _ in range(5):
        ledger.keep_all(kept)
        clock.instant += DAY
    ledger.keep_all(kept)
    requests.close(kept, RequestId(asked.row), 2, "given")
    ledger.keep_all(kept)
    assert book(kept) == [("request", "let go"), ("request", "done")]
    assert ledger.look_back(kept, Wanted()).fates == {Fate.LET_GO: 1, Fate.DONE: 1}


def test_a_promise_is_not_skipped(kept: Desk) -> None:
    requests.add(kept, RequestDraft(aino(kept, first_seen=None), "Locker 12", due=kept.now()))
    (one,) = customers.card(kept, CustomerId(1)).reminders
    with pytest.raises(Refused, match="not skipped"):
        reminders.mark(kept, one, Fate.SKIPPED)


def test_about_some_people_only_is_enough_after_a_write(kept: Desk) -> None:
    whom, other = born_today(kept), born_today(kept, name="Eino Laine")
    ledger.keep(kept, {whom})
    assert [one.person for one in ledger.entries(kept, Wanted())] == [whom]
    ledger.keep(kept, {other})
    assert {one.person for one in ledger.entries(kept, Wanted())} == {whom, other}


def test_days_without_the_program_are_caught_up_and_nothing_of_them_is_missed(
    kept: Desk, clock: FixedClock
) -> None:
    born_today(kept)
    later = kept.today() + 5 * DAY
    aino(kept, name="Eino Laine", birthday=PartialDate(later.month, later.day), first_seen=None)
    ledger.keep_all(kept)
    clock.instant += 16 * DAY  # the program was off for more than a fortnight
    ledger.keep_all(kept)
    assert book(kept) == [("birthday", "let go"), ("birthday", "open")]
    assert [one.person.name for one in today(kept).left_over] == ["Eino Laine"]
    assert today(kept).left_over[0].text == "birthday 11 days ago"
    for _ in range(8):
        clock.instant += DAY
        ledger.keep_all(kept)
    assert book(kept) == [("birthday", "let go"), ("birthday", "let go")]


def test_days_on_which_the_house_is_closed_do_not_count_as_seen(kept: Desk, clock: FixedClock) -> None:
    closed = tuple(kept.today() + n * DAY for n in range(1, 12))
    settings.change_house(kept, holidays=closed)
    later = kept.today() + 2 * DAY
    aino(kept, birthday=PartialDate(later.month, later.day), first_seen=None)
    for _ in range(12):
        clock.instant += DAY
        ledger.keep_all(kept)
    assert [one.text for one in today(kept).left_over] == ["birthday 10 days ago"]


def test_the_program_off_for_more_than_a_year_is_caught_up_too(kept: Desk, clock: FixedClock) -> None:
    born_today(kept)
    ledger.keep_all(kept)
    clock.instant += 460 * DAY
    ledger.keep_all(kept)
    birthdays = [one for one in ledger.entries(kept, Wanted()) if one.rule is Rule.BIRTHDAY]
    assert [one.day.year for one in birthdays] == [2027, 2026]
    assert {one.fate(kept.today()) for one in birthdays} == {Fate.LET_GO}


def test_the_deceased_leave_the_list_at_once(kept: Desk) -> None:
    whom = born_today(kept)
    ledger.keep(kept)
    customers.change(kept, whom, customers.get(kept, whom).version, deceased=True)
    ledger.keep(kept, {whom})
    assert book(kept) == [("birthday", "let go")]


def test_two_desks_that_keep_it_at_once_write_the_same(kept: Desk, other_desk: Desk) -> None:
    born_today(kept)
    other_desk.almanac.forget()
    ledger.keep(kept)
    ledger.keep(other_desk)
    assert book(kept) == book(other_desk) == [("birthday", "open")]


def test_after_the_day_has_turned_some_people_are_not_enough(kept: Desk, clock: FixedClock) -> None:
    tomorrow = kept.today() + DAY
    born = PartialDate(tomorrow.month, tomorrow.day)
    whom, other = aino(kept, first_seen=None), aino(kept, name="Eino Laine", birthday=born, first_seen=None)
    clock.instant += DAY
    ledger.keep(kept, {whom})
    assert [one.person for one in ledger.entries(kept, Wanted())] == [other]


def test_a_clock_that_was_far_ahead_once_does_not_stop_it(kept: Desk, clock: FixedClock) -> None:
    day = kept.today() + 5 * DAY
    aino(kept, birthday=PartialDate(day.month, day.day), first_seen=None)
    now = clock.instant
    clock.instant = now + 3650 * DAY
    ledger.keep(kept)
    clock.instant = now
    ledger.keep_all(kept)
    clock.instant += 60 * DAY
    ledger.keep_all(kept)
    assert book(kept) == [("birthday", "let go")]


# --- Two years of a house, day by day.


class Life:
    """Two years in which everything happens at random, and somebody watches every list."""

    def __init__(self, desk: Desk, clock: FixedClock, seed: int) -> None:
        self.desk, self.clock, self.rng = desk, clock, Random(seed)
        desk.on_duty = StaffId(staff.add(desk, "Marta").row)
        self.seen: set[Key] = set()
        self.off = 0

    def people(self) -> Iterator[CustomerId]:
        """A house of some people with birthdays on all kinds of days, 29 February among them."""
        rng = self.rng
        for n in range(14):
            day = date(1988, 2, 29) if n == 0 else date(1980, 1, 1) + rng.randrange(366) * DAY
            born, first_seen = PartialDate.of(day), self.desk.today()
            draft = CustomerDraft(f"Guest {n}", card=str(n), birthday=born, first_seen=first_seen)
            whom = customers.add(self.desk, draft).row
            last = self.desk.today() + rng.randrange(-20, 365) * DAY
            first = last - rng.choice((30, 182, 365)) * DAY
            itself = rng.random() < 0.15
            held = MembershipDraft(CustomerId(whom), "Gold", first, last, renews_itself=itself)
            memberships.add(self.desk, held)
            yield CustomerId(whom)

    def live(self, days: int) -> None:
        """Let so many days pass."""
        self.everybody = list(self.people())
        for _ in range(days):
            self.clock.instant += DAY
            if self.off:
                self.off -= 1
                continue
            if self.rng.random() < 0.02:
                self.off = self.rng.randrange(1, 12)
            self.a_day()

    def a_day(self) -> None:
        """What happens on a day, and the list that is made of it."""
        ledger.keep_all(self.desk)
        for _ in range(self.rng.randrange(4)):
            self.rng.choice(
                (
                    self.visit,
                    self.visit,
                    self.talk,
                    self.see_to,
                    self.change,
                    self.bring_in,
                    self.ring,
                    self.write,
                )
            )()
        self.keep()
        self.nobody_is_forgotten()

    def keep(self) -> None:
        ledger.keep_all(self.desk)
        day = today(self.desk)
        self.seen |= {one.key for one in day.left_over + day.due_today if one.due <= day.day}

    def visit(self) -> None:
        visits.log_now(self.desk, self.rng.choice(self.everybody))

    def bring_in(self) -> None:
        today, some = self.desk.today(), self.rng.sample(range(14), 3)
        rows = [
            VisitRow(n, f"{self.rng.getrandbits(128):032x}", today - self.rng.randrange(60) * DAY, str(n))
            for n in some
        ]
        brought = imports.bring_in_visits(self.desk, rows)
        if self.rng.random() < 0.3 and brought.import_id:
            imports.undo_import(self.desk, brought.import_id)

    def talk(self) -> None:
        day = today(self.desk)
        about = [one for one in day.left_over + day.due_today if one.rule is Rule.RENEWAL]
        if not about:
            return
        one = self.rng.choice(about)
        held = next(m for m in one.person.memberships if m.id == one.subject)
        match self.rng.randrange(5):
            case 0 | 1:
                until = self.desk.today() + 365 * DAY
                talks.renewed(self.desk, held.id, held.version, Following(until))
            case 2:
                talks.thinking(self.desk, held.id, self.desk.today() + self.rng.randrange(1, 20) * DAY)
            case 3:
                talks.not_reached(self.desk, held.id)
            case _:
                talks.leaving(self.desk, held.id, held.version, reason="Moved away")
                if self.rng.random() < 0.5:
                    return
                again = MembershipDraft(
                    one.person.id, "Gold", self.desk.today(), self.desk.today() + 90 * DAY
                )
                memberships.add(self.desk, again)

    def ring(self) -> None:
        """Somebody is promised a call, or rung."""
        if self.rng.random() < 0.3:
            due = self.clock.instant + self.rng.randrange(1, 6) * DAY
            whom = self.rng.choice(self.everybody)
            calls.add(self.desk, CallDraft(whom, "the invoice", owner=self.desk.on_duty, due=due))
            return
        listed = call_list.listed(self.desk)
        if not listed:
            return
        one, came = self.rng.choice(listed), self.rng.choice(list(Came))
        back = self.clock.instant + 3 * DAY if came is Came.CALL_BACK else None
        owner = self.desk.on_duty if back else None
        done = calls.tried(self.desk, one, AttemptDraft(came, "040", back_at=back, owner=owner))
        if self.rng.random() < 0.2:
            undo(self.desk, done.id)

    def write(self) -> None:
        """A note is written for a reminder, and handed over."""
        due = bench.bench(self.desk).due
        if due:
            one = self.rng.choice(due)
            draft = bench.sheet(self.desk, one.person.id, about=one.key).draft
            notes.hand_over(self.desk, NoteId(notes.begin(self.desk, draft).row), 1)

    def see_to(self) -> None:
        day = today(self.desk)
        about = [
            one for one in day.left_over + day.due_today if not one.needs_talk and one.rule not in PROMISES
        ]
        if not about:
            return
        one, fate = self.rng.choice(about), self.rng.choice((Fate.DONE, Fate.SKIPPED, Fate.SNOOZED))
        until = day.day + 3 * DAY if fate is Fate.SNOOZED else None
        if until is not None and not reminders.can_wait_until(one, until):
            return
        done = reminders.mark(self.desk, one, fate, until)
        if self.rng.random() < 0.2:
            undo(self.desk, done.id)

    def change(self) -> None:
        """Somebody's birthday is corrected, the house changes its days, or the clock of its country."""
        whom = self.rng.choice(self.everybody)
        version = customers.get(self.desk, whom).version
        match self.rng.randrange(7):
            case 0:
                day = PartialDate.of(date(1970, 1, 1) + self.rng.randrange(9000) * DAY)
                customers.change(self.desk, whom, version, birthday=day)
            case 1:
                zone = self.rng.choice(("Europe/Helsinki", "Asia/Kolkata", "America/Los_Angeles"))
                settings.change_house(self.desk, zone=zone)
            case 2:
                settings.change_house(self.desk, holidays=(self.desk.today() + DAY,), closed=(6,))
            case 3:
                settings.change_house(self.desk, renewal_after=self.rng.choice(((1, 14), (1, 14, 30), (7,))))
            case 4:
                first = self.desk.today() - self.rng.randrange(200) * DAY
                held = MembershipDraft(whom, "Gold", first, first + self.rng.randrange(20, 400) * DAY)
                memberships.add(self.desk, held)
            case 5:
                self.rest(whom)
            case _:
                changed = customers.change(self.desk, whom, version, archived=True)
                ledger.keep_all(self.desk)
                undo(self.desk, changed.id)

    def rest(self, whom: CustomerId) -> None:
        """Somebody's membership rests for some weeks, where it can."""
        for one in customers.card(self.desk, whom).memberships:
            first = self.desk.today() + self.rng.randrange(10) * DAY
            with suppress(Refused):
                memberships.pause(self.desk, one.id, one.version, first, first + 20 * DAY)

    def nobody_is_forgotten(self) -> None:
        """No membership is over with nothing said about it and nobody reminded to ask."""
        day = self.desk.today()
        with self.desk.store.read() as connection:
            people = sources.facts_of(connection, self.everybody)
            said = outcomes.of(connection, self.everybody)
        found = reminders_for(people, self.desk.now(), self.desk.house, 40)
        put_off = [one for one in found if one.key in said and said[one.key].fate is Fate.SNOOZED]
        reminded = {
            one.subject for one in [*still_open(found, said, day), *put_off] if one.rule is Rule.RENEWAL
        }
        began = self.desk.house.since or day  # what was over long before is not asked about
        for person in people:
            for one in person.memberships:
                ends = one.draft.ends or day
                over = began <= ends < day and not one.draft.renews_itself
                if over and one.draft.ended_why is None and not goes_on(one, person.memberships):
                    assert one.id in reminded, one


def goes_on(one: Membership, held: Iterable[Membership]) -> bool:
    """Whether another stands in its place, whoever wrote it down."""
    ends = one.draft.ends
    return ends is not None and any(
        other.draft.ends is not None
        and other.draft.ends > ends
        and other.draft.ended_why is not EndedWhy.CANCELLED
        and (abs((other.draft.starts - ends).days) <= 31 or other.draft.starts == one.draft.starts)
        for other in held
        if other.id != one.id
    )


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 12))])
def test_two_years_day_by_day_every_due_reminder_has_exactly_one_fate(
    file_house: str, clock: FixedClock, seed: int
) -> None:
    desk = Desk.open(file_house, clock=clock)
    life = Life(desk, clock, seed)
    life.live(730)
    ledger.keep_all(desk)  # the program may have been off on the last day
    found = ledger.entries(desk, Wanted(most=100_000))
    by_key = Counter(one.key for one in found)
    assert max(by_key.values()) == 1
    assert life.seen <= by_key.keys()
    fates = Counter(one.fate(desk.today()) for one in found)
    assert set(fates) >= {Fate.DONE, Fate.SKIPPED, Fate.LET_GO}
    listed = today(desk)
    standing = {one.key for one in listed.left_over + listed.due_today if one.due <= listed.day}
    come = [one for one in found if one.day <= listed.day]  # a clock put back may have left some ahead
    open_ones = {one.key for one in come if one.fate(listed.day) is Fate.OPEN}
    late_requests = {one.key for one in found if one.rule is Rule.REQUEST}  # these stand among the promised
    assert open_ones - late_requests == standing
    desk.close()
