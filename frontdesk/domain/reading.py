"""Days and hours as people type them: “14 March”, “14.3.1985”, “tomorrow 10:00”.

Nothing is guessed: 3/4 may be in March or in April, so it is asked about. What was understood is written
back into the field in words, where a slip can be seen.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.parsing import TypedDay, named_days, typed_day
from frontdesk.domain.relative import day_of_year, written
from frontdesk.domain.text import fold
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

EVENING = time(18)
"""The hour of a day that was named without one."""

OLDEST = 130
"""Years: nobody who comes to the desk was born earlier."""

_HOUR = re.compile(r"(?:^|\s)(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\.?$|(?:^|\s)(\d{1,2}):(\d{2})$")
_BARE_HOUR = re.compile(r"\d{1,2}")
_DOTTED_HOUR = re.compile(r"\s(\d{1,2})(?:\.(\d{2}))?$")


def read_birthday(text: str, today: date) -> PartialDate | None:
    """A birthday with its year or without; None for an empty text. Raises :class:`Refused`."""
    if not fold(text):
        return None
    typed = typed_day(fold(text), text)
    year = typed.year
    if year is not None and typed.short:
        year += 1900 if 2000 + year > today.year else 2000
    found = _partial(typed, year, text)
    if found.year is not None and date(found.year, found.month, found.day) > today:
        raise Refused(tr("This day is still to come. Check the year."))
    if found.year is not None and found.year < today.year - OLDEST:
        raise Refused(tr("This is over {n} years ago. Check the year.").format(n=OLDEST))
    return found


def write_birthday(day: PartialDate | None, today: date) -> str:
    """A birthday so that it can be read again: “14 March”, “14 March 1985”."""
    if day is None:
        return ""
    if day.year is None:
        text = day_of_year(day.month, day.day)
    else:
        text = _with_year(date(day.year, day.month, day.day))
    return text if _reads(lambda: read_birthday(text, today), day) else str(day)


def read_day(text: str, today: date, *, past: bool = False) -> date | None:
    """A day of the calendar; one without a year is the next of its name, or with ``past`` the last.

    None for an empty text. Raises :class:`Refused`.
    """
    said = fold(text)
    if not said:
        return None
    named = named_days(today).get(said)
    if named is not None:
        return named
    typed = typed_day(said, text)
    if typed.year is not None:
        return _whole(typed, 2000 + typed.year if typed.short else typed.year, text)
    return _nearest(typed, today, text, past=past)


def write_day(day: date | None, today: date, *, past: bool = False) -> str:
    """A day so that it can be read again: “24 November”, “24 November 2027”."""
    if day is None:
        return ""
    text = written(day, today)
    if _reads(lambda: read_day(text, today, past=past), day):
        return text
    text = _with_year(day)
    return text if _reads(lambda: read_day(text, today, past=past), day) else day.isoformat()


def read_moment(text: str, now: datetime, zone: str) -> datetime | None:
    """A day and an hour at the venue as an instant: “24.11. 18:00”, “tomorrow”, “18:30”.

    A day without an hour means its evening, an hour without a day the next such hour. None for an
    empty text. Raises :class:`Refused`.
    """
    said = fold(text)
    if not said:
        return None
    said, at = _split_hour(said, text)
    today = venue_day(now, zone)
    if said:
        return _instant(read_day(said, today) or today, at or EVENING, zone)
    moment = _instant(today, at or EVENING, zone)
    return moment if moment > now else _instant(today + timedelta(days=1), at or EVENING, zone)


def write_moment(moment: datetime | None, now: datetime, zone: str) -> str:
    """A moment so that it can be read again: “24 November 18:00”."""
    if moment is None:
        return ""
    here = moment.astimezone(ZoneInfo(zone))
    day = write_day(here.date(), venue_day(now, zone))
    return f"{day} {here:%H:%M}"


def _instant(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def _split_hour(said: str, shown: str) -> tuple[str, time | None]:
    """What is left of the words without their hour, and the hour."""
    if _BARE_HOUR.fullmatch(said):
        return "", _hour(int(said), 0, shown)
    found = _HOUR.search(said)
    if found:
        hour = int(found[1] or found[4])
        if found[3]:
            hour = hour % 12 + (12 if found[3] == "p" else 0) if 1 <= hour <= 12 else 24
        return said[: found.start()].rstrip(" ,"), _hour(hour, int(found[2] or found[5] or 0), shown)
    found = _DOTTED_HOUR.search(said)
    if found and _stands_alone(said[: found.start()]):
        return said[: found.start()].rstrip(" ,"), _hour(int(found[1]), int(found[2] or 0), shown)
    return said, None


def _stands_alone(said: str) -> bool:
    """Whether ``said`` is a whole day, so that the number behind it is an hour (“tomorrow 18”)."""
    try:
        return read_day(said.rstrip(" ,"), date(2000, 1, 1)) is not None
    except Refused:
        return False


def _hour(hour: int, minute: int, shown: str) -> time:
    if hour < 24 and minute < 60:
        return time(hour, minute)
    raise Refused(tr("“{text}” has no time of day that can be read. Write it like 18:05.").format(text=shown))


def _nearest(typed: TypedDay, today: date, shown: str, *, past: bool) -> date:
    _partial(typed, None, shown)
    for step in range(9):  # a leap day may be eight years off
        year = today.year - step if past else today.year + step
        try:
            day = date(year, typed.month, typed.day)
        except ValueError:
            continue
        if (day <= today) if past else (day >= today):
            return day
    raise _no_such_day(shown)


def _partial(typed: TypedDay, year: int | None, shown: str) -> PartialDate:
    try:
        return PartialDate(typed.month, typed.day, year)
    except ValueError as error:
        raise _no_such_day(shown) from error


def _whole(typed: TypedDay, year: int, shown: str) -> date:
    found = _partial(typed, year, shown)
    return date(year, found.month, found.day)


def _no_such_day(shown: str) -> Refused:
    return Refused(tr("“{text}”: there is no such day.").format(text=shown))


def _with_year(day: date) -> str:
    return written(day, date(1, 1, 1))


def _reads(read: Callable[[], object], value: object) -> bool:
    """Whether what was written can be read as what was meant; some languages write months in figures."""
    try:
        return read() == value
    except Refused:
        return False
