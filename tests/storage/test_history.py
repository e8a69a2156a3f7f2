"""The journal read back: what was changed on a row, and about whom anything was written between two looks."""

from contextlib import closing
from datetime import timedelta
from uuid import uuid4

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import ImportId, OccasionId, StaffId, VisitId
from frontdesk.domain.imports import CustomerRow, VisitRow
from frontdesk.domain.occasions import OccasionDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import InUse, Refused
from frontdesk.services import customers, imports, occasions, settings, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import customers as stored
from frontdesk.storage import demo, history
from frontdesk.storage.entities import CUSTOMERS
from tests.support.houses import aino


def marked(desk: Desk) -> history.Mark:
    with desk.store.read() as connection:
        return history.mark(connection)


def written_since(desk: Desk, earlier: history.Mark) -> set[int] | None:
    with desk.store.read() as connection:
        return history.people_since(connection, earlier, history.mark(connection))


def all_since(desk: Desk, earlier: history.Mark) -> history.Written:
    with desk.store.read() as connection:
        return history.written_since(connection, earlier, history.mark(connection))


def test_each_change_of_a_field_is_told_with_who_and_when(desk: Desk, clock: FixedClock) -> None:
    whom, other = aino(desk), aino(desk, name="Eino")
    customers.change(desk, whom, 1, birthday=PartialDate(3, 14))
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    clock.instant += timedelta(minutes=5)
    customers.change(desk, whom, 2, birthday=PartialDate(3, 14, 1985), phones=("1", "2"))
    customers.change(desk, other, 1, likes="tea")
    with desk.store.read() as connection:
        told = history.changes_since(connection, CUSTOMERS, whom, 2)
        all_told = history.changes_since(connection, CUSTOMERS, whom, 1)
    assert {(one.field, one.old, one.new) for one in told} == {
        ("birthday", PartialDate(3, 14), PartialDate(3, 14, 1985)),
        ("phones", (), ("1", "2")),
    }
    assert {(one.by, one.at) for one in told} == {("Anna", clock.instant)}
    assert [(one.by, one.new) for one in all_told[:1]] == [("", PartialDate(3, 14))]
    assert len(all_told) == 3


def test_whoever_was_written_about_is_known(desk: Desk, other_desk: Desk) -> None:
    whom, other = aino(desk), aino(desk, name="Eino")
    first = marked(desk)
    assert written_since(desk, first) == set()
    visits.log_now(other_desk, whom)
    assert written_since(desk, first) == {whom}
    second = marked(desk)
    occasions.remove(
        desk, OccasionId(occasions.add(desk, OccasionDraft(other, "x", PartialDate(1, 1))).row), 1
    )
    assert written_since(desk, second) == {other}


def test_nothing_is_written_before_what_has_been_read(impatient: None, desk: Desk, other_desk: Desk) -> None:
    """One desk has written all and is slow to commit; whoever comes after it waits for it."""
    del impatient
    before = marked(desk)
    with desk.store.write(desk.now()) as slow:
        first = stored.add(slow, CustomerDraft("Aino"))
        slow.write_journal()
        with pytest.raises(InUse):
            aino(other_desk, name="Eino")
        assert marked(other_desk) == before
    second = marked(other_desk)
    assert written_since(other_desk, before) == {first}
    assert written_since(other_desk, second) == set()
    last = aino(other_desk, name="Eino")
    assert written_since(desk, second) == {last}


def test_whoever_begins_first_and_ends_last_is_written_last(server_house: str, clock: FixedClock) -> None:
    """On a server two write at once, and nobody waits for one who has not come to the journal yet."""
    with (
        closing(Desk.open(server_house, clock=clock)) as desk,
        closing(Desk.open(server_house, clock=clock)) as other_desk,
    ):
        with desk.store.write(desk.now()) as slow:
            first = stored.add(slow, CustomerDraft("Aino"))
            quick = aino(other_desk, name="Eino")
            between = marked(other_desk)
        assert first < quick
        assert written_since(other_desk, between) == {first}


def test_a_visit_given_to_another_is_about_both(desk: Desk) -> None:
    whom, other = aino(desk), aino(desk, name="Eino")
    visit = VisitId(visits.log_now(desk, whom).row)
    before = marked(desk)
    given = visits.change(desk, visit, 1, customer=other)
    assert written_since(desk, before) == {whom, other}
    before = marked(desk)
    undo(desk, given.id)
    assert written_since(desk, before) == {whom, other}


def test_it_cannot_be_told_after_what_is_about_everybody(desk: Desk) -> None:
    whom = aino(desk)
    before = marked(desk)
    settings.change_house(desk, name="Gym")
    assert written_since(desk, before) is None
    visits.log_now(desk, whom)
    assert all_since(desk, before) == ({whom}, True)
    before = marked(desk)
    staff.add(desk, "Anna")
    assert written_since(desk, before) is None
    assert all_since(desk, before) == (set(), True)
    before = marked(desk)
    visits.log_now(desk, whom)
    assert all_since(desk, before) == ({whom}, False)


def brought_in(desk: Desk, *names: str) -> tuple[ImportId, set[int]]:
    rows = [CustomerRow(2, str(uuid4()), CustomerDraft(name, card=name)) for name in names]
    report = imports.bring_in_customers(desk, rows)
    assert report.import_id is not None
    with desk.store.read() as connection:
        return report.import_id, history.people_of_imports(connection, [report.import_id])


def test_an_import_is_about_those_whom_it_brought(desk: Desk, other_desk: Desk) -> None:
    brought_in(desk, "Aino")
    before = marked(desk)
    batch, people = brought_in(other_desk, "Bo", "Eino")
    assert len(people) == 2
    assert written_since(desk, before) == people
    between = marked(desk)
    imports.undo_import(other_desk, batch)
    assert written_since(desk, between) == written_since(desk, before) == people
    assert all_since(desk, before) == (people, False)


def test_an_import_of_visits_is_about_those_who_came(desk: Desk) -> None:
    brought_in(desk, "Aino", "Eino")
    whom = aino(desk, card="1001")
    before = marked(desk)
    row = VisitRow(2, str(uuid4()), desk.today(), card="1001")
    report = imports.bring_in_visits(desk, [row])
    assert written_since(desk, before) == {whom}
    assert report.import_id is not None
    before = marked(desk)
    imports.undo_import(desk, report.import_id)
    assert written_since(desk, before) == {whom}


def test_more_people_than_can_be_told_one_by_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 2)
    before = marked(desk)
    batch, _ = brought_in(desk, "Aino", "Bo", "Eino")
    assert all_since(desk, before) == (None, False)
    before = marked(desk)
    imports.undo_import(desk, batch)
    assert all_since(desk, before) == (None, False)


def test_an_import_is_not_undone_step_by_step(desk: Desk) -> None:
    report = imports.bring_in_customers(desk, [CustomerRow(2, str(uuid4()), CustomerDraft("Bo"))])
    assert report.changes is not None
    with pytest.raises(Refused, match="nothing left to undo"):
        undo(desk, report.changes.id)


def test_the_demo_is_about_everybody(desk: Desk) -> None:
    before = marked(desk)
    with desk.store.write(desk.now()) as work:
        demo.add_people(work, [CustomerDraft("Aino")])
    assert all_since(desk, before) == (None, False)


def test_it_cannot_be_told_of_another_house(desk: Desk) -> None:
    """As after a restore: the journal has a line of this number, but it is another one."""
    aino(desk)
    before = marked(desk)
    assert written_since(desk, before._replace(change="another")) is None
    assert written_since(desk, before._replace(line=10**6)) is None
