"""Which column of a file holds which field.

A column is named by its heading, capitals and punctuation aside, or by its number counted from 1. What
``--map`` does not mention is recognised by its heading; ``COLUMN=`` with nothing after it leaves a column
out. A file without headings is mapped by numbers alone.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frontdesk.domain.text import fold
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields one kind of file can have, each with the headings it is known by.

    ``repeatable`` ones may be in several columns. Each group of ``needed`` must be there with one field at
    least; ``needs`` is the sentence that says so.
    """

    headings: Mapping[str, tuple[str, ...]]
    repeatable: frozenset[str]
    needed: tuple[frozenset[str], ...]

    def by_heading(self, text: str) -> str:
        """The field that a heading names, or nothing."""
        key = _key(text)
        return next((f for f, known in self.headings.items() if key and key in map(_key, (f, *known))), "")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns taken, as (position from 0, field); ``left_out`` are headings of columns not taken."""

    taken: tuple[tuple[int, str], ...]
    header: bool
    left_out: tuple[str, ...] = ()


def choose(fields: Fields, maps: Sequence[str], first: Sequence[str]) -> Columns:
    """The columns meant by ``maps`` (``COLUMN=FIELD`` each) in a file whose first row is ``first``.

    Raises :class:`Refused`, with what there is, for an unknown column or field, one named twice, or a
    field that is missing.
    """
    asked = [_asked(fields, text) for text in maps]
    header = not _numbers_only(asked) or _is_heading(fields, asked, first)
    wanted = _positions(asked, first, header=header)
    found = dict(wanted)
    if header and not _numbers_only(asked):
        found.update(_recognised(fields, wanted, first))
    taken = tuple((position, field) for position, field in sorted(found.items()) if field)
    _check(fields, taken, first)
    return Columns(taken, header, _left_out(found, first) if header else ())


def _key(text: str) -> str:
    """A heading for comparing: its letters and digits, or the sign it consists of."""
    folded = fold(text)
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LMN") or folded


def _asked(fields: Fields, text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not equals or not column.strip():
        sentence = tr("“{text}” should be COLUMN=FIELD, for example 1=name.")
        raise Refused(sentence.format(text=text), "map")
    found = fields.by_heading(field)
    if field.strip() and not found:
        sentence = tr("There is no field “{field}”. There are: {fields}.")
        raise Refused(sentence.format(field=field.strip(), fields=", ".join(fields.headings)), "map")
    return column.strip(), found


def _numbers_only(asked: Sequence[tuple[str, str]]) -> bool:
    return bool(asked) and all(column.isdecimal() for column, _ in asked)


def _is_heading(fields: Fields, asked: Sequence[tuple[str, str]], first: Sequence[str]) -> bool:
    """Whether the columns asked for by number all have a known field's name in the first row."""
    cells = [first[int(column) - 1] for column, _ in asked if 0 < int(column) <= len(first)]
    return bool(cells) and all(fields.by_heading(cell) for cell in cells)


def _positions(asked: Sequence[tuple[str, str]], first: Sequence[str], *, header: bool) -> dict[int, str]:
    wanted: dict[int, str] = {}
    for column, field in asked:
        position = _position(column, first, header=header)
        if position in wanted:
            raise Refused(tr("Column “{column}” is given twice.").format(column=column), "map")
        wanted[position] = field
    return wanted


def _position(column: str, first: Sequence[str], *, header: bool) -> int:
    alike = [i for i, heading in enumerate(first) if header and _key(heading) == _key(column)]
    if len(alike) > 1:
        sentence = tr("{n} columns are called “{column}”. Give the number of the one you mean.")
        raise Refused(sentence.format(n=len(alike), column=column), "map")
    if alike:
        return alike[0]
    if column.isdecimal() and 0 < int(column) <= len(first):
        return int(column) - 1
    raise _no_column(column, first, header=header)


def _no_column(column: str, first: Sequence[str], *, header: bool) -> Refused:
    if not header:
        sentence = tr("There is no column {column}: the file has {n}.")
        return Refused(sentence.format(column=column, n=len(first)), "map")
    sentence = tr("There is no column “{column}”. The first line has: {headings}.")
    return Refused(sentence.format(column=column, headings=_quoted(first)), "map")


def _recognised(fields: Fields, wanted: Mapping[int, str], first: Sequence[str]) -> dict[int, str]:
    """Columns that nobody named but whose heading is a field's, unless that field was given by name."""
    given = set(wanted.values())
    found: dict[int, str] = {}
    for position, heading in enumerate(first):
        field = fields.by_heading(heading)
        if position not in wanted and field and field not in given:
            found[position] = field
    return found


def _left_out(found: Mapping[int, str], first: Sequence[str]) -> tuple[str, ...]:
    return tuple(h.strip() for i, h in enumerate(first) if not found.get(i) and h.strip())


def _check(fields: Fields, taken: Sequence[tuple[int, str]], first: Sequence[str]) -> None:
    names = [field for _, field in taken]
    for name in names:
        if names.count(name) > 1 and name not in fields.repeatable:
            raise Refused(tr("Two columns are given for “{field}”.").format(field=name), "map")
    for group in fields.needed:
        if not group.intersection(names):
            sentence = tr(
                "Which column is the {field}? Say it like 1={field}. The first line reads: {headings}."
            )
            wanted = next(name for name in fields.headings if name in group)
            headings = _quoted(first)
            raise Refused(sentence.format(field=wanted, headings=headings), "map")


def _quoted(cells: Sequence[str]) -> str:
    """The cells of the first line, numbered, shortened, for a sentence."""
    return ", ".join(f"{n} “{cell.strip()[:40]}”" for n, cell in enumerate(cells[:30], start=1))
