"""The keys, on one sheet: F1."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QHBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button, KeyCap
from frontdesk.ui.kit.card import Page, empty
from frontdesk.ui.kit.label import Label, heading, title
from frontdesk.ui.kit.measures import L, S, px
from frontdesk.ui.kit.overlay import Sheet

_WIDTH = 640
_AROUND = 220
_KEYS = 92
_SCROLLS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}

Keys = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Groups of keys: the group's heading, then pairs of keys and what they do."""


class KeysSheet(Sheet):
    """Which key does what, in groups."""

    def __init__(self, parent: QWidget, keys: Callable[[], Keys]) -> None:
        """``keys`` is asked each time it opens."""
        super().__init__(parent, tr("Keys"), _WIDTH)
        self._asks = keys
        self._page = Page(margin=0, panel=True)
        self.panel.add(title(tr("Keys")))
        self.panel.add(self._page)
        self._done = Button(tr("Close"), "Esc")
        self._done.clicked.connect(self.close_sheet)
        self._done.installEventFilter(self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._done)
        self.panel.add(foot)

    def open(self) -> None:
        """Come up with the keys that work now."""
        empty(self._page.body)
        for place, (group, keys) in enumerate(self._asks()):
            if place:
                self._page.body.addSpacing(S)
            self._page.add(heading(group))
            self._page.add(_grid(keys))
        wanted = self._page.inside.sizeHint().height() + L
        self._page.setMinimumHeight(min(wanted, self._over.height() - px(_AROUND)))
        super().open()
        self._done.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows and the page keys scroll, though the caret is on the button that closes."""
        if watched is self._done and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            action = _SCROLLS.get(Qt.Key(event.key()))
            if action is not None:
                self._page.verticalScrollBar().triggerAction(action)
                return True
        return super().eventFilter(watched, event)


def _grid(keys: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(S)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, px(_KEYS))
    for row, (shortcut, words) in enumerate(keys):
        grid.addWidget(KeyCap(shortcut), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Label(words, lines=0), row, 1)
    return grid
