"""Doing, undoing and reopening at random: nothing is lost, and what is kept in memory is what is stored.

The model knows the rows as they should be and what each unit of work did to them; that is enough to say
of any of them whether it can be taken back, and to what.
"""

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from frontdesk.domain.changes import Changes
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import ChangeId, CustomerId, MembershipId, OccasionId, RequestId, VisitId
from frontdesk.domain.memberships import EndedWhy, MembershipDraft
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.domain.reminders import PROMISES, Fate, Reminder
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.domain.terms import running_end
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.names.index import NameIndex
from frontdesk.services import customers, memberships, occasions, reminders, requests, visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import Today, today
from frontdesk.services.undo import undo
from frontdesk.services.upkeep import check
from frontdesk.storage import lookup
from tests.support.houses import content
from tests.support.machine import NOW

Key = tuple[str, int]
Row = dict[str, Any]
Rows = dict[Key, Row]

FATES = (Fate.DONE, Fate.SKIPPED, Fate.SNOOZED)
TABLES = ("customers", "visits", "requests", "memberships", "occasions", "reminder_outcomes")
NAMES = ("Aino Virtanen", "Eino", "Болд Ганзориг", "முருகன்")
QUERIES = ("a", "aino vir", "bold", "muruk", "040", "1")

places = st.integers(0, 10**6)
near = st.integers(-9, 9)
cards = st.sampled_from(("", "", "1", "2"))


@dataclass
class Done:
    """A unit of work: each row before and after it, and which one it took back."""

    change: ChangeId
    rows: dict[Key, tuple[Row | None, Row | None]]
    undoes: int | None = None


