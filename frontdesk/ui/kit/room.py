"""The shape every room has, and what a room is handed: rooms and window meet here.

Generic over the desk (``D``) and over what a write changed (``C_contra``), which the kit does not know.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.asking import Ask
from frontdesk.ui.kit.runner import Runner
from frontdesk.ui.kit.theme import Theme

C_contra = TypeVar("C_contra", contravariant=True)
D = TypeVar("D")


def always() -> bool:
    """True: for actions that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Something that can be done now: its words, its keys (``"Ctrl+Enter"``), and how."""

    text: str
    run: Callable[[], None]
    shortcut: str = ""
    enabled: Callable[[], bool] = always


@dataclass(frozen=True, slots=True)
class Errand:
    """Why somebody goes to a room: to see the row ``subject``, or with letters already ``typed``.

    ``about`` is the key of the thing it concerns, where ``subject`` is a person.
    """

    subject: int | None = None
    typed: str = ""
    about: Hashable | None = None


class Room(Protocol[C_contra]):
    """One screen."""

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        ...

    def enter(self, errand: Errand | None) -> None:
        """The room is shown now."""
        ...

    def focus_first(self) -> None:
        """Put the caret where work begins here."""
        ...

    def refresh(self, changes: C_contra) -> None:
        """Something was written, here or elsewhere: look again at what it concerns."""
        ...

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here; the keys are read once, the rest each time they are listed."""
        ...

    def unfinished(self) -> Sequence[str]:
        """What was begun here and is kept nowhere yet, a few words for each."""
        ...


@dataclass(frozen=True, slots=True)
class RoomContext(Generic[D]):
    """What the window hands to each room.

    ``offer_undo`` takes a sentence and the id of a change; ``tell`` an error, or a sentence about one,
    which stays until it is dismissed; ``say`` a quiet notice that goes by itself.
    """

    desk: D
    worker: Runner
    theme: Theme
    ask: Ask
    go_to: Callable[[str, Errand | None], None]
    offer_undo: Callable[[str, str], None]
    tell: Callable[[Exception | str], None]
    say: Callable[[str], None]
