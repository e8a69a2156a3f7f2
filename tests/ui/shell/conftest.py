"""A window with stand-in rooms around a real house, and whoever sits in front of it."""

import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.changes import Changes
from frontdesk.domain.customers import CustomerDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.foundation.errors import NoDatabase
from frontdesk.services import customers, settings, staff
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.kit.search_box import SearchBox
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.shell import household
from frontdesk.ui.shell.corridor import Build, RoomSpec
from frontdesk.ui.shell.window import MainWindow
from tests.support.answers import PreparedAnswers

FOUNDED = datetime(2026, 11, 1, 12, tzinfo=UTC)


class StandIn:
    """A room with a search box and a button that writes down what the window tells it."""

    def __init__(self, context: RoomContext[Desk], name: str) -> None:
        self.context, self.name = context, name
        self.widget = QWidget()
        self.search, self.button = SearchBox("Search", f"Search in {name}"), QPushButton(f"Button of {name}")
        column = QVBoxLayout(self.widget)
        column.addWidget(self.search)
        column.addWidget(self.button)
        self.errands: list[Errand | None] = []
        self.seen: list[Changes] = []
        self.done: list[str] = []
        self.begun: list[str] = []

    def enter(self, errand: Errand | None) -> None:
        self.errands.append(errand)
        if errand is not None and errand.typed:
            self.search.type_in(errand.typed)
            self.search.setFocus()
        if errand is not None and errand.subject is not None:
            self.button.setFocus()

    def focus_first(self) -> None:
        self.search.setFocus()

    def refresh(self, changes: Changes) -> None:
        self.seen.append(changes)

    def unfinished(self) -> Sequence[str]:
        return self.begun

    def actions(self) -> Sequence[ActionSpec]:
        return [
            ActionSpec(f"Do it in {self.name}", lambda: self.done.append(self.name), "Ctrl+Enter"),
            ActionSpec("Not now", lambda: self.done.append("not now"), "Ctrl+D", lambda: False),
        ]


@dataclass
class Front:
    """The window as somebody at the desk uses it."""

    qtbot: QtBot
    clock: FixedClock
    file: Path
    rooms: dict[str, StandIn] = field(default_factory=dict)
    ask: PreparedAnswers = field(default_factory=PreparedAnswers)
    gate: threading.Event = field(default_factory=threading.Event)
    opened: list[tuple[str, bool]] = field(default_factory=list)
    trouble: list[Exception] = field(default_factory=list)
    window: MainWindow = field(init=False)
    desk: Desk = field(init=False, repr=False)

    def corridor(self) -> tuple[RoomSpec, ...]:
        return (
            RoomSpec("desk", lambda: "Desk", "desk", "Alt+1", self._door("desk")),
            RoomSpec("today", lambda: "Today", "today", "Alt+2", self._door("today")),
            RoomSpec("calls", lambda: "Calls", "phone", "Alt+3", self._door("calls")),
            RoomSpec(
                "settings", lambda: "Settings", "settings", "Ctrl+,", self._door("settings"), at_foot=True
            ),
        )

    def _door(self, name: str) -> Callable[[], Build]:
        def build(context: RoomContext[Desk]) -> StandIn:
            self.rooms[name] = StandIn(context, name)
            return self.rooms[name]

        return lambda: build

    def opener(self, place: str, create: bool) -> Desk:
        """Opens the house on the working thread, once the gate is open."""
        self.gate.wait(10)
        self.opened.append((place, create))
        if self.trouble:
            raise self.trouble.pop(0)
        if not create and not self.file.exists():
            raise NoDatabase("There is no house here yet.")
        self.desk = Desk.open(self.file, create=True, clock=self.clock)
        return self.desk

    def furnish(self) -> MainWindow:
        """Open the house and wait until everybody can be found."""
        with self.qtbot.waitSignal(self.window.searchable):
            self.gate.set()
            self.window.open(self.opener)
        self.rest()
        return self.window

    def rest(self) -> None:
        """Wait until no work is left."""
        self.qtbot.waitUntil(lambda: not self.window.worker.is_busy)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window, whatever has the focus."""
        QTest.keyClick(self.window.windowHandle(), key, held)

    def ctrl(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def caret(self) -> QWidget | None:
        """What has the focus."""
        return QApplication.focusWidget()

    def add(self, name: str) -> Changes:
        """Somebody is added at another place of the program."""
        changes: list[Changes] = []
        self.window.worker.run(lambda: customers.add(self.desk, CustomerDraft(name)), changes.append)
        self.qtbot.waitUntil(lambda: bool(changes))
        return changes[0]

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.clock.instant += timedelta(**span)


@pytest.fixture(scope="session")
def riverside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a house called Riverside Gym in which Anna works; made once, to be copied."""
    file = tmp_path_factory.mktemp("riverside") / "house.db"
    desk = Desk.open(file, create=True, clock=FixedClock(FOUNDED))
    settings.change_house(desk, name="Riverside Gym", zone="Europe/Helsinki")
    staff.add(desk, "Anna Koskinen")
    desk.close()
    return file


@pytest.fixture
def front(
    qtbot: QtBot, theme: Theme, worker: Worker, clock: FixedClock, riverside: Path, tmp_path: Path
) -> Front:
    """A window on the screen; its house is not open yet."""
    made = Front(qtbot, clock, Path(shutil.copy(riverside, tmp_path)))
    made.window = MainWindow(theme, worker, made.ask, corridor=made.corridor(), idle_minutes=0)
    qtbot.addWidget(made.window, before_close_func=lambda _window: made.gate.set())
    with qtbot.waitActive(made.window):
        made.window.show()
    return made


@pytest.fixture(autouse=True)
def others_are_not_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another desk writes is learned when a test says so, and not in the midst of it."""
    monkeypatch.setattr(household, "LEARN_MS", 600_000)
