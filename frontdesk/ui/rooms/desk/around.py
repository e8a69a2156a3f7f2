"""What the brain of the desk room needs from the window around it; no toolkit."""

from collections.abc import Callable
from typing import Protocol

from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Runner


class Surroundings(Protocol):
    """The part of a room's context that has nothing to do with widgets; see ``ui/kit/room.py``."""

    @property
    def desk(self) -> Desk:
        """The desk of the house."""
        ...

    @property
    def worker(self) -> Runner:
        """Whoever does the work beside the window."""
        ...

    @property
    def offer_undo(self) -> Callable[[str, str], None]:
        """Say what was done, and let the change be undone for a while."""
        ...

    @property
    def tell(self) -> Callable[[Exception | str], None]:
        """Say what went wrong; it stays until it is dismissed."""
        ...

    @property
    def say(self) -> Callable[[str], None]:
        """A quiet notice that goes by itself."""
        ...
