"""Lines of a card that can be opened: one stop for Tab, arrows between them, Enter or a click opens."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.ui.kit.drawing import box
from frontdesk.ui.kit.measures import colours

_CORNER = 6


class Line(QAbstractButton):
    """One line; its parts are laid out inside it.

    ``stepped`` follows the arrows (+1 down, -1 up), ``reached`` the focus.
    """

    stepped = Signal(int)
    reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """As wide as there is room."""
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ground while it is pointed at, a frame while it has the focus."""
        shown = colours()
        whole = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            box(QPainter(self), whole, shown.ground, corner=_CORNER)
        if self.hasFocus():
            box(QPainter(self), whole, "", shown.brand, _CORNER, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrows go to another line."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif steps is not None:
            self.stepped.emit(steps)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes back to this line."""
        super().focusInEvent(event)
        self.reached.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be opened."""
        super().enterEvent(event)
        self.update()


L = TypeVar("L", bound=Line)


class Lines(QWidget, Generic[L]):
    """Lines one below the other; those that are there are filled anew, so that the focus stays."""

    def __init__(self, make: Callable[[], L], parent: QWidget | None = None) -> None:
        """``make`` makes one more line when it is needed."""
        super().__init__(parent)
        self._make = make
        self._made: list[L] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    @property
    def shown(self) -> list[L]:
        """The lines that can be seen."""
        return [line for line in self._made if not line.isHidden()]

    def fit(self, count: int) -> Sequence[L]:
        """So many lines, to be filled by who asks."""
        while len(self._made) < count:
            line = self._make()
            line.stepped.connect(partial(self._step, line))
            line.reached.connect(partial(self._come_back_to, line))
            self._made.append(line)
            self.column.addWidget(line)
        for place, line in enumerate(self._made):
            if line.isHidden() == (place < count):
                line.setVisible(place < count)
        if count and not any(line.focusPolicy() is Qt.FocusPolicy.StrongFocus for line in self._made[:count]):
            self._come_back_to(self._made[0])
        return self._made[:count]

    def put_in_place_of(self, place: int, widget: QWidget) -> None:
        """Show something else where a line was."""
        self._made[place].hide()
        if self.column.indexOf(widget) != place:
            self.column.insertWidget(place, widget)
        widget.show()

    def _step(self, line: Line, steps: int) -> None:
        shown = self.shown
        at = max(0, min(len(shown) - 1, [id(one) for one in shown].index(id(line)) + steps))
        shown[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_back_to(self, line: Line) -> None:
        for one in self._made:
            policy = Qt.FocusPolicy.StrongFocus if one is line else Qt.FocusPolicy.ClickFocus
            one.setFocusPolicy(policy)