class TwoDesks(RuleBasedStateMachine):
    """A house with two desks and whoever comes; what is asked of one desk may be written by the other."""

    def __init__(self, file: Path) -> None:
        """Open an empty house twice."""
        super().__init__()
        self.file = file
        self.clock = FixedClock(NOW)
        self.rows: Rows = {}
        self.done: list[Done] = []
        self.desk, self.other = self._open(), self._open()

    def _open(self) -> Desk:
        desk = Desk.open(self.file, clock=self.clock)
        desk.fill_index()
        return desk

    # --- What the model makes of it.

    def keys(self, table: str) -> list[int]:
        return sorted(row for name, row in self.rows if name == table)

    def pick(self, table: str, place: int) -> int:
        found = self.keys(table)
        return found[place % len(found)]

    def wrote(self, changes: Changes, after: Rows, undoes: int | None = None) -> None:
        """Take over what the rows should be now, and remember what was done to them."""
        changed = {
            key: (self.rows.get(key), after.get(key))
            for key in {**self.rows, **after}
            if self.rows.get(key) != after.get(key)
        }
        assert bool(changes.kinds) == bool(changed)
        if changed:
            self.done.append(Done(changes.id, changed, undoes))
        self.rows = after

    def added(self, table: str, changes: Changes, row: Row) -> None:
        self.wrote(changes, {**self.rows, (table, changes.row): row})

    def changed(self, table: str, row: int, write: Callable[[int], Changes], **values: Any) -> None:
        after = deepcopy(self.rows)
        after[table, row] |= values
        self.wrote(write(self.version(table, row)), after)

    def version(self, table: str, row: int) -> int:
        with self.desk.store.read() as connection:
            found = connection.exec_driver_sql(f"SELECT version FROM {table} WHERE id = {row}")
            return int(found.scalar_one())

    def stands(self, place: int) -> bool:
        return not any(one.undoes == place and self.stands(at) for at, one in enumerate(self.done))

    def can_be_taken_back(self, place: int) -> Rows | None:
        """The rows once it is taken back, or None where somebody has built on it."""
        if not self.stands(place):
            return None
        after = deepcopy(self.rows)
        for key, (before, new) in self.done[place].rows.items():
            now = after.pop(key, None)
            if before is None:
                if now is None or self.built_upon(place, key) or self.belongs_to(key, after):
                    return None
            elif new is None:
                after[key] = deepcopy(before)
            else:
                fields = [name for name in before if before[name] != new[name]]
                if now is None or any(now[name] != new[name] for name in fields):
                    return None
                after[key] = now | {name: before[name] for name in fields}
        return after if sound(after) else None

    def built_upon(self, place: int, key: Key) -> bool:
        """Whether a later change of the row stands that is no undoing of what came later too."""
        later = list(enumerate(self.done))[place + 1 :]
        return any(
            key in one.rows and self.stands(at) and (one.undoes is None or one.undoes <= place)
            for at, one in later
        )

    @staticmethod
    def belongs_to(key: Key, rows: Rows) -> bool:
        return key[0] == "customers" and any(row.get("customer_id") == key[1] for row in rows.values())

    # --- What is done.

    @rule(name=st.sampled_from(NAMES), card=cards, day=near, phone=st.booleans())
    def add_person(self, name: str, card: str, day: int, phone: bool) -> None:
        born = PartialDate.of(self.desk.today() + timedelta(day) - timedelta(12_418))
        row: Row = {"name": name, "card": card, "birthday": born, "phones": ("040 1",) if phone else ()}
        draft = CustomerDraft(**row)
        if card and card in {one.get("card") for one in self.rows.values()}:
            with pytest.raises(Refused, match="belongs to"):
                customers.add(self.desk, draft)
            return
        self.added("customers", customers.add(self.desk, draft), row | {"archived": False, "likes": ""})

    @precondition(lambda self: self.keys("customers"))
    @rule(place=places, field=st.sampled_from(("name", "likes", "phones", "archived", "birthday")), n=places)
    def edit_person(self, place: int, field: str, n: int) -> None:
        whom = self.pick("customers", place)
        value = {
            "name": NAMES[n % len(NAMES)],
            "likes": ("", "tea", "coffee")[n % 3],
            "phones": ((), ("040 1",), ("040 1", "050 2"))[n % 3],
            "archived": bool(n % 2),
            "birthday": (None, PartialDate(2, 29), PartialDate(11, 25, 1990))[n % 3],
        }[field]
        write = {field: value}
        self.changed(
            "customers", whom, lambda v: customers.change(self.desk, CustomerId(whom), v, **write), **write
        )

    @precondition(lambda self: self.keys("customers"))
    @rule(place=places, back=st.integers(0, 40), note=st.sampled_from(("", "knee is better")))
    def log_visit(self, place: int, back: int, note: str) -> None:
        whom, day = self.pick("customers", place), self.desk.today() - timedelta(back)
        changes = visits.log(self.desk, VisitDraft(CustomerId(whom), day, note=note))
        self.added("visits", changes, {"customer_id": whom, "day": day, "note": note})

    @precondition(lambda self: self.keys("customers"))
    @rule(place=places, many=st.sampled_from((8, 9)))
    def log_a_row_of_visits(self, place: int, many: int) -> None:
        for _ in range(many):
            self.log_visit(place, 1, "")

    @precondition(lambda self: self.keys("visits"))
    @rule(place=places, whose=places, back=st.integers(0, 9))
    def give_visit_to_another(self, place: int, whose: int, back: int) -> None:
        visit, whom = self.pick("visits", place), CustomerId(self.pick("customers", whose))
        day = self.desk.today() - timedelta(back)
        self.changed(
            "visits",
            visit,
            lambda v: visits.change(self.desk, VisitId(visit), v, customer=whom, day=day),
            customer_id=whom,
            day=day,
        )

    @precondition(lambda self: self.keys("customers"))
    @rule(place=places, due=near | st.none())
    def ask(self, place: int, due: int | None) -> None:
        whom = CustomerId(self.pick("customers", place))
        at = None if due is None else self.clock.instant + timedelta(days=due)
        changes = requests.add(self.desk, RequestDraft(whom, "Locker 12", promised=at))
        row = {"customer_id": whom, "promised": at, "answer": None, "answered_at": None, "closed": None}
        self.added("requests", changes, row)

    @precondition(lambda self: self.keys("requests"))
    @rule(place=places, said=st.sampled_from((Answer.YES, Answer.NO)), close=st.booleans())
    def answer(self, place: int, said: Answer, close: bool) -> None:
        one = self.pick("requests", place)
        self.changed(
            "requests",
            one,
            lambda v: requests.answer(self.desk, RequestId(one), v, said),
            answer=said.value,
            answered_at=self.clock.instant,
        )
        closed = self.clock.instant if close else None
        self.changed(
            "requests",
            one,
            lambda v: requests.change(self.desk, RequestId(one), v, closed=closed),
            closed=closed,
        )

    @precondition(lambda self: self.keys("customers"))
    @rule(place=places, ends=st.integers(-40, 40), itself=st.booleans())
    def begin_membership(self, place: int, ends: int, itself: bool) -> None:
        whom, last = CustomerId(self.pick("customers", place)), self.desk.today() + timedelta(ends)
        draft = MembershipDraft(whom, "Gold", last - timedelta(60), last, renews_itself=itself)
        row = {
            "customer_id": whom,
            "starts": draft.starts,
            "ends": last,
            "ended_why": None,
            "renews_itself": itself,
        }
        self.added("memberships", memberships.add(self.desk, draft), row)

    @precondition(lambda self: self.keys("memberships"))
    @rule(place=places)
    def renew(self, place: int) -> None:
        one = self.pick("memberships", place)
        old, version = self.rows["memberships", one], self.version("memberships", one)
        draft = MembershipDraft(old["customer_id"], "Gold", old["starts"], old["ends"], old["renews_itself"])
        ends = running_end(draft, self.desk.today())
        assert ends is not None
        starts = max(ends + timedelta(1), self.desk.today())
        until = starts + timedelta(20)
        if old["ended_why"]:
            with pytest.raises(Refused, match="already ended"):
                memberships.renew(self.desk, MembershipId(one), version, until)
            return
        changes = memberships.renew(self.desk, MembershipId(one), version, until)
        after = deepcopy(self.rows)
        after["memberships", one]["ended_why"] = EndedWhy.RENEWED.value
        after["memberships", changes.row] = old | {"starts": starts, "ends": until}
        self.wrote(changes, after)

    @precondition(lambda self: self.keys("customers"))
    @rule(place=places, day=near)
    def add_occasion(self, place: int, day: int) -> None:
        whom, kept = self.pick("customers", place), PartialDate.of(self.desk.today() + timedelta(day))
        changes = occasions.add(self.desk, OccasionDraft(CustomerId(whom), "wedding day", kept))
        self.added("occasions", changes, {"customer_id": whom, "day": kept})

    @precondition(lambda self: self.keys("occasions"))
    @rule(place=places)
    def take_occasion_away(self, place: int) -> None:
        one = self.pick("occasions", place)
        after = {key: row for key, row in self.rows.items() if key != ("occasions", one)}
        self.wrote(occasions.remove(self.desk, OccasionId(one), self.version("occasions", one)), after)

    @rule(place=places, fate=st.sampled_from(FATES), days=st.integers(1, 3))
    def see_to_a_reminder(self, place: int, fate: Fate, days: int) -> None:
        shown = listed(today(self.desk))
        if not shown:
            return
        one = shown[place % len(shown)]
        until = self.desk.today() + timedelta(days) if fate is Fate.SNOOZED else None
        if one.needs_talk if until is None else not reminders.can_wait_until(one, until):
            with pytest.raises(Refused):
                reminders.mark(self.desk, one, fate, until)
            return
        if one.rule in PROMISES and fate is not Fate.DONE:
            with pytest.raises(Refused):
                reminders.mark(self.desk, one, fate, until)
            return
        changes = reminders.mark(self.desk, one, fate, until)
        if one.rule in PROMISES:  # kept by closing what was asked for
            asked = self.rows["requests", one.subject] | {"closed": self.clock.instant}
            self.wrote(changes, {**self.rows, ("requests", one.subject): asked})
            return
        stage, subject, day = one.key
        about = {"customer_id": one.person.id, "stage": stage, "subject": subject, "due": day}
        said = {"fate": fate.value, "until": until, "at": self.clock.instant}
        known = self.rows.get(("reminder_outcomes", changes.row), {})
        self.wrote(changes, {**self.rows, ("reminder_outcomes", changes.row): known | about | said})

    @precondition(lambda self: self.done)
    @rule(back=st.integers(0, 4) | places)
    def take_back(self, back: int) -> None:
        place = len(self.done) - 1 - back % len(self.done)
        after, change = self.can_be_taken_back(place), self.done[place].change
        if after is None:
            with pytest.raises(Refused):
                undo(self.desk, change)
            return
        self.wrote(undo(self.desk, change), after, undoes=place)

    @rule(hours=st.sampled_from((1, 11, 24, 24 * 7)))
    def wait(self, hours: int) -> None:
        self.clock.instant += timedelta(hours=hours)

    @rule()
    def change_places(self) -> None:
        """From now on the other desk writes; this one hears of it only by looking."""
        self.desk, self.other = self.other, self.desk
        self.desk.fill_index()

    @rule()
    def reopen(self) -> None:
        self.desk.close()
        self.desk = self._open()

    # --- What must hold after each step.

    @invariant()
    def the_rows_are_those_of_the_model(self) -> None:
        found = content(self.desk)
        stored = {(table, row["id"]): row for table in TABLES for row in found[table]}
        assert stored.keys() == self.rows.keys()
        for key, row in self.rows.items():
            kept = dict(stored[key])
            if key[0] == "customers":
                draft = customers.get(self.desk, CustomerId(key[1])).draft
                kept |= {"phones": draft.phones, "card": draft.card}
            assert {name: kept[name] for name in row} == row

    @invariant()
    def the_look_up_index_is_a_rebuilt_one(self) -> None:
        anew = NameIndex()
        with self.desk.store.read() as connection:
            anew.rebuild(lookup.entries(connection))
        assert len(self.desk.index) == len(anew)
        for key in self.keys("customers"):
            assert self.desk.index.get(key) == anew.get(key)
        for text in QUERIES:
            found, expected = self.desk.index.search(text), anew.search(text)
            assert sorted(found, key=by_id) == sorted(expected, key=by_id)

    @invariant()
    def today_is_what_a_desk_opened_just_now_sees(self) -> None:
        anew = Desk(self.desk.store, self.desk.house, self.clock)
        assert seen(today(self.desk)) == seen(today(anew))

    def teardown(self) -> None:
        """The counts add up in the end."""
        assert check(self.desk).problems == ()
        self.desk.close()
        self.other.close()


