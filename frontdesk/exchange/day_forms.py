"""How the days of a column are written, found out where only one way makes sense of every cell."""

from collections.abc import Sequence
from datetime import date

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.imports import BadRow
from frontdesk.domain.text import clean
from frontdesk.exchange.days import ISO, Formats, formats, read_birthday, read_day
from frontdesk.exchange.mapping import Columns
from frontdesk.exchange.table import Table
from frontdesk.foundation.errors import Refused

FORMS = (
    ISO,
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d.%m.%y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.",
    "%d/%m",
    "%m/%d",
)
"""Ways of writing a day that are tried on a column; any other can be written out."""


def read_as(text: str, field: str, form: str, today: date) -> PartialDate | date | None:
    """What a format makes of a cell, or None where it makes nothing of it."""
    try:
        if field == "birthday":
            return read_birthday(text, form, today)
        return read_day(text, form, today) if "%Y" in form or "%y" in form else None
    except Refused:
        return None


def said_or_found(
    said: Sequence[str], table: Table, columns: Columns, fields: Sequence[str], today: date
) -> tuple[Formats, tuple[str, ...]]:
    """The formats somebody said, or those of a file about which nothing was said; and what is unclear there.

    A format is found where it alone makes sense of every cell of a field's column. Any other column is read
    as ISO, and its field is unclear unless that makes sense of every cell too. Raises :class:`Refused` as
    :func:`formats` does.
    """
    if said:
        return formats(said, fields), ()
    left = _left(table, columns, fields, today)
    found = tuple((field, forms[0]) for field, forms in left.items() if len(forms) == 1)
    unclear = tuple(field for field, forms in left.items() if len(forms) != 1 and ISO not in forms)
    return Formats(of_field=found), unclear


def _left(table: Table, columns: Columns, fields: Sequence[str], today: date) -> dict[str, tuple[str, ...]]:
    """The formats that make sense of every cell, for each field that has a column."""
    places = {field: place for place, field in columns.taken if field in fields}
    left: dict[str, tuple[str, ...]] = dict.fromkeys(places, FORMS)
    for row in table.rows(header=columns.header) if places else ():
        if not isinstance(row, BadRow):
            for field, place in places.items():
                left[field] = _fitting(clean(row.cells[place]), field, left[field], today)
            if not any(left.values()):
                break
    return left


def _fitting(cell: str, field: str, forms: Sequence[str], today: date) -> tuple[str, ...]:
    """Those of the formats that make sense of a cell; an empty one says nothing."""
    return tuple(form for form in forms if not cell or read_as(cell, field, form, today) is not None)
