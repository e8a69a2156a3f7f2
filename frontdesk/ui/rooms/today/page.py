"""The Today room on the screen: what is to be done at the left, who is here at the right."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Page
from frontdesk.ui.kit.label import Label, Tone, heading, title
from frontdesk.ui.kit.measures import L, M, S, Size, px
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.rooms.today.presenter import Shown

_SIDE = 400
_NARROW = 300
_WIDE_ROOM = 1000


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

    def fill(self, rows: tuple[object, ...]) -> None:
        """Show these rows."""
        self.list.set_rows(rows)  # type: ignore[arg-type]
        self.setVisible(bool(rows))


class TodayPage(QWidget):
    """The room's widget.

    ``opened``, ``ticked`` and ``menu_asked`` carry a row's key, from whichever list it stands in.
    """

    opened = Signal(object)
    ticked = Signal(object)
    menu_asked = Signal(object, QPoint)
    print_asked = Signal()

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self.left_over = Section(tr("Left over"))
        self.today = Section(tr("Today"))
        self.promised = Section(tr("Promised"))
        self.ahead = Section(tr("Next seven days"))
        self.here = RowList(tr("Here today"), fit=True)
        self._summary = Label(tone=Tone.SOFT)
        self._quiet = Label(
            tr("Nobody is waiting for a word today. Look up, and greet the next one by name."),
            size=Size.BODY,
            tone=Tone.SOFT,
            lines=0,
        )
        self._nobody = Label(tr("Nobody has come yet today."), tone=Tone.SOFT, lines=0)
        self._build()
        self._wire()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._side = self._here_today()
        layout.addWidget(self._to_do(), 1)
        layout.addWidget(self._side)

    def _to_do(self) -> Page:
        page = Page()
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(title(tr("Today")))
        head.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignBottom)
        self._print = Button(tr("Print the list"), "Ctrl+P", icon="print")
        head.addWidget(self._print)
        page.add(head)
        for part in (self._quiet, *self.sections()):
            page.add(part)
        self._quiet.hide()
        return page

    def _here_today(self) -> QWidget:
        side = Page(L)
        side.setObjectName("side")
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        side.add(heading(tr("Here today")))
        side.add(self._nobody)
        side.add(self.here)
        return side

    def sections(self) -> tuple[Section, ...]:
        """Those of the left column, from the top."""
        return (self.left_over, self.today, self.promised, self.ahead)

    def lists(self) -> Iterator[RowList]:
        """Every list with people in it."""
        for section in (self.left_over, self.today, self.promised):
            yield section.list
        yield self.here

    def _wire(self) -> None:
        for each in self.lists():
            each.opened.connect(self.opened)
            each.ticked.connect(self.ticked)
            each.menu_asked.connect(self.menu_asked)
        self._print.clicked.connect(self.print_asked)

    def show_day(self, shown: Shown) -> None:
        """Show the day."""
        self._summary.set_text(shown.summary)
        self.left_over.fill(shown.left_over)
        self.today.fill(shown.today)
        self.promised.fill(shown.promised)
        self.ahead.fill(shown.ahead)
        self.here.set_rows(shown.here)
        self._nobody.setVisible(not shown.here)
        self.here.setVisible(bool(shown.here))
        self._quiet.setVisible(shown.quiet)

    def current_key(self) -> object | None:
        """The row that has the focus, if any."""
        return next((each.current_key() for each in self.lists() if each.hasFocus()), None)

    def focus_first(self) -> None:
        """The first thing to do, or the button where there is none."""
        for each in self.lists():
            if each.rows():
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                if each.current_key() is None:
                    each.move(1)
                return
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self, at: QPoint, items: list[tuple[str, Callable[[], None]]]) -> QMenu:
        """Show a menu; it takes itself away."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, run in items:
            action = QAction(words, menu)
            action.triggered.connect(lambda _checked=False, run=run: run())
            menu.addAction(action)
        menu.popup(at)
        return menu

    def resizeEvent(self, event: object) -> None:
        """Leave the most room to what is to be done."""
        self._side.setFixedWidth(px(_SIDE if self.width() >= px(_WIDE_ROOM) else _NARROW))
        super().resizeEvent(event)  # type: ignore[arg-type]
