"""Visits: somebody came, now or on another day; the counts and the look-up follow at once."""

from datetime import date, timedelta
from typing import Any

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Gone, Kind
from frontdesk.domain.ids import CustomerId, StaffId, VisitId
from frontdesk.domain.text import LINE, LONG
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, lookup, settings, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.services.undo import undo
from frontdesk.services.visits import LARGEST_AMOUNT
from tests.support.houses import aino, content


def logged(desk: Desk, whom: CustomerId, back: int = 0, **fields: Any) -> VisitId:
    draft = VisitDraft(whom, desk.today() - timedelta(back), **fields)
    return VisitId(visits.log(desk, draft).row)


def in_the_index(desk: Desk, whom: CustomerId) -> tuple[int, date | None]:
    entry = desk.index.get(whom)
    assert entry is not None
    return entry.visit_count, entry.last_visit


def counted(desk: Desk, whom: CustomerId) -> tuple[int, date | None]:
    """What the card says, which the index must say too."""
    found = customers.get(desk, whom)
    assert in_the_index(desk, whom) == (found.visit_count, found.last_visit)
    return found.visit_count, found.last_visit


def test_somebody_who_has_just_come_in_is_logged_with_all_that_was_said(desk: Desk) -> None:
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    whom = aino(desk)
    changes = visits.log_now(desk, whom, purpose=" Gym ", note="knee\nis better ", amount=1250)
    found = visits.get(desk, VisitId(changes.row))
    assert found.draft == VisitDraft(
        whom, desk.today(), desk.now(), "Gym", "knee\nis better", 1250, staff=desk.on_duty
    )
    assert (found.staff_name, found.version) == ("Anna", 1)
    assert (set(changes.kinds), set(changes.customers)) == ({Kind.VISITS}, {whom})


def test_a_visit_needs_nothing_but_the_person(desk: Desk) -> None:
    whom = aino(desk)
    found = visits.get(desk, VisitId(visits.log_now(desk, whom).row))
    assert found.draft == VisitDraft(whom, desk.today(), desk.now())
    assert found.staff_name == ""


def test_it_lies_on_the_venues_day(desk: Desk, clock: FixedClock) -> None:
    settings.change_house(desk, zone="Pacific/Kiritimati")  # where it is tomorrow already
    whom = aino(desk)
    visits.log_now(desk, whom)
    assert customers.get(desk, whom).last_visit == clock.instant.date() + timedelta(1)
    settings.change_house(desk, zone="UTC")
    with pytest.raises(Refused, match="in the future"):
        logged(desk, whom, back=-1)


def test_a_visit_of_another_day_is_logged_on_that_day(desk: Desk) -> None:
    whom = aino(desk)
    visit = logged(desk, whom, back=400, note="found in the old book", arrived=None)
    assert visits.get(desk, visit).draft.arrived is None
    assert customers.get(desk, whom).last_visit == desk.today() - timedelta(400)
    assert not visits.arrivals(desk)
    (arrival,) = visits.arrivals(desk, desk.today() - timedelta(400))
    assert (arrival.name, arrival.visit.id) == ("Aino Virtanen", visit)


def test_nobody_has_come_tomorrow(desk: Desk) -> None:
    lookup.fill(desk)
    whom = aino(desk)
    with pytest.raises(Refused, match="in the future") as new:
        logged(desk, whom, back=-1)
    visit = logged(desk, whom)
    with pytest.raises(Refused, match="in the future") as changed:
        visits.change(desk, visit, 1, day=desk.today() + timedelta(1))
    assert (new.value.field, changed.value.field) == ("day", "day")
    assert counted(desk, whom) == (1, desk.today())


@pytest.mark.parametrize("sign", [1, -1])
def test_what_was_spent_is_kept_to_the_last_hundredth(desk: Desk, sign: int) -> None:
    whom = aino(desk)
    visit = logged(desk, whom, amount=sign * LARGEST_AMOUNT)
    assert visits.get(desk, visit).draft.amount == sign * LARGEST_AMOUNT
    with pytest.raises(Refused, match="too large") as refused:
        visits.change(desk, visit, 1, amount=sign * (LARGEST_AMOUNT + 1))
    assert refused.value.field == "amount"
    assert visits.get(desk, visit).draft.amount == sign * LARGEST_AMOUNT


