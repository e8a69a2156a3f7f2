"""Files brought in: the rows they hold, and what became of them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from frontdesk.domain.changes import Changes
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import ImportId


class ImportKind(StrEnum):
    """What a file holds."""

    CUSTOMERS = "customers"
    VISITS = "visits"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be brought in: the line it begins on, counted from 1, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer read from a file; the same row of the same file always has the same ``token``."""

    line: int
    token: str
    draft: CustomerDraft


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit read from a file, its person named by card, phone or e-mail.

    ``at`` is the time on the venue's own clock; ``amount`` is in hundredths; ``staff`` is a name.
    """

    line: int
    token: str
    day: date
    card: str = ""
    phone: str = ""
    email: str = ""
    at: time | None = None
    purpose: str = ""
    note: str = ""
    amount: int | None = None
    staff: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do where it was a dry run (then there is no ``import_id``).

    ``same`` rows were here already; ``conflicts`` name somebody whose card, phone or e-mail belongs to a
    person of another name, or whose name and whole birthday are somebody's already. Neither those nor
    ``bad`` rows were brought in.
    """

    new: int = 0
    same: int = 0
    bad: tuple[BadRow, ...] = ()
    conflicts: tuple[BadRow, ...] = ()
    people_added: int = 0
    dry_run: bool = False
    import_id: ImportId | None = None
    changes: Changes | None = field(default=None, compare=False)

    @property
    def conflict(self) -> int:
        """How many rows stand against what is already known."""
        return len(self.conflicts)


@dataclass(frozen=True, slots=True)
class Import:
    """An import as written down; ``rows`` came in, ``undone_at`` says when they were taken back."""

    id: ImportId
    kind: ImportKind
    file_name: str
    at: datetime
    rows: int
    staff_name: str = ""
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What taking an import back did.

    ``removed`` counts the rows taken away; ``kept`` names the people who have changed since and stay.
    """

    removed: int
    kept: tuple[str, ...]
    changes: Changes
