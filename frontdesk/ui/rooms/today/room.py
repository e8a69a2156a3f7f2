"""The Today room: who deserves a personal word, who is here, what is due."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget

from frontdesk.domain.changes import Changes
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.rooms.today.page import TodayPage
from frontdesk.ui.rooms.today.presenter import AHEAD, Shown, TodayPresenter
from frontdesk.ui.rooms.today.printing import printable
from frontdesk.ui.rooms.today.saving import CalendarSaving

if TYPE_CHECKING:
    from frontdesk.reports.printing import ListPrint

_MINUTE_MS = 60_000


class TodayRoom:
    """Joins the page to its presenter."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Build the page; it is filled when the room is entered."""
        self._context = context
        self._waiting = True
        self._printing = False
        self._page = TodayPage()
        self._presenter = TodayPresenter(
            context.desk,
            context.worker,
            self,
            context.offer_undo,
            context.tell,
            lambda person: context.go_to("desk", Errand(subject=person)),
        )
        self._calendar = CalendarSaving(context, self._page)
        self._page.opened.connect(self._presenter.open)
        self._page.ticked.connect(self._presenter.done)
        self._page.menu_asked.connect(self._on_menu_asked)
        self._page.print_asked.connect(self.print_list)
        self._clock = QTimer(self._page)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        return self._page

    def enter(self, _errand: Errand | None) -> None:
        """The room is shown now."""
        self._presenter.load()

    def focus_first(self) -> None:
        """Put the focus on the first thing to do."""
        self._page.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Look again at what somebody changed; a room that is not shown looks when it is entered."""
        if self._page.isVisible():
            self._presenter.refresh(changes)

    def _on_minute(self) -> None:
        """What is due in an hour is late in two, and another desk may have written."""
        if self._page.isVisible():
            self._presenter.load()

    def show(self, shown: Shown) -> None:
        """Show the day the presenter has read."""
        was_at_button = self._page.print_button.hasFocus()
        self._page.show_day(shown)
        if self._waiting and was_at_button:
            self._page.focus_first()
        self._waiting = False

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here by keys."""
        return (
            ActionSpec(tr("Print the list"), self.print_list, "Ctrl+P"),
            ActionSpec(tr("Done"), self._on_done, "Ctrl+D", self._can_be_done),
            ActionSpec(tr("Later or skip…"), self._on_later, "Ctrl+T", self._can_be_done),
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

    def _can_be_done(self) -> bool:
        key = self._page.current_key()
        return key is not None and self._presenter.is_waiting(key)

    def _on_done(self) -> None:
        key = self._page.current_key()
        if key is not None:
            self._presenter.done(key)

    def _on_later(self) -> None:
        key = self._page.current_key()
        if key is not None:
            self._on_menu_asked(key, self._page.menu_place())

    def _on_menu_asked(self, key: Hashable, at: QPoint) -> None:
        own = self._presenter
        items: list[tuple[str, Callable[[], None]]] = []
        if own.is_waiting(key):
            items.append((tr("Done"), partial(own.done, key)))
        if own.can_wait(key):
            for days, words in own.snoozes():
                items.append((tr("Later: {when}").format(when=words), partial(own.snooze, key, days)))
            items.append((tr("Skip"), partial(own.skip, key)))
        items.append((tr("Open the card"), partial(own.open, key)))
        self._page.menu(at, items)


def build(context: RoomContext[Desk]) -> TodayRoom:
    """The room, ready to be entered."""
    return TodayRoom(context)
