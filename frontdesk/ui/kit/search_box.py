"""The search box: large, always ready, and the way into the list below it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, S, Size

_PAGE = 5
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
_PLAIN = Qt.KeyboardModifier.KeypadModifier


class SearchBox(QLineEdit):
    """A line edit that asks with every letter.

    ``asked`` carries what stands in it after each change; ``moved`` how far the selection in the list
    below should go; ``chosen`` follows Enter. Esc empties it; Esc in an empty box is left to the window.
    """

    asked = Signal(str)
    moved = Signal(int)
    chosen = Signal()

    def __init__(
        self, placeholder: str, name: str, *, large: bool = True, parent: QWidget | None = None
    ) -> None:
        """``placeholder`` stands in it while it is empty, ``name`` is for screen readers."""
        super().__init__(parent)
        self.setObjectName("search" if large else "")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self._count = Label(size=Size.SMALL, tone=Tone.SOFT, parent=self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._place_count)
        self.textChanged.connect(self.asked)

    def set_count(self, words: str) -> None:
        """Say at the right how many there are, where what is typed leaves room for it."""
        self._count.set_text(words)
        self.setAccessibleDescription(words)
        self._place_count()

    def type_in(self, text: str) -> None:
        """Put letters in at the end, as if typed; for what was typed before this box was there."""
        self.end(False)
        self.insert(text)

    def _place_count(self) -> None:
        size = self._count.sizeHint()
        room = self.width() - 2 * L - S - self.fontMetrics().horizontalAdvance(self.text())
        width = size.width() if self._count.text() and size.width() <= room else 0
        self._count.setVisible(width > 0)
        self._count.setGeometry(
            self.width() - width - L, (self.height() - size.height()) // 2, width, size.height()
        )
        margin = width + S if width else 0
        if margin != self.textMargins().right():  # setting it lays out all that the box stands in
            self.setTextMargins(0, 0, margin, 0)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window first: what was done is taken back, not the letters that led to it."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter chooses, Esc empties."""
        plain = not event.modifiers() & ~_PLAIN
        steps = _MOVES.get(Qt.Key(event.key())) if plain else None
        if steps is not None:
            self.moved.emit(steps)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right."""
        super().resizeEvent(event)
        self._place_count()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the count in its place when the text grows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_count"):
            self._place_count()
