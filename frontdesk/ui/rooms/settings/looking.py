"""A first look at a file: its columns, what they seem to hold, how its days may be meant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.domain.dates import PartialDate
from frontdesk.domain.imports import BadRow, ImportKind
from frontdesk.domain.relative import written
from frontdesk.domain.text import clean
from frontdesk.foundation.words import tr

if TYPE_CHECKING:
    from frontdesk.exchange.mapping import Fields

SAMPLE_ROWS = 200
SAMPLE_LETTERS = 40
DATE_FIELDS = frozenset({"birthday", "first_seen", "date"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its number from 1, its first cells, and the field it fills (or none).

    ``form`` is how its days are written, where it holds days.
    """

    number: int
    heading: str
    samples: tuple[str, ...] = ()
    field: str = ""
    form: str = ""

    def meanings(self, field: str, today: date) -> list[tuple[str, str]]:
        """The ways of writing days that make sense of most cells, with what each makes of one of them.

        The cell shown is one that they read differently, where there is one.
        """
        forms = [form for form, read in self._counted(field, today) if 2 * read > len(self._cells)]
        telling = self._telling(field, forms, today)
        return [(form, _meaning(telling, field, form, today)) for form in forms]

    def proposal(self, field: str, today: date) -> str:
        """The way of writing days that makes sense of more cells than any other; nothing in a tie."""
        counted = self._counted(field, today)
        best = max((read for _, read in counted), default=0)
        first = [form for form, read in counted if read == best and 2 * read > len(self._cells)]
        return first[0] if len(first) == 1 else ""

    def _counted(self, field: str, today: date) -> list[tuple[str, int]]:
        """How many cells each way makes sense of."""
        from frontdesk.exchange.day_forms import FORMS, read_as

        return [
            (form, sum(read_as(cell, field, form, today) is not None for cell in self._cells))
            for form in FORMS
        ]

    def _telling(self, field: str, forms: Sequence[str], today: date) -> str:
        from frontdesk.exchange.day_forms import read_as

        read = {cell: [read_as(cell, field, form, today) for form in forms] for cell in self._cells}
        by_all = [cell for cell, days in read.items() if None not in days]
        return next((cell for cell in by_all if len(set(read[cell])) > 1), next(iter(by_all), ""))

    @property
    def _cells(self) -> list[str]:
        return [cell for cell in self.samples if cell]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is going to be read."""

    path: Path
    kind: ImportKind
    columns: tuple[Column, ...] = ()
    header: bool = False
    delimiter: str | None = None
    encoding: str | None = None
    add_people: bool = False

    def maps(self) -> tuple[str, ...]:
        """The columns as the reader of files wants them told.

        They are told by their numbers; under a line of headings one is told by its heading, which says
        that there is such a line, and those left out are named too.
        """
        if not self.header:
            return tuple(f"{one.number}={one.field}" for one in self.columns if one.field)
        headings = [one.heading for one in self.columns]
        said = [h for h in headings if h and not h.isdecimal() and headings.count(h) == 1][:1]
        return tuple(
            f"{one.heading if one.heading in said else one.number}={one.field}" for one in self.columns
        )

    def forms(self) -> tuple[str, ...]:
        """How days are written, for each field that holds days."""
        return tuple(f"{one.field}={one.form}" for one in self.columns if one.field in DATE_FIELDS)

    def missing(self) -> str:
        """What still has to be chosen, in a sentence; nothing where the file can be brought in."""
        fields = fields_of(self.kind)
        chosen = [column.field for column in self.columns if column.field]
        for name in chosen:
            if chosen.count(name) > 1 and name not in fields.repeatable:
                return tr("Two columns are given for “{field}”. Leave one out.").format(field=in_words(name))
        for group in fields.needed:
            if not group.intersection(chosen):
                names = [in_words(name) for name in fields.headings if name in group]
                return tr("Choose the column that holds one of: {fields}.").format(fields=", ".join(names))
        unclear = next((c for c in self.columns if c.field in DATE_FIELDS and not c.form), None)
        if unclear is None:
            return ""
        return tr("Say how days are written in the column for “{field}”.").format(
            field=in_words(unclear.field)
        )


def in_words(field: str) -> str:
    """A field's name as people say it."""
    return field.replace("_", " ")


def fields_of(kind: ImportKind) -> "Fields":
    """The fields that a column can fill."""
    from frontdesk.exchange import customers, visits

    return customers.FIELDS if kind is ImportKind.CUSTOMERS else visits.FIELDS


def first_look(plan: Plan, today: date) -> Plan:
    """The plan with the columns of its file; raises DeskError where it is no table.

    A column's field is proposed by its heading. How its days are written is proposed where only one way
    makes sense of all that was seen.
    """
    from frontdesk.exchange.table import Table

    table = Table(plan.path, plan.delimiter, plan.encoding)
    fields = fields_of(plan.kind)
    named = [fields.by_heading(cell) for cell in table.first]
    header = any(named)
    rows = [
        row.cells for row in islice(table.rows(header=header), SAMPLE_ROWS) if not isinstance(row, BadRow)
    ]
    columns = []
    for place, cell in enumerate(table.first):
        samples = tuple(clean(row[place])[:SAMPLE_LETTERS] for row in rows if place < len(row))
        field = named[place] if named.index(named[place]) == place else ""
        columns.append(proposed(Column(place + 1, clean(cell), samples, field), today))
    return replace(plan, columns=tuple(columns), header=header)


def proposed(column: Column, today: date) -> Column:
    """The column with the likeliest way its days are written, where it holds days."""
    form = column.proposal(column.field, today) if column.field in DATE_FIELDS else ""
    return replace(column, form=form)


def _meaning(cell: str, field: str, form: str, today: date) -> str:
    """“01/02/2024 is 1 February 2024”."""
    from frontdesk.exchange.day_forms import read_as

    found = read_as(cell, field, form, today)
    if isinstance(found, PartialDate):
        whole = date(found.year or 2000, found.month, found.day)
        day = written(whole, whole if found.year is None else date.min)
    else:
        day = written(found, date.min) if found else ""
    return tr("{cell} is {day}").format(cell=cell, day=day) if day else form
