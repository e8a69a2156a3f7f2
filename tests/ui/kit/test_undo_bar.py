"""Whatever was done can be taken back for twelve seconds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.undo_bar import SECONDS, UndoBar
from tests.support.accessible import nameless, spoken_name


class Window(QWidget):
    """A line to write in above the bar and one below it, and Ctrl+Z for the bar."""

    def __init__(self, seconds: float = SECONDS) -> None:
        super().__init__()
        self.undone: list[str] = []
        self.line, self.bar, self.other = QLineEdit(), UndoBar(seconds), QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.line, self.bar, self.other):
            column.addWidget(part)
        action = QAction(self)
        action.setShortcut(QKeySequence("Ctrl+Z"))
        action.triggered.connect(self.bar.undo)
        self.addAction(action)

    def offer(self, words: str) -> None:
        self.bar.offer(words, lambda: self.undone.append(words))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.line.setFocus()
    return made


def test_it_is_not_there_until_something_was_done(window: Window) -> None:
    assert window.bar.isHidden()
    assert window.bar.words == ""
    window.bar.undo()
    assert window.undone == []


def test_undo_takes_back_and_the_bar_goes(window: Window) -> None:
    window.offer("Visit logged")
    assert window.bar.isVisible()
    window.bar.undo()
    assert window.undone == ["Visit logged"]
    assert window.bar.isHidden()


@pytest.mark.parametrize("button", ["Undo", "Leave it as it is"])
@pytest.mark.parametrize("offers", [1, 2])
def test_whoever_uses_the_bar_is_back_where_they_were(window: Window, button: str, offers: int) -> None:
    for number in range(offers):
        window.offer(f"Visit {number} logged")
    [pressed] = [one for one in window.bar.findChildren(QPushButton) if spoken_name(one) == button]
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert window.line.hasFocus()


def test_somebody_elsewhere_stays_there_when_something_is_undone(window: Window) -> None:
    window.offer("Visit logged")
    window.bar.findChildren(QPushButton)[0].setFocus()
    window.other.setFocus()
    window.bar.undo()
    assert window.other.hasFocus()


def test_twelve_seconds_later_it_is_gone(window: Window) -> None:
    window.offer("Visit logged")
    window.bar.elapse(11.9)
    assert window.bar.isVisible()
    window.bar.elapse(0.2)
    assert window.bar.isHidden()
    window.bar.undo()
    assert window.undone == []


def test_time_really_passes(qtbot: QtBot) -> None:
    made = Window(seconds=0.25)
    qtbot.addWidget(made)
    made.show()
    made.offer("Visit logged")
    qtbot.waitUntil(made.bar.isHidden)


def test_the_one_before_can_still_be_taken_back(window: Window) -> None:
    window.offer("first")
    window.bar.elapse(5)
    window.offer("second")
    assert window.bar.words == "second"
    window.bar.undo()
    assert window.bar.words == "first"
    window.bar.elapse(6)
    window.bar.undo()
    assert window.undone == ["second", "first"]


def test_each_has_its_own_time(window: Window) -> None:
    window.offer("first")
    window.bar.elapse(8)
    window.offer("second")
    window.bar.elapse(5)
    window.bar.undo()
    window.bar.undo()
    assert window.undone == ["second"]


def test_time_stands_still_while_the_caret_is_on_the_bar(qtbot: QtBot) -> None:
    made = Window(seconds=0.3)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.offer("Visit logged")
    qtbot.keyClick(made.line, Qt.Key.Key_Tab)
    assert made.bar.is_paused()
    with qtbot.waitSignal(made.bar.changed, timeout=700, raising=False) as going:
        pass
    assert not going.signal_triggered
    made.line.setFocus()
    qtbot.waitUntil(made.bar.isHidden)


def test_ctrl_z_in_the_search_box_takes_the_visit_back(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.line, "ram")
    window.offer("Visit logged")
    qtbot.keyClick(window.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.undone == ["Visit logged"]
    assert window.line.text() == "ram"


def test_ctrl_z_takes_letters_back_that_were_typed_after(qtbot: QtBot, window: Window) -> None:
    window.offer("Visit logged")
    qtbot.keyClicks(window.line, "ram")
    qtbot.keyClick(window.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.undone == []
    assert window.line.text() == ""


def test_ctrl_z_belongs_to_the_line_when_nothing_was_done(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.line, "ram")
    qtbot.keyClick(window.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.line.text() == ""


def test_it_can_be_dismissed(qtbot: QtBot, window: Window) -> None:
    window.offer("Visit logged")
    assert nameless(window.bar) == []
    qtbot.keyClick(window.line, Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.bar.isHidden()
    assert window.undone == []
