"""Every action by its words: Ctrl+K, a few letters, Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.overlay import Sheet
from frontdesk.ui.kit.room import ActionSpec
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.rows import RowList

_WIDTH = 560
_ROWS = 9
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}


def matching(actions: Sequence[ActionSpec], typed: str) -> list[int]:
    """Places of the actions that fit: first those with each typed word at the beginning of one of theirs."""
    words = typed.casefold().split()
    first, rest = [], []
    for place, action in enumerate(actions):
        own = action.text.casefold()
        if all(any(part.startswith(word) for part in own.split()) for word in words):
            first.append(place)
        elif all(word in own for word in words):
            rest.append(place)
    return first + rest


def _is_plain_press(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.type() is QEvent.Type.KeyPress


class CommandPalette(Sheet):
    """A line to type in and the actions that fit; only those that can be done now."""

    def __init__(self, parent: QWidget, actions: Callable[[], Sequence[ActionSpec]]) -> None:
        """``actions`` is asked each time it opens."""
        super().__init__(parent, tr("All actions"), _WIDTH)
        self._asks = actions
        self._actions: list[ActionSpec] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What would you like to do?"))
        self.line.setAccessibleName(tr("What would you like to do?"))
        self.list = RowList(tr("Actions that fit"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Label(tr("Nothing here is called that."), tone=Tone.SOFT)
        for part in (self.line, self.list, self._nothing):
            self.panel.add(part)
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list.opened.connect(self._on_opened)

    def open(self) -> None:
        """Come up with every action there is."""
        self._actions = [action for action in self._asks() if action.enabled()]
        self.line.clear()
        self._on_typed("")
        super().open()
        self.line.setFocus()

    def _on_typed(self, typed: str) -> None:
        rows = [
            Row(place, self._actions[place].text, keys=self._actions[place].shortcut, big=False)
            for place in matching(self._actions, typed)
        ]
        self.list.set_rows(rows, select_first=True)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        one = max(1, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(one * min(len(rows), _ROWS))

    def _on_opened(self, place: int) -> None:
        self.close_sheet()
        self._actions[place].run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows and Enter in the line belong to the list."""
        if watched is self.line and isinstance(event, QKeyEvent) and _is_plain_press(event):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _ROWS,
                Qt.Key.Key_PageUp: -_ROWS,
            }
            if event.key() in steps:
                self.list.move(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.open_current()
                return True
        return super().eventFilter(watched, event)
