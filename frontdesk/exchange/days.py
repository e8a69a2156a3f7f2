"""Days and times in a file: read by the format that somebody named, never guessed.

01/02/2024 is a day in January in one country and in February in another, so without a format only ISO
dates (2024-02-01) are read, and columns that make sense in one way alone
(:mod:`~frontdesk.exchange.day_forms`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

from frontdesk.domain.dates import PartialDate
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

ISO = "%Y-%m-%d"
OLDEST = 130
"""Years: nobody at the desk was born earlier."""

_EARLIEST_YEAR = 1900
_NO_YEAR = 1604  # what Apple's address book writes for a birthday without its year
_WORDS = {"YYYY": "%Y", "YY": "%y", "MM": "%m", "M": "%m", "DD": "%d", "D": "%d", "HH": "%H", "mm": "%M"}
_WORD = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?", re.ASCII)
_PARTIAL = re.compile(r"--(\d{2})-?(\d{2})", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([ap]\.?m\.?)?", re.ASCII | re.IGNORECASE)
_ADJACENT = re.compile(r"%[a-zA-Z]%[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Formats:
    """How days are written: in most columns, and in some otherwise; ``strptime`` formats."""

    usual: str = ISO
    of_field: tuple[tuple[str, str], ...] = ()

    def of(self, field: str) -> str:
        """The format of a field's column."""
        return dict(self.of_field).get(field, self.usual)


def formats(texts: Sequence[str], fields: Sequence[str]) -> Formats:
    """Formats as people give them: ``%d.%m.%Y``, ``DD.MM.YYYY``, or for one field ``birthday=%d.%m.``.

    Raises :class:`Refused` for one that names no day and month.
    """
    usual = ISO
    special: list[tuple[str, str]] = []
    for text in texts:
        field, equals, rest = text.partition("=")
        if equals and field.strip().lower() in fields:
            special.append((field.strip().lower(), _format(rest)))
        else:
            usual = _format(text)
    return Formats(usual, tuple(special))


def _format(text: str) -> str:
    form = text.strip()
    if "%" not in form:
        form = _WORD.sub(lambda word: _WORDS[word[0]], form)
    if not (re.search(r"%[dj]", form) and re.search(r"%[mbBj]", form) and _reads_itself(form)):
        sentence = tr("“{text}” is no way to write a date. Write it like %d.%m.%Y or DD.MM.YYYY.")
        raise Refused(sentence.format(text=text), "date_format")
    return form


def _reads_itself(form: str) -> bool:
    try:
        datetime.strptime(example(form), form).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def example(form: str) -> str:
    """Christmas Eve of 1990, 6 pm, in a format: to show what is expected."""
    return datetime(1990, 12, 24, 18, tzinfo=UTC).strftime(form)


def read_birthday(text: str, form: str, today: date) -> PartialDate:
    """A birthday, with its year or without (``--12-24``, or a format without a year).

    Raises :class:`Refused` for a day that cannot be, one to come, or one over 130 years ago.
    """
    if partial := _PARTIAL.fullmatch(text):
        return _partial(text, int(partial[1]), int(partial[2]))
    if not _has_year(form):
        # In a leap year, so that 29 February is one of its days.
        day = _parsed(f"2000 {text}", f"%Y {form}", text, form)
        return PartialDate(day.month, day.day)
    day = _parsed(text, form, text, form)
    if day.year == _NO_YEAR:
        return PartialDate(day.month, day.day)
    return _possible_birthday(day.date(), form, text, today)


def _possible_birthday(day: date, form: str, text: str, today: date) -> PartialDate:
    year = day.year - 100 if day > today and "%y" in form else day.year
    if (year, day.month, day.day) > (today.year, today.month, today.day):
        raise Refused(tr("“{text}” is still to come").format(text=text))
    if year < today.year - OLDEST:
        raise Refused(tr("“{text}” is over {n} years ago").format(text=text, n=OLDEST))
    return _partial(text, day.month, day.day, year)


def _partial(text: str, month: int, day: int, year: int | None = None) -> PartialDate:
    try:
        return PartialDate(month, day, year)
    except ValueError as error:
        raise _no_such_day(text) from error


def read_moment(text: str, form: str, today: date) -> tuple[date, time | None]:
    """A day that has been, and the time where the format has one.

    Raises :class:`Refused` for a day that cannot be, one to come, or one before 1900.
    """
    if form == ISO and (found := _ISO_MOMENT.fullmatch(text)):
        moment, timed = _parsed(found[1], ISO, text, ISO), found[2]
        at = read_time(timed) if timed else None
    else:
        moment = _parsed(text, form, text, form)
        at = moment.time() if re.search(r"%[HIXcT]", form) else None
    if moment.date() > today:
        raise Refused(tr("“{text}” is still to come").format(text=text))
    if moment.year < _EARLIEST_YEAR:
        raise Refused(tr("“{text}” is before {year}").format(text=text, year=_EARLIEST_YEAR))
    return moment.date(), at


def read_day(text: str, form: str, today: date) -> date:
    """A day that has been; raises as :func:`read_moment` does."""
    return read_moment(text, form, today)[0]


def read_time(text: str) -> time:
    """A time of day: 18:05, 18.05 or 6:05 pm; raises :class:`Refused`."""
    found = _TIME.fullmatch(text)
    if found:
        hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0) if 1 <= hour <= 12 else 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise Refused(tr("“{text}” is no time of day; write it like 18:05").format(text=text))


@lru_cache(maxsize=4096)
def _parsed(text: str, form: str, shown: str, shown_form: str) -> datetime:
    """``text`` read by ``form``; remembered, since days come again and again in a file."""
    try:
        moment = datetime.strptime(text, form).replace(tzinfo=UTC)
    except ValueError as error:
        if "out of range" in str(error):
            raise _no_such_day(shown) from error
        raise _not_like(shown, shown_form) from error
    # Without anything between them, strptime reads 1997111 as a day, and which one is its own guess.
    if _ADJACENT.search(form) and moment.strftime(form) != text:
        raise _not_like(shown, shown_form)
    return moment


def _has_year(form: str) -> bool:
    return re.search(r"%[YyGcx]", form) is not None


def _no_such_day(text: str) -> Refused:
    return Refused(tr("“{text}”: there is no such day").format(text=text))


def _not_like(text: str, form: str) -> Refused:
    sentence = tr("“{text}” is no day of the calendar, written like {example}")
    return Refused(sentence.format(text=text, example=example(form)))


def need_year(forms: Formats, field: str) -> None:
    """Raise :class:`Refused` where the format of a field's column has no year."""
    if not _has_year(forms.of(field)):
        sentence = tr("The date format for “{field}” needs a year, like %d.%m.%Y.")
        raise Refused(sentence.format(field=field), "date_format")
