"""The Settings page: fields kept when they are left, by keyboard alone, in one column or two."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.imports import CustomerRow
from frontdesk.services import imports, settings, staff
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.field import ReadField, TextField
from frontdesk.ui.rooms.settings.room import SettingsRoom, build
from tests.support.accessible import nameless, spoken_name
from tests.support.around_room import AroundRoom

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Key = Qt.Key
Write = Callable[..., Path]


class AtTheKeyboard:
    """Somebody in the Settings room who has no mouse."""

    def __init__(self, around: AroundRoom, qtbot: QtBot) -> None:
        self.around, self.qtbot = around, qtbot
        self.room: SettingsRoom = build(around.context())
        page = self.room.widget
        assert isinstance(page, Page)
        self.page = page
        qtbot.addWidget(page)
        around.desk.listen(self.room.refresh)

    def enters(self) -> None:
        with self.qtbot.waitActive(self.page):
            self.page.show()
        self.room.enter(None)
        self.room.focus_first()

    def presses(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(self.page.windowHandle(), key)

    def writes(self, field: TextField | ReadField[object], text: str) -> None:
        """Writes into a field and leaves it with Tab."""
        line = field.editor
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        self.presses(Key.Key_Tab)

    def at(self) -> str:
        focus = QApplication.focusWidget()
        return spoken_name(focus) if focus else ""

    def waits_for(self, *names: str) -> None:
        """Waits until just these stand among the staff, the line for somebody new last."""

        def shown() -> list[str]:
            return [one.value() for one in self.room.staff.findChildren(TextField) if one.isVisible()]

        self.qtbot.waitUntil(lambda: sorted(shown()) == sorted((*names, "")))

    def does(self, words: str) -> None:
        """Carries out an action of the room, as the list of all actions does."""
        [action] = [one for one in self.room.actions() if one.text == words]
        action.run()


@pytest.fixture
def keyboard(around: AroundRoom, qtbot: QtBot) -> Iterator[AtTheKeyboard]:
    """At the keyboard, with the room entered."""
    made = AtTheKeyboard(around, qtbot)
    made.page.resize(948, 620)
    made.enters()
    yield made
    around.desk.listeners.clear()


def house_field(keyboard: AtTheKeyboard, name: str) -> ReadField[object]:
    field = keyboard.room.house.fields[name]
    assert isinstance(field, TextField | ReadField)
    return field  # type: ignore[return-value]  # both are lines of text


def test_the_houses_name_comes_first(keyboard: AtTheKeyboard, desk: Desk) -> None:
    assert keyboard.at() == "Name"
    keyboard.writes(house_field(keyboard, "name"), "Kuntosali")
    assert desk.house.name == "Kuntosali"
    assert keyboard.at() == "This desk"
    assert len(keyboard.around.undos) == 1


def test_tab_goes_the_way_one_reads_also_past_what_came_later(
    keyboard: AtTheKeyboard, table: Write, desk: Desk
) -> None:
    staff.add(desk, "Pekka")
    keyboard.around.ask.files.append(table("name,card", "Aino,1"))
    keyboard.does("Bring in customers…")
    keyboard.room.focus_first()
    seen = []
    while keyboard.at() not in seen:
        seen.append(keyboard.at())
        keyboard.presses(Key.Key_Tab)
    assert seen == [
        "Name",
        "This desk",
        "Time zone",
        "Country",
        "Language of days and dates",
        "Currency",
        "Paper",
        "Name of Anna",
        "Has left: Anna",
        "Name of Joonas",
        "Has left: Joonas",
        "Name of Pekka",
        "Has left: Pekka",
        "Name of somebody new",
        "Add",
        "Name of a new plan",
        "How long a new plan lasts",
        "Price of a new plan",
        "Add the plan",
        "Birthdays: days before",
        "Birthdays: days after",
        "Membership ends: days before",
        "Membership ended: days after",
        "Milestone ahead: days to wait",
        "Came once: days to wait at first",
        "Missed: times their own gap",
        "Missed: not before days",
        "Sleeping: times their own gap",
        "Sleeping: not before days",
        "Lost: times their own gap",
        "Lost: not before days",
        "Has left: days to each of four steps",
        "29 February, in a year without one",
        "Back up now",
        "The house in figures",
        "Customers…",
        "Visits…",
        "Columns are apart by",
        "Letters are written as",
        "Column 1: name",
        "Column 2: card",
        "The first line holds headings",
        "Try it first",
        "Bring in",
        "Closed every",
        "Closed on",
        "Milestones of your own",
        "Why people leave",
    ]


def test_tab_comes_to_somebody_new_among_the_staff(keyboard: AtTheKeyboard, desk: Desk) -> None:
    staff.add(desk, "Pekka")
    keyboard.waits_for("Anna", "Joonas", "Pekka")
    buttons = keyboard.room.staff.findChildren(Button)
    next(one for one in buttons if "Pekka" in spoken_name(one) and one.isVisible()).setFocus()
    keyboard.presses(Key.Key_Tab)
    assert keyboard.at() == "Name of somebody new"


def test_a_zone_that_is_none_is_refused_beside_the_field(keyboard: AtTheKeyboard, desk: Desk) -> None:
    zone = house_field(keyboard, "zone")
    keyboard.writes(zone, "Helsinki time")
    assert "There is no time zone of this name" in zone.error
    assert desk.house.zone == "Europe/Helsinki"
    zone.line.setText("UTC")
    zone.commit()
    assert (zone.error, desk.house.zone) == ("", "UTC")


def test_what_could_not_be_kept_stands_until_it_is_put_right(keyboard: AtTheKeyboard, desk: Desk) -> None:
    zone, name = house_field(keyboard, "zone"), house_field(keyboard, "name")
    long = "Gym" * 400
    keyboard.writes(zone, "Helsinki time")
    name.line.setText(long)
    name.commit()
    assert "1200 characters" in name.error
    settings.change_house(desk, desk="Front desk 1")
    assert (zone.line.text(), name.line.text()) == ("Helsinki time", long)
    assert zone.error
    assert name.error
    assert keyboard.room.unfinished() == ("Name", "Time zone")
    for field, text in ((zone, "UTC"), (name, "Lakeside Gym")):
        field.line.setText(text)
        field.commit()
    assert (desk.house.zone, desk.house.name) == ("UTC", "Lakeside Gym")
    assert keyboard.room.unfinished() == ()


def test_a_zone_is_offered_by_any_part_of_its_name(keyboard: AtTheKeyboard, desk: Desk) -> None:
    zone = house_field(keyboard, "zone")
    keyboard.writes(zone, "asia/kolkata")
    assert (zone.line.text(), desk.house.zone) == ("Asia/Kolkata", "Asia/Kolkata")
    completer = zone.line.completer()
    completer.setCompletionPrefix("helsin")
    assert completer.currentCompletion() == "Europe/Helsinki"


def test_days_of_reminders_are_written_in_a_row(keyboard: AtTheKeyboard, desk: Desk) -> None:
    fields = keyboard.room.reminders.fields
    before, lead = fields["renewal_before"], fields["lead_days"]
    assert isinstance(before, ReadField)
    assert isinstance(lead, ReadField)
    keyboard.writes(before, "45 14")
    assert desk.house.renewal_before == (45, 14)
    keyboard.writes(lead, "61")
    assert lead.error == "Between 0 and 60 days."
    assert desk.house.lead_days == 3


def test_a_country_is_chosen_by_its_name(keyboard: AtTheKeyboard, desk: Desk) -> None:
    country = keyboard.room.house.fields["region"]
    country.setFocus()
    QTest.keyClicks(country.editor, "India")
    keyboard.presses(Key.Key_Tab)
    assert desk.house.region == "IN"


def test_somebody_new_is_written_and_the_line_is_free_again(keyboard: AtTheKeyboard) -> None:
    line = keyboard.room.staff.new_name
    line.setFocus()
    for name in ("Marta", "Pekka"):
        QTest.keyClicks(line.editor, name)
        keyboard.presses(Key.Key_Return)
        assert line.value() == ""
        assert keyboard.at() == "Name of somebody new"
    assert keyboard.around.undos[-1][0] == "Pekka was added"


def name_of_anna(keyboard: AtTheKeyboard) -> TextField:
    fields = keyboard.page.findChildren(TextField)
    return next(one for one in fields if one.editor.accessibleName() == "Name of Anna")


def test_an_empty_name_is_refused_and_the_old_one_stands(keyboard: AtTheKeyboard) -> None:
    anna = name_of_anna(keyboard)
    anna.setFocus()
    anna.line.clear()
    keyboard.presses(Key.Key_Tab)
    assert (anna.value(), anna.error) == ("Anna", "Write a name.")
    assert keyboard.around.undos == []


def test_the_focus_stays_at_the_button_of_whoever_has_left(keyboard: AtTheKeyboard) -> None:
    buttons = keyboard.room.staff.findChildren(Button)
    next(one for one in buttons if "Anna" in spoken_name(one)).setFocus()
    keyboard.presses(Key.Key_Space)
    assert keyboard.at() == "Is back: Anna"
    assert keyboard.around.undos[-1][0] == "Anna has left"


def test_what_is_written_in_a_name_survives_a_change_of_another(keyboard: AtTheKeyboard) -> None:
    anna = name_of_anna(keyboard)
    anna.setFocus()
    keyboard.presses(Key.Key_End)
    QTest.keyClicks(anna.line, " K.")
    staff.add(keyboard.around.desk, "Pekka")
    assert [one.name for one in staff.everyone(keyboard.around.desk)] == ["Anna K.", "Joonas", "Pekka"]
    keyboard.waits_for("Anna K.", "Joonas", "Pekka")


def test_a_file_is_chosen_tried_and_brought_in_by_keys(
    keyboard: AtTheKeyboard, table: Write, desk: Desk
) -> None:
    keyboard.around.ask.files.append(table("name;birthday", "Aino;01/02/1990", "Ville;03/04/1985", ";"))
    keyboard.does("Bring in customers…")
    files = keyboard.room.files
    assert keyboard.at() == "Column 1: name"
    files.trial_button.click()
    assert files.trouble.text() == "Say how days are written in the column for “birthday”."
    keyboard.presses(Key.Key_Tab, Key.Key_Tab, Key.Key_Down)
    assert keyboard.at() == "How days are written: Column 2: birthday"
    files.trial_button.click()
    assert files.report.text().startswith("2 new")
    assert not files.trouble.isVisible()
    files.run_button.click()
    assert files.report.text() == "2 new"
    assert not files.run_button.isVisible()
    brought = keyboard.room.brought_in
    assert brought.isVisible()
    [button] = brought.buttons.values()
    button.click()
    assert keyboard.around.said == ["2 rows taken back."]
    assert brought.buttons == {}


def test_the_focus_stays_in_the_room_when_a_file_is_taken_back(keyboard: AtTheKeyboard, desk: Desk) -> None:
    def comes_in(name: str) -> None:
        row = CustomerRow(2, str(uuid4()), CustomerDraft(name))
        imports.bring_in_customers(desk, [row], file_name=f"{name}.csv")

    comes_in("First")
    comes_in("Second")
    newest = next(iter(keyboard.room.brought_in.buttons.values()))
    keyboard.qtbot.waitUntil(newest.isVisible)
    newest.setFocus()
    comes_in("Third")  # at another desk
    keyboard.qtbot.waitUntil(lambda: keyboard.at() == "Take back Second.csv")
    keyboard.presses(Key.Key_Return)
    assert keyboard.around.said == ["1 row taken back."]
    assert keyboard.at() == "Customers…", "and not on another file, which would be the next to go"


def test_days_written_in_a_way_of_their_own(keyboard: AtTheKeyboard, table: Write) -> None:
    keyboard.around.ask.files.append(table("card,date", "1,2026y11m01"))
    keyboard.does("Bring in visits…")
    files = keyboard.room.files
    row = files.rows[1]
    assert row.other.isVisible()
    row.other.set_value("%Yy%mm%d")
    files.add_people.set_value(True)
    files.run_button.click()
    assert files.report.text() == "1 new · 1 person added"


def test_every_row_that_stays_out_can_be_read(keyboard: AtTheKeyboard, table: Write) -> None:
    keyboard.around.ask.files.append(table("name,phone", *(f"A{n},12" for n in range(300)), "B,040 123"))
    keyboard.does("Bring in customers…")
    keyboard.room.files.trial_button.click()
    left_out = keyboard.room.files.left_out
    assert left_out.isVisible()
    assert len(left_out.toPlainText().splitlines()) == 300
    assert left_out.isReadOnly()


def test_a_chosen_file_comes_into_sight(keyboard: AtTheKeyboard, table: Write) -> None:
    keyboard.page.resize(948, 400)
    keyboard.around.ask.files.append(table("name", "Aino"))
    keyboard.does("Bring in customers…")
    button = keyboard.room.files.people_button
    keyboard.qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().height() == button.height())


def test_the_report_comes_into_sight_and_the_focus_stays(keyboard: AtTheKeyboard, table: Write) -> None:
    keyboard.page.resize(948, 400)
    keyboard.around.ask.files.append(table("name,card", *(f"A{n},{n}" for n in range(5)), ",7"))
    keyboard.does("Bring in customers…")
    files = keyboard.room.files
    files.trial_button.setFocus()
    keyboard.presses(Key.Key_Space)
    left_out = files.left_out
    keyboard.qtbot.waitUntil(lambda: left_out.visibleRegion().boundingRect().height() == left_out.height())
    assert keyboard.at() == "Try it first"
    assert not files.stop_button.isVisible()


def test_another_way_to_part_columns_looks_again(keyboard: AtTheKeyboard, table: Write) -> None:
    keyboard.around.ask.files.append(table("name|card", "Aino|1", name="x.txt"))
    keyboard.does("Bring in customers…")
    files = keyboard.room.files
    files.delimiter.set_value(",")
    files.delimiter.left.emit(",")
    assert len(files.rows) == 1
    files.delimiter.set_value("|")
    files.delimiter.left.emit("|")
    assert [row.chosen().field for row in files.rows] == ["name", "card"]


def test_nobody_who_closes_the_dialog_has_chosen_a_file(keyboard: AtTheKeyboard) -> None:
    keyboard.does("Bring in visits…")
    assert keyboard.around.ask.asked == ["Bring in visits"]
    assert not keyboard.room.files.run_button.isVisible()


def test_backup_and_figures(keyboard: AtTheKeyboard) -> None:
    keyboard.room.data.backup_button.click()
    assert keyboard.room.data.backup.text() == "Last backup: today, 14.00."
    keyboard.does("The house in figures")
    assert keyboard.room.data.figures.text() == "Nobody has come yet."


@pytest.mark.parametrize(("width", "beside"), [(1204, True), (948, True), (700, False)])
def test_a_narrow_window_has_one_column(keyboard: AtTheKeyboard, width: int, beside: bool) -> None:
    keyboard.page.resize(width, 620)
    house, data = keyboard.room.house, keyboard.room.data
    keyboard.qtbot.waitUntil(lambda: (data.x() > house.x()) is beside)
    assert (data.y() == house.y()) is beside
    assert keyboard.page.inside.width() <= width


def test_the_page_is_complete_for_a_screen_reader(keyboard: AtTheKeyboard, table: Write) -> None:
    keyboard.around.ask.files.append(table("name,birthday", "Aino,soon"))
    keyboard.does("Bring in customers…")
    assert nameless(keyboard.page) == []


def test_a_room_that_is_not_shown_reads_again_only_when_it_is_entered(
    keyboard: AtTheKeyboard, desk: Desk
) -> None:
    keyboard.page.hide()
    settings.change_house(desk, name="Another")
    assert house_field(keyboard, "name").value() == "Riverside Gym"
    keyboard.room.enter(None)
    assert house_field(keyboard, "name").value() == "Another"


def test_unknown_cards_are_a_question_of_visits_only(keyboard: AtTheKeyboard, table: Write) -> None:
    keyboard.around.ask.files += [table("name", "Aino"), table("card,date", "1,2026-11-01")]
    asked = []
    for words in ("Bring in customers…", "Bring in visits…"):
        keyboard.does(words)
        asked.append(keyboard.room.files.add_people.isVisible())
    assert asked == [False, True]
