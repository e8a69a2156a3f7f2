"""The ledger's page within the Today room: there and back, everything by keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import ChangeId, CustomerId
from frontdesk.domain.reminders import Fate
from frontdesk.services import ledger
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.kit.theme import Mode, Theme
from frontdesk.ui.rooms.today.ledger import presenter as brain
from frontdesk.ui.rooms.today.ledger.page import LedgerPage
from frontdesk.ui.rooms.today.room import TodayRoom, build
from tests.support.accessible import nameless
from tests.ui.rooms.today.conftest import Morning

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Key = Qt.Key
NAMES = ("Aino", "Eino", "Helmi")


class AtTheLedger:
    """Somebody in the Today room who has no mouse."""

    def __init__(self, morning: Morning, qtbot: QtBot) -> None:
        self.morning, self.qtbot, self.around = morning, qtbot, morning.around
        self.people = {name: morning.knows(name, birthday="--11-22") for name in NAMES}
        morning.desk.fill_index()
        ledger.keep_all(morning.desk)
        self.room: TodayRoom = build(self.around.context())
        self.window = self.room.widget
        qtbot.addWidget(self.window)
        self.window.resize(948, 620)
        morning.desk.listeners.clear()
        morning.desk.listen(self.room.refresh)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.goes_in()

    @property
    def page(self) -> LedgerPage:
        return self.room.ledger.page

    def goes_in(self, person: CustomerId | None = None) -> None:
        """As the window lets somebody in: with an errand the room puts the caret where it belongs."""
        errand = None if person is None else Errand(subject=person)
        self.room.enter(errand)
        if errand is None:
            self.room.focus_first()

    def looks_back(self) -> "AtTheLedger":
        self.acts("Look back: what became of it")
        return self

    def acts(self, words: str) -> None:
        [action] = [one for one in self.room.actions() if one.text == words]
        assert action.enabled()
        action.run()

    def can(self) -> set[str]:
        return {one.text for one in self.room.actions() if one.enabled()}

    def presses(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)

    def types(self, text: str) -> None:
        QTest.keyClicks(self.page.filters.name, text)

    def rows(self) -> list[str]:
        return [row.title.split(":")[0] for row in self.page.list.rows()]

    def at(self) -> str:
        """The row that is chosen."""
        place = self.page.list.currentIndex().row()
        return self.rows()[place] if place >= 0 else ""

    def focus(self) -> str:
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus else ""

    def menu(self) -> QMenu:
        [menu] = [one for one in self.page.findChildren(QMenu) if one.isVisible()]
        return menu


@pytest.fixture
def somebody(morning: Morning, qtbot: QtBot) -> Iterator[AtTheLedger]:
    """In the Today room, on a day with three birthdays."""
    made = AtTheLedger(morning, qtbot)
    yield made
    morning.desk.listeners.clear()


def test_the_caret_is_where_a_name_is_typed_and_the_first_row_is_chosen(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    assert somebody.page.isVisible()
    assert somebody.focus() == "Look for a name"
    assert (somebody.rows(), somebody.at()) == (list(NAMES), "Aino")
    somebody.presses(Key.Key_Down)
    assert somebody.at() == "Eino"


@pytest.mark.parametrize("way", ["Esc", "button", "action"])
def test_there_are_three_ways_back_to_the_day(somebody: AtTheLedger, way: str) -> None:
    somebody.looks_back()
    if way == "Esc":
        somebody.presses(Key.Key_Escape)
    elif way == "button":
        somebody.page.back.click()
    else:
        somebody.acts("Back to today")
    assert not somebody.page.isVisible()
    assert somebody.focus() == "Today"
    assert "Look back: what became of it" in somebody.can()


def test_esc_empties_what_is_typed_before_it_leads_back(somebody: AtTheLedger) -> None:
    somebody.looks_back().types("eino")
    assert somebody.rows() == ["Eino"]
    somebody.presses(Key.Key_Escape)
    assert somebody.rows() == list(NAMES)
    assert somebody.page.isVisible()
    somebody.presses(Key.Key_Escape)
    assert not somebody.page.isVisible()


def test_esc_leads_back_from_the_list_too(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    somebody.page.list.setFocus()
    somebody.presses(Key.Key_Escape)
    assert not somebody.page.isVisible()


def test_tab_goes_round_in_reading_order(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    seen = []
    for _ in range(5):
        seen.append(somebody.focus())
        somebody.presses(Key.Key_Tab)
    assert seen == [
        "Look for a name",
        "What became of it",
        "Of how many days",
        "What became of each reminder",
        "Back to today",
    ]


def test_up_from_the_first_row_is_where_a_name_is_typed(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    somebody.page.list.setFocus()
    somebody.presses(Key.Key_Up)
    assert somebody.focus() == "Look for a name"


def test_what_is_done_is_done_by_keys_alone(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    assert {"Done after all", "Done, skip or take back…"} <= somebody.can()
    assert "Take back" not in somebody.can()
    somebody.acts("Done after all")
    assert somebody.around.undos[-1][0] == "Done: Aino"
    assert (somebody.at(), somebody.page.list.rows()[0].badge) == ("Aino", "done")
    assert "Done after all" not in somebody.can()
    somebody.acts("Take back")
    assert somebody.around.undos[-1][0] == "Not done after all: Aino"
    assert somebody.page.list.rows()[0].badge == "open"


def test_the_menu_says_what_can_be_done(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    somebody.acts("Done, skip or take back…")
    menu = somebody.menu()
    assert [one.text() for one in menu.actions()] == ["Done after all", "Skip", "Open the card"]
    menu.actions()[1].trigger()
    menu.close()
    assert somebody.page.list.rows()[0].badge == "skipped"


def test_the_menu_key_asks_for_the_menu_of_the_row(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    rows = somebody.page.list
    rows.setFocus()
    at = rows.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, rows.mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), event)
    somebody.menu().actions()[0].trigger()
    somebody.menu().close()
    assert somebody.around.undos[-1][0] == "Done: Aino"


def test_whoever_leaves_the_list_leaves_the_next_one_chosen(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    somebody.page.filters.fate.set_value(Fate.OPEN)
    somebody.page.filters.fate_chosen.emit(Fate.OPEN)
    somebody.page.list.setFocus()
    somebody.presses(Key.Key_Down)
    somebody.acts("Done after all")
    assert (somebody.rows(), somebody.at()) == (["Aino", "Helmi"], "Helmi")
    somebody.acts("Done after all")
    assert somebody.at() == "Aino"
    somebody.acts("Done after all")
    assert somebody.focus() == "Look for a name"
    assert somebody.page.empty.text() == "Nothing of these days is waiting any more."


def test_enter_opens_the_card_and_coming_back_one_is_where_one_was(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    somebody.presses(Key.Key_Down, Key.Key_Return)
    assert somebody.around.errands == [("desk", Errand(subject=somebody.people["Eino"]))]
    somebody.goes_in()
    assert somebody.page.isVisible()
    assert (somebody.focus(), somebody.at()) == ("What became of each reminder", "Eino")
    somebody.goes_in()
    assert not somebody.page.isVisible(), "and the room's own key leads to the day"


def test_an_errand_leads_to_one_persons_ledger(somebody: AtTheLedger) -> None:
    somebody.goes_in(somebody.people["Eino"])
    assert somebody.page.isVisible()
    assert somebody.rows() == ["Eino"]
    assert somebody.page.figures.text() == "Eino, in the last 365 days: 1 open"
    assert somebody.page.filters.name.text() == "Eino"
    assert somebody.page.filters.days.value() == 365
    assert somebody.focus() == "Look for a name"


def test_what_is_chosen_in_the_fields_is_asked_for(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    fate, days = somebody.page.filters.fate.editor, somebody.page.filters.days.editor
    fate.setFocus()
    somebody.presses(Key.Key_Down)
    assert somebody.room.ledger.presenter.question.fate is Fate.OPEN
    days.setFocus()
    somebody.presses(Key.Key_Up)
    assert somebody.room.ledger.presenter.question.days == 7


def test_earlier_ones_are_a_button_away(somebody: AtTheLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brain, "MOST", 2)
    somebody.looks_back()
    assert somebody.page.place.text() == "1 to 2 of 3"
    somebody.page.earlier.click()
    assert (somebody.rows(), somebody.at()) == (["Helmi"], "Helmi")
    assert not somebody.page.earlier.isEnabled()
    somebody.page.later.click()
    assert (somebody.rows(), somebody.at()) == (["Aino", "Eino"], "Aino")


def test_a_ledger_that_nobody_looks_at_is_not_read(somebody: AtTheLedger) -> None:
    somebody.looks_back()
    somebody.presses(Key.Key_Escape)
    before = somebody.page.list.rows()
    somebody.room.refresh(Changes(ChangeId(""), frozenset(Kind), everybody=True))
    assert somebody.page.list.rows() is before


@pytest.mark.parametrize("width", [724, 948, 1524])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_page_is_complete_whatever_the_window(
    somebody: AtTheLedger, theme: Theme, mode: Mode, width: int
) -> None:
    theme.choose(mode)
    somebody.window.resize(width, 620)
    somebody.looks_back()
    page = somebody.page
    assert nameless(page) == []
    for part in (page.back, page.filters.name, page.filters.fate, page.filters.days):
        assert part.visibleRegion().boundingRect().size() == part.size()
    assert page.list.height() > 300
