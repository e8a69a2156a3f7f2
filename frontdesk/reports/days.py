"""Days and hours as they are written on paper, in the user's language.

Babel and not the toolkit: its Finnish heading says “Sunday”, not “on Sunday”.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_skeleton, format_time

from frontdesk.domain.locales import locale_of


def long_day(day: date, region: str = "") -> str:
    """A heading: “Sunday, 22 November 2026”, “Sunnuntai 22. marraskuuta 2026”."""
    text = format_date(day, "full", locale=locale_of(region))
    return text[:1].upper() + text[1:]


def short_day(day: date, region: str = "") -> str:
    """A day among others: “Tue 24 Nov”, “ti 24.11.”."""
    return str(format_skeleton("MMMEd", day, locale=locale_of(region)))


def hour(instant: datetime, zone: str, region: str = "") -> str:
    """The time of day at the venue: “18:00”, “6:00 PM”."""
    return format_time(instant, "short", tzinfo=ZoneInfo(zone), locale=locale_of(region))


def stamp(instant: datetime, zone: str, region: str = "") -> str:
    """Day and hour in figures: “22/11/2026, 07:41”, “22.11.2026 7.41”."""
    return format_datetime(instant, "short", tzinfo=ZoneInfo(zone), locale=locale_of(region))
