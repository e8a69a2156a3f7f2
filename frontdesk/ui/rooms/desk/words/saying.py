"""Days, hours and amounts as the card says them."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from frontdesk.domain.house import House
from frontdesk.domain.relative import written
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})*")
"""A language as programs name it (BCP 47): “ta”, “pt-BR”."""


def hour(instant: datetime, house: House) -> str:
    """The time of day at the venue: “18:00”."""
    from frontdesk.reports import days

    return days.hour(instant, house.zone, house.region)


def day(of: date, today: date) -> str:
    """A day in a column of days: “Today”, “Sat 21 Nov”, “3 January 1998”."""
    from frontdesk.reports import days

    if of == today:
        return tr("Today")
    if of == today - timedelta(days=1):
        return tr("Yesterday")
    return days.short_day(of) if of.year == today.year else written(of, today)


def moment(instant: datetime, now: datetime, house: House) -> str:
    """A day and an hour within a sentence: “today 18:00”, “Tue 24 Nov 10:00”."""
    today, on = venue_day(now, house.zone), venue_day(instant, house.zone)
    near = {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}
    named = near.get((on - today).days) or day(on, today)
    return tr("{day} {hour}").format(day=named, hour=hour(instant, house))


def clock_time(instant: datetime, house: House) -> str:
    """The hour as it is typed in fields, the same in every language: “18:00”."""
    return f"{instant.astimezone(ZoneInfo(house.zone)):%H:%M}"


def plain_amount(hundredths: int | None) -> str:
    """An amount as it is typed: “12.50”."""
    return "" if hundredths is None else f"{Decimal(hundredths) / 100:.2f}"


def languages(text: str) -> str:
    """Languages as people call them: “ta, en” from another program becomes “Tamil, English”."""
    return ", ".join(_language(part.strip()) for part in text.split(",") if part.strip())


def _language(tag: str) -> str:
    from babel import Locale, UnknownLocaleError

    from frontdesk.domain.locales import locale_of

    if not _TAG.fullmatch(tag):
        return tag
    try:
        return Locale.parse(tag, sep="-").get_display_name(locale_of()) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def dotted(*parts: str) -> str:
    """Short facts on one line, those that are there."""
    return " · ".join(part for part in parts if part)
