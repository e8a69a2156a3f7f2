"""The search box and the list below it, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.label import Label
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.search_box import SearchBox
from tests.support.accessible import nameless

pytestmark = pytest.mark.usefixtures("theme")
PEOPLE = [Row(key, name, monogram="A") for key, name in enumerate(["Anna", "Anneli", "Antti"], start=1)]


class Column(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.box, self.list = SearchBox("Name", "Search people"), RowList("People found")
        self.opened: list[object] = []
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.list)
        self.box.moved.connect(self.list.move)
        self.box.chosen.connect(self.list.open_current)
        self.list.left_at_top.connect(self.box.setFocus)
        self.list.opened.connect(self.opened.append)
        self.list.set_rows(PEOPLE, select_first=True)


@pytest.fixture
def column(qtbot: QtBot) -> Column:
    made = Column()
    qtbot.addWidget(made)
    made.resize(400, 500)
    with qtbot.waitActive(made):
        made.show()
    made.box.setFocus()
    return made


def test_every_letter_asks(qtbot: QtBot, column: Column) -> None:
    asked: list[str] = []
    column.box.asked.connect(asked.append)
    qtbot.keyClicks(column.box, "an")
    assert asked == ["a", "an"]


def test_arrows_move_in_the_list_and_enter_opens(qtbot: QtBot, column: Column) -> None:
    qtbot.keyClick(column.box, Qt.Key.Key_Down)
    assert column.list.current_key() == 2
    assert column.box.hasFocus()
    qtbot.keyClick(column.box, Qt.Key.Key_Return)
    assert column.opened == [2]
    qtbot.keyClick(column.box, Qt.Key.Key_Up)
    qtbot.keyClick(column.box, Qt.Key.Key_Up)
    qtbot.keyClick(column.box, Qt.Key.Key_Enter)
    assert column.opened == [2, 1]


def test_a_page_down_goes_to_the_last(qtbot: QtBot, column: Column) -> None:
    qtbot.keyClick(column.box, Qt.Key.Key_PageDown)
    assert column.list.current_key() == 3
    qtbot.keyClick(column.box, Qt.Key.Key_PageUp)
    assert column.list.current_key() == 1


def test_esc_empties_it_and_then_is_somebody_elses(qtbot: QtBot, column: Column) -> None:
    qtbot.keyClicks(column.box, "an")
    qtbot.keyClick(column.box, Qt.Key.Key_Escape)
    assert column.box.text() == ""


def test_ctrl_enter_is_not_enter(qtbot: QtBot, column: Column) -> None:
    qtbot.keyClick(column.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert column.opened == []


def test_the_count_stands_inside_without_covering_letters(column: Column) -> None:
    column.box.set_count("4 people")
    assert column.box.accessibleDescription() == "4 people"
    assert column.box.textMargins().right() > 40
    column.box.set_count("")
    assert column.box.textMargins().right() == 0


def test_letters_typed_before_are_put_at_the_end(column: Column) -> None:
    column.box.type_in("ram")
    column.box.type_in("an")
    assert column.box.text() == "raman"
    assert column.box.cursorPosition() == 5


def test_the_caret_goes_down_into_the_list_and_up_again(qtbot: QtBot, column: Column) -> None:
    qtbot.keyClick(column.box, Qt.Key.Key_Tab)
    assert column.list.hasFocus()
    qtbot.keyClick(column.list, Qt.Key.Key_Down)
    qtbot.keyClick(column.list, Qt.Key.Key_Return)
    assert column.opened == [2]
    qtbot.keyClick(column.list, Qt.Key.Key_Up)
    qtbot.keyClick(column.list, Qt.Key.Key_Up)
    assert column.box.hasFocus()


def test_screen_readers_know_both(column: Column) -> None:
    assert nameless(column) == []


def test_what_is_typed_is_seen_before_how_many_there_are(qtbot: QtBot, column: Column) -> None:
    count = column.box.findChildren(Label)[0]
    qtbot.keyClicks(column.box, "raman")
    column.box.set_count("4 people · 2 ms")
    assert count.isVisible()
    qtbot.keyClicks(column.box, " krishnamurthy of tirunelveli")
    assert not count.isVisible()
    column.box.setText("raman")
    assert count.isVisible()
