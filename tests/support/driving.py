"""The whole program as somebody uses it: a window on a house, and a person at its keyboard.

Keys go to the window, which hands them to whatever has the focus, as the system does. Nothing waits for a
time to pass: every look at the screen waits until what is looked for stands there.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.shell.entrance import Opener
from frontdesk.ui.shell.window import MainWindow
from tests.support.accessible import spoken_name
from tests.support.answers import PreparedAnswers

PATIENCE_MS = 20_000
"""How long to look for something before giving up: the machine may be busy with something else."""

UNDO_SECONDS = 600.0
"""How long undo is offered: the real twelve seconds may pass on a busy machine before the next key comes."""

MOST_TABS = 150


class Program:
    """The program on one machine: started as often as a test wants, with one look for all windows."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self._qtbot, self.theme = qtbot, theme

    def start(self, opener: Opener, place: str, *, wait: bool = True) -> "Receptionist":
        """Start it as ``frontdesk --database PLACE`` does; ``wait`` until everybody can be found."""
        ask = PreparedAnswers()
        window = MainWindow(self.theme, Worker(), ask, undo_seconds=UNDO_SECONDS, idle_minutes=0)
        # The first time it may only say what was begun and is not kept yet.
        self._qtbot.addWidget(window, before_close_func=lambda window: window.close())
        with self._qtbot.waitActive(window, timeout=PATIENCE_MS):
            window.show()
        person = Receptionist(window, ask, self._qtbot)
        if wait:
            with self._qtbot.waitSignal(window.searchable, timeout=PATIENCE_MS):
                window.open(opener, place)
            person.rests()
        else:
            window.open(opener, place)
        return person


class Receptionist:
    """Somebody at the keyboard of a window, who reads what stands on the screen."""

    def __init__(self, window: MainWindow, ask: PreparedAnswers, qtbot: QtBot) -> None:
        """``ask`` answers when the program asks for a file."""
        self.window, self.ask, self._qtbot = window, ask, qtbot

    def presses(self, *keys: str) -> None:
        """Press keys such as ``Ctrl+N``, ``Enter`` or ``Tab``, one after the other."""
        for one in keys:
            # The stubs do not know that a sequence can be indexed, nor that a letter is a key.
            combination = QKeySequence(one.replace("Enter", "Return"))[0]  # type: ignore[index]
            QTest.keyClick(self._screen(), combination.key(), combination.keyboardModifiers())

    def types(self, text: str) -> None:
        """Type a text; what no key has comes as an input method sends it."""
        for letter in text:
            if letter.isascii() and letter.isprintable():
                QTest.keyClick(self._screen(), letter)  # type: ignore[call-overload]
            else:
                self._commit(letter)

    def pastes(self, text: str) -> None:
        """Paste a text, as it comes from another program."""
        QGuiApplication.clipboard().setText(text)
        self.presses("Ctrl+V")

    def sits_down(self) -> None:
        """Turn to this window, where there are several; and back to it from a menu or another window."""
        self.window.activateWindow()
        here = self.window.windowHandle()
        self.until(lambda: QGuiApplication.focusWindow() is here, "the window never had the keyboard")

    def waits(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        self.until(condition, what)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something is so; otherwise say ``what`` and what stood on the screen."""
        try:
            self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)
        except Exception as error:
            raise AssertionError(f"{what}; on the screen:\n{self.reads()}") from error

    def rests(self) -> None:
        """Wait until no work is left."""
        self.until(lambda: not self.window.worker.is_busy, "the work never ended")

    def sees(self, *words: str) -> None:
        """Wait until all of these stand on the screen."""
        for one in words:
            self.until(lambda one=one: one in self.reads(), f"“{one}” is nowhere to be seen")  # type: ignore[misc]

    def misses(self, *words: str) -> None:
        """Wait until none of these stands on the screen."""
        for one in words:
            self.until(lambda one=one: one not in self.reads(), f"“{one}” still stands there")  # type: ignore[misc]

    def is_at(self, name: str) -> None:
        """Wait until the focus is on the control of this name; one that ends in “…” only begins so."""
        self.until(lambda: self._is_called(name), f"the focus never came to “{name}”")

    def tabs_to(self, name: str) -> None:
        """Press Tab until the focus is on the control of this name; one that ends in “…” only begins so."""
        for _ in range(MOST_TABS):
            if self._is_called(name):
                return
            self.presses("Tab")
        raise AssertionError(f"Tab never comes to “{name}”; on the screen:\n{self.reads()}")

    def fills(self, field: str, text: str) -> None:
        """Tab to a field, write over what stands in it, and go on."""
        self.tabs_to(field)
        self.presses("Ctrl+A")
        self.types(text)
        self.presses("Tab")

    def chooses(self, field: str, words: str) -> None:
        """Tab to a list of choices, and go up or down in it to these words."""
        self.tabs_to(field)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QComboBox), f"“{field}” is no list of choices"
        self.until(lambda: focus.findText(words) >= 0, f"“{words}” is not among the choices of “{field}”")
        steps = focus.findText(words) - focus.currentIndex()
        self.presses(*["Down" if steps > 0 else "Up"] * abs(steps))
        assert focus.currentText() == words, f"“{field}” stays at “{focus.currentText()}”"

    def opens(self, whom: str) -> None:
        """Look somebody up and open the card."""
        self.presses("Alt+1")
        self.is_at("Search people")
        self.types(whom)
        self.presses("Enter")
        self.sees("Log visit", "Edit")

    def quits(self) -> None:
        """Close the program."""
        self.presses("Ctrl+Q")
        self.until(lambda: not self.window.isVisible(), "the window never closed")

    def does(self, action: str) -> None:
        """Find an action in the list of all actions and carry it out."""
        self.presses("Ctrl+K")
        self.types(action)
        self.presses("Enter")

    def focus_name(self) -> str:
        """What a screen reader calls the control with the focus."""
        focus: QWidget | None = QApplication.focusWidget()
        return spoken_name(focus) if focus is not None else ""

    def reads(self) -> str:
        """Every word on the screen, of the window that is in front."""
        return "\n".join(words_on(self.front))

    def choices(self) -> list[str]:
        """What the open menu offers."""
        menu = QApplication.activePopupWidget()
        return [one.text() for one in menu.actions()] if isinstance(menu, QMenu) else []

    @property
    def front(self) -> QWidget:
        """The window that is in front: the program's own, or one that it has opened."""
        active: QWidget | None = QApplication.activeWindow()
        mine = active is not None and (active is self.window or active.parentWidget() is not None)
        return active if mine and active is not None else self.window

    def _is_called(self, name: str) -> bool:
        now = self.focus_name()
        return now == name or (name.endswith("…") and now.startswith(name.removesuffix("…")))

    def _screen(self) -> QWindow:
        """The window that the system would send a key to."""
        window: QWindow | None = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        return window

    def _commit(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(QGuiApplication.focusObject(), event)


def words_on(widget: QWidget) -> Iterator[str]:
    """The words that a widget and all that is in it show, as far as they are not hidden."""
    if not widget.isVisible():
        return
    yield from filter(None, _own_words(widget))
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from words_on(child)


def _own_words(widget: QWidget) -> list[str]:
    if isinstance(widget, RowList):
        rows = widget.rows()
        return [word for row in rows for word in (row.title, row.detail, row.badge)]
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QLineEdit):
        return [widget.text() or widget.placeholderText()]
    if isinstance(widget, QPlainTextEdit):
        return [widget.toPlainText()]
    return [widget.currentText()] if isinstance(widget, QComboBox) else []
