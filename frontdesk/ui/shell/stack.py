"""The rooms themselves: built on the first visit, shown one at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.changes import Changes
from frontdesk.ui.kit.room import ActionSpec, Errand, Room, RoomContext
from frontdesk.ui.shell.corridor import RoomSpec

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk


class RoomStack(QStackedWidget):
    """Holds the page that waits for the house, and then the rooms."""

    def __init__(self, waiting: QWidget, corridor: Sequence[RoomSpec], parent: QWidget | None = None) -> None:
        """Only the waiting page, until :meth:`furnish`."""
        super().__init__(parent)
        self._doors = {spec.key: spec.door for spec in corridor}
        self._context: RoomContext[Desk] | None = None
        self._rooms: dict[str, Room[Changes]] = {}
        self.current_key = ""
        self.addWidget(waiting)

    def furnish(self, context: "RoomContext[Desk]") -> None:
        """The rooms can be built now."""
        self._context = context

    @property
    def current(self) -> Room[Changes] | None:
        """The room one is in."""
        return self._rooms.get(self.current_key)

    def enter(self, key: str, errand: Errand | None) -> Room[Changes] | None:
        """Go into a room; ``None`` where there is no such room, or none yet."""
        room = self._rooms.get(key)
        if room is None and key in self._doors and self._context is not None:
            room = self._rooms[key] = self._doors[key]()(self._context)
            self.addWidget(room.widget)
        if room is None:
            return None
        self.current_key = key
        self.setCurrentWidget(room.widget)
        room.enter(errand)
        return room

    def refresh(self, changes: Changes) -> None:
        """Tell every room that there is what was changed."""
        for room in self._rooms.values():
            room.refresh(changes)

    def unfinished(self) -> tuple[str, ...]:
        """What was begun in any room and is kept nowhere yet."""
        return tuple(words for room in self._rooms.values() for words in room.unfinished())

    def actions_here(self) -> Sequence[ActionSpec]:
        """What can be done in the room one is in."""
        return self.current.actions() if self.current else ()
