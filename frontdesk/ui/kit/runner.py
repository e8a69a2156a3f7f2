"""How a screen has work done elsewhere; no toolkit, so that a presenter can ask for it."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Protocol, TypeVar

from frontdesk.foundation.errors import DeskError

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a job that was cancelled, by :meth:`Job.check`; it ends the job quietly."""


class Latest:
    """One kind of question of which only the newest answer counts.

    Hand the same object in with every question: an older question that has not begun is skipped, and
    the answer of one that has is dropped.
    """

    def __init__(self) -> None:
        """No question yet."""
        self._newest = 0

    def ticket(self) -> int:
        """A number for a new question; all earlier ones are now old."""
        self._newest += 1
        return self._newest

    def is_current(self, ticket: int) -> bool:
        """Whether no newer question was asked since."""
        return ticket == self._newest

    def forget(self) -> None:
        """Let no answer come that is still on its way."""
        self._newest += 1


class Job:
    """A long piece of work: it says how far it is, and may be asked to stop.

    Written by the working thread, read by the window a few times a second.
    """

    def __init__(self, title: str) -> None:
        """``title`` is what the status bar calls it."""
        self.title = title
        self.text = ""
        self.fraction: float | None = None
        self._stop = Event()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()

    def report(self, fraction: float | None, text: str = "") -> None:
        """Say how far the work is, 0 to 1, or ``None`` where that is not known."""
        self.fraction = None if fraction is None else min(1.0, max(0.0, fraction))
        self.text = text

    def cancel(self) -> None:
        """Ask it to stop at the next good moment."""
        self._stop.set()

    def check(self) -> None:
        """Raise :class:`Cancelled` if asked to stop; for moments at which nothing is left half done."""
        if self.cancelled:
            raise Cancelled


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence for the desk about something that went wrong; ``bug`` when it is ours to mend."""

    sentence: str
    bug: bool = False


class Runner(Protocol):
    """Does work on other threads and answers on the window's.

    ``done`` gets the answer. ``failed`` gets errors of the :class:`DeskError` family; without it, and
    for any other error, the window tells the desk. ``settled`` comes last in either case. None of them
    is called when ``owner``, the widget that asked, is gone, or when ``latest`` has moved on.
    """

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
        """Work with the database: one piece at a time, in the order asked for."""
        ...

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
        """Work that needs no database, such as a look-up in the index: never waits behind a write."""
        ...

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
        """Long work with the database, shown in the status bar with a way to cancel it."""
        ...
