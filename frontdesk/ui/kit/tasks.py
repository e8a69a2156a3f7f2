"""The two threads beside the window's: one for the database, one for look-ups.

Work goes into a line, its answer comes back through a queued signal and is handed over on the
window's thread. A write that was asked for is done, also when the program is being closed.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from shiboken6 import isValid

from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.runner import Cancelled, Job, Latest, Told

_log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[], object]
    done: Callable[[Any], None] | None
    failed: Callable[[DeskError], None] | None
    settled: Callable[[], None] | None
    owner: object | None
    latest: Latest | None
    ticket: int
    job: Job | None
    counts: bool

    def wanted(self) -> bool:
        """Whether anybody still waits for the answer."""
        if self.latest is not None and not self.latest.is_current(self.ticket):
            return False
        return not isinstance(self.owner, QObject) or isValid(self.owner)


@dataclass(frozen=True, slots=True)
class _Answer:
    task: _Task
    result: object = None
    error: Exception | None = None


class _Line:
    """A thread that does one task after the other."""

    def __init__(self, name: str, answer: Callable[[_Answer], None]) -> None:
        self._answer = answer
        self.tasks: Queue[_Task | None] = Queue()
        self._thread = Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the task at hand, leaving off those that have not begun."""
        while True:
            try:
                self.tasks.get_nowait()
            except Empty:
                break
            self.tasks.task_done()
        self.tasks.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (task := self.tasks.get()) is not None:
            self._answer(_outcome(task))
            self.tasks.task_done()


def _outcome(task: _Task) -> _Answer:
    if task.latest is not None and not task.wanted():
        return _Answer(task)
    try:
        return _Answer(task, task.work())
    except Exception as error:  # noqa: BLE001 whatever goes wrong is the answer, and is told on the window's thread
        return _Answer(task, error=error)


class Worker(QObject):
    """Does the window's work on two threads of its own; a :class:`~frontdesk.ui.kit.runner.Runner`.

    ``busy`` says when the database thread has work and when it has none left; ``told`` carries a
    :class:`Told` that nobody else takes; ``jobs_changed`` follows the beginning and end of long work.
    """

    busy = Signal(bool)
    told = Signal(object)
    jobs_changed = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start both threads."""
        super().__init__(parent)
        self._pending = 0
        self._closed = False
        self.jobs: list[Job] = []
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._database = _Line("frontdesk database", self._answered.emit)
        self._look_ups = _Line("frontdesk look-up", self._answered.emit)

    @property
    def is_busy(self) -> bool:
        """Whether work with the database is waiting or under way."""
        return self._pending > 0

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
        """Work with the database, one piece at a time, in the order asked for."""
        ticket = latest.ticket() if latest else 0
        self._put(
            self._database, _Task(work, done, failed, settled, owner, latest, ticket, None, counts=True)
        )

    def look_up(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        *,
        settled: Callable[[], None] | None = None,
        owner: object | None = None,
        latest: Latest | None = None,
    ) -> None:
        """Work without the database, beside it."""
        ticket = latest.ticket() if latest else 0
        self._put(
            self._look_ups, _Task(work, done, failed, settled, owner, latest, ticket, None, counts=False)
        )

    def run_job(
        self,
        title: str,
        work: Callable[[Job], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        *,
        settled: Callable[[], None] | None = None,
        owner: object | None = None,
    ) -> Job:
        """Long work with the database; the status bar shows it."""
        job = Job(title)
        self.jobs.append(job)
        task = _Task(lambda: work(job), done, failed, settled, owner, None, 0, job, counts=True)
        self._put(self._database, task)
        self.jobs_changed.emit()
        return job

    def finish(self) -> None:
        """Wait until all work with the database is done and its answers are handed over."""
        while self._pending:
            self._database.tasks.join()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Finish all work with the database; then end both threads."""
        if self._closed:
            return
        self._look_ups.stop()
        self.finish()
        self._closed = True
        self._database.stop()

    def _put(self, line: _Line, task: _Task) -> None:
        if self._closed:
            raise RuntimeError("work was asked for after the worker was closed")
        if task.counts:
            self._pending += 1
            if self._pending == 1:
                self.busy.emit(True)
        line.tasks.put(task)

    def _on_answered(self, answer: _Answer) -> None:
        task = answer.task
        try:
            self._hand_over(answer)
        except Exception as error:  # noqa: BLE001 a broken screen must not stop the line of answers
            self._report(error)
        if task.job is not None:
            self.jobs.remove(task.job)
            self.jobs_changed.emit()
        if task.counts:
            self._pending -= 1
            if not self._pending:
                self.busy.emit(False)

    def _hand_over(self, answer: _Answer) -> None:
        task, error = answer.task, answer.error
        if not task.wanted():
            if error is not None and not isinstance(error, (DeskError, Cancelled)):
                self._report(error)
            return
        try:
            if isinstance(error, DeskError) and task.failed is not None:
                task.failed(error)
            elif error is not None:
                self._report(error)
            elif task.done is not None:
                task.done(answer.result)
        finally:
            if task.settled is not None:
                task.settled()

    def _report(self, error: Exception) -> None:
        """Tell what nobody else takes; what is not meant for the desk goes to the log with its trace."""
        if isinstance(error, Cancelled):
            return
        told = in_words(error)
        if told.bug:
            _log.error("unexpected error in a task", exc_info=error)
        self.told.emit(told)


def in_words(error: Exception) -> Told:
    """What to tell the desk about an error."""
    if isinstance(error, DeskError):
        return Told(str(error))
    return Told(
        tr("Something went wrong in the program, and nothing of this was saved. Please try once more."),
        bug=True,
    )
