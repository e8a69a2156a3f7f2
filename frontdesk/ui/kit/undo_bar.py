"""For twelve seconds after everything that was done: what it was, and a way to take it back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button, IconButton
from frontdesk.ui.kit.label import Label
from frontdesk.ui.kit.measures import L, M, S, colours

SECONDS = 12.0
_TICK = 0.1


@dataclass
class _Offer:
    words: str
    undo: Callable[[], None]
    left: float


class UndoBar(QWidget):
    """The newest thing that can be undone; when it is undone or its time is over, the one before it.

    Time stands still while the bar is pointed at or has the focus. ``changed`` follows every offer
    that comes or goes. Whoever comes to the bar and uses it is back where they were.
    """

    changed = Signal()

    def __init__(self, seconds: float = SECONDS, parent: QWidget | None = None) -> None:
        """Hidden until something is offered; each offer stands for ``seconds``."""
        super().__init__(parent)
        self._seconds = seconds
        self._offers: list[_Offer] = []
        self._typed_since = False
        self._watched: QWidget | None = None
        self._came_from: QWidget | None = None
        self._words = Label(lines=2)
        self._undo = Button(tr("Undo"), "Ctrl+Z", small=True)
        self._close = IconButton("close", tr("Leave it as it is"))
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, M, S)
        row.setSpacing(M)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._undo.clicked.connect(self.undo)
        self._close.clicked.connect(self._on_closed)
        self._timer = QTimer(self)
        self._timer.setInterval(round(_TICK * 1000))
        self._timer.timeout.connect(self._on_tick)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    @property
    def words(self) -> str:
        """What stands on it; empty when nothing can be undone."""
        return self._offers[-1].words if self._offers else ""

    def offer(self, words: str, undo: Callable[[], None]) -> None:
        """Say what was done; ``undo`` takes it back."""
        self._offers.append(_Offer(words, undo, self._seconds))
        self._typed_since = False
        if len(self._offers) == 1:
            self._timer.start()
            self._watch()
        self._show_newest()

    def undo(self) -> None:
        """Take back what the bar says."""
        if self._offers:
            offer = self._offers.pop()
            self._go_back()
            self._show_newest()
            offer.undo()

    def elapse(self, seconds: float) -> None:
        """Let time pass for all offers."""
        for offer in self._offers:
            offer.left -= seconds
        newest = self._offers[-1] if self._offers else None
        self._offers = [offer for offer in self._offers if offer.left > 0]
        if not self._offers or self._offers[-1] is not newest:
            self._show_newest()
        self.update()

    def is_paused(self) -> bool:
        """Whether time stands still because somebody is about to use the bar."""
        return self.underMouse() or self._undo.hasFocus() or self._close.hasFocus()

    def _show_newest(self) -> None:
        if self._offers:
            self._words.set_text(self._offers[-1].words)
        else:
            self._timer.stop()
            self._watch()
        self.setVisible(bool(self._offers))
        self.changed.emit()

    def _watch(self) -> None:
        """Listen at whoever has the focus, for as long as something can be undone."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = QApplication.focusWidget() if self._offers else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _on_tick(self) -> None:
        if not self.is_paused():
            self.elapse(_TICK)

    def _on_closed(self) -> None:
        if self._offers:
            self._offers.pop()
            self._go_back()
            self._show_newest()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now) and not (before and self.isAncestorOf(before)):
            self._came_from = before
        self._watch()

    def _go_back(self) -> None:
        """Leave the bar before it goes, or Qt would give the focus to whatever comes after it."""
        focus, back = QApplication.focusWidget(), self._came_from
        if focus is None or not self.isAncestorOf(focus) or back is None or not isValid(back):
            return
        if back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z through to the bar from a line of text in which nothing was typed since the offer."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return not self._typed_since
            if event.type() is QEvent.Type.KeyPress and event.text().isprintable() and event.text():
                self._typed_since = True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and beneath the words how much time is left."""
        shown = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shown.brand_ground))
        left = self._offers[-1].left / self._seconds if self._offers else 0.0
        painter.fillRect(QRectF(0, self.height() - 3, self.width() * left, 3), QColor(shown.brand))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the bar undoes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.undo()
        else:
            super().keyPressEvent(event)
