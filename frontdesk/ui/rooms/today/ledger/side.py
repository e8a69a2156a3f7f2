"""The ledger's side of the Today room: joins its page to its presenter."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import RoomContext
from frontdesk.ui.rooms.today.ledger.page import LedgerPage
from frontdesk.ui.rooms.today.ledger.presenter import LedgerPresenter, Question, Shown
from frontdesk.ui.rooms.today.menu import show_menu


class LedgerSide:
    """What the room asks of its second page."""

    def __init__(
        self,
        context: RoomContext[Desk],
        open_card: Callable[[CustomerId], None],
        open_talk: Callable[[int], None],
    ) -> None:
        """Build the page; it is filled once the presenter looks."""
        self.page = LedgerPage()
        self.presenter = LedgerPresenter(
            context.desk, context.worker, self, context.offer_undo, context.tell, open_card, open_talk
        )
        own = self.presenter
        self.page.opened.connect(own.open)
        self.page.menu_asked.connect(self._on_menu_asked)
        self.page.turned.connect(self._on_turned)
        self.page.filters.typed.connect(own.type_name)
        self.page.filters.fate_chosen.connect(own.choose_fate)
        self.page.filters.days_chosen.connect(own.choose_days)

    @property
    def shown(self) -> bool:
        """Whether somebody looks at it."""
        return self.page.isVisible()

    def refresh(self, changes: Changes) -> None:
        """Look again at what somebody changed, if somebody looks."""
        if self.shown:
            self.presenter.refresh(changes)

    def show(self, shown: Shown) -> None:
        """Show what the presenter has found."""
        self.page.show_found(shown)

    def show_question(self, question: Question) -> None:
        """Show what the presenter asks."""
        self.page.show_question(question)

    def can_settle(self) -> bool:
        """Whether the row one is at is open or was let go."""
        return self.shown and self.presenter.can_settle(self.page.list.current_key())

    def can_take_back(self) -> bool:
        """Whether somebody has said what became of the row one is at."""
        return self.shown and self.presenter.can_take_back(self.page.list.current_key())

    def settle(self) -> None:
        """The row one is at was done after all."""
        self.presenter.done(self.page.list.current_key())

    def take_back(self) -> None:
        """What was said of the row one is at was not so."""
        self.presenter.take_back(self.page.list.current_key())

    def open_menu(self) -> None:
        """Show what can be done about the row one is at."""
        key = self.page.list.current_key()
        if key is not None:
            self._on_menu_asked(key, self.page.menu_place())

    def _on_menu_asked(self, key: Hashable, at: QPoint) -> None:
        items = self.presenter.choices(key)
        if items:
            show_menu(self.page, at, items)

    def _on_turned(self, pages: int) -> None:
        if pages > 0:
            self.presenter.show_earlier()
        else:
            self.presenter.show_later()
