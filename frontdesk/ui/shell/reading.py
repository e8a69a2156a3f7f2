"""Letting everybody be found, beside the window: once the house is open, and anew when much has changed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.foundation.errors import DeskError
from frontdesk.services import indexing, lookup, today
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell.corridor import RoomSpec

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk

_AGAIN_MS = 10_000
_LOOK_MS = 200
_TIDY_MS = 60_000
_TOO_MANY_CHANGED = 500


class Reading(QObject):
    """Lets everybody be found; where the house cannot be read, it is tried until it can.

    A large house is read by another process, and only beginnings are found until it is done: ``waiting``.
    ``named`` comes when everybody can be found, ``ended`` when nothing of the start is left to be done.
    """

    waiting = Signal()
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
        self._reader: indexing.Reader | None = None
        self._started = self._reading = False
        self._again = self._timer(_AGAIN_MS, self.begin)
        self._again.setSingleShot(True)
        self._look = self._timer(_LOOK_MS, self._on_look)
        self._tidy = self._timer(_TIDY_MS, self._on_tidy)

    def begin(self) -> None:
        """Read the names, which somebody is waiting for; where that is being done it goes on."""
        if not self._reading:
            self._reading = True
            self._look_up(partial(lookup.ready, self._desk))

    def stop(self) -> None:
        """The window is being closed: what another process reads is not needed any more."""
        self._reading = False
        for timer in (self._again, self._look, self._tidy):
            timer.stop()
        if self._reader is not None:
            self._reader.stop()
            self._reader = None

    def _timer(self, interval: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(do)
        return timer

    def _look_up(self, work: Callable[[], bool]) -> None:
        self._worker.look_up(work, self._on_read, self._tell, settled=self._on_settled, owner=self)

    def _on_settled(self) -> None:
        """Try again what has failed, also where nobody foresaw why: that the worker itself has told."""
        if self._reading and self._reader is None:
            self._reading = False
            self._again.start()

    def _on_read(self, everybody: bool) -> None:
        if not self._reading:
            return  # nobody waits for it, or the window is being closed
        if not everybody:
            self._begin_reader()
            self.waiting.emit()
            return
        self._reading = False
        if not self._started:
            self._started = True
            self._warm()
        self._tidy.start()
        self.named.emit()

    def _warm(self) -> None:
        """Load what nobody waits for yet, after what has been typed by now is answered."""
        self._worker.look_up(partial(lookup.learn_habits, self._desk), owner=self)
        for spec in self._corridor:
            self._worker.look_up(spec.door)
        # In a large house the first look at the day takes a while; whoever goes there finds it taken.
        self._worker.run(partial(today.today, self._desk), failed=_wait_for_who_asks, owner=self)
        self._worker.look_up(lambda: None, lambda _: self.ended.emit(), owner=self)

    def _begin_reader(self) -> None:
        if self._reader is None:
            self._reader = indexing.Reader(self._desk.store)
            self._look.start()

    def _on_look(self) -> None:
        """See whether the other process has written everybody down."""
        if self._reader is None or not self._reader.ended:
            return
        reader, self._reader = self._reader, None
        self._look.stop()
        # There may be no file still, where the folder allows none or another version of the program has
        # written it; then it takes longer.
        if self._reading or not reader.failed:
            self._look_up(partial(_read_here, self._desk))

    def _on_tidy(self) -> None:
        """Put those who have changed since together with all others, while there is nothing else to do."""
        if self._desk.index.changed < _TOO_MANY_CHANGED or self._worker.is_busy:
            return
        if len(self._desk.index) > indexing.MANY:
            self._begin_reader()
        else:
            self._look_up(partial(_read_here, self._desk, anew=True))


def _read_here(desk: "Desk", *, anew: bool = False) -> bool:
    desk.fill_index(anew=anew)
    return True


def _wait_for_who_asks(_trouble: DeskError) -> None:
    """Nobody has asked for the day yet; whoever does will be told."""
