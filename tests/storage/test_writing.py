"""Writing: two desks at one card, a write tried twice, and taking things back."""

from datetime import timedelta

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Changes, FieldChange
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, StaffId, VisitId
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, photos, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.storage import counts
from frontdesk.storage.entities import ENTITIES, VISITS
from frontdesk.storage.store import Store
from tests.support import houses
from tests.support.houses import Content, aino, content_of, furnish, picture

TOKEN = "0b3f1c1e-0000-4000-8000-000000000007"


def everything(store: Store) -> object:
    """Every row with its version, and the journal."""
    with store.read() as connection:
        return content_of(connection, versions=True, journal=True)


def content(desk: Desk) -> Content:
    """What is in a house, but for the keys of lines in lists, which are written anew."""
    found = houses.content(desk)
    for name in ("phones", "emails", "tags"):
        rows = [{k: v for k, v in row.items() if k != "id"} for row in found[name]]
        found[name] = sorted(rows, key=lambda row: (row["customer_id"], row["position"]))
    return found


def remove(desk: Desk, entity: str, row: int) -> Changes:
    with desk.write() as work:
        found = work.read(ENTITIES[entity], row)
        work.remove(ENTITIES[entity], row, found["version"])
    return work.changes()


def test_two_desks_save_one_card(desk: Desk, other_desk: Desk, clock: FixedClock) -> None:
    anna = staff.add(desk, "Anna").row
    other_desk.on_duty = StaffId(anna)
    whom = aino(desk, likes="tea", tags=("sauna",))
    read = customers.get(desk, whom)
    clock.instant += timedelta(minutes=5)
    customers.change(other_desk, whom, read.version, likes="coffee", tags=("mornings",))
    before = everything(desk.store)
    with pytest.raises(ChangedMeanwhile, match="Nothing was overwritten") as caught:
        customers.change(desk, whom, read.version, likes="cocoa", must_know="nuts")
    assert set(caught.value.changes) == {
        FieldChange("likes", "tea", "coffee", clock.instant, "Anna"),
        FieldChange("tags", ("sauna",), ("mornings",), clock.instant, "Anna"),
    }
    assert everything(desk.store) == before
    customers.change(desk, whom, caught.value.version, likes="cocoa")
    assert customers.get(other_desk, whom).draft.likes == "cocoa"
    assert customers.get(other_desk, whom).draft.tags == ("mornings",)


def test_what_changed_meanwhile_is_told_oldest_first(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk, likes="tea")
    read = customers.get(desk, whom)
    for drink in ("coffee", "cocoa", "water"):
        customers.change(other_desk, whom, customers.get(other_desk, whom).version, likes=drink)
    with pytest.raises(ChangedMeanwhile) as caught:
        customers.change(desk, whom, read.version, likes="milk")
    told = [(one.old, one.new) for one in caught.value.changes]
    assert told == [("tea", "coffee"), ("coffee", "cocoa"), ("cocoa", "water")]


def test_saving_what_is_there_already_writes_nothing(desk: Desk) -> None:
    whom = aino(desk, likes="tea")
    before = everything(desk.store)
    assert not customers.change(desk, whom, customers.get(desk, whom).version, likes="tea").kinds
    assert everything(desk.store) == before


def test_a_visit_tried_twice_is_logged_once(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk)
    before = content(desk)
    first = visits.log_now(desk, whom, token=TOKEN)
    once = everything(desk.store)
    again = visits.log_now(other_desk, whom, token=TOKEN)
    assert (again.id, again.row) == (first.id, first.row)
    assert everything(desk.store) == once
    assert customers.get(desk, whom).visit_count == 1
    undo(desk, again.id)
    assert content(desk) == before


def test_a_person_tried_twice_is_added_once(desk: Desk) -> None:
    draft = CustomerDraft(name="Aino Virtanen", phones=("040 123 4567",), tags=("sauna",))
    first = customers.add(desk, draft, TOKEN)
    once = everything(desk.store)
    again = customers.add(desk, draft, TOKEN)
    assert (again.id, again.row) == (first.id, first.row)
    assert everything(desk.store) == once


def test_a_person_with_a_card_tried_twice_is_added_once(desk: Desk) -> None:
    draft = CustomerDraft(name="Aino Virtanen", card="1001")
    first = customers.add(desk, draft, TOKEN)
    assert customers.add(desk, draft, TOKEN).row == first.row


