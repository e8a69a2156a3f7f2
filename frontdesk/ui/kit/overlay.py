"""Sheets over the whole window: they keep the focus inside, and give it back when they go."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.measures import XL, colours, px

_VEIL = 200


class Overlay(QWidget):
    """Covers its parent, whatever size that has; ``closed`` follows its going."""

    closed = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        """Hidden over ``parent``; ``name`` is for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._over = parent
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open(self) -> None:
        """Come to the front."""
        if self.isVisible():
            return
        self._before = self._focus_beneath()
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def close_sheet(self) -> None:
        """Go, and give the focus back to what had it."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus()
        self.closed.emit()

    def _focus_beneath(self) -> QWidget | None:
        """What has the focus, or had it before another window took it: one that is closing, perhaps."""
        window = self.window()
        had: list[QWidget | None] = [QApplication.focusWidget(), window.focusWidget()]
        inside = [one for one in had if one is not None and window.isAncestorOf(one)]
        return next((one for one in inside if one is not self and not self.isAncestorOf(one)), None)

    def _stops(self) -> list[QWidget]:
        """Where Tab may go, in order."""
        return [one for one in self.findChildren(QWidget) if _takes_tab(one) and one.isVisibleTo(self)]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        stops = self._stops()
        if stops:
            focus = QApplication.focusWidget()
            at = stops.index(focus) if focus in stops else -1
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)


def _takes_tab(one: QWidget) -> bool:
    return one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


class Sheet(Overlay):
    """A panel in the upper middle of the window, over a veil; Esc and a click beside it close it."""

    def __init__(self, parent: QWidget, name: str, width: int) -> None:
        """``width`` in pixels at 100 % text; narrower in a narrow window."""
        super().__init__(parent, name)
        self._width = width
        self.panel = Card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(XL, XL * 2, XL, XL)
        outer.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

    def _fit(self) -> None:
        self.panel.setFixedWidth(min(px(self._width), self.width() - 2 * XL))
        self.panel.setMaximumHeight(self.height() - 3 * XL)

    def open(self) -> None:
        """Come to the front."""
        self.setGeometry(self._over.rect())
        self._fit()
        super().open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay within the window."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil."""
        veil = QColor(colours().ground)
        veil.setAlpha(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; nothing else reaches the window beneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()
