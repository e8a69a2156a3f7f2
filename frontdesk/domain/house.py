"""The house's own choices: its name, its day, its reminders."""

from dataclasses import dataclass
from datetime import date

from frontdesk.domain.dates import LeapRule

RENEWAL_BEFORE = (30, 14, 7, 1)
RENEWAL_AFTER = (1, 14, 30)
WINBACK_DAYS = (2, 21, 60, 180)


@dataclass(frozen=True, slots=True)
class House:
    """Settings of the house; every field has a usable default.

    ``zone`` is an IANA time zone, ``region`` an ISO 3166 code for reading phone numbers, ``language``
    a BCP 47 tag, ``currency`` an ISO 4217 code. Days are whole days: ``lead_days`` before a yearly
    occasion, ``belated_days`` after it. ``since`` is the day the house began with the program: nothing
    that was due more than thirty days earlier is raised.

    Somebody is overdue, sleeping or lost after so many ``times`` their own gap between visits, and not
    before so many days. A newcomer is reminded of after ``second_visit_days``, until ``returned_by`` and
    ``returned_late`` are known: the days within which most, and nearly all, of those who come again have
    done so. ``closed`` are weekdays, 0 for Monday, and ``holidays`` days on which the house is not open.
    ``winback_days`` are the days after leaving on which somebody is thanked and asked why, rung, remembered
    at an occasion, and told a last word.
    ``reasons`` are the house's own words for why somebody leaves; none for the usual ones.
    ``count_milestones`` are visits that it counts beside all visits, written as “100 yoga”.
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
    overdue_times: float = 2.0
    overdue_days: int = 14
    sleeping_times: float = 4.0
    sleeping_days: int = 60
    lost_times: float = 8.0
    lost_days: int = 180
    second_visit_days: int = 30
    winback_days: tuple[int, ...] = WINBACK_DAYS
    returned_by: int | None = None
    returned_late: int | None = None
    closed: tuple[int, ...] = ()
    holidays: tuple[date, ...] = ()
    reasons: tuple[str, ...] = ()
    count_milestones: tuple[str, ...] = ()
    since: date | None = None
    demo: bool = False
