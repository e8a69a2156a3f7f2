"""The house, its staff and its data: kept when a field is left, refused beside it, with a way back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import LeapRule
from frontdesk.domain.ids import ChangeId, CustomerId, ImportId, StaffId
from frontdesk.domain.imports import CustomerRow
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation import words
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import Refused
from frontdesk.insights.visiting import Visiting
from frontdesk.services import customers, imports, staff, undo, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.rooms.settings.presenter import SettingsPresenter, Shown
from tests.support.around_room import AroundRoom
from tests.support.straight import StraightRunner


class Screen:
    """What the room would show."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self.figures: list[Visiting] = []
        self.refused: dict[str, str] = {}
        self.added = self.plans_added = 0

    def show(self, shown: Shown) -> None:
        self.shown.append(shown)

    def show_figures(self, figures: Visiting) -> None:
        self.figures.append(figures)

    def refuse(self, name: str, sentence: str) -> None:
        self.refused[name] = sentence

    def show_member_added(self) -> None:
        self.added += 1

    def show_plan_added(self) -> None:
        self.plans_added += 1

    @property
    def now(self) -> Shown:
        return self.shown[-1]

    def staff(self) -> list[tuple[str, bool]]:
        return [(one.name, one.active) for one in self.now.staff]


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def room(desk: Desk, around: AroundRoom, screen: Screen) -> SettingsPresenter:
    """The room's brain, with everything read once."""
    made = SettingsPresenter(desk, around.worker, screen, around.say, around.tell, around.offer_undo)
    desk.listen(made.refresh)
    made.load()
    return made


