"""The house's own choices: kept as they are set, refused beside the field where they cannot stand."""

from datetime import date
from typing import Any

import pytest

from frontdesk.domain.changes import Kind
from frontdesk.domain.dates import LeapRule, PartialDate
from frontdesk.domain.house import House
from frontdesk.domain.reminders import Rule
from frontdesk.domain.text import LINE
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.services import customers, settings
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.services.undo import undo
from tests.support.houses import aino

CHOSEN: dict[str, Any] = {
    "name": "Riverside Gym",
    "desk": "Front",
    "zone": "Asia/Kolkata",
    "region": "IN",
    "language": "ta",
    "currency": "INR",
    "paper": "Letter",
    "leap": LeapRule.MARCH_1,
    "lead_days": 0,
    "belated_days": 60,
    "renewal_before": (21, 3),
    "renewal_after": (),
    "milestone_days": 14,
    "overdue_times": 1.5,
    "overdue_days": 10,
    "sleeping_times": 3.0,
    "sleeping_days": 45,
    "lost_times": 6.0,
    "lost_days": 120,
    "second_visit_days": 21,
    "winback_days": (1, 10, 30, 90),
    "returned_by": 19,
    "returned_late": 70,
    "closed": (6,),
    "holidays": (date(2026, 12, 24), date(2026, 12, 25)),
    "reasons": ("moved away", "too far"),
    "count_milestones": ("100 yoga", "50 squash"),
    "since": date(2026, 11, 22),
    "demo": False,
}


def reopened(desk: Desk, clock: FixedClock) -> House:
    """The house as a desk finds it that opens it now."""
    url = desk.store.engine.url.render_as_string(hide_password=False)
    other = Desk.open(url, clock=clock)
    other.close()
    return other.house


def test_there_is_a_choice_of_every_kind() -> None:
    assert CHOSEN.keys() == set(House.__slots__)


def test_every_choice_is_kept(desk: Desk, clock: FixedClock) -> None:
    for name, value in CHOSEN.items():
        settings.change_house(desk, **{name: value})
        assert getattr(desk.house, name) == value
    assert desk.house == House(**CHOSEN)
    assert reopened(desk, clock) == House(**CHOSEN)


def test_only_what_is_named_changes(desk: Desk, clock: FixedClock) -> None:
    changes = settings.change_house(desk, name=" Riverside\x00  Gym ")
    assert set(changes.kinds) == {Kind.SETTINGS}
    assert desk.house == House(name="Riverside Gym", since=desk.today())
    assert not settings.change_house(desk, name="Riverside Gym").kinds
    assert reopened(desk, clock) == desk.house


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("zone", "Middle/Earth", "no time zone"),
        ("zone", "", "no time zone"),
        ("zone", "../etc/passwd", "no time zone"),
        ("lead_days", -1, "Between 0 and 60"),
        ("lead_days", 61, "Between 0 and 60"),
        ("belated_days", 61, "Between 0 and 60"),
        ("milestone_days", -1, "Between 0 and 60"),
        ("renewal_before", (30, 0), "Days between 1 and 366"),
        ("renewal_before", (-7,), "Days between 1 and 366"),
        ("renewal_after", (10**9,), "Days between 1 and 366"),
        ("name", "x" * (LINE + 1), "Shorten it"),
    ],
)
def test_what_cannot_stand_is_refused_beside_its_field(
    desk: Desk, field: str, value: object, sentence: str
) -> None:
    before = desk.house
    with pytest.raises(Refused, match=sentence) as refused:
        settings.change_house(desk, desk="Front", **{field: value})
    assert refused.value.field == field
    desk.read_house()
    assert desk.house == before


def test_a_setting_that_there_is_not_is_a_fault_of_ours(desk: Desk) -> None:
    with pytest.raises(ValueError, match="shoe_size"):
        settings.change_house(desk, shoe_size=42)


def test_another_desk_goes_by_the_new_choice_at_its_next_look(desk: Desk, other_desk: Desk) -> None:
    aino(desk, birthday=PartialDate(11, 25))
    assert [one.text for one in today(other_desk).due_today] == ["birthday in 3 days (Wednesday)"]
    settings.change_house(desk, lead_days=2)
    assert not today(other_desk).due_today
    assert other_desk.house.lead_days == 2


def test_the_leap_day_is_kept_by_the_houses_choice(desk: Desk, clock: FixedClock) -> None:
    whom = aino(desk, birthday=PartialDate(2, 29, 2000))
    clock.instant = clock.instant.replace(year=2027, month=2, day=27)
    due = []
    for leap in LeapRule:
        settings.change_house(desk, leap=leap)
        due += [one.due for one in today(desk).due_today if one.rule is Rule.BIRTHDAY]
        kept = {one.rule: one.due for one in customers.card(desk, whom).reminders}
        assert kept[Rule.BIRTHDAY] == due[-1]
    assert due == [date(2027, 2, 28), date(2027, 3, 1)]


def test_a_choice_is_taken_back(desk: Desk, clock: FixedClock) -> None:
    before = desk.house
    changed = settings.change_house(desk, name="Gym", zone="Asia/Kolkata", renewal_before=(3,))
    after = desk.house
    undone = undo(desk, changed.id)
    assert desk.house == reopened(desk, clock) == before
    undo(desk, undone.id)
    assert desk.house == after
    again = settings.change_house(desk, name="Riverside Gym")
    settings.change_house(desk, name="Seaside Gym")
    with pytest.raises(Refused, match="Nothing was undone"):
        undo(desk, again.id)
    assert desk.house.name == "Seaside Gym"