def test_undoing_an_addition_leaves_the_house_as_it_was(desk: Desk) -> None:
    furnish(desk)
    before = content(desk)
    draft = CustomerDraft(name="Eino", phones=("040 1",), emails=("e@example.fi",), tags=("a", "b"), card="7")
    added = customers.add(desk, draft)
    after = content(desk)
    undone = undo(desk, added.id)
    assert content(desk) == before
    undo(desk, undone.id)
    assert content(desk) == after


def test_undoing_a_change_leaves_the_house_as_it_was(desk: Desk) -> None:
    whom = furnish(desk)
    before = content(desk)
    version = customers.get(desk, whom).version
    fields = {"name": "Aino Laine", "phones": (), "tags": ("new",), "birthday": None, "card": ""}
    changed = customers.change(desk, whom, version, **fields)
    after = content(desk)
    undone = undo(desk, changed.id)
    assert content(desk) == before
    undo(desk, undone.id)
    assert content(desk) == after


_HELD = {"memberships": "talks", "calls": "attempts", "notes": "cuttings"}


@pytest.mark.parametrize("entity", sorted(set(ENTITIES) - {"customers", "staff"}))
def test_undoing_a_removal_leaves_the_house_as_it_was(desk: Desk, entity: str) -> None:
    furnish(desk)
    if entity in _HELD:  # one that something was written about stays
        remove(desk, _HELD[entity], content(desk)[_HELD[entity]][0]["id"])
    before = content(desk)
    removed = remove(desk, entity, before[entity][0]["id"])
    assert content(desk)[entity] == before[entity][1:]
    undone = undo(desk, removed.id)
    assert content(desk) == before
    undo(desk, undone.id)
    assert content(desk)[entity] == before[entity][1:]


def test_undoing_another_photo_brings_the_first_back(desk: Desk) -> None:
    whom = furnish(desk)
    before = content(desk)
    undo(desk, photos.put(desk, whom, picture("blue")).id)
    assert content(desk) == before


def test_a_change_that_somebody_built_upon_stays(desk: Desk, other_desk: Desk) -> None:
    whom = aino(desk, likes="tea", must_know="")
    version = customers.get(desk, whom).version
    changed = customers.change(desk, whom, version, likes="coffee", must_know="nuts")
    customers.change(other_desk, whom, customers.get(desk, whom).version, likes="cocoa")
    before = everything(desk.store)
    with pytest.raises(Refused, match="Nothing was undone"):
        undo(desk, changed.id)
    assert everything(desk.store) == before


def test_somebody_who_has_come_since_is_not_taken_away(desk: Desk, other_desk: Desk) -> None:
    added = customers.add(desk, CustomerDraft(name="Eino"))
    came = visits.log_now(other_desk, CustomerId(added.row))
    before = everything(desk.store)
    with pytest.raises(Refused, match="Nothing was undone"):
        undo(desk, added.id)
    assert everything(desk.store) == before
    undo(desk, came.id)
    undo(desk, added.id)
    assert not content(desk)["customers"]


def test_nothing_is_undone_twice(desk: Desk) -> None:
    came = visits.log_now(desk, aino(desk))
    undo(desk, came.id)
    before = everything(desk.store)
    with pytest.raises(Refused, match="nothing left to undo"):
        undo(desk, came.id)
    assert everything(desk.store) == before


def test_the_visits_that_are_counted_are_those_that_are_there(desk: Desk, other_desk: Desk) -> None:
    one, two = aino(desk), aino(desk, name="Eino Virtanen")
    logged = []
    for back in (3, 0, 9, 1):
        draft = VisitDraft(customer=one, day=desk.today() - timedelta(back))
        logged.append(visits.log(desk if back % 2 else other_desk, draft))
    newest = VisitId(logged[1].row)

    def add_up() -> tuple[int, int]:
        with desk.store.read() as connection:
            assert counts.miscounted(connection) == []
        days = visits.every_day(desk)
        for whom in (one, two):
            own = [day for customer, day in days if customer == whom]
            found = customers.get(desk, whom)
            assert (found.visit_count, found.last_visit) == (len(own), max(own, default=None))
        return customers.get(desk, one).visit_count, customers.get(desk, two).visit_count

    assert add_up() == (4, 0)
    moved = visits.change(desk, newest, 1, customer=two)
    assert add_up() == (3, 1)
    undo(other_desk, moved.id)
    assert add_up() == (4, 0)
    visits.change(desk, newest, visits.get(desk, newest).version, day=desk.today() - timedelta(30))
    assert add_up() == (4, 0)
    removed = remove(desk, VISITS.name, logged[0].row)
    assert add_up() == (3, 0)
    undo(desk, removed.id)
    undo(desk, logged[3].id)
    assert add_up() == (3, 0)
