"""Keys of the room that a line of text would take for itself."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_OURS = ("Ctrl+E",)
"""On some systems it moves the caret to the end of the line; End does that everywhere."""


class RoomKeys(QObject):
    """Lets the room's keys through to the window."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the editor from claiming one of our keys."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        ours = QKeySequence(event.keyCombination()).toString() in _OURS
        if ours:
            event.ignore()
        return ours


def let_keys_through(editor: QWidget) -> None:
    """Leave the room's keys to the room while the caret stands in ``editor``."""
    editor.installEventFilter(RoomKeys(editor))
