"""Bringing a file in, without a toolkit: which columns hold what, a trial, and the real thing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from frontdesk.domain.imports import ImportKind, ImportReport
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services import imports
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Job, Runner

SAMPLE = 60
"""Letters of a column's first cell that are shown."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: what stands in its first row, and the field it fills (or none)."""

    number: int
    first: str
    field: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is going to be read."""

    path: Path
    kind: ImportKind
    columns: tuple[Column, ...]
    header: bool
    date_format: str = ""
    delimiter: str | None = None
    add_people: bool = False


class View(Protocol):
    """What is asked of the screen."""

    def show_plan(self, plan: Plan, fields: Sequence[str]) -> None:
        """Show how the file will be read; ``fields`` are those a column can fill."""
        ...

    def show_report(self, report: ImportReport) -> None:
        """Show what came in, or would."""
        ...

    def show_trouble(self, sentence: str) -> None:
        """Say why the file cannot be read; an empty sentence takes that away."""
        ...


@dataclass
class BringingIn:
    """One file on its way in."""

    desk: Desk
    worker: Runner
    view: View
    tell: Callable[[Exception | str], None]
    plan: Plan | None = None
    _busy: bool = field(default=False, init=False)

    def look_at(self, path: Path, kind: ImportKind, delimiter: str | None = None) -> None:
        """Read the beginning of a file."""
        self.worker.run(lambda: first_look(path, kind, delimiter), self.propose, self._failed)

    def propose(self, plan: Plan) -> None:
        """Show a plan, to be changed or carried out."""
        self.plan = plan
        self.view.show_trouble("")
        self.view.show_plan(plan, known_fields(plan.kind))

    def bring_in(self, plan: Plan, *, trial: bool) -> None:
        """Bring the file in, or only say what would come in."""
        if self._busy:
            return
        self._busy = True
        self.view.show_trouble("")
        title = tr("Trying the file") if trial else tr("Bringing in")
        self.worker.run_job(
            title,
            lambda job: carry_out(self.desk, plan, job, trial=trial),
            self.view.show_report,
            self._failed,
            settled=self._settled,
        )

    def _settled(self) -> None:
        self._busy = False

    def _failed(self, error: DeskError) -> None:
        if isinstance(error, Refused) or self.plan is None:
            self.view.show_trouble(str(error))
        else:
            self.tell(error)


def known_fields(kind: ImportKind) -> tuple[str, ...]:
    """The fields that a column can fill."""
    from frontdesk.exchange import customers, visits

    fields = customers.FIELDS if kind is ImportKind.CUSTOMERS else visits.FIELDS
    return tuple(fields.headings)


def first_look(path: Path, kind: ImportKind, delimiter: str | None = None) -> Plan:
    """The columns of a file with the fields their headings name; raises DeskError where it is no table."""
    from frontdesk.exchange import customers, visits
    from frontdesk.exchange.table import Table

    fields = customers.FIELDS if kind is ImportKind.CUSTOMERS else visits.FIELDS
    first = Table(path, delimiter).first
    named = [fields.by_heading(cell) for cell in first]
    once = [name if name and named.index(name) == place else "" for place, name in enumerate(named)]
    columns = tuple(Column(place + 1, cell.strip()[:SAMPLE], once[place]) for place, cell in enumerate(first))
    return Plan(path, kind, columns, header=any(once), delimiter=delimiter)


def maps(plan: Plan) -> tuple[str, ...]:
    """The plan's columns as the reader of files wants them told: by heading, or else by number."""
    if plan.header and len({column.first for column in plan.columns}) == len(plan.columns):
        return tuple(f"{column.first}={column.field}" for column in plan.columns if column.first)
    return tuple(f"{column.number}={column.field}" for column in plan.columns if column.field)


def carry_out(desk: Desk, plan: Plan, job: Job, *, trial: bool) -> ImportReport:
    """Read the file and bring it in."""
    from frontdesk.exchange.customers import read_customers
    from frontdesk.exchange.incoming import Reading
    from frontdesk.exchange.visits import read_visits

    formats = (plan.date_format,) if plan.date_format else ()
    how = Reading(maps(plan), formats, plan.delimiter)
    name = plan.path.name
    if plan.kind is ImportKind.CUSTOMERS:
        people = read_customers(plan.path, desk.today(), how)
        return imports.bring_in_customers(
            desk, people, file_name=name, dry_run=trial, job=job, lines=people.table.lines
        )
    coming = read_visits(plan.path, desk.today(), how)
    return imports.bring_in_visits(
        desk,
        coming,
        add_people=plan.add_people,
        file_name=name,
        dry_run=trial,
        job=job,
        lines=coming.table.lines,
    )
