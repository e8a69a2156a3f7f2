"""Framed panels, pages that scroll, and the lines between things."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.ui.kit.drawing import box, hair_line
from frontdesk.ui.kit.label import Label, heading
from frontdesk.ui.kit.measures import XL, L, M, S, colours
from frontdesk.ui.kit.reveal import reveal


class Card(QFrame):
    """A panel with a thin frame and perhaps a heading; ``body`` holds what is in it."""

    def __init__(
        self, words: str = "", *, tight: bool = False, full: bool = False, parent: QWidget | None = None
    ) -> None:
        """``tight`` leaves no margin, for a list that fills the panel; ``full`` no room beneath the body."""
        super().__init__(parent)
        outer = QVBoxLayout(self)
        margin = 1 if tight else L - 2
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(S)
        self._heading = heading(words)
        reveal(self._heading, bool(words))
        self.body = QVBoxLayout()
        self.body.setSpacing(S)
        outer.addWidget(self._heading)
        outer.addLayout(self.body)
        if not full:
            outer.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def heading(self) -> Label:
        """The words at the top."""
        return self._heading

    def add(self, part: QWidget | QLayout) -> None:
        """Put one more thing below the others."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def clear(self) -> None:
        """Take everything out of the body and let it go."""
        empty(self.body)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and frame."""
        shown = colours()
        box(QPainter(self), QRectF(self.rect()), shown.panel, shown.line)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, layouts within it too, and let the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


class Rule(QWidget):
    """A line one device pixel high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """As wide as there is room."""
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        hair_line(QPainter(self), QPointF(0, 0.5), QPointF(self.width(), 0.5), colours().line)


class Page(QScrollArea):
    """What a room shows: a column that scrolls up and down when it is higher than the window."""

    def __init__(self, margin: int = XL, *, panel: bool = False, parent: QWidget | None = None) -> None:
        """An empty page; fill ``body``. On a ``panel`` it has the panel's ground."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setObjectName("panel" if panel else "page")
        # It never scrolls sideways, so it is as wide as the window lets it be and no wider.
        self.inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self.inside)
        outer.setContentsMargins(margin, margin, margin, margin)
        self.body = QVBoxLayout()
        self.body.setSpacing(M)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setWidget(self.inside)

    def add(self, part: QWidget | QLayout) -> None:
        """Put one more thing below the others."""
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)
