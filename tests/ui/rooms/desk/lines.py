"""Two lines of work without threads: what is asked for is done at once, or when the test says so."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from frontdesk.foundation.errors import DeskError, Unreachable
from frontdesk.ui.kit.runner import Job, Latest

T = TypeVar("T")


@dataclass
class _Task:
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[DeskError], None] | None
    settled: Callable[[], None] | None
    latest: Latest | None
    ticket: int

    @property
    def wanted(self) -> bool:
        return self.latest is None or self.latest.is_current(self.ticket)


class Lines:
    """Keeps to what :class:`~frontdesk.ui.kit.runner.Runner` promises.

    While ``held`` is set, work waits for :meth:`go`; answers can be made to come later still. The next
    ``lost`` pieces of work are done, but the connection breaks before their answer.
    """

    def __init__(self) -> None:
        self.held = False
        self.lost = 0
        self.waiting: list[_Task] = []
        self.unheard: Callable[[Exception], None] | None = None

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        *,
        settled: Callable[[], None] | None = None,
        owner: object | None = None,
        latest: Latest | None = None,
    ) -> None:
        """Do it now, or when it is let go."""
        self.waiting.append(_Task(work, done, failed, settled, latest, latest.ticket() if latest else 0))
        if not self.held:
            self.go()

    look_up = run

    def run_job(self, title: str, *_args: object, **_options: object) -> Job:
        """No long work is done in this room."""
        raise AssertionError(title)

    def go(self) -> None:
        """Do everything that waits, in order."""
        while self.waiting:
            answer = self.begin(0)
            answer()

    def begin(self, place: int) -> Callable[[], None]:
        """Do the work of a task that waits, and give what hands its answer over, to be called later."""
        task = self.waiting.pop(place)
        if not task.wanted:
            return lambda: None
        error: DeskError | None = None
        broken, self.lost = self.lost > 0, max(0, self.lost - 1)
        try:
            result = task.work()
            if broken:
                error = Unreachable("The server does not answer.")
        except DeskError as raised:
            result, error = None, raised
        return lambda: self._hand_over(task, result, error)

    def _hand_over(self, task: _Task, result: Any, error: DeskError | None) -> None:
        if not task.wanted:
            return
        if error is None:
            if task.done:
                task.done(result)
        elif task.failed:
            task.failed(error)
        elif self.unheard:
            self.unheard(error)
        if task.settled:
            task.settled()
