"""Bringing in customers and visits from a file: all of it or nothing, and back out again.

A row is *new*; or the *same* as one that is here (brought in before, or a person of the same name with
the same card, phone or e-mail); or in *conflict*, where its card, phone or e-mail is that of somebody of
another name, or its name and whole birthday are somebody's; or *bad*. Only new rows come in. People of one
name are not one person: a name alone proves nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from frontdesk.domain.ids import ImportId
from frontdesk.domain.imports import (
    BadRow,
    CustomerRow,
    Import,
    ImportKind,
    ImportReport,
    UndoneImport,
    VisitRow,
)
from frontdesk.domain.text import fold
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.services.import_people import Tally, take_people
from frontdesk.services.import_visits import Visitors
from frontdesk.storage import imports, staff
from frontdesk.storage.unit_of_work import UnitOfWork

CHUNK = 500
"""Rows looked up and written at once; between chunks progress is told and a wish to stop is heard."""

R = TypeVar("R", CustomerRow, VisitRow)
Take = Callable[[UnitOfWork, ImportId, list[R], Tally], None]


class Job(Protocol):
    """Whoever watches a long import."""

    def report(self, fraction: float, text: str = "") -> None:
        """Hear how much is done, 0 to 1."""
        ...

    def check(self) -> None:
        """Raise where it should stop; then nothing is brought in."""
        ...


class _NothingToKeep(Exception):
    """Rolls a dry run back, and an import that brought in nothing."""


def bring_in_customers(
    desk: Desk,
    rows: Iterable[CustomerRow | BadRow],
    *,
    file_name: str = "",
    dry_run: bool = False,
    job: Job | None = None,
    lines: int = 0,
) -> ImportReport:
    """Bring in the customers of a file in one transaction; a dry run does the same and keeps nothing.

    ``lines`` is how many lines the file has, for progress. Whatever the rows or the ``job`` raise, nothing
    is brought in.
    """
    batch = _Batch(desk, ImportKind.CUSTOMERS, file_name, dry_run=dry_run)
    return batch.bring_in(_watched(rows, job, lines), take_people)


def bring_in_visits(
    desk: Desk,
    rows: Iterable[VisitRow | BadRow],
    *,
    add_people: bool = False,
    file_name: str = "",
    dry_run: bool = False,
    job: Job | None = None,
    lines: int = 0,
) -> ImportReport:
    """Bring in the visits of a file, as :func:`bring_in_customers` does people.

    A visit of nobody known is bad; with ``add_people`` its card becomes a person named by it.
    """
    with desk.store.read() as connection:
        members = {fold(member.name): member.id for member in staff.everyone(connection)}
    visitors = Visitors(ZoneInfo(desk.house.zone), members, add_people)
    batch = _Batch(desk, ImportKind.VISITS, file_name, dry_run=dry_run)
    return batch.bring_in(_watched(rows, job, lines), visitors.take)


class _Batch:
    """One file being brought in."""

    def __init__(self, desk: Desk, kind: ImportKind, file_name: str, *, dry_run: bool) -> None:
        self._desk = desk
        self._kind = kind
        self._file_name = file_name
        self._dry_run = dry_run
        self._tally = Tally()

    def bring_in(self, chunks: Iterable[list[R | BadRow]], take: "Take[R]") -> ImportReport:
        """Sort all rows, write the new ones, and say what became of them."""
        try:
            with self._desk.write() as work:
                batch = imports.begin(work, self._kind, self._file_name)
                for chunk in chunks:
                    good = [row for row in chunk if not isinstance(row, BadRow)]
                    self._tally.bad += [row for row in chunk if isinstance(row, BadRow)]
                    take(work, batch, good, self._tally)
                self._finish(work, batch)
        except _NothingToKeep:
            return self._tally.report(dry_run=self._dry_run)
        return self._tally.report(dry_run=False, import_id=batch, changes=work.changes())

    def _finish(self, work: UnitOfWork, batch: ImportId) -> None:
        rows = self._tally.new + self._tally.people_added
        if self._dry_run or not rows:
            raise _NothingToKeep
        imports.finish(work, batch, rows)


def _watched(rows: Iterable[R | BadRow], job: Job | None, lines: int) -> Iterator[list[R | BadRow]]:
    """The rows in chunks; before each the job may stop it all, and at the end it hears that all is done."""
    source = iter(rows)
    while chunk := list(islice(source, CHUNK)):
        if job:
            job.check()
            at = chunk[0].line
            words = tr("line {n} of {lines}").format(n=at, lines=lines) if lines else ""
            job.report(min(at / lines, 1.0) if lines else 0.0, words)
        yield chunk
    if job:
        job.check()
        job.report(1.0)


def recent(desk: Desk, limit: int = 20) -> tuple[Import, ...]:
    """The last imports, newest first."""
    with desk.store.read() as connection:
        return imports.recent(connection, limit)


def undo_import(desk: Desk, batch: ImportId) -> UndoneImport:
    """Take back all that an import brought in, but for people and visits that have changed since.

    Raises :class:`Refused` where there is nothing to take back.
    """
    with desk.write() as work:
        found = imports.take_back(work, batch)
        if found is None:
            raise Refused(tr("This import is undone already. Nothing was changed."))
    removed, kept = found
    return UndoneImport(removed, kept, work.changes())
