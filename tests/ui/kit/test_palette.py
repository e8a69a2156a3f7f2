"""Ctrl+K: every action by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.keys_sheet import KeysSheet
from frontdesk.ui.kit.palette import CommandPalette, matching
from frontdesk.ui.kit.room import ActionSpec
from tests.support.accessible import nameless

pytestmark = pytest.mark.usefixtures("theme")


def nothing() -> None:
    """What an action does here."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    line = QLineEdit(made)
    line.setAccessibleName("search")
    with qtbot.waitActive(made):
        made.show()
    line.setFocus()
    return made


@pytest.fixture
def run(window: QWidget) -> list[str]:
    return []


@pytest.fixture
def palette(window: QWidget, run: list[str]) -> CommandPalette:
    def does(words: str) -> ActionSpec:
        return ActionSpec(words, lambda: run.append(words), "Ctrl+X", lambda: words != "Undo")

    words = ["Log visit", "Print the list", "Go to Today", "Undo"]
    return CommandPalette(window, lambda: [does(one) for one in words])


def test_beginnings_of_words_come_before_middles() -> None:
    actions = [ActionSpec(words, nothing) for words in ("Backlog", "Log visit", "Visit the log")]
    assert matching(actions, "log") == [1, 2, 0]
    assert matching(actions, "VIS lo") == [1, 2]
    assert matching(actions, "  ") == [0, 1, 2]
    assert matching(actions, "print") == []


def test_a_few_letters_and_enter(qtbot: QtBot, palette: CommandPalette, run: list[str]) -> None:
    palette.open()
    qtbot.keyClicks(palette.line, "tod")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert run == ["Go to Today"]
    assert palette.isHidden()


def test_arrows_choose(qtbot: QtBot, palette: CommandPalette, run: list[str]) -> None:
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert run == ["Print the list"]


def test_what_cannot_be_done_now_is_not_offered(qtbot: QtBot, palette: CommandPalette) -> None:
    palette.open()
    assert [row.title for row in palette.list.rows()] == ["Log visit", "Print the list", "Go to Today"]
    qtbot.keyClicks(palette.line, "undo")
    assert palette.list.rows() == ()


def test_esc_goes_back_to_where_one_was(qtbot: QtBot, window: QWidget, palette: CommandPalette) -> None:
    before = QApplication.focusWidget()
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert QApplication.focusWidget() is before


def test_tab_stays_inside(qtbot: QtBot, palette: CommandPalette) -> None:
    palette.open()
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert palette.isAncestorOf(focus)


def test_a_click_beside_closes(qtbot: QtBot, palette: CommandPalette) -> None:
    palette.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert palette.isHidden()


def test_it_covers_the_window_whatever_size_that_gets(
    qtbot: QtBot, window: QWidget, palette: CommandPalette
) -> None:
    palette.open()
    window.resize(1000, 500)
    qtbot.waitUntil(lambda: palette.size() == window.size())
    assert nameless(window) == []


def test_the_keys_are_listed_and_esc_closes(qtbot: QtBot, window: QWidget) -> None:
    sheet = KeysSheet(window, lambda: [("Everywhere", [("Ctrl+K", "lists every action"), ("F1", "keys")])])
    sheet.open()
    assert sheet.isVisible()
    assert nameless(window) == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sheet.isHidden()
    sheet.open()
    assert sheet.isVisible()


def test_a_long_list_of_keys_is_scrolled_by_keyboard(qtbot: QtBot, window: QWidget) -> None:
    sheet = KeysSheet(window, lambda: [("Everywhere", [("F1", f"does thing {n}") for n in range(40)])])
    sheet.open()
    bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    below = bar.value()
    assert below > 100
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert bar.value() < below
