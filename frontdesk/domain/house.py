"""The house's own choices: its name, its day, its reminders."""

from dataclasses import dataclass
from datetime import date

from frontdesk.domain.dates import LeapRule

RENEWAL_BEFORE = (30, 14, 7, 1)
RENEWAL_AFTER = (1, 14, 30)


@dataclass(frozen=True, slots=True)
class House:
    """Settings of the house; every field has a usable default.

    ``zone`` is an IANA time zone, ``region`` an ISO 3166 code for reading phone numbers, ``language``
    a BCP 47 tag, ``currency`` an ISO 4217 code. Days are whole days: ``lead_days`` before a yearly
    occasion, ``belated_days`` after it. ``since`` is the day the house began with the program: nothing
    that was due more than thirty days earlier is raised.
    """

    name: str = ""
    desk: str = ""
    zone: str = "UTC"
    region: str = ""
    language: str = "en"
    currency: str = "EUR"
    paper: str = "A4"
    leap: LeapRule = LeapRule.FEBRUARY_28
    lead_days: int = 3
    belated_days: int = 7
    renewal_before: tuple[int, ...] = RENEWAL_BEFORE
    renewal_after: tuple[int, ...] = RENEWAL_AFTER
    milestone_days: int = 30
    since: date | None = None
    demo: bool = False
