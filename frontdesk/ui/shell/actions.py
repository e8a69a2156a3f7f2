"""Keys and the actions behind them: those of the window, and those of the room one is in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.room import ActionSpec


def sequences(shortcut: str) -> list[QKeySequence]:
    """What ``shortcut`` stands for on the keyboard.

    Enter is the large key and the one of the number pad; + needs no Shift where it shares a key with =.
    """
    if shortcut.endswith("++"):
        return [QKeySequence(shortcut), QKeySequence(shortcut.removesuffix("+") + "=")]
    if shortcut.endswith("Enter"):
        return [QKeySequence(shortcut.removesuffix("Enter") + "Return"), QKeySequence(shortcut)]
    return [QKeySequence(shortcut)] if shortcut else []


class ActionBook(QObject):
    """Every action that has keys; those of a room work only while one is in it."""

    def __init__(self, window: QWidget) -> None:
        """Keys work everywhere in ``window``."""
        super().__init__(window)
        self._window = window
        self._asleep = False
        self._own: list[ActionSpec] = []
        self._room: list[ActionSpec] = []
        self._keys: list[QAction] = []
        self._room_keys: list[QAction] = []

    @property
    def own(self) -> tuple[ActionSpec, ...]:
        """The window's own."""
        return tuple(self._own)

    @property
    def of_room(self) -> tuple[ActionSpec, ...]:
        """Those of the room one is in."""
        return tuple(self._room)

    def add(self, specs: Sequence[ActionSpec]) -> None:
        """Add some of the window's own."""
        self._own.extend(specs)
        self._keys.extend(self._bind(spec) for spec in specs if spec.shortcut)

    def enter_room(self, specs: Sequence[ActionSpec]) -> None:
        """One is in another room: its keys work now, and no other room's."""
        for action in self._room_keys:
            self._window.removeAction(action)
            action.deleteLater()
        self._room = list(specs)
        self._room_keys = [self._bind(spec) for spec in specs if spec.shortcut]
        self.sleep(self._asleep)

    def sleep(self, asleep: bool) -> None:
        """Let no key work, or let them work again."""
        self._asleep = asleep
        for action in self._keys + self._room_keys:
            action.setEnabled(not asleep)

    def _bind(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self._window)
        action.setShortcuts(sequences(spec.shortcut))
        action.setAutoRepeat(False)  # a key held down logs one visit
        action.triggered.connect(lambda: spec.run() if spec.enabled() else None)
        self._window.addAction(action)
        return action
