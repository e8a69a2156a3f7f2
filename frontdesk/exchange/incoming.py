"""A file about to be brought in: its table, its columns, and a token for each row."""

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from frontdesk.domain.imports import BadRow
from frontdesk.exchange.mapping import Columns, Fields, choose
from frontdesk.exchange.table import Row, Table
from frontdesk.foundation.errors import Refused

_OURS = uuid.UUID("6f1d0a2e-5c0b-5a57-9e0d-0b9a3f0c6d11")

Made = TypeVar("Made")
Cells = Mapping[str, tuple[str, ...]]
"""The cells of a row by field; a field that is in several columns has several."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How somebody asked for a file to be read.

    ``maps`` are ``COLUMN=FIELD`` (:mod:`~frontdesk.exchange.mapping`), ``date_formats`` such as ``%d.%m.%Y``
    (:mod:`~frontdesk.exchange.days`). Where there are none of these, they are found out if the file leaves no
    doubt; ``delimiter`` and ``encoding`` are found out too where they are not given.
    """

    maps: tuple[str, ...] = ()
    date_formats: tuple[str, ...] = ()
    delimiter: str | None = None
    encoding: str | None = None


class Tokens:
    """A token for each row of a file that is the same whenever the row comes again.

    It is made from the row's values and from how many rows with the same values went before it, so the
    same file a second time adds nobody, and two people of one name in one file stay two people.
    """

    def __init__(self, kind: str) -> None:
        """Begin a file of a kind."""
        self._kind = kind
        self._seen: set[bytes] = set()
        self._again: dict[bytes, int] = {}

    def of(self, values: Iterable[tuple[str, object]]) -> str:
        """The token for a row with these fields."""
        whole = self._kind + "".join(f"\x1e{name}\x1f{value}" for name, value in values)
        key = hashlib.blake2b(whole.encode(), digest_size=12).digest()
        if key not in self._seen:
            self._seen.add(key)
            return str(uuid.uuid5(_OURS, whole))
        nth = self._again[key] = self._again.get(key, 1) + 1
        return str(uuid.uuid5(_OURS, f"{whole}\x1d{nth}"))


class Incoming(Generic[Made]):
    """The rows of a file made into drafts; each time it is iterated, the file is read anew.

    ``table`` and ``columns`` say what was found in it, ``unclear`` the fields whose days may be written in
    another way than they are read.
    """

    def __init__(
        self,
        table: Table,
        columns: Columns,
        maker: Callable[[], Callable[[int, Cells], Made]],
        unclear: tuple[str, ...] = (),
    ) -> None:
        """``maker`` begins a reading: it gives what makes a draft from a line's number and cells."""
        self.table = table
        self.columns = columns
        self.unclear = unclear
        self._maker = maker

    def __iter__(self) -> Iterator[Made | BadRow]:
        make = self._maker()
        for row in self.table.rows(header=self.columns.header):
            yield row if isinstance(row, BadRow) else self._made(make, row)

    def _made(self, make: Callable[[int, Cells], Made], row: Row) -> Made | BadRow:
        cells: dict[str, tuple[str, ...]] = {}
        for position, field in self.columns.taken:
            cells[field] = (*cells.get(field, ()), row.cells[position])
        try:
            return make(row.line, cells)
        except Refused as error:
            return BadRow(row.line, f"{error.field}: {error}" if error.field else str(error))


def open_table(path: Path, how: Reading, fields: Fields) -> tuple[Table, Columns]:
    """The table in a file and the columns to take; raises :class:`DeskError` where they cannot be found."""
    table = Table(path, how.delimiter, how.encoding)
    return table, choose(fields, how.maps, table.first)


def cell(read: Callable[[str], Made], field: str, text: str) -> Made:
    """A cell read, with the field's name in the refusal."""
    try:
        return read(text)
    except Refused as error:
        raise Refused(str(error), field) from error
