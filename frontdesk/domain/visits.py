"""A visit: somebody came."""

from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.domain.ids import CustomerId, StaffId, VisitId


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visit to be logged.

    ``day`` is the venue's day; ``arrived`` the instant (UTC) where the time is known, as it is for
    everybody who comes now but not for visits brought in from a list of dates. ``amount`` is in
    hundredths of the house's currency.
    """

    customer: CustomerId
    day: date
    arrived: datetime | None = None
    purpose: str = ""
    note: str = ""
    amount: int | None = None
    staff: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as stored."""

    id: VisitId
    version: int
    draft: VisitDraft
    staff_name: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A visit of today with what the Today room shows of the person."""

    visit: Visit
    name: str
    second_spelling: str
    visit_count: int
    likes: str
