"""Tests that misbehave, one for each guard; :mod:`tests.architecture.test_guards` sees each of them caught.

Not collected by itself: pytest takes a file of this name only when it is asked for. What the
guard must say stands over each test.
"""

import contextlib
import logging
import socket
import threading
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLabel, QMenu
from PySide6.QtWidgets import QFileDialog as Files  # noqa: TID251 - the guard is what is tested
from PySide6.QtWidgets import QMessageBox as Box  # noqa: TID251 - the same
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlcipher3 import dbapi2

from frontdesk.services.desk import Desk
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell.window import MainWindow
from tests.support.answers import PreparedAnswers
from tests.support.logs import ExpectLog
from tests.support.looks import looks

Test = TypeVar("Test", bound=Callable[..., None])

MUST_SAY: dict[str, str] = {}
"""What is to be held against each test, by its name."""

_KEPT: list[QLabel] = []


def must_say(what: str) -> Callable[[Test], Test]:
    """Note what the guard must say about the test below."""

    def note(test: Test) -> Test:
        MUST_SAY[test.__name__] = what
        return test

    return note


class Bell(QObject):
    """Rings from the event loop, after it has done what it was made for."""

    rang = Signal()

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act
        QTimer.singleShot(0, self._ring)

    def _ring(self) -> None:
        try:
            self._act()
        finally:
            self.rang.emit()


@must_say("A modal window opened: QDialog.exec")
def test_dialog(qtbot: QtBot) -> None:
    QDialog().exec()


@must_say("A modal window opened: QDialog.exec")
def test_dialog_of_our_own(qtbot: QtBot) -> None:
    class Ask(QDialog):
        pass

    Ask().exec()


@must_say("A modal window opened: QMessageBox.question")
def test_box(qtbot: QtBot) -> None:
    Box.question(None, "Frontdesk", "Sure?")


@must_say("A modal window opened: QDialog.exec")
def test_box_made_by_hand(qtbot: QtBot) -> None:
    Box().exec()


@must_say("A modal window opened: QFileDialog.getOpenFileName")
def test_file_dialog(qtbot: QtBot) -> None:
    Files.getOpenFileName(None, "Open")


@must_say("A modal window opened: QInputDialog.getText")
def test_input_dialog(qtbot: QtBot) -> None:
    QInputDialog.getText(None, "Name", "Name")


@must_say("A modal window opened: QPrintDialog.exec")
def test_print_dialog(qtbot: QtBot) -> None:
    QPrintDialog().exec()


@must_say("A modal window opened: QMenu.exec")
def test_menu(qtbot: QtBot) -> None:
    QMenu().exec()


@must_say("A modal window opened: QMenu.exec")
def test_menu_of_our_own(qtbot: QtBot) -> None:
    class Choice(QMenu):
        pass

    Choice("Sort by").exec()


@must_say("A modal window opened: QDialog.exec")
def test_dialog_whose_trouble_is_swallowed(qtbot: QtBot) -> None:
    with contextlib.suppress(Exception):
        QDialog().exec()


@must_say("A modal window opened: QDialog.exec")
def test_dialog_from_a_timer(qtbot: QtBot) -> None:
    bell = Bell(lambda: QDialog().exec())
    with qtbot.waitSignal(bell.rang):
        pass


@must_say("ZeroDivisionError")
def test_exception_in_a_slot(qtbot: QtBot) -> None:
    bell = Bell(lambda: 1 // 0)
    with qtbot.waitSignal(bell.rang):
        pass


@must_say("A window was left behind: QLabel “Today”")
def test_window_left_behind(qapp: object) -> None:
    _KEPT.append(QLabel())
    _KEPT[-1].setWindowTitle("Today")


@must_say("QPixmap::scaled: Pixmap is a null pixmap")
def test_qt_warning(qtbot: QtBot) -> None:
    QPixmap().scaled(1, 1)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window of the program, not shown yet."""
    with looks(qapp) as theme:
        made = MainWindow(theme, Worker(), PreparedAnswers())
        qtbot.addWidget(made)
        yield made


@must_say("The window's thread took a connection to the database")
def test_database_on_the_windows_thread(window: MainWindow, file_house: str) -> None:
    with closing(Desk.open(file_house)) as desk:
        window.show()
        with contextlib.suppress(Exception):
            desk.read_house()


@must_say("The window's thread executed SQL: SELECT 1")
def test_statement_on_the_windows_thread(window: MainWindow, file_house: str) -> None:
    with closing(Desk.open(file_house)) as desk, desk.store.read() as connection:
        window.show()
        connection.execute(text("SELECT\n 1"))


@must_say("The window's thread opened a house's file")
def test_file_opened_on_the_windows_thread(window: MainWindow) -> None:
    window.show()
    dbapi2.connect(":memory:")


@must_say("A test reached for the network: ('192.0.2.1', 80)")
def test_network() -> None:
    with socket.socket() as line:
        line.connect(("192.0.2.1", 80))


@must_say("A test reached for the network: ('example.org',)")
def test_network_whose_trouble_is_swallowed() -> None:
    with contextlib.suppress(Exception):
        urllib.request.urlopen("https://example.org")


@must_say("A test reached for the network: ('192.0.2.1', 53)")
def test_letter_over_the_network() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as line:
        line.sendto(b"hello", ("192.0.2.1", 53))


@must_say("Unexpected in the log: WARNING frontdesk: the disk is nearly full")
def test_log() -> None:
    logging.getLogger("frontdesk").warning("the disk is nearly full")


@must_say("Unexpected in the log: ERROR frontdesk: the disk is full")
def test_other_log_than_expected(expect_log: ExpectLog) -> None:
    with expect_log("nearly full"):
        logging.getLogger("frontdesk").warning("the disk is nearly full")
        logging.getLogger("frontdesk").error("the disk is full")


@must_say("Expected in the log, but missing: WARNING nearly full")
def test_expected_log_that_does_not_come(expect_log: ExpectLog) -> None:
    with expect_log("nearly full"):
        pass


@must_say("Unexpected in the log: WARNING root: from a thread")
def test_log_in_a_thread() -> None:
    thread = threading.Thread(target=lambda: logging.getLogger().warning("from a thread"))
    thread.start()
    thread.join()


@must_say("PytestUnhandledThreadExceptionWarning")
def test_exception_in_a_thread() -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()


@must_say("DeprecationWarning: old")
def test_warning() -> None:
    warnings.warn("old", DeprecationWarning, stacklevel=1)


@must_say("unclosed file")
def test_file_left_open() -> None:
    open(__file__).read()  # noqa: PTH123, SIM115 - left open on purpose


@must_say("[XPASS(strict)]")
@pytest.mark.xfail(reason="passes, which is the point")
def test_unexpected_success() -> None:
    pass
