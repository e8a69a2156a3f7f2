"""The time, asked in one place so that tests can hold it still."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Whoever can say what time it is."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is moved; for tests and for print-outs of another day."""

    instant: datetime

    def now(self) -> datetime:
        """The instant it was set to, in UTC."""
        return self.instant


def venue_day(instant: datetime, zone: str) -> date:
    """The calendar day at the venue, whose IANA time zone is ``zone``."""
    return instant.astimezone(ZoneInfo(zone)).date()
