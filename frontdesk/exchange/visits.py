"""Visits from a file: each row a visit of somebody named by card, phone or e-mail, or the reason why not."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from frontdesk.domain.imports import VisitRow
from frontdesk.domain.text import LINE, LONG, clean
from frontdesk.exchange import values
from frontdesk.exchange.day_forms import said_or_found
from frontdesk.exchange.days import need_year, read_moment, read_time
from frontdesk.exchange.incoming import Cells, Incoming, Reading, Tokens, cell, open_table
from frontdesk.exchange.mapping import Fields
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

FIELDS = Fields(
    headings={
        "card": ("card number", "card no", "member number", "membership number", "customer number"),
        "phone": ("phone number", "telephone", "tel", "mobile"),
        "email": ("e-mail address", "mail address"),
        "date": ("day", "visit date", "visited", "arrived"),
        "time": ("visit time", "arrival time"),
        "purpose": ("service", "reason"),
        "note": ("notes", "comment"),
        "amount": ("price", "total", "sum", "paid"),
        "staff": ("staff member", "served by", "employee"),
    },
    repeatable=frozenset(),
    needed=(frozenset({"card", "phone", "email"}), frozenset({"date"})),
)

DATES = ("date",)

_LONGEST = {"note": LONG}


def read_visits(path: Path, today: date, how: Reading | None = None) -> Incoming[VisitRow]:
    """The visits in a file; raises :class:`DeskError` where the file or the mapping makes no sense.

    ``today`` is the venue's day: nobody has come after it.
    """
    how = how or Reading()
    table, columns = open_table(path, how, FIELDS)
    forms, unclear = said_or_found(how.date_formats, table, columns, DATES, today)
    need_year(forms, "date")
    return Incoming(table, columns, lambda: _Maker(forms.of("date"), today).make, unclear)


class _Maker:
    """Makes the visits of one file."""

    def __init__(self, form: str, today: date) -> None:
        self._tokens = Tokens("visit")
        self._read: dict[str, Callable[[str], Any]] = {
            "date": partial(read_moment, form=form, today=today),
            "time": read_time,
            "amount": values.amount,
            "phone": lambda text: _first(values.phones(text)),
            "email": lambda text: _first(values.emails(text)),
            "note": partial(clean, lines=True),
        }

    def make(self, line: int, cells: Cells) -> VisitRow:
        found: dict[str, Any] = {}
        for field, (text, *_) in cells.items():
            if text := clean(text, lines=True):
                value = cell(self._read.get(field, clean), field, text)
                found[field] = _short_enough(field, value)
        _check(found)
        day, at = found.pop("date")
        found["at"] = found.pop("time", at)
        written = [("day", day), *((name, found[name]) for name in sorted(found) if found[name] is not None)]
        return VisitRow(line, self._tokens.of(written), day, **found)


def _check(found: dict[str, Any]) -> None:
    if not any(found.get(key) for key in ("card", "phone", "email")):
        raise Refused(tr("it says nobody's card, phone or e-mail"))
    if "date" not in found:
        raise Refused(tr("there is no date"))


def _first(texts: tuple[str, ...]) -> str:
    return texts[0] if texts else ""


def _short_enough(field: str, value: Any) -> Any:
    longest = _LONGEST.get(field, LINE)
    if isinstance(value, str) and len(value) > longest:
        sentence = tr("{n} characters; {longest} is the most that is kept")
        raise Refused(sentence.format(n=len(value), longest=longest), field)
    return value
