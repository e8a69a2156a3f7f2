"""The Today room on the screen: what is to be done at the left, who is here at the right."""

from collections.abc import Hashable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import px
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.rooms.today.keys import Keys
from frontdesk.ui.rooms.today.presenter import Shown
from frontdesk.ui.rooms.today.sections import AheadSection, Head, HereToday, Section

_SIDE = 380
_NARROW = 300
_WIDE_ROOM = 1000
_SURE_TO_SCROLL = 40
"""Rows that are higher than any screen."""
_LARGEST_PART = 0.36
"""Of the room's width, that the people who are here may take at most."""


class TodayPage(QWidget):
    """The room's widget.

    ``opened``, ``ticked`` and ``menu_asked`` carry a row's key, from whichever list it stands in. Only
    one list has a selected row at a time: the one that has the focus, or had it last.
    """

    opened = Signal(object)
    ticked = Signal(object)
    menu_asked = Signal(object, QPoint)
    print_asked = Signal()
    ledger_asked = Signal()

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self.to_ring = Section(tr("Ring now"))
        self.left_over = Section(tr("Left over"))
        self.today = Section(tr("Today"))
        self.promised = Section(tr("Promised"))
        self.missed = Section(tr("Missed"))
        self.ahead = AheadSection(tr("Next seven days"))
        self.here = RowList(tr("Here today"))
        self.here.setLayoutMode(RowList.LayoutMode.Batched)  # hundreds may have come
        self.print_button = Button(tr("Print the list"), "Ctrl+P", icon="print")
        self.ledger_button = Button(tr("Look back"), "Ctrl+H")
        self._summary = Label(tone=Tone.SOFT)
        self._handed_over: tuple[QWidget, Hashable] | None = None
        self._keys = Keys(
            [("Space", tr("done")), ("Enter", tr("opens the card")), ("Ctrl+T", tr("later or skip"))]
        )
        words = tr("Nobody is waiting for a word today. Look up, and greet the next one by name.")
        self._quiet = Label(words, tone=Tone.SOFT, lines=0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._side = HereToday(self.here)
        self._left = self._to_do()
        layout.addWidget(self._left, 1)
        layout.addWidget(self._side)
        self._wire()

    def _to_do(self) -> Page:
        page = Page()
        page.add(Head(tr("Today"), self._summary, self.ledger_button, self.print_button))
        for part in (self._keys, self._quiet, *self._sections(), self.ahead):
            page.add(part)
        self._keys.hide()
        self._quiet.hide()
        return page

    def _sections(self) -> tuple[Section, ...]:
        return (self.to_ring, self.left_over, self.today, self.promised, self.missed)

    def lists(self) -> tuple[RowList, ...]:
        """Every list with people in it, in reading order."""
        return (*(section.list for section in self._sections()), self.here)

    def _wire(self) -> None:
        for each in self.lists():
            each.opened.connect(self.opened)
            each.ticked.connect(self.ticked)
            each.menu_asked.connect(self.menu_asked)
            each.installEventFilter(self)
        for section in self._sections():
            section.list.left_at_top.connect(partial(self._go_on, section.list, -1))
            section.list.left_at_bottom.connect(partial(self._go_on, section.list, 1))
        self.print_button.clicked.connect(self.print_asked)
        self.ledger_button.clicked.connect(self.ledger_asked)

    def show_day(self, shown: Shown) -> None:
        """Show the day; whoever was in a list stays near the row they were at."""
        at = self._place()
        self._summary.set_text(shown.summary)
        lists = (shown.to_ring, shown.left_over, shown.today, shown.promised, shown.missed)
        self._make_room_for_bar(sum(map(len, lists)))
        for section, rows in zip(self._sections(), lists, strict=True):
            section.fill(rows)
        self.ahead.fill(shown.ahead)
        self._side.fill(shown.here)
        self._quiet.setVisible(shown.quiet)
        self._keys.setVisible(not shown.quiet)
        if not self._come_back() and at is not None:
            self._return_to(*at)

    def _make_room_for_bar(self, rows: int) -> None:
        """A bar that is sure to come takes its room at once, or all rows would be laid out twice."""
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOn if rows >= _SURE_TO_SCROLL else policy.ScrollBarAsNeeded
        self._left.setVerticalScrollBarPolicy(bar)

    def _place(self) -> tuple[RowList, int, Hashable | None] | None:
        """The list with the focus, and the row one is at."""
        found = next((each for each in self.lists() if each.hasFocus()), None)
        return None if found is None else (found, found.currentIndex().row(), found.current_key())

    def _return_to(self, before: RowList, row: int, key: Hashable | None) -> None:
        """Go on where the row is that came after one that is gone, or as near to it as anything is to do."""
        if before.current_key() is not None and before.hasFocus():
            return
        for each, at in self._onwards(before, row):
            if each.rows():
                _choose(each, max(0, min(at, len(each.rows()) - 1)))
                break
        else:
            self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        focus = self.focusWidget()
        if before is not self.here and focus in (self.here, self.print_button):
            self._handed_over = focus, key

    def _onwards(self, before: RowList, row: int) -> Iterator[tuple[RowList, int]]:
        """The lists in which to go on, each with the row to be at: first what is to do."""
        to_do = [section.list for section in self._sections()]
        place = to_do.index(before) if before in to_do else len(to_do)
        yield before, row
        yield from ((each, 0) for each in to_do[place + 1 :])
        yield from ((each, len(each.rows()) - 1) for each in reversed(to_do[:place]))
        yield self.here, 0

    def _come_back(self) -> bool:
        """Go to the last thing that was to do when it has been taken back, if one is where it left one."""
        where, key = self._handed_over or (None, None)
        if where is None or not where.hasFocus():
            return False
        for section in self._sections():
            if section.list.select(key):
                self._handed_over = None
                section.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _go_on(self, source: RowList, step: int) -> None:
        """From the edge of one list into the next one that has rows; at the ends to what stands beyond."""
        lists = [section.list for section in self._sections() if section.list.rows()]
        place = lists.index(source) + step
        if 0 <= place < len(lists):
            _choose(lists[place], 0 if step > 0 else len(lists[place].rows()) - 1)
        else:
            bar = self._left.verticalScrollBar()
            bar.setValue(bar.maximum() if step > 0 else bar.minimum())

    def current_key(self) -> Hashable | None:
        """The key of the row that is selected, if any."""
        return next((key for each in self.lists() if (key := each.current_key()) is not None), None)

    def focus_first(self) -> None:
        """The row one was at, or the first thing to do, or the button where there is none."""
        lists = [each for each in self.lists() if each.rows()]
        if not lists:
            self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        at = next((each for each in lists if each.current_key() is not None), lists[0])
        _choose(at, max(0, at.currentIndex().row()))

    def menu_place(self) -> QPoint:
        """Where a menu about the selected row belongs."""
        at = next((each for each in self.lists() if each.current_key() is not None), self.here)
        return at.viewport().mapToGlobal(at.visualRect(at.currentIndex()).center())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list that gets the focus has the selected row, and no other list."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, RowList):
            for each in self.lists():
                if each is not watched:
                    each.setCurrentIndex(QModelIndex())
            if watched.rows():
                _choose(watched, max(0, watched.currentIndex().row()))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the most room to what is to be done."""
        wanted = px(_SIDE if self.width() >= px(_WIDE_ROOM) else _NARROW)
        self._side.setFixedWidth(min(wanted, round(self.width() * _LARGEST_PART)))
        super().resizeEvent(event)


def _choose(which: RowList, row: int) -> None:
    """Select a row, and be there."""
    which.setCurrentIndex(which.model().index(row, 0))
    if not which.hasFocus():
        which.setFocus(Qt.FocusReason.OtherFocusReason)
