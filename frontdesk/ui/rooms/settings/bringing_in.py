"""Bringing a file in, without a toolkit: a first look, a trial, and the real thing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from frontdesk.domain.imports import ImportKind, ImportReport
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr
from frontdesk.services import imports
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Job, Latest, Runner
from frontdesk.ui.rooms.settings.looking import Plan, first_look


class View(Protocol):
    """What is asked of the screen."""

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show how the file will be read; one without columns cannot be read as it is."""
        ...

    def show_report(self, report: ImportReport) -> None:
        """Show what came in, or would."""
        ...

    def show_trouble(self, sentence: str) -> None:
        """Say why the file cannot be read; an empty sentence takes that away."""
        ...

    def show_busy(self, busy: bool) -> None:
        """Show that it is being read, and offer to stop."""
        ...


@dataclass
class BringingIn:
    """One file on its way in."""

    desk: Desk
    worker: Runner
    view: View
    say: Callable[[str], None]
    _busy: bool = False
    _told: bool = False
    _job: Job | None = None
    _latest: Latest = field(default_factory=Latest)

    def look_at(self, plan: Plan) -> None:
        """Read the beginning of a file; ``plan`` says which and how."""
        today = self.desk.today()

        def unreadable(error: DeskError) -> None:
            self.view.show_plan(plan, today)
            self.view.show_trouble(str(error))

        self.view.show_trouble("")
        self.worker.run(
            lambda: first_look(plan, today),
            lambda found: self.view.show_plan(found, today),
            unreadable,
            latest=self._latest,
        )

    def bring_in(self, plan: Plan, *, trial: bool) -> None:
        """Bring the file in, or only say what would come in."""
        if self._busy:
            return
        missing = plan.missing()
        self.view.show_trouble(missing)
        if missing:
            return
        self._busy, self._told = True, False
        self.view.show_busy(True)
        job = self.worker.run_job(
            tr("Trying the file") if trial else tr("Bringing in"),
            lambda job: carry_out(self.desk, plan, job, trial=trial),
            self._report,
            self._failed,
            settled=self._settled,
        )
        self._job = job if self._busy else None

    def stop(self) -> None:
        """Bring nothing in after all."""
        if self._job is not None:
            self._job.cancel()

    def _report(self, report: ImportReport) -> None:
        self._told = True
        self.view.show_report(report)

    def _failed(self, error: DeskError) -> None:
        self._told = True
        self.view.show_trouble(str(error))

    def _settled(self) -> None:
        if self._job is not None and self._job.cancelled and not self._told:
            self.say(tr("Stopped. Nothing was brought in."))
        self._busy, self._job = False, None
        self.view.show_busy(False)


def carry_out(desk: Desk, plan: Plan, job: Job, *, trial: bool) -> ImportReport:
    """Read the file and bring it in."""
    from frontdesk.exchange.customers import read_customers
    from frontdesk.exchange.incoming import Reading
    from frontdesk.exchange.visits import read_visits

    how = Reading(plan.maps(), plan.forms(), plan.delimiter, plan.encoding)
    options: dict[str, Any] = {"file_name": plan.path.name, "dry_run": trial, "job": job}
    if plan.kind is ImportKind.CUSTOMERS:
        people = read_customers(plan.path, desk.today(), how)
        return imports.bring_in_customers(desk, people, lines=people.table.lines, **options)
    coming = read_visits(plan.path, desk.today(), how)
    return imports.bring_in_visits(
        desk, coming, add_people=plan.add_people, lines=coming.table.lines, **options
    )
