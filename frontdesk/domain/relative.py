"""Days as people say them: “yesterday”, “in 3 days (Thursday)”, and the date where that is clearer."""

from datetime import date
from functools import lru_cache

from frontdesk.foundation.words import language, tr, trn

CLOSE = 21
"""Up to three weeks a day is named by its distance, further off by its date."""

_FORTNIGHT = 14


def when(day: date, today: date) -> str:
    """How ``day`` is said on ``today``, whichever of them comes first."""
    return ago(day, today) if day < today else in_days(day, today)


def ago(day: date, today: date) -> str:
    """How a day gone by is said: “today”, “yesterday”, “9 days ago”, “2 weeks ago”, “3 March”."""
    days = (today - day).days
    if days < 0:
        return in_days(day, today)
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    if days < _FORTNIGHT:
        return trn("{n} day ago", "{n} days ago", days)
    if days <= CLOSE:
        return trn("{n} week ago", "{n} weeks ago", days // 7)
    return written(day, today)


def in_days(day: date, today: date) -> str:
    """How a day to come is said: “today”, “tomorrow”, “in 3 days (Thursday)”, “3 March”."""
    days = (day - today).days
    if days < 0:
        return ago(day, today)
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("tomorrow")
    if days > CLOSE:
        return written(day, today)
    # A week from now has today's weekday, so from there on the date says more.
    named = weekday(day) if days < 7 else written(day, today)
    return tr("{in_days} ({day})").format(in_days=trn("in {n} day", "in {n} days", days), day=named)


def written(day: date, today: date) -> str:
    """The date in the user's language, with the year only where it is not this year's."""
    return _formatted(day, "d" if day.year == today.year else "y", language())


def day_of_year(month: int, day: int) -> str:
    """A day of any year in the user's language, 29 February among them."""
    leap = date(2000, month, day)
    return written(leap, leap)


def weekday(day: date) -> str:
    """The name of the day of the week in the user's language, as it stands by itself."""
    return _formatted(day, "w", language())


@lru_cache(maxsize=1024)
def _formatted(day: date, shape: str, spoken: str) -> str:
    # Babel takes ten microseconds a date, and a morning's list says the same few days hundreds of times.
    from babel.dates import format_date, format_skeleton

    locale = _locale(spoken)
    if shape == "w":
        return format_date(day, "cccc", locale)
    return format_date(day, "long", locale) if shape == "y" else format_skeleton("MMMMd", day, locale=locale)


def _locale(spoken: str) -> str:
    """Babel's name for a language tag; plain English has the day before the month."""
    from babel import Locale, UnknownLocaleError

    if spoken == "en":
        return "en_GB"
    try:
        return str(Locale.parse(spoken.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return "en_GB"