class InLine(StraightRunner):
    """Does one thing after the other, each when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def run(self, *asked: Any, **options: Any) -> None:
        self.waiting.append(lambda: super(InLine, self).run(*asked, **options))

    def goes_on(self) -> None:
        self.waiting.pop(0)()


def member(screen: Screen, name: str) -> StaffId:
    [found] = [one.id for one in screen.now.staff if one.name == name]
    return found


def undoes(around: AroundRoom) -> None:
    undo.undo(around.desk, ChangeId(around.undos.pop()[1]))


def test_what_was_read_before_a_choice_does_not_take_it_off_the_screen(desk: Desk, screen: Screen) -> None:
    around = AroundRoom(desk, worker=InLine())
    line = around.worker
    assert isinstance(line, InLine)
    room = SettingsPresenter(desk, line, screen, around.say, around.tell, around.offer_undo)
    desk.listen(room.refresh)
    room.keep("region", "EE")
    line.goes_on()
    room.keep("region", "SE")
    while line.waiting:
        line.goes_on()
    assert {one.house.region for one in screen.shown} == {"SE"}


def test_the_room_shows_the_house_as_it_is(room: SettingsPresenter, screen: Screen, desk: Desk) -> None:
    shown = screen.now
    assert (shown.house.name, shown.house.zone) == ("Riverside Gym", "Europe/Helsinki")
    assert screen.staff() == [("Anna", True), ("Joonas", True)]
    assert str(desk.store.file) in shown.place
    assert (shown.backup, shown.imports) == (None, ())


def test_what_can_be_chosen_has_names_and_holds_what_is_chosen(
    screen: Screen, room: SettingsPresenter
) -> None:
    choices = screen.now.choices
    assert {"Europe/Helsinki", "Asia/Kolkata", "UTC"} <= choices.zones
    assert {"EUR", "INR", "MNT"} <= choices.currencies
    assert choices.countries[0] == ("", "not said")
    assert ("FI", "Finland") in choices.countries
    assert not {"ZZ", "EU", "001"} & {code for code, _ in choices.countries}
    assert ("fi", "suomi") in choices.languages


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", "Kuntosali Ääni"),
        ("zone", "Asia/Ulaanbaatar"),
        ("region", "IN"),
        ("leap", LeapRule.MARCH_1),
        ("lead_days", 0),
        ("renewal_before", (45, 10)),
        ("renewal_after", ()),
    ],
)
def test_a_setting_is_kept_and_can_be_taken_back(
    room: SettingsPresenter, screen: Screen, around: AroundRoom, name: str, value: object
) -> None:
    before = getattr(screen.now.house, name)
    room.keep(name, value)
    assert getattr(screen.now.house, name) == value
    assert screen.refused == {name: ""}
    assert around.undos[-1][0] == "A setting was changed"
    undoes(around)
    assert getattr(screen.now.house, name) == before


def test_a_setting_that_cannot_stand_is_refused_beside_its_field(
    room: SettingsPresenter, screen: Screen, around: AroundRoom
) -> None:
    room.keep("zone", "Middle/Earth")
    assert screen.refused == {"zone": "There is no time zone of this name."}
    assert (around.undos, around.told) == ([], [])
    assert screen.now.house.zone == "Europe/Helsinki"


def test_another_language_is_spoken_from_now_on(room: SettingsPresenter) -> None:
    room.keep("language", "fi")
    assert words.language() == "fi"


def test_somebody_new_works_here(room: SettingsPresenter, screen: Screen, around: AroundRoom) -> None:
    room.add_member("  முருகன்  ")
    assert ("முருகன்", True) in screen.staff()
    assert screen.added == 1
    undoes(around)
    assert len(screen.staff()) == 2


def test_somebody_without_a_name_is_refused_beside_the_field(
    room: SettingsPresenter, screen: Screen, around: AroundRoom
) -> None:
    room.add_member("   ")
    assert screen.refused == {"member": "Write a name."}
    assert (screen.added, around.undos) == (0, [])


def test_somebody_leaves_and_comes_back(room: SettingsPresenter, screen: Screen, around: AroundRoom) -> None:
    anna = member(screen, "Anna")
    room.set_active(anna, False)
    assert screen.staff() == [("Anna", False), ("Joonas", True)]
    assert around.undos[-1][0] == "Anna has left"
    room.set_active(anna, True)
    assert around.undos[-1][0] == "Anna is back"
    assert screen.staff() == [("Anna", True), ("Joonas", True)]


def test_a_name_can_be_written_otherwise(room: SettingsPresenter, screen: Screen, around: AroundRoom) -> None:
    room.rename(member(screen, "Anna"), "Anna K.")
    assert screen.staff() == [("Anna K.", True), ("Joonas", True)]
    undoes(around)
    assert screen.staff() == [("Anna", True), ("Joonas", True)]


def test_two_changes_in_a_row_do_not_stand_in_each_others_way(
    room: SettingsPresenter, screen: Screen, around: AroundRoom, desk: Desk
) -> None:
    """A name is kept on leaving its field, which is what pressing the button beside it does."""
    desk.listeners.clear()  # the second is asked for before the first has been read again
    anna = member(screen, "Anna")
    room.rename(anna, "Anna K.")
    room.set_active(anna, False)
    assert around.told == []
    assert ("Anna K.", False) in [(one.name, one.active) for one in staff.everyone(desk)]


def test_a_name_changed_at_another_desk_is_not_overwritten(
    room: SettingsPresenter, screen: Screen, around: AroundRoom, desk: Desk
) -> None:
    anna = member(screen, "Anna")
    desk.listeners.clear()
    staff.change(desk, anna, 1, name="Anna-Liisa")
    room.rename(anna, "Anna K.")
    assert around.told == ["Somebody changed this at another desk meanwhile. Nothing was overwritten."]
    assert screen.staff()[0] == ("Anna-Liisa", True)


def test_a_backup_is_written_and_its_age_shown(
    room: SettingsPresenter, screen: Screen, around: AroundRoom, clock: FixedClock
) -> None:
    room.back_up()
    assert around.said[-1].startswith("Backup written: house-20261122T120000")
    assert screen.now.backup == clock.now()


def brought_in(desk: Desk) -> ImportId:
    rows = [CustomerRow(n, str(uuid4()), CustomerDraft(f"Person {n}")) for n in (2, 3)]
    report = imports.bring_in_customers(desk, rows, file_name="list.csv")
    assert report.import_id is not None
    return report.import_id


def test_an_import_is_taken_back_whole(
    room: SettingsPresenter, screen: Screen, around: AroundRoom, desk: Desk
) -> None:
    batch = brought_in(desk)
    assert [one.file_name for one in screen.now.imports] == ["list.csv"]
    room.take_back(batch)
    assert around.said == ["2 rows taken back."]
    assert screen.now.imports[0].undone_at is not None


def test_who_has_changed_since_is_named_and_stays(
    room: SettingsPresenter, around: AroundRoom, desk: Desk
) -> None:
    batch = brought_in(desk)
    customers.change(desk, CustomerId(1), 1, likes="tea")
    room.take_back(batch)
    assert around.said == ["1 row taken back. 1 person has changed since and stays: Person 2."]


def test_an_import_cannot_be_taken_back_twice(
    room: SettingsPresenter, around: AroundRoom, desk: Desk
) -> None:
    batch = brought_in(desk)
    room.take_back(batch)
    room.take_back(batch)
    assert isinstance(around.worker.told[-1], Refused)


def test_the_house_in_figures(room: SettingsPresenter, screen: Screen, desk: Desk) -> None:
    aino = CustomerId(customers.add(desk, CustomerDraft("Aino")).row)
    for days in (0, 2, 4):
        visits.log(desk, VisitDraft(aino, date(2026, 11, 20) - timedelta(days=days)))
    room.count()
    [found] = screen.figures
    assert (found.visits, found.people, found.days_between) == (3, 1, 2)


def test_what_does_not_concern_the_settings_is_not_read_again(
    room: SettingsPresenter, screen: Screen, desk: Desk
) -> None:
    customers.add(desk, CustomerDraft("Aino"))
    assert len(screen.shown) == 1
