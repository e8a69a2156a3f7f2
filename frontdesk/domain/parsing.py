"""The day in what somebody typed: in figures, or with its month in letters, in any order."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from frontdesk.domain.text import fold
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import language, tr

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})(?:\.\s*(\d{4}|\d{2})?)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_NUMBER = re.compile(r"\d+")
_LEAST_OF_A_WORD = 3
_LONGEST_SMALL_WORD = 4
_ENGLISH = "january february march april may june july august september october november december"


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day as typed, perhaps without its year; ``short`` when the year had two figures."""

    day: int
    month: int
    year: int | None = None
    short: bool = False


def typed_day(said: str, shown: str) -> TypedDay:
    """The day in the folded words ``said``; raises :class:`Refused`, which quotes them as ``shown``."""
    said = said.rstrip(",")
    if found := _ISO.fullmatch(said):
        return TypedDay(int(found[3]), int(found[2]), int(found[1]))
    if found := _DOTTED.fullmatch(said):
        return TypedDay(int(found[1]), int(found[2]), *_year(found[3]))
    if found := _SLASHED.fullmatch(said):
        day, month = _part(int(found[1]), int(found[2]), shown)
        return TypedDay(day, month, *_year(found[3]))
    return _in_words(said, shown)


def _year(digits: str | None) -> tuple[int | None, bool]:
    return (int(digits), len(digits) == 2) if digits else (None, False)


def _part(one: int, other: int, shown: str) -> tuple[int, int]:
    """Day and month of two numbers with a stroke between them, where only one order can be meant."""
    if one > 12 or one == other:
        return one, other
    if other > 12:
        return other, one
    sentence = tr("“{text}” can be two different days. Write the month in letters, like 3 April.")
    raise Refused(sentence.format(text=shown))


def _in_words(said: str, shown: str) -> TypedDay:
    """A day with its month in letters, in the language spoken or in English, the parts in any order."""
    month, rest = _find_month(said)
    numbers = [int(digits) for digits in _NUMBER.findall(rest)]
    days = [n for n in numbers if 1 <= n <= 31]
    years = [n for n in numbers if n > 31]
    alone = month and len(days) == 1 and len(numbers) <= 2
    if alone and all(1000 <= n <= 9999 for n in years) and not _strange(rest):
        return TypedDay(days[0], month, years[0] if years else None)
    raise Refused(
        tr("“{text}” is no day that can be read. Write it like 14 March or 14.3.1985.").format(text=shown)
    )


def _strange(rest: str) -> bool:
    """Whether there is more beside a day than a weekday and small words: “14th of”, “de”, “оны”."""
    words = re.findall(r"[^\W\d_]+", rest)
    named = named_days(date(2000, 1, 1))
    return any(len(word) > _LONGEST_SMALL_WORD and word not in named for word in words)


def _find_month(said: str) -> tuple[int, str]:
    """The month that is named, and the words without it; 0 where there is none."""
    for name, month in _months(language()):
        if name in said:
            return month, said.replace(name, " ", 1)
    for word in re.findall(r"[^\W\d_]+", said):
        starting = {month for name, month in _months(language()) if name.startswith(word)}
        if len(word) >= _LEAST_OF_A_WORD and len(starting) == 1:
            return starting.pop(), said.replace(word, " ", 1)
    return 0, said


@cache
def _months(_spoken: str) -> tuple[tuple[str, int], ...]:
    """Names of months, whole ones only, the longest first."""
    from frontdesk.domain.locales import locale_of

    found: dict[str, int] = {}
    for use in ("format", "stand-alone"):
        for number, name in locale_of().months[use]["wide"].items():
            found[fold(name)] = number
    for number, name in enumerate(_ENGLISH.split(), 1):
        found.setdefault(name, number)
    return tuple(sorted(found.items(), key=lambda one: -len(one[0])))


def named_days(today: date) -> dict[str, date]:
    """Today, tomorrow and the days of the week that come next, by name."""
    from frontdesk.domain.locales import locale_of

    found = {
        fold(tr("today")): today,
        fold(tr("tonight")): today,
        fold(tr("tomorrow")): today + timedelta(days=1),
        fold(tr("yesterday")): today - timedelta(days=1),
    }
    for width in ("wide", "abbreviated"):
        for number, name in locale_of().days["stand-alone"][width].items():
            found.setdefault(
                fold(name).rstrip("."), today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
            )
    return found
