"""The counter faces the public: behind the curtain nothing can be read and no key does anything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.colours import LIGHT
from frontdesk.ui.kit.curtain import Curtain, Idleness

pytestmark = pytest.mark.usefixtures("theme")


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit(self)
        self.name = QLabel("ராமன் கிருஷ்ணமூர்த்தி", self)
        self.name.setGeometry(50, 100, 300, 40)
        self.logged = 0
        action = QAction(self)
        action.setShortcut("Ctrl+Return")
        action.triggered.connect(self._log)
        self.addAction(action)
        self.curtain = Curtain(self)

    def _log(self) -> None:
        self.logged += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitActive(made):
        made.show()
    made.line.setFocus()
    return made


def test_nothing_shines_through(window: Window) -> None:
    window.curtain.set_house("Riverside Gym")
    window.curtain.draw()
    image = window.grab(window.name.geometry()).toImage()
    seen = {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}
    assert seen == {LIGHT.ground}


def test_any_key_lifts_it_and_does_nothing_else(qtbot: QtBot, window: Window) -> None:
    window.curtain.draw()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert window.curtain.isHidden()
    assert window.line.text() == ""
    assert window.line.hasFocus()


def test_no_shortcut_works_behind_it(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.logged == 1
    window.curtain.draw()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.logged == 1


def test_shift_alone_does_not_lift_it(window: Window) -> None:
    window.curtain.draw()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert window.curtain.isVisible()


def test_tab_does_not_lead_behind_it(window: Window) -> None:
    window.curtain.draw()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert not window.line.hasFocus() or window.curtain.isHidden()


def test_other_windows_are_hidden_and_come_back(qtbot: QtBot, window: Window) -> None:
    preview = QDialog(window)
    qtbot.addWidget(preview)
    preview.open()
    window.curtain.draw()
    assert preview.isHidden()
    window.curtain.lift()
    assert preview.isVisible()
    preview.close()


def test_idleness_draws_it(qtbot: QtBot, window: Window) -> None:
    idle = Idleness(0.2 / 60, window)
    with qtbot.waitSignal(idle.passed):
        pass


def test_every_key_begins_the_wait_anew(qtbot: QtBot, window: Window) -> None:
    idle = Idleness(0.3 / 60, window)
    passed: list[bool] = []
    idle.passed.connect(lambda: passed.append(True))
    for _ in range(10):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        with qtbot.waitSignal(idle.destroyed, timeout=60, raising=False):
            pass
    assert passed == []
    idle.set_minutes(0)
    with qtbot.waitSignal(idle.passed, timeout=500, raising=False) as again:
        pass
    assert not again.signal_triggered
    assert QApplication.activeWindow() is window
