"""A table in a text file, row by row with line numbers: CSV, tab-separated, or columns apart by spaces.

The standard :mod:`csv` reads it, not pandas: every row that cannot be used is named with its line and a
reason, nothing is guessed (a card 00042 keeps its zeros, a person called NA stays), and a file of a
million rows is never in memory whole.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from frontdesk.domain.imports import BadRow
from frontdesk.exchange import delimiters
from frontdesk.exchange.decoding import check_text, unreadable
from frontdesk.foundation.words import tr

LONGEST_CELL = 100
"""Lines that a cell in quotes may run over; a quote still open then was never closed."""

_SAMPLE = 200
_HINT = re.compile(r"sep=(.)\s*$", re.IGNORECASE)  # Excel's own first line


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the line it begins on, counted from 1."""

    line: int
    cells: tuple[str, ...]


class Table:
    """A text file of rows; reading begins anew with each call of :meth:`rows`.

    ``lines`` is the number of lines in the file, ``comments`` how many leading ones began with ``#``,
    ``first`` the cells of the first row (a header or not), ``width`` the number of columns.
    """

    def __init__(self, path: Path, delimiter: str | None = None, encoding: str | None = None) -> None:
        """Look at the file; raises :class:`DeskError` where it is no text or the delimiter is none."""
        self.path = path
        self.encoding, self.lines = check_text(path, encoding)
        sample = list(islice(self._texts(), _SAMPLE))
        hint = _HINT.match(sample[0]) if sample else None
        self._hinted = hint is not None
        self.comments = 0 if hint else sum(1 for _ in _leading_comments(sample))
        self.delimiter = self._choose(delimiter, hint, sample[self._before :])
        opening = list(islice((row for row in self._raw() if isinstance(row, Row)), _SAMPLE // 2))
        self.first = opening[0].cells if opening else ()
        self.width = delimiters.usual_width([row.cells for row in opening])

    def rows(self, *, header: bool) -> Iterator[Row | BadRow]:
        """Every row under the header, with as many cells as there are columns; empty rows are passed over."""
        width = len(self.first) if header else self.width
        least = len(_trimmed(self.first)) if header else width
        heading = header
        for row in self._raw():
            if isinstance(row, BadRow):
                yield row
            elif heading:
                heading = False
            else:
                yield _fitted(row, least, width)

    @property
    def _before(self) -> int:
        """Lines before the first row."""
        return self.comments + self._hinted

    def _choose(self, wanted: str | None, hint: re.Match[str] | None, sample: list[str]) -> str:
        if wanted is not None:
            return delimiters.named(wanted)
        if hint:
            return hint.group(1)
        if self.path.suffix.lower() in {".tsv", ".tab"}:
            return "\t"
        return delimiters.find(sample)

    def _texts(self) -> Iterator[str]:
        try:
            with self.path.open(encoding=self.encoding) as file:
                yield from file
        except OSError as error:
            raise unreadable(self.path, error) from error

    def _raw(self) -> Iterator[Row | BadRow]:
        """Rows as they stand, whatever their width."""
        source = _Lines(islice(self._texts(), self._before, None), self._before)
        rows = _by_spaces(source) if self.delimiter == delimiters.SPACES else _by_csv(source, self.delimiter)
        return (row for row in rows if isinstance(row, BadRow) or any(map(str.strip, row.cells)))


def _leading_comments(lines: list[str]) -> Iterator[str]:
    """The lines at the top that begin with ``#``, but not a heading that is just that sign."""
    for line in lines:
        if not line.startswith("#") or line[1:2] in {",", ";", "\t", "|"}:
            return
        yield line


class _Lines:
    """Lines with their numbers, which can be given back to be read again."""

    def __init__(self, source: Iterator[str], before: int) -> None:
        self.number = before
        self.taken: list[str] = []
        self._source = source
        self._back: deque[str] = deque()

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.taken) == LONGEST_CELL:
            raise csv.Error("a quote is never closed")
        line = self._back.popleft() if self._back else next(self._source)
        self.taken.append(line)
        self.number += 1
        return line

    def give_back(self) -> int:
        """Read all lines of this row but its first again; the number of the first."""
        again = self.taken[1:]
        self._back.extendleft(reversed(again))
        self.number -= len(again)
        return self.number


def _by_spaces(source: _Lines) -> Iterator[Row]:
    for line in source:
        source.taken.clear()
        yield Row(source.number, tuple(delimiters.split(line)))


def _by_csv(source: _Lines, delimiter: str) -> Iterator[Row | BadRow]:
    """Rows read strictly: after a stray quote, reading goes on with the very next line."""
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    width = 0
    while True:
        source.taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield BadRow(source.give_back(), _why_unread(source.taken))
            continue
        width = width or len(cells)
        if len(source.taken) > 1 and len(cells) != width:
            yield BadRow(source.give_back(), tr("a quotation mark is opened and not closed"))
            continue
        yield Row(source.number - len(source.taken) + 1, tuple(cells))


def _why_unread(lines: list[str]) -> str:
    if max(map(len, lines), default=0) > csv.field_size_limit():
        return tr("a cell is longer than {n} characters").format(n=csv.field_size_limit())
    if len(lines) > 1:
        return tr("a quotation mark is opened and not closed")
    return tr("a quotation mark stands in the middle of a cell, or is not closed")


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """``cells`` without empty ones at the end."""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _fitted(row: Row, least: int, width: int) -> Row | BadRow:
    """The row with ``width`` cells, or why not: only empty cells may be too many, or left out."""
    cells = row.cells if len(row.cells) <= width else _trimmed(row.cells)
    if len(row.cells) > width:
        cells += ("",) * (width - len(cells))
    if not least <= len(cells) <= width:
        return BadRow(row.line, tr("{n} cells in {width} columns").format(n=len(cells), width=least))
    return Row(row.line, cells + ("",) * (width - len(cells)))
