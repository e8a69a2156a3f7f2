"""The rooms, in order: the one list that a new room is added to.

Opening a door loads the room and the services behind it, which takes longer than the window should stand
still: the first is opened beside the window while it opens the house, the others when everybody can be found.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frontdesk.domain.changes import Changes
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.room import Room, RoomContext

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk

Build = Callable[["RoomContext[Desk]"], Room[Changes]]


@dataclass(frozen=True, slots=True)
class RoomSpec:
    """One room of the corridor.

    ``title`` says its word in the language of the moment, ``door`` imports the room and answers with what
    builds it. A room ``at_foot`` stands at the lower end.
    """

    key: str
    title: Callable[[], str]
    icon: str
    shortcut: str
    door: Callable[[], Build]
    at_foot: bool = False


def _desk() -> Build:
    from frontdesk.ui.rooms.desk.room import build

    return build


def _today() -> Build:
    from frontdesk.ui.rooms.today.room import build

    return build


def _renewals() -> Build:
    from frontdesk.ui.rooms.renewals.room import build

    return build


def _calls() -> Build:
    from frontdesk.ui.rooms.calls.room import build

    return build


def _notes() -> Build:
    from frontdesk.ui.rooms.notes.room import build

    return build


def _settings() -> Build:
    from frontdesk.ui.rooms.settings.room import build

    return build


HOME = "desk"
"""Where the window begins, and where typing leads from everywhere."""

CORRIDOR = (
    RoomSpec("desk", lambda: tr("Desk"), "desk", "Alt+1", _desk),
    RoomSpec("today", lambda: tr("Today"), "today", "Alt+2", _today),
    RoomSpec("renewals", lambda: tr("Renewals"), "renew", "Alt+3", _renewals),
    RoomSpec("calls", lambda: tr("Calls"), "phone", "Alt+4", _calls),
    RoomSpec("notes", lambda: tr("Notes"), "note", "Alt+5", _notes),
    RoomSpec("settings", lambda: tr("Settings"), "settings", "Ctrl+,", _settings, at_foot=True),
)
