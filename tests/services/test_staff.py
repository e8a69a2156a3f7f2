"""Staff members: who works here, who worked here, and who is at the desk now."""

import pytest

from frontdesk.domain.changes import ChangedMeanwhile, Gone, Kind
from frontdesk.domain.ids import StaffId, VisitId
from frontdesk.domain.staff import StaffMember
from frontdesk.domain.text import LINE
from frontdesk.foundation.errors import Refused
from frontdesk.services import staff, visits
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino


def names(desk: Desk) -> list[str]:
    return [one.name for one in staff.everyone(desk)]


def test_everybody_who_works_here_is_listed_by_name(desk: Desk) -> None:
    for name in ("Veikko", " Anna  Maria ", "Болд"):
        staff.add(desk, name)
    assert names(desk) == ["Anna Maria", "Veikko", "Болд"]


def test_nobody_is_without_a_name(desk: Desk) -> None:
    anna = staff.add(desk, "Anna")
    assert set(anna.kinds) == {Kind.STAFF}
    for name in ("", "  ", "\x00", "x" * (LINE + 1)):
        with pytest.raises(Refused) as new:
            staff.add(desk, name)
        with pytest.raises(Refused) as changed:
            staff.change(desk, StaffId(anna.row), 1, name=name)
        assert (new.value.field, changed.value.field) == ("name", "name")
    assert staff.everyone(desk) == (StaffMember(StaffId(anna.row), "Anna"),)


def test_who_has_left_stays_where_they_are_named(desk: Desk) -> None:
    desk.on_duty = anna = StaffId(staff.add(desk, "Anna").row)
    visit = VisitId(visits.log_now(desk, aino(desk)).row)
    staff.change(desk, anna, 1, active=False)
    assert staff.everyone(desk) == (StaffMember(anna, "Anna", active=False, version=2),)
    assert visits.get(desk, visit).staff_name == "Anna"


def test_another_name_is_shown_wherever_they_are_named(desk: Desk) -> None:
    desk.on_duty = anna = StaffId(staff.add(desk, "Anna").row)
    visit = VisitId(visits.log_now(desk, aino(desk)).row)
    staff.change(desk, anna, 1, name=" Anna Laine ")
    assert visits.get(desk, visit).staff_name == "Anna Laine"
    assert today(desk).staff_name == "Anna Laine"


def test_the_second_to_change_a_name_is_told(desk: Desk, other_desk: Desk) -> None:
    anna = StaffId(staff.add(desk, "Anna").row)
    staff.change(other_desk, anna, 1, name="Anna Laine")
    with pytest.raises(ChangedMeanwhile) as caught:
        staff.change(desk, anna, 1, name="Anna Korhonen")
    assert [(one.field, one.old, one.new) for one in caught.value.changes] == [("name", "Anna", "Anna Laine")]
    assert names(desk) == ["Anna Laine"]
    with pytest.raises(Gone):
        staff.change(desk, StaffId(4711), 1, name="Bo")


def test_nobody_is_on_duty_who_was_never_here(desk: Desk) -> None:
    anna = staff.add(desk, "Anna")
    desk.on_duty = StaffId(anna.row)
    undone = undo(desk, anna.id)
    assert names(desk) == []
    assert today(desk).staff_name == ""
    assert not desk.on_duty
    undo(desk, undone.id)
    assert names(desk) == ["Anna"]


def test_whoever_has_written_something_is_not_taken_away(desk: Desk) -> None:
    anna = staff.add(desk, "Anna")
    desk.on_duty = StaffId(anna.row)
    aino(desk)
    with pytest.raises(Refused, match="Nothing was undone"):
        undo(desk, anna.id)
    assert names(desk) == ["Anna"]
    assert desk.on_duty == anna.row
