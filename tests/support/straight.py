"""A runner without threads: work is done at once, and answered before the call returns."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from frontdesk.foundation.errors import DeskError
from frontdesk.ui.kit.runner import Cancelled, Job, Latest

T = TypeVar("T")


class StraightRunner:
    """A :class:`~frontdesk.ui.kit.runner.Runner` for the tests of presenters.

    Errors that a window would tell by itself are kept in ``told``; others are raised where they happen,
    so that a mistake in the code under test fails the test.
    """

    def __init__(self) -> None:
        """Nothing told yet."""
        self.told: list[DeskError] = []
        self.jobs: list[Job] = []

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
        """Do it now."""
        if latest is not None:
            latest.ticket()
        try:
            answer = work()
        except DeskError as error:
            (failed or self.told.append)(error)
        else:
            if done is not None:
                done(answer)
        if settled is not None:
            settled()

    look_up = run

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
        """Do it now; a job that cancels itself ends quietly."""
        job = Job(title)
        self.jobs.append(job)
        with suppress(Cancelled):
            self.run(lambda: work(job), done, failed)
        if settled is not None:
            settled()
        return job
