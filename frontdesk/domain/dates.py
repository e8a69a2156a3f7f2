"""Days as people give them: partial birthdays, leap days, days of the venue."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache


class LeapRule(StrEnum):
    """When 29 February is kept in a year that has none."""

    FEBRUARY_28 = "feb28"
    MARCH_1 = "mar1"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A month and a day, with the year where it is known; raises ValueError for a day that cannot be."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse 30 February and the like; 29 February needs a leap year or none."""
        date(2000 if self.year is None else self.year, self.month, self.day)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """A whole date as the day that comes back every year."""
        return cls(day.month, day.day, day.year)

    def in_year(self, year: int, leap: LeapRule) -> date:
        """The day on which it is kept in ``year``."""
        if (self.month, self.day) == (2, 29) and not calendar.isleap(year):
            return date(year, 2, 28) if leap is LeapRule.FEBRUARY_28 else date(year, 3, 1)
        return date(year, self.month, self.day)

    def __str__(self) -> str:
        """``YYYY-MM-DD``, or ``--MM-DD`` without a year (vCard 4, RFC 6350 §4.3.1)."""
        head = "-" if self.year is None else f"{self.year:04d}"
        return f"{head}-{self.month:02d}-{self.day:02d}"

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read what :meth:`__str__` writes; ValueError for anything else."""
        return _parsed(text)


@lru_cache(maxsize=4096)  # the birthdays of a day's list: a fortnight's, of a lifetime of years
def _parsed(text: str) -> PartialDate:
    if text.startswith("--"):
        month, day = text[2:].split("-")
        return PartialDate(int(month), int(day))
    return PartialDate.of(date.fromisoformat(text))


def yearly(anniversary: PartialDate, first: date, last: date, leap: LeapRule) -> Iterator[date]:
    """The days from ``first`` to ``last`` (both included) on which it is kept, one for each calendar year.

    Each year is worked out from the anniversary itself, never from the year before, so a leap day
    does not wander. Years before a known first year have none.
    """
    for year in range(max(first.year, anniversary.year or first.year), last.year + 1):
        kept = anniversary.in_year(year, leap)
        if first <= kept <= last:
            yield kept
