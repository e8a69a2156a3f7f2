"""The Today room: who deserves a personal word, who is here, what is due."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from frontdesk.domain.changes import Changes
from frontdesk.foundation.words import tr
from frontdesk.reports.today_list import today_list
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.rooms.today.page import TodayPage
from frontdesk.ui.rooms.today.presenter import AHEAD, Shown, TodayPresenter


class TodayRoom:
    """Joins the page to its presenter."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Build the page; it is filled when the room is entered."""
        self._context = context
        self._waiting = True
        self._page = TodayPage()
        self._presenter = TodayPresenter(
            context.desk,
            context.worker,
            self,
            context.offer_undo,
            lambda person: context.go_to("desk", Errand(subject=person)),
        )
        self._page.opened.connect(self._presenter.open)
        self._page.ticked.connect(self._presenter.done)
        self._page.menu_asked.connect(self._on_menu_asked)
        self._page.print_asked.connect(self.print_list)

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
        """Look again at what somebody changed."""
        self._presenter.refresh(changes)

    def show(self, shown: Shown) -> None:
        """Show the day the presenter has read."""
        self._page.show_day(shown)
        if self._waiting and self._page.isVisible():
            self._page.focus_first()
        self._waiting = False

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here by keys."""
        return (
            ActionSpec(tr("Print the list"), self.print_list, "Ctrl+P"),
            ActionSpec(tr("Done"), self._on_done, "Ctrl+D", self._has_current),
            ActionSpec(tr("Later or skip…"), self._on_later, "Ctrl+T", self._has_current),
        )

    def print_list(self) -> None:
        """Show the list as it will be printed."""
        day = self._presenter.day
        if day is None:
            return
        # Printing is loaded when somebody prints: it is not wanted at the start.
        from frontdesk.reports.printing import ListPrint
        from frontdesk.ui.kit.preview import Preview

        pages = (today_list(day, short=short, ahead=AHEAD) for short in (False, True))
        Preview(
            self._page, ListPrint(*pages), self._context.worker, self._context.ask, day.house.paper
        ).open()

    def _has_current(self) -> bool:
        return self._page.current_key() is not None

    def _on_done(self) -> None:
        key = self._page.current_key()
        if key is not None:
            self._presenter.done(key)

    def _on_later(self) -> None:
        focus = self._page.focusWidget()
        key = self._page.current_key()
        if key is not None and focus is not None:
            self._on_menu_asked(key, focus.mapToGlobal(focus.rect().center()))

    def _on_menu_asked(self, key: object, at: QPoint) -> None:
        own = self._presenter
        items: list[tuple[str, Callable[[], None]]] = [(tr("Open the card"), lambda: own.open(key))]
        if own.is_waiting(key):
            items.insert(0, (tr("Done"), lambda: own.done(key)))
        if own.can_wait(key):
            for days, words in own.snoozes():
                items.append((tr("Later: {when}").format(when=words), partial(own.snooze, key, days)))
            items.append((tr("Skip"), lambda: own.skip(key)))
        self._page.menu(at, items)


def build(context: RoomContext[Desk]) -> TodayRoom:
    """The room, ready to be entered."""
    return TodayRoom(context)