@pytest.mark.parametrize(("field", "longest"), [("purpose", LINE), ("note", LONG)])
def test_more_than_can_be_kept_is_refused_beside_its_field(desk: Desk, field: str, longest: int) -> None:
    whom = aino(desk)
    enough: dict[str, Any] = {field: "x" * longest}
    too_much: dict[str, Any] = {field: "x" * (longest + 1)}
    visit = logged(desk, whom, **enough)
    with pytest.raises(Refused, match="Shorten it") as changed:
        visits.change(desk, visit, 1, **too_much)
    with pytest.raises(Refused, match=str(longest)) as new:
        logged(desk, whom, **too_much)
    assert (new.value.field, changed.value.field) == (field, field)
    assert len(content(desk)["visits"]) == 1


def test_nobody_can_be_logged_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(Gone):
        visits.log_now(desk, CustomerId(4711))
    with pytest.raises(Gone):
        visits.change(desk, VisitId(4711), 1, note="")
    with pytest.raises(Gone):
        visits.get(desk, VisitId(4711))
    assert not content(desk)["visits"]


def test_counts_and_look_up_follow_every_visit(desk: Desk) -> None:
    lookup.fill(desk)
    whom, other = aino(desk), aino(desk, name="Eino Virtanen")
    today = desk.today()
    assert counted(desk, whom) == (0, None)
    first = visits.log_now(desk, whom)
    assert counted(desk, whom) == (1, today)
    old = logged(desk, whom, back=9)
    assert counted(desk, whom) == (2, today)
    visits.change(desk, VisitId(first.row), 1, day=today - timedelta(3), purpose="sauna")
    assert counted(desk, whom) == (2, today - timedelta(3))
    given = visits.change(desk, VisitId(first.row), 2, customer=other)
    assert given.customers == {whom, other}
    assert counted(desk, whom) == (1, today - timedelta(9))
    assert counted(desk, other) == (1, today - timedelta(3))
    undo(desk, given.id)
    assert counted(desk, whom) == (2, today - timedelta(3))
    assert counted(desk, other) == (0, None)
    with desk.store.read() as connection:
        assert connection.exec_driver_sql("SELECT version FROM visits ORDER BY id").scalars().all() == [4, 1]
    assert visits.get(desk, old).version == 1


def test_the_one_who_has_come_more_often_is_found_first(desk: Desk) -> None:
    lookup.fill(desk)
    aino(desk)
    often = aino(desk)
    visits.log_now(desk, often)
    assert next(hit.entry.id for hit in lookup.search(desk, "aino")) == often


def test_the_second_to_change_a_visit_is_told(desk: Desk, other_desk: Desk) -> None:
    visit = logged(desk, aino(desk))
    visits.change(other_desk, visit, 1, note="asked about the pool", amount=500)
    with pytest.raises(ChangedMeanwhile) as caught:
        visits.change(desk, visit, 1, note="bought a towel")
    told = {(one.field, one.old, one.new) for one in caught.value.changes}
    assert told == {("note", "", "asked about the pool"), ("amount", None, 500)}
    assert visits.get(desk, visit).draft.note == "asked about the pool"


def test_arrivals_are_listed_newest_first(desk: Desk, clock: FixedClock) -> None:
    whom, other = aino(desk, likes="tea", second_spelling="Айно"), aino(desk, name="Eino")
    untimed = logged(desk, other)
    early = VisitId(visits.log_now(desk, whom).row)
    clock.instant += timedelta(minutes=5)
    late = VisitId(visits.log_now(desk, other).row)
    found = visits.arrivals(desk)
    assert [one.visit.id for one in found] == [late, early, untimed]
    assert (found[1].name, found[1].second_spelling, found[1].likes, found[1].visit_count) == (
        "Aino Virtanen",
        "Айно",
        "tea",
        1,
    )


def test_every_day_that_anybody_came(desk: Desk) -> None:
    whom = aino(desk)
    for back in (9, 0, 0):
        logged(desk, whom, back=back)
    day = desk.today()
    assert sorted(visits.every_day(desk)) == [(whom, day - timedelta(9)), (whom, day), (whom, day)]
