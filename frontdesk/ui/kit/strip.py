"""The strip above a room that says what went wrong or what it is time for, until somebody has read it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button, IconButton
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.icon import Icon
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, M, S, colours

_NOTICE_MS = 6000
_TONES = {
    Level.NEUTRAL: Tone.INK,
    Level.BRAND: Tone.BRAND,
    Level.AMBER: Tone.AMBER,
    Level.RED: Tone.RED,
    Level.GREEN: Tone.GREEN,
}


_ICONS = {Level.RED: "warning", Level.AMBER: "bell"}


@dataclass(frozen=True, slots=True)
class _Notice:
    """A sentence, how loud it is, and where its button leads."""

    sentence: str
    level: Level = Level.RED
    way: str = ""
    go: Callable[[], None] | None = None


class MessageStrip(QWidget):
    """Sentences for the desk, one at a time.

    Red ones, and amber ones that lead somewhere, wait for each other and stay until they are dismissed; a
    quiet one goes by itself and gives way to them.
    """

    def __init__(self, notice_ms: int = _NOTICE_MS, parent: QWidget | None = None) -> None:
        """Hidden until there is something to say; quiet notices stay for ``notice_ms``."""
        super().__init__(parent)
        self._waiting: list[_Notice] = []
        self._level = Level.NEUTRAL
        self._icon = Icon("warning", 18, Tone.RED)
        self._words = Label(lines=0, tone=Tone.RED)
        self._count = Label(tone=Tone.SOFT)
        self._way = Button(tr("Show it"), small=True)
        self._close = IconButton("close", tr("I have read it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, M, S)
        row.setSpacing(M)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._way)
        row.addWidget(self._count)
        row.addWidget(self._close)
        self._close.clicked.connect(self.dismiss)
        self._way.clicked.connect(self._on_way)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(notice_ms)
        self._timer.timeout.connect(self._on_notice_over)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence that stands now; empty when there is none."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def level(self) -> Level:
        """What the strip's colour says."""
        return self._level

    def tell(self, sentence: str) -> None:
        """Say what went wrong; the same sentence is not said twice at a time."""
        if sentence:
            self._wait(_Notice(sentence))

    def remind(self, sentence: str, way: str, go: Callable[[], None]) -> None:
        """Say what it is time for, with a button that says the ``way`` there."""
        self._wait(_Notice(sentence, Level.AMBER, way, go))

    def _wait(self, notice: "_Notice") -> None:
        if not self.stands(notice.sentence):
            self._waiting.append(notice)
            self._show_next()

    def stands(self, sentence: str) -> bool:
        """Whether something was told and not dismissed yet."""
        return any(one.sentence == sentence for one in self._waiting)

    def take_back(self, sentence: str) -> None:
        """What was told is so no more; nothing where it was not told, or has been read."""
        if self.stands(sentence):
            self._waiting = [one for one in self._waiting if one.sentence != sentence]
            self._show_next()

    def say(self, sentence: str) -> None:
        """A quiet notice; it does not cover what went wrong."""
        if not self._waiting:
            self._put(_Notice(sentence, Level.GREEN))
            self._timer.start()

    def dismiss(self) -> None:
        """It was read: show the next one, or nothing."""
        if self._waiting:
            self._waiting.pop(0)
        self._show_next()

    def _show_next(self) -> None:
        self._timer.stop()
        if self._waiting:
            self._put(self._waiting[0])
        else:
            self.hide()

    def _put(self, notice: "_Notice") -> None:
        sentence, level = notice.sentence, notice.level
        self._level = level
        if notice.way:
            self._way.set_words(notice.way)
        self._way.setVisible(bool(notice.way))
        more = len(self._waiting) - 1
        self._icon.show_icon(_ICONS.get(level, "check"), _TONES[level])
        self._words.set_text(sentence)
        self._words.set_tone(_TONES[level])
        self._count.set_text(tr("{n} more").format(n=more) if more > 0 else "")
        self.setAccessibleName(sentence)
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_way(self) -> None:
        """Go there, which is to have read it."""
        go = self._waiting[0].go
        self.dismiss()
        if go is not None:
            go()

    def _on_notice_over(self) -> None:
        if not self._waiting:
            self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().under(self._level)))
