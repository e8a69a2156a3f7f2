"""Reading everybody's names beside the window, once the house is open."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.foundation.errors import DeskError
from frontdesk.services import lookup, today
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell.corridor import RoomSpec

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk

_AGAIN_MS = 10_000


class Reading(QObject):
    """Lets everybody be found; where the house cannot be read, it is tried until it can.

    ``named`` comes when everybody can be found by name, ``ended`` when there is nothing left to read.
    """

    named = Signal()
    ended = Signal()

    def __init__(
        self,
        desk: "Desk",
        worker: Worker,
        corridor: Sequence[RoomSpec],
        tell: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        """``tell`` is told why nobody can be found yet."""
        super().__init__(parent)
        self._desk, self._worker, self._corridor, self._tell = desk, worker, corridor, tell
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.begin)

    def begin(self) -> None:
        """Read the names, which somebody is waiting for."""
        self._worker.look_up(partial(lookup.fill, self._desk), self._on_named, self._on_failed, owner=self)

    def _on_named(self, _answer: None) -> None:
        """Read what nobody waits for yet, after what has been typed by now is answered."""
        self._worker.look_up(
            partial(lookup.fill_numbers, self._desk), lambda _: self.ended.emit(), owner=self
        )
        for spec in self._corridor:
            self._worker.look_up(spec.door)
        # In a large house the first look at the day takes a while; whoever goes there finds it taken.
        self._worker.run(partial(today.today, self._desk), failed=_wait_for_who_asks, owner=self)
        self.named.emit()

    def _on_failed(self, trouble: DeskError) -> None:
        self._tell(trouble)
        self._again.start()


def _wait_for_who_asks(_trouble: DeskError) -> None:
    """Nobody has asked for the day yet; whoever does will be told."""