def sound(rows: Rows) -> bool:
    """Whether everything belongs to somebody, and no card or reminder has two rows."""
    people = {key[1] for key in rows if key[0] == "customers"}
    owners = {row["customer_id"] for key, row in rows.items() if key[0] != "customers"}
    cards = [row["card"] for key, row in rows.items() if key[0] == "customers" and row["card"]]
    told = [(r["stage"], r["subject"], r["due"]) for key, r in rows.items() if key[0] == "reminder_outcomes"]
    return owners <= people and len(set(cards)) == len(cards) and len(set(told)) == len(told)


def by_id(hit: Any) -> int:
    return int(hit.entry.id)


def listed(day: Today) -> list[Reminder]:
    return [*day.left_over, *day.due_today, *day.ahead]


def seen(day: Today) -> Today:
    """What is on the list; of what belongs to a person it shows no more than the reminder says."""
    nothing: dict[str, Any] = {"memberships": (), "occasions": (), "requests": ()}

    def plain(found: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
        return tuple(one._replace(person=one.person._replace(**nothing)) for one in found)

    return replace(
        day, left_over=plain(day.left_over), due_today=plain(day.due_today), ahead=plain(day.ahead)
    )


@pytest.fixture
def files(file_house: str) -> Iterator[Path]:
    """A new file with an empty house each time."""
    blank = Path(file_house.removeprefix("sqlite:///"))
    return (Path(shutil.copy(blank, blank.with_name(f"{number}.db"))) for number in count())


@pytest.mark.slow
def test_doing_undoing_and_reopening_leaves_what_was_written(files: Iterator[Path]) -> None:
    class House(TwoDesks):
        def __init__(self) -> None:
            super().__init__(next(files))

    few = settings().max_examples // 5  # each is a house, two desks and a file
    run_state_machine_as_test(House, settings=settings(max_examples=few, stateful_step_count=20))
