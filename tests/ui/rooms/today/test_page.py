"""The Today page: everything by keyboard alone, one selected row, nothing without a name."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.services import requests
from frontdesk.ui.kit.preview import Preview
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.rooms.today.page import TodayPage
from frontdesk.ui.rooms.today.room import TodayRoom, build
from tests.support.accessible import nameless
from tests.ui.rooms.today.conftest import Morning

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Key = Qt.Key


class AtTheKeyboard:
    """Somebody in the Today room who has no mouse."""

    def __init__(self, morning: Morning, qtbot: QtBot) -> None:
        self.morning, self.qtbot = morning, qtbot
        self.around = morning.around
        self.room: TodayRoom = build(self.around.context())
        self.window = self.room.widget
        [self.page] = self.window.findChildren(TodayPage)
        qtbot.addWidget(self.window)
        morning.desk.listeners.clear()
        morning.desk.listen(self.room.refresh)

    def enters(self) -> "AtTheKeyboard":
        with self.qtbot.waitActive(self.window):
            self.window.show()
        self.room.enter(None)
        self.room.focus_first()
        return self

    def presses(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)

    def acts(self, words: str) -> None:
        """Carries out an action of the room, as the list of all actions does."""
        [action] = [one for one in self.room.actions() if one.text == words]
        assert action.enabled()
        action.run()

    def at(self) -> str:
        """The row with the focus."""
        focus = QApplication.focusWidget()
        if not isinstance(focus, RowList):
            return focus.accessibleName() if focus else ""
        return focus.rows()[focus.currentIndex().row()].title if focus.currentIndex().isValid() else ""

    def selected(self) -> list[str]:
        """Every row that is selected, in any list."""
        lists = self.page.lists()
        return [one.rows()[index.row()].title for one in lists for index in one.selectedIndexes()]

    def menu(self) -> QMenu:
        [menu] = [one for one in self.page.findChildren(QMenu) if one.isVisible()]
        return menu


@pytest.fixture
def busy(morning: Morning) -> Morning:
    """A day with two things in each part of the page."""
    for name, born in (("Left one", "--11-19"), ("Left two", "--11-20")):
        morning.knows(name, birthday=born)
    for name in ("Today one", "Today two"):
        morning.knows(name, birthday="--11-22")
    here = morning.knows("Here one")
    for hours, what in ((2, "Key"), (3, "Towel")):
        morning.asked(here, what, hours=hours)
    morning.came(here)
    morning.knows("Coming", birthday="--11-28")
    return morning


@pytest.fixture
def keyboard(busy: Morning, qtbot: QtBot) -> Iterator[AtTheKeyboard]:
    """At the keyboard on that day."""
    made = AtTheKeyboard(busy, qtbot)
    made.window.resize(948, 620)
    yield made
    busy.desk.listeners.clear()


def test_the_first_thing_to_do_has_the_focus(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    assert keyboard.at() == "Left one: birthday 3 days ago"


def test_the_arrows_go_through_all_that_is_to_do(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    down, up = [], []
    for _ in range(6):
        down.append(keyboard.at().split(":")[0].split(" for ")[0])
        keyboard.presses(Key.Key_Down)
    for _ in range(6):
        up.append(keyboard.at().split(":")[0].split(" for ")[0])
        keyboard.presses(Key.Key_Up)
    assert down == ["Left one", "Left two", "Today one", "Today two", "Key", "Towel"]
    assert up == down[::-1]


def test_tab_goes_from_list_to_list_and_to_the_button(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    seen = []
    for _ in range(6):
        seen.append(keyboard.at())
        keyboard.presses(Key.Key_Tab)
    assert seen == [
        "Left one: birthday 3 days ago",
        "Today one: birthday today",
        "Key for Here one",
        "Here one",
        "Look back",
        "Print the list",
    ]


def test_only_one_row_is_selected(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down, Key.Key_Tab)
    assert keyboard.selected() == ["Today one: birthday today"]
    keyboard.presses(Key.Key_Backtab)
    assert keyboard.selected() == ["Left one: birthday 3 days ago"]


def test_beyond_the_last_row_the_coming_days_come_into_sight(keyboard: AtTheKeyboard) -> None:
    keyboard.window.resize(948, 300)
    keyboard.enters()
    ahead = keyboard.page.ahead
    assert ahead.days[0].entries == ("Birthday: Coming",)
    keyboard.presses(*[Key.Key_Down] * 6)
    keyboard.qtbot.waitUntil(lambda: ahead.visibleRegion().boundingRect().height() == ahead.height())


def test_space_does_it_and_goes_on_to_the_next(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Space)
    assert keyboard.around.undos[-1][0] == "Done: Left one"
    assert keyboard.at() == "Left two: birthday 2 days ago"
    keyboard.presses(Key.Key_Space)
    assert keyboard.at() == "Today one: birthday today"
    assert not keyboard.page.left_over.isVisible()


def test_with_the_last_thing_done_the_focus_goes_to_who_is_here(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(*[Key.Key_Space] * 6)
    assert keyboard.at() == "Here one"
    assert len(keyboard.around.undos) == 6


def test_what_was_the_last_to_do_has_the_focus_again_when_it_is_taken_back(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(*[Key.Key_Space] * 6)
    keyboard.morning.undoes()
    assert keyboard.at() == "Towel for Here one"
    keyboard.acts("Later or skip…")
    keyboard.menu().close()
    keyboard.morning.undoes()
    assert keyboard.at() == "Towel for Here one", "and it stays where it is"


def test_with_nobody_here_it_has_the_focus_again_too(morning: Morning, qtbot: QtBot) -> None:
    morning.knows("Raman", birthday="--11-22")
    keyboard = AtTheKeyboard(morning, qtbot).enters()
    keyboard.presses(Key.Key_Space)
    assert keyboard.at() == "Print the list"
    morning.undoes()
    assert keyboard.at() == "Raman: birthday today"
    morning.desk.listeners.clear()


def test_what_is_taken_back_does_not_call_away_who_has_gone_elsewhere(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(*[Key.Key_Space] * 6, Key.Key_Tab)
    keyboard.morning.undoes()
    assert keyboard.at() == "Look back"


def test_the_last_list_that_is_done_gives_over_to_what_is_to_do_above(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Tab, Key.Key_Tab, Key.Key_Space, Key.Key_Space)
    assert keyboard.at() == "Today two: birthday today"
    keyboard.morning.undoes()
    assert keyboard.at() == "Today two: birthday today"


def test_the_row_that_was_ticked_last_of_a_list_gives_over_to_the_one_above(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down, Key.Key_Space)
    assert keyboard.at() == "Left one: birthday 3 days ago"


def test_enter_opens_the_card(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    [(room, errand)] = keyboard.around.errands
    person = requests.due(keyboard.morning.desk, keyboard.morning.clock.now() + timedelta(days=1))[0]
    assert (room, errand) == ("desk", Errand(subject=person.draft.customer))


def test_a_click_on_the_box_does_it_and_one_on_the_words_opens(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    rows = keyboard.page.left_over.list
    rect = rows.visualRect(rows.model().index(0, 0))
    box = QPoint(20, rect.center().y())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert keyboard.around.undos[-1][0] == "Done: Left one"
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.currentIndex()).center()
    )
    assert len(keyboard.around.errands) == 1


def test_later_and_skip_are_in_the_menu(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Later or skip…")
    menu = keyboard.menu()
    words = [action.text() for action in menu.actions()]
    assert words == [
        "Done",
        "Write a note…",
        "Later: tomorrow",
        "Later: in 3 days (Wednesday)",
        "Skip",
        "Open the card",
    ]
    menu.actions()[2].trigger()
    menu.close()
    assert keyboard.around.undos[-1][0] == "Later: Left one"


def test_a_note_is_written_for_the_reminder_one_is_at(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Write a note…")
    [(room, errand)] = keyboard.around.errands
    assert errand
    assert (room, errand.about[0]) == ("notes", "birthday")  # type: ignore[index]
    keyboard.presses(Key.Key_Tab, Key.Key_Tab)
    assert "Write a note…" not in [one.text for one in keyboard.room.actions() if one.enabled()]


def test_the_menu_of_a_promise_offers_no_later(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Tab, Key.Key_Tab)
    keyboard.acts("Later or skip…")
    assert [action.text() for action in keyboard.menu().actions()] == ["Done", "Open the card"]
    keyboard.menu().close()


def test_the_menu_key_asks_for_the_menu_of_the_row(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    rows = keyboard.page.here
    rows.setFocus()
    at = rows.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, rows.mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), event)
    [action] = keyboard.menu().actions()
    action.trigger()
    keyboard.menu().close()
    assert keyboard.around.errands[0][0] == "desk"


def test_done_from_the_list_of_all_actions_is_about_the_row_one_was_at(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Tab)
    keyboard.page.print_button.setFocus()
    keyboard.acts("Done")
    assert keyboard.around.undos[-1][0] == "Done: Today one"


def test_nothing_can_be_done_about_somebody_who_is_here(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert keyboard.at() == "Here one"
    enabled = {action.text: action.enabled() for action in keyboard.room.actions()}
    assert enabled == {
        "Print the list": True,
        "Done": False,
        "Later or skip…": False,
        "Write a note…": False,
        "Take back": False,
        "Look back: what became of it": True,
        "Save as calendar…": True,
    }


def test_somebody_who_comes_meanwhile_does_not_move_the_focus(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down)
    keyboard.morning.came(keyboard.morning.knows("Aino"))
    assert keyboard.page.here.rows()[0].title == "Aino"
    assert keyboard.at() == "Left two: birthday 2 days ago"


def test_a_room_that_is_not_shown_looks_again_only_when_it_is_entered(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.window.hide()
    keyboard.morning.came(keyboard.morning.knows("Aino"))
    assert len(keyboard.page.here.rows()) == 1
    keyboard.room.enter(None)
    assert len(keyboard.page.here.rows()) == 2


def test_the_page_is_complete_for_a_screen_reader(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    assert nameless(keyboard.page) == []


@pytest.mark.parametrize("width", [724, 948, 1204])
def test_the_parts_of_the_page_are_inside_it(keyboard: AtTheKeyboard, width: int) -> None:
    keyboard.window.resize(width, 620)
    keyboard.enters()
    side = keyboard.page.here.parentWidget()
    assert isinstance(side, QWidget)
    assert side.width() <= width * 0.4
    assert (
        keyboard.page.print_button.visibleRegion().boundingRect().width()
        == keyboard.page.print_button.width()
    )


def test_a_quiet_day_says_so_and_the_button_has_the_focus(morning: Morning, qtbot: QtBot) -> None:
    keyboard = AtTheKeyboard(morning, qtbot).enters()
    assert keyboard.at() == "Print the list"
    assert not keyboard.page.here.isVisible()


def test_the_list_is_printed_as_it_stands_now(keyboard: AtTheKeyboard) -> None:
    with keyboard.qtbot.waitActive(keyboard.window):
        keyboard.window.show()
    keyboard.acts("Print the list")  # before the room has read anything
    [preview] = keyboard.page.findChildren(Preview)
    assert preview.pages.text() == "1 page"
    assert preview.paper.currentText() == "A4"
    preview.close()


def test_two_presses_on_print_open_one_preview(
    keyboard: AtTheKeyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyboard.enters()
    asked = []
    monkeypatch.setattr(keyboard.around.worker, "run", lambda *args, **options: asked.append(options))
    keyboard.acts("Print the list")
    keyboard.acts("Print the list")
    assert len(asked) == 1
    asked[0]["settled"]()
    keyboard.acts("Print the list")
    assert len(asked) == 2


def test_a_request_done_by_keys_is_closed(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    due = requests.due(keyboard.morning.desk, keyboard.morning.clock.now() + timedelta(days=1))
    assert [one.draft.asked for one in due] == ["Towel"]
