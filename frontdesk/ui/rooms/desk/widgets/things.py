"""Lists on the card of what can be opened: requests, memberships, yearly days."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.kit.badge import Badge
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.drawing import hair_line
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XS, S, Size, colours, px
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.desk.widgets.lines import Line, Lines
from frontdesk.ui.rooms.desk.widgets.panels import INSET, inset
from frontdesk.ui.rooms.desk.words.saying import dotted

_TITLE_LINES = 3
_DETAIL_LINES = 4
_BESIDE = 330
"""Pixels at 100 % text from which badge and detail stand side by side."""


class ThingLine(Line):
    """What it is, wrapped; beside it what else there is to say, below it a badge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing yet; see :meth:`fill`."""
        super().__init__(parent)
        self.key: object = None
        self._title = Label(lines=_TITLE_LINES)
        self._badge = Badge()
        self._detail = Label(size=Size.LESS, tone=Tone.SOFT, lines=_DETAIL_LINES)
        below = self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._detail, 1)
        below.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, S, INSET, S)
        column.setSpacing(XS)
        column.addWidget(self._title)
        column.addLayout(below)
        for part in (self._title, self._badge, self._detail):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fill(self, row: Row) -> None:
        """Show a row."""
        self.key = row.key
        self._title.set_text(row.title)
        loud = row.badge if row.level is not Level.NEUTRAL else ""  # a quiet badge is only words
        quiet = row.detail if loud else dotted(row.badge, row.detail)
        self._badge.set(loud, row.level)
        self._badge.setVisible(bool(loud))
        self._detail.set_text(quiet)
        self._detail.setVisible(bool(quiet))
        self.setAccessibleName(row.aloud())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The detail stands beside the badge where there is room, below it otherwise."""
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._below.setDirection(way)
        self._below.setSpacing(S if beside else XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts it from the one above."""
        super().paintEvent(event)
        if self.y() > 0 and not self.hasFocus():
            across = (QPointF(INSET, 0.5), QPointF(self.width() - INSET, 0.5))
            hair_line(QPainter(self), *across, colours().line)


class Things(QWidget):
    """A list of such lines, or a word in its place."""

    def __init__(self, nothing: str, opened: Callable[[int], None], parent: QWidget | None = None) -> None:
        """``nothing`` is said where there are none; ``opened`` gets the key of a line."""
        super().__init__(parent)
        self._opened = opened
        self._nothing = Label(nothing, tone=Tone.SOFT, lines=0)
        self.lines: Lines[ThingLine] = Lines(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset(self._nothing))
        column.addWidget(self.lines)
        self._nothing.setVisible(bool(nothing))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        for line, row in zip(self.lines.fit(len(rows)), rows, strict=True):
            line.fill(row)
        self._nothing.setVisible(not rows and bool(self._nothing.text()))
        self.lines.setVisible(bool(rows))

    def _make(self) -> ThingLine:
        line = ThingLine()
        line.clicked.connect(lambda: self._opened(int(str(line.key))))
        return line
