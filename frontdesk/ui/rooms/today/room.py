"""The Today room: who deserves a personal word, who is here, what is due."""

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.reminders import Key
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.rooms.today.ledger.side import LedgerSide
from frontdesk.ui.rooms.today.menu import show_menu
from frontdesk.ui.rooms.today.page import TodayPage
from frontdesk.ui.rooms.today.presenter import AHEAD, Shown, TodayPresenter
from frontdesk.ui.rooms.today.printing import printable
from frontdesk.ui.rooms.today.saving import CalendarSaving

if TYPE_CHECKING:
    from frontdesk.reports.printing.today import ListPrint

_MINUTE_MS = 60_000


class TodayRoom:
    """Joins the pages to their presenters: the day, and what became of what was due on others."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Build the day's page; it is filled when the room is entered. The other is built when asked for."""
        self._context = context
        self._waiting = True
        self._printing = False
        self._away = False
        self._page = TodayPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._presenter = TodayPresenter(
            context.desk,
            context.worker,
            self,
            context.offer_undo,
            context.tell,
            self._open_card,
            self._open_talk,
            self._open_call,
            self._open_note,
        )
        self._calendar = CalendarSaving(context, self._page)
        self._page.opened.connect(self._presenter.open)
        self._page.ticked.connect(self._presenter.done)
        self._page.menu_asked.connect(self._on_menu_asked)
        self._page.print_asked.connect(self.print_list)
        self._page.ledger_asked.connect(self._look_back)
        self._clock = QTimer(self._page)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        return self._stack

    @cached_property
    def ledger(self) -> LedgerSide:
        """What became of every reminder."""
        made = LedgerSide(self._context, self._open_card, self._open_talk)
        made.page.back_asked.connect(self._back_to_day)
        self._stack.addWidget(made.page)
        return made

    def enter(self, errand: Errand | None) -> None:
        """The room is shown now: the day, or somebody's ledger, or the ledger as it was left for a card."""
        came_back, self._away = self._away, False
        if errand is not None and errand.subject is not None:
            self._look_back(CustomerId(errand.subject))
        elif self._looks_back and came_back:
            self.ledger.presenter.load()
        else:
            self._stack.setCurrentWidget(self._page)
            self._presenter.load()

    def focus_first(self) -> None:
        """Put the focus on the first thing to do, or on the row one was at."""
        if self._looks_back:
            self.ledger.page.focus_row()
        else:
            self._page.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Look again at what somebody changed; a room that is not shown looks when it is entered."""
        if self._page.isVisible():
            self._presenter.refresh(changes)
        elif self._looks_back:
            self.ledger.refresh(changes)

    @property
    def _looks_back(self) -> bool:
        """Whether the ledger is the page on top."""
        return self._stack.currentWidget() is not self._page

    def _look_back(self, person: CustomerId | None = None) -> None:
        self.ledger.presenter.look(person)
        self._stack.setCurrentWidget(self.ledger.page)
        self.ledger.page.focus_first()

    def _back_to_day(self) -> None:
        self._stack.setCurrentWidget(self._page)
        self._presenter.load()
        self._page.focus_first()

    def _turn(self) -> None:
        if self._looks_back:
            self._back_to_day()
        else:
            self._look_back()

    def _open_card(self, person: CustomerId) -> None:
        self._away = self._looks_back
        self._context.go_to("desk", Errand(subject=person))

    def _open_talk(self, membership: int) -> None:
        self._away = self._looks_back
        self._context.go_to("renewals", Errand(subject=membership))

    def _open_call(self, call: int) -> None:
        self._context.go_to("calls", Errand(subject=call))

    def _open_note(self, person: CustomerId, about: Key) -> None:
        self._context.go_to("notes", Errand(subject=person, about=about))

    def _on_minute(self) -> None:
        """What is due in an hour is late in two, and another desk may have written."""
        if self._page.isVisible():
            self._presenter.load()
        elif self._looks_back and self.ledger.shown:
            self.ledger.presenter.load()

    def show(self, shown: Shown) -> None:
        """Show the day the presenter has read."""
        was_at_button = self._page.print_button.hasFocus()
        self._page.show_day(shown)
        if self._waiting and was_at_button:
            self._page.focus_first()
        self._waiting = False

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here by keys, which mean much the same on both pages."""
        back = self._looks_back
        return (
            ActionSpec(tr("Print the list"), self.print_list, "Ctrl+P", lambda: not self._looks_back),
            ActionSpec(tr("Done after all") if back else tr("Done"), self._on_done, "Ctrl+D", self._can_do),
            ActionSpec(
                tr("Done, skip or take back…") if back else tr("Later or skip…"),
                self._on_later,
                "Ctrl+T",
                self._can_choose,
            ),
            ActionSpec(tr("Write a note…"), self._on_write, "Ctrl+I", self._can_write),
            ActionSpec(tr("Take back"), self._on_take_back, "Ctrl+B", self._can_take_back),
            ActionSpec(
                tr("Back to today") if back else tr("Look back: what became of it"), self._turn, "Ctrl+H"
            ),
            ActionSpec(tr("Save as calendar…"), self._calendar.ask),
        )

    def unfinished(self) -> Sequence[str]:
        """Nothing is written here."""
        return ()

    def print_list(self) -> None:
        """Show the list, as it stands now, the way it will be printed."""
        if self._printing:
            return
        self._printing = True
        self._context.worker.run(
            partial(printable, self._context.desk, AHEAD),
            self._show_preview,
            self._context.tell,
            settled=self._on_print_settled,
            owner=self._page,
        )

    def _show_preview(self, answer: "tuple[ListPrint, str]") -> None:
        from frontdesk.ui.kit.preview import Preview

        what, paper = answer
        Preview(self._page, what, self._context.worker, self._context.ask, paper).open()

    def _on_print_settled(self) -> None:
        self._printing = False

    def _can_do(self) -> bool:
        if self._looks_back:
            return self.ledger.can_settle()
        key = self._page.current_key()
        return key is not None and self._presenter.is_waiting(key)

    def _can_write(self) -> bool:
        key = self._page.current_key()
        return not self._looks_back and key is not None and self._presenter.can_write(key)

    def _on_write(self) -> None:
        key = self._page.current_key()
        if key is not None and not self._looks_back:
            self._presenter.write(key)

    def _can_choose(self) -> bool:
        return self._can_do() or self._can_take_back()

    def _can_take_back(self) -> bool:
        return self._looks_back and self.ledger.can_take_back()

    def _on_done(self) -> None:
        key = self._page.current_key()
        if self._looks_back:
            self.ledger.settle()
        elif key is not None:
            self._presenter.done(key)

    def _on_take_back(self) -> None:
        self.ledger.take_back()

    def _on_later(self) -> None:
        key = self._page.current_key()
        if self._looks_back:
            self.ledger.open_menu()
        elif key is not None:
            self._on_menu_asked(key, self._page.menu_place())

    def _on_menu_asked(self, key: Hashable, at: QPoint) -> None:
        own = self._presenter
        items: list[tuple[str, Callable[[], None]]] = []
        if own.is_waiting(key):
            items.append((own.seeing_to(key), partial(own.done, key)))
        if own.can_write(key):
            items.append((tr("Write a note…"), partial(own.write, key)))
        if own.can_wait(key):
            for days, words in own.snoozes(key):
                items.append((tr("Later: {when}").format(when=words), partial(own.snooze, key, days)))
        if own.can_skip(key):
            items.append((tr("Skip"), partial(own.skip, key)))
        items.append((tr("Open the card"), partial(own.open, key)))
        show_menu(self._page, at, items)


def build(context: RoomContext[Desk]) -> TodayRoom:
    """The room, ready to be entered."""
    return TodayRoom(context)
