"""What may cover the window: the list of all actions, the keys, the curtain."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.curtain import Curtain
from frontdesk.ui.kit.overlay import Overlay
from frontdesk.ui.kit.room import ActionSpec
from frontdesk.ui.shell.actions import ActionBook
from frontdesk.ui.shell.corridor import RoomSpec
from frontdesk.ui.shell.keys import key_groups

if TYPE_CHECKING:
    from frontdesk.ui.kit.keys_sheet import KeysSheet
    from frontdesk.ui.kit.palette import CommandPalette


class Sheets(QObject):
    """Opens sheets over the window; while one is open, no key reaches what lies beneath."""

    def __init__(
        self,
        window: QWidget,
        book: ActionBook,
        corridor: Sequence[RoomSpec],
        here: Callable[[], Sequence[ActionSpec]],
    ) -> None:
        """``here`` says what can be done in the room one is in."""
        super().__init__(window)
        self._window, self._book, self._corridor, self._here = window, book, corridor, here
        self.curtain = Curtain(window)
        self.curtain.closed.connect(self._on_closed)

    @cached_property
    def palette(self) -> "CommandPalette":
        """The list of all actions; made when it is first asked for, to keep the first picture quick."""
        from frontdesk.ui.kit.palette import CommandPalette

        made = CommandPalette(self._window, self._all_actions)
        made.closed.connect(self._on_closed)
        return made

    @cached_property
    def keys(self) -> "KeysSheet":
        """The sheet with all keys; made when it is first asked for."""
        from frontdesk.ui.kit.keys_sheet import KeysSheet

        made = KeysSheet(self._window, lambda: key_groups(self._corridor, self._book.of_room))
        made.closed.connect(self._on_closed)
        return made

    def show_actions(self) -> None:
        """List every action."""
        self._book.sleep(True)
        self.palette.open()

    def show_keys(self) -> None:
        """Show which key does what."""
        self._book.sleep(True)
        self.keys.open()

    def draw_curtain(self, house: str) -> None:
        """Cover everything but the name of the house; any key lifts it."""
        self._book.sleep(True)
        self.curtain.set_house(house)
        self.curtain.draw()

    def _all_actions(self) -> list[ActionSpec]:
        """First what can be done here; the list itself is left off."""
        return [*self._here(), *(one for one in self._book.own if one.shortcut != "Ctrl+K")]

    def _on_closed(self) -> None:
        self._book.sleep(any(sheet.isVisible() for sheet in self._window.findChildren(Overlay)))
