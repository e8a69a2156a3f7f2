"""The window: bars around the rooms, and everything that all rooms share.

It stands before the house is open, with the search box ready; what is typed by then is kept.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import ChangeId
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.asking import Ask
from frontdesk.ui.kit.curtain import IDLE_MINUTES, Idleness
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.kit.runner import Told
from frontdesk.ui.kit.strip import MessageStrip
from frontdesk.ui.kit.tasks import Worker, in_words
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.kit.undo_bar import SECONDS, UndoBar
from frontdesk.ui.shell.actions import ActionBook
from frontdesk.ui.shell.corridor import CORRIDOR, HOME, RoomSpec
from frontdesk.ui.shell.corridor_bar import CorridorBar
from frontdesk.ui.shell.entrance import Entrance, Opener
from frontdesk.ui.shell.keys import looks_actions
from frontdesk.ui.shell.leaving import Leaving
from frontdesk.ui.shell.sheets import Sheets
from frontdesk.ui.shell.stack import RoomStack
from frontdesk.ui.shell.status_bar import StatusBar
from frontdesk.ui.shell.top_bar import TopBar
from frontdesk.ui.shell.waiting import WaitingPage

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk
    from frontdesk.ui.shell.bell import Bell
    from frontdesk.ui.shell.household import Household
    from frontdesk.ui.shell.reading import Reading

_SIZE = (1280, 800)
_LEAST_SIZE = (800, 560)
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class MainWindow(QWidget):
    """The one window of the program.

    ``furnished`` comes when the first room stands, ``searchable`` when everybody can be found by name,
    ``settled`` when nothing of the start is left to be done.
    """

    furnished = Signal()
    searchable = Signal()
    settled = Signal()
    _rang = Signal(object)

    def __init__(
        self,
        theme: Theme,
        worker: Worker,
        ask: Ask,
        *,
        corridor: Sequence[RoomSpec] = CORRIDOR,
        undo_seconds: float = SECONDS,
        idle_minutes: float = IDLE_MINUTES,
    ) -> None:
        """An unfurnished window; :meth:`open` opens a house in it."""
        super().__init__()
        self.theme, self.worker, self._ask, self._rooms = theme, worker, ask, corridor
        self._desk: Desk | None = None
        self.household: Household | None = None
        self._reading: Reading | None = None
        self._bell: Bell | None = None
        self.top, self.status = TopBar(), StatusBar(worker)
        self.corridor = CorridorBar(corridor)
        self.strip, self.undo_bar = MessageStrip(), UndoBar(undo_seconds)
        self.waiting = WaitingPage()
        self.stack = RoomStack(self.waiting, corridor)
        self._leaving = Leaving(worker, self.stack, self.strip)
        first = next(spec for spec in corridor if spec.key == HOME)
        self._entrance = Entrance(worker, self.waiting, ask, first, self.furnish)
        self.book = ActionBook(self)
        self._lay_out()
        self.sheets = Sheets(self, self.book, corridor, self.stack.actions_here)
        self._idleness = Idleness(idle_minutes, self)
        self._connect()
        self.book.add(self._own_actions())
        self.setWindowTitle(tr("frontdesk"))
        self.resize(*_SIZE)
        self.setMinimumSize(*_LEAST_SIZE)
        self.waiting.search.setFocus()

    def _lay_out(self) -> None:
        rooms = QVBoxLayout()
        rooms.setSpacing(0)
        rooms.addWidget(self.strip)
        rooms.addWidget(self.stack, 1)
        rooms.addWidget(self.undo_bar)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.corridor)
        middle.addLayout(rooms, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.corridor.chosen.connect(self.go_to)
        self.top.curtain_asked.connect(self.draw_curtain)
        self.status.keys_asked.connect(self.sheets.show_keys)
        self.status.actions_asked.connect(self.sheets.show_actions)
        self._idleness.passed.connect(self.draw_curtain)
        self.worker.told.connect(self._on_told)
        self.worker.busy.connect(self._on_busy)
        self._rang.connect(self._on_rang, Qt.ConnectionType.QueuedConnection)

    def _own_actions(self) -> list[ActionSpec]:
        return [
            *(ActionSpec(one.title(), partial(self.go_to, one.key), one.shortcut) for one in self._rooms),
            ActionSpec(tr("Undo"), self.undo_bar.undo, "Ctrl+Z", lambda: bool(self.undo_bar.words)),
            ActionSpec(tr("All actions"), self.sheets.show_actions, "Ctrl+K"),
            ActionSpec(tr("Keys"), self.sheets.show_keys, "F1"),
            ActionSpec(tr("Draw the curtain"), self.draw_curtain, "Ctrl+L"),
            ActionSpec(tr("Who is on duty?"), self.top.open_staff_menu),
            *looks_actions(self.theme),
            ActionSpec(tr("Quit"), self._quit, "Ctrl+Q"),
        ]

    def open(self, opener: Opener, place: str = "") -> None:
        """Open the house at ``place`` ("" is the usual one) beside the window, then furnish it."""
        self._entrance.open(opener, place)

    def furnish(self, desk: "Desk") -> None:
        """The house is open: build its first room, hand over what was typed, begin to read all names."""
        from frontdesk.ui.shell.bell import Bell
        from frontdesk.ui.shell.household import Household
        from frontdesk.ui.shell.reading import Reading

        self._desk = desk
        context = RoomContext(
            desk, self.worker, self.theme, self._ask, self.go_to, self.offer_undo, self.tell, self.strip.say
        )
        self.stack.furnish(context)
        desk.listen(self._rang.emit)
        self.household = Household(
            desk, self.worker, self.top, self.status, self._on_new_day, self._on_changed
        )
        self._bell = Bell(desk, self.worker, self._on_ringing, self.strip.take_back)
        self.household.looked.connect(self._bell.look)
        self.household.move_in()
        self.corridor.say()
        self._name_window()
        self._reading = reading = Reading(desk, self.worker, self._rooms, self.tell, self)
        reading.waiting.connect(self.household.count_people)
        reading.named.connect(self._on_named)
        reading.ended.connect(self.settled)
        reading.begin()
        QGuiApplication.inputMethod().commit()
        typed, caret = self.waiting.search.text(), QApplication.focusWidget()
        self.go_to(HOME, Errand(typed=typed) if typed else None)
        if isinstance(caret, QLineEdit) and caret.isVisible():
            caret.setFocus()  # somebody looks for an action meanwhile
        self.furnished.emit()

    def go_to(self, key: str, errand: Errand | None = None) -> None:
        """Go into a room; with an errand the caret stays where the room puts it."""
        room = self.stack.enter(key, errand)
        if room is None:
            self.waiting.search.setFocus()
            return
        self.corridor.show_room(key)
        self.book.enter_room(room.actions())
        if errand is None:
            room.focus_first()

    def go_home(self) -> None:
        """Put the caret into the search box, from wherever one is."""
        if self.stack.current is not None and self.stack.current_key == HOME:
            self.stack.current.focus_first()
        else:
            self.go_to(HOME)

    def offer_undo(self, sentence: str, change: str) -> None:
        """For a while offer to take a change back."""
        self.undo_bar.offer(sentence, partial(self._undo, sentence, ChangeId(change)))

    def tell(self, trouble: Exception | str) -> None:
        """Say what went wrong, until it has been read."""
        self.strip.tell(trouble if isinstance(trouble, str) else in_words(trouble).sentence)

    def draw_curtain(self) -> None:
        """Cover everything; any key lifts it."""
        self.sheets.draw_curtain(self._desk.house.name if self._desk else "")

    def _quit(self) -> None:
        self.close()

    def _undo(self, sentence: str, change: ChangeId) -> None:
        from frontdesk.services import undo

        if self._desk is not None:
            work = partial(undo.undo, self._desk, change)
            said = tr("Taken back: {what}").format(what=sentence)
            self.worker.run(work, lambda _: self.strip.say(said), self.tell)

    def _name_window(self) -> None:
        """The house's name and never a person's: titles can be read in task bars and on shared screens."""
        name = self._desk.house.name if self._desk else ""
        self.setWindowTitle(tr("{house} – frontdesk").format(house=name) if name else tr("frontdesk"))

    def _on_named(self) -> None:
        if self.household is not None:
            self.household.count_people()
            self.household.learn_returning()
            self.household.keep_ledger()
        self._on_new_day()
        self.searchable.emit()

    def _on_new_day(self) -> None:
        from frontdesk.ui.shell.household import EVERYTHING

        self.stack.refresh(EVERYTHING)

    def _on_rang(self, changes: Changes) -> None:
        if self._desk is None:
            return  # the last write of a window that is closed: there is nobody left to read it again
        if self.household is not None:
            self.household.refresh(changes)
        self._name_window()
        self._on_changed(changes)

    def _on_changed(self, changes: Changes) -> None:
        """Show what has changed here or at another desk; everybody may have to be read anew."""
        self.stack.refresh(changes)
        if self._bell is not None:
            self._bell.refresh(changes)
        if self._desk is not None and self._reading is not None and not self._desk.everybody_read:
            self._reading.begin()

    def _on_ringing(self, sentence: str, call: int) -> None:
        self.strip.remind(sentence, tr("To the call"), partial(self.go_to, "calls", Errand(subject=call)))

    def _on_told(self, told: Told) -> None:
        self.strip.tell(told.sentence)

    def _on_busy(self, busy: bool) -> None:
        if self._leaving.waits and not busy:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no widget wanted: Esc goes back to the search box, and letters go into it."""
        letters = event.text().strip()
        if event.key() == Qt.Key.Key_Escape:
            self.go_home()
        elif letters and letters.isprintable() and not event.modifiers() & _COMMAND:
            self.go_home()
            focus = QApplication.focusWidget()
            if focus is not None and focus is not self:
                QApplication.sendEvent(focus, event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, finish what was begun, and only then go."""
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        if not self._leaving.may_close():
            event.ignore()
            return
        if self._reading is not None:
            self._reading.stop()
        if self.household is not None:
            self.household.stop()
        if self._desk is not None:
            self.worker.run(self._desk.close)
            self._desk = None
        self.worker.close()
        event.accept()
