"""What a write changed: screens read it to decide whether to look again."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.ids import ChangeId, CustomerId


class Kind(StrEnum):
    """Kinds of things that change."""

    CUSTOMERS = "customers"
    VISITS = "visits"
    REQUESTS = "requests"
    MEMBERSHIPS = "memberships"
    OCCASIONS = "occasions"
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
