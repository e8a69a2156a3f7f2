"""What is written into the fields of the settings, read; a ValueError carries the sentence beside a field."""

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from frontdesk.domain.locales import locale_of
from frontdesk.domain.reading import read_day
from frontdesk.domain.relative import written
from frontdesk.exchange.values import amount
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr, trn

MOST_DAYS = 366
"""Days before or after an end that somebody may be reminded at."""


def days(most: int) -> Callable[[str], int]:
    """Reads a number of days up to ``most``; nothing is none."""

    def read(text: str) -> int:
        if not text:
            return 0
        if not text.isdecimal() or int(text) > most:
            raise ValueError(tr("Between 0 and {n} days.").format(n=most))
        return int(text)

    return read


def several_days(text: str) -> tuple[int, ...]:
    """Reads “30, 14, 7, 1”; each once, in the order written."""
    numbers = text.replace(",", " ").replace(";", " ").split()
    if not all(number.isdecimal() and 1 <= int(number) <= MOST_DAYS for number in numbers):
        raise ValueError(tr("Days between 1 and {n}, such as 30, 14, 7.").format(n=MOST_DAYS))
    return tuple(dict.fromkeys(map(int, numbers)))


def in_a_row(numbers: tuple[int, ...]) -> str:
    """“30, 14, 7, 1”."""
    return ", ".join(map(str, numbers))


def times(text: str) -> float:
    """Reads how many times: “2”, “1.5” or “1,5”."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise ValueError(tr("A number such as 2 or 1.5.")) from None


def times_in_figures(number: float) -> str:
    """“2”, “1.5”."""
    return f"{number:g}"


def weekdays(text: str) -> tuple[int, ...]:
    """Reads “Saturday, Sunday”, in the language spoken or in English, or their beginnings; 0 is Monday."""
    return tuple(sorted({_weekday(word) for word in re.split(r"[,;\s]+", text) if word}))


def _weekday(word: str) -> int:
    known = [locale_of().days["format"]["wide"], _ENGLISH_WEEK]
    folded = word.casefold().rstrip(".")
    found = {
        place
        for week in known
        for place, name in dict(week).items()
        if len(folded) > 1 and name.casefold().startswith(folded)
    }
    if len(found) != 1:
        raise ValueError(tr("Write days of the week, such as Saturday, Sunday."))
    return int(found.pop())


_ENGLISH_WEEK = dict(
    enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
)


def weekdays_in_words(days: tuple[int, ...]) -> str:
    """“Saturday, Sunday”."""
    week = locale_of().days["format"]["wide"]
    return ", ".join(str(week[day]) for day in days)


def holidays(today: Callable[[], date]) -> Callable[[str], tuple[date, ...]]:
    """Reads days apart by commas: “24 December, 25 December”; each is the next of its name."""

    def read(text: str) -> tuple[date, ...]:
        try:
            days = [read_day(part.strip(), today()) for part in re.split(r"[,;]", text) if part.strip()]
        except Refused as refused:
            raise ValueError(str(refused)) from None
        return tuple(sorted({day for day in days if day is not None}))

    return read


def days_in_words(days: tuple[date, ...]) -> str:
    """“24 December 2026, 25 December 2026”."""
    return ", ".join(written(day, date.min) for day in days)


def list_of_words(text: str) -> tuple[str, ...]:
    """Reads words apart by commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


class Length(NamedTuple):
    """How long a plan lasts: whole months, or days."""

    months: int = 0
    days: int = 0


_LENGTH = re.compile(r"(\d{1,4})\s*(\D*)")
_A_YEAR = 12


def length(text: str) -> Length:
    """Reads “12 months”, “1 year”, “30 days”; a bare number is months, and nothing is no length."""
    if not text:
        return Length()
    found = _LENGTH.fullmatch(text.strip().casefold())
    if found is None:
        raise ValueError(tr("Write how long it lasts, such as 12 months or 10 days."))
    number, unit = int(found[1]), found[2].strip()
    for words, months, days in _units():
        if unit and any(word.startswith(unit) for word in words):
            return Length(number * months, number * days)
    if unit:
        raise ValueError(tr("Write how long it lasts, such as 12 months or 10 days."))
    return Length(number)


def _units() -> tuple[tuple[tuple[str, ...], int, int], ...]:
    return (
        ((tr("months"), "months"), 1, 0),
        ((tr("days"), "days"), 0, 1),
        ((tr("years"), "years"), _A_YEAR, 0),
        ((tr("weeks"), "weeks"), 0, 7),
    )


def length_in_words(lasts: Length) -> str:
    """“12 months”, “10 days”."""
    if lasts.months:
        return trn("{n} month", "{n} months", lasts.months)
    return trn("{n} day", "{n} days", lasts.days) if lasts.days else ""


def price(text: str) -> int | None:
    """Reads an amount, in hundredths; nothing is no price."""
    try:
        return amount(text) if text else None
    except Refused:
        raise ValueError(tr("An amount such as 480 or 480.50.")) from None


def price_in_figures(hundredths: int | None) -> str:
    """“480.50”; nothing where there is none."""
    return "" if hundredths is None else f"{Decimal(hundredths) / 100:.2f}"


def one_of(known: Callable[[], Collection[str]], sentence: str) -> Callable[[str], str]:
    """Reads one of the names there are, whatever its capitals; raises with ``sentence`` for any other.

    As long as none are known, whatever is written is taken.
    """

    def read(text: str) -> str:
        names = known()
        if not names or text in names:
            return text
        alike = [name for name in names if name.casefold() == text.casefold().replace(" ", "_")]
        if not alike:
            raise ValueError(sentence)
        return alike[0]

    return read
