"""What a write changed: screens read it to decide whether to look again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from frontdesk.domain.ids import ChangeId, CustomerId
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr


class Kind(StrEnum):
    """Kinds of things that change."""

    CUSTOMERS = "customers"
    VISITS = "visits"
    REQUESTS = "requests"
    MEMBERSHIPS = "memberships"
    PLANS = "plans"
    OCCASIONS = "occasions"
    CALLS = "calls"
    NOTES = "notes"
    WINBACKS = "winbacks"
    OUTCOMES = "outcomes"
    PHOTOS = "photos"
    STAFF = "staff"
    SETTINGS = "settings"
    IMPORTS = "imports"


@dataclass(frozen=True, slots=True)
class Changes:
    """What one unit of work changed.

    ``id`` asks for its undo; ``row`` is the key of the row it was about (the new one, for an addition).
    ``everybody`` is set where too many people changed to list them: whoever keeps a copy reads all anew.
    """

    id: ChangeId
    kinds: frozenset[Kind]
    customers: frozenset[CustomerId] = frozenset()
    row: int = 0
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field changed by somebody, as the journal has it; ``by`` is a staff member's name or empty."""

    field: str
    old: object
    new: object
    at: datetime
    by: str


class ChangedMeanwhile(DeskError):
    """Another desk has saved the same thing since it was read here; nothing of ours was written.

    ``changes`` says what they changed, oldest first; ``version`` is the one to save on top of.
    """

    def __init__(self, changes: tuple[FieldChange, ...], version: int) -> None:
        """Keep what changed meanwhile and the version that stands now."""
        super().__init__(tr("Somebody changed this at another desk meanwhile. Nothing was overwritten."))
        self.changes = changes
        self.version = version


class Gone(DeskError):
    """What was to be changed is not there any more."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(tr("This was taken away at another desk meanwhile. Nothing was saved."))
