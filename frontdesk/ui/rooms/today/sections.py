"""Parts of the Today page: a list under its heading, the coming days, the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.reports.today_ahead import ListDay
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, empty
from frontdesk.ui.kit.drawing import hair_line
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone, heading, title
from frontdesk.ui.kit.measures import XS, L, M, S, colours
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.rows import RowList


class Section(QWidget):
    """A heading and the list under it; away when the list is empty."""

    def __init__(self, words: str) -> None:
        """Empty, so not shown."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, M)
        layout.setSpacing(S)
        self.list = RowList(words, fit=True)
        card = Card(tight=True)
        card.add(self.list)
        layout.addWidget(heading(words))
        layout.addWidget(card)
        self.hide()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.list.set_rows(rows)
        self.setVisible(bool(rows))


class AheadSection(QWidget):
    """The coming days, only to be read: a line for each that has something."""

    def __init__(self, words: str) -> None:
        """Empty, so not shown."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, M)
        layout.setSpacing(S)
        self._days: tuple[ListDay, ...] = ()
        self._card = Card()
        layout.addWidget(heading(words))
        layout.addWidget(self._card)
        self.hide()

    @property
    def days(self) -> tuple[ListDay, ...]:
        """What is shown."""
        return self._days

    def fill(self, days: tuple[ListDay, ...]) -> None:
        """Show these days."""
        if days != self._days:
            self._days = days
            empty(self._card.body)
            self._card.add(_grid(days))
        self.setVisible(bool(days))


def _grid(days: Sequence[ListDay]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(S)
    grid.setColumnStretch(1, 1)
    for row, day in enumerate(days):
        grid.addWidget(Label(day.day, tone=Tone.SOFT), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label("\n".join(day.entries), lines=0), row, 1)
    return grid


class HereToday(QWidget):
    """The people who are here, in a panel of their own with its own way of scrolling."""

    def __init__(self, here: RowList) -> None:
        """Nobody has come yet."""
        super().__init__()
        self._here = here
        self._heading = heading(tr("Here today"))
        self._nobody = Label(tr("Nobody has come yet today."), tone=Tone.SOFT, lines=0)
        head = QVBoxLayout()
        head.setContentsMargins(L, L + XS, L, 0)
        head.setSpacing(M)
        head.addWidget(self._heading)
        head.addWidget(self._nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(here, 1)
        column.addStretch(0)
        here.hide()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these people."""
        self._here.set_rows(rows)
        self._here.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        words = tr("Here today")
        self._heading.set_text(f"{words} · {len(rows)}" if rows else words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel, and a line towards what is to be done."""
        shown = colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shown.panel))
        hair_line(painter, QPointF(0.5, 0), QPointF(0.5, self.height()), shown.line)


class Head(QWidget):
    """The room's title, how much there is to do and what can be done; in two lines where one is too short."""

    def __init__(self, words: str, summary: Label, *buttons: Button) -> None:
        """``summary`` and ``buttons`` are somebody else's to fill and to hear."""
        super().__init__()
        self._words, self._buttons = _in_a_row(title(words), summary), _in_a_row(*buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(M)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._buttons)

    def _fit(self) -> None:
        needed = self._words.sizeHint().width() + M + self._buttons.sizeHint().width()
        narrow = self.width() < needed
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def event(self, event: QEvent) -> bool:
        """Go over to one under the other, or back, when the words have changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one under the other, or back, when the room has changed."""
        self._fit()
        super().resizeEvent(event)


def _in_a_row(*parts: QWidget) -> QWidget:
    row = QWidget()
    flow = Flow(M, row)
    for part in parts:
        flow.addWidget(part)
    return row
