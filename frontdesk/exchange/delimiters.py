"""What stands between the columns of a text file."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr

SPACES = " "
"""Runs of spaces (and tabs): columns lined up for the eye."""

_NAMED = {
    "tab": "\t",
    "\\t": "\t",
    "space": SPACES,
    "spaces": SPACES,
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
}
_CANDIDATES = ("\t", ";", "|", ",")  # a comma last: it is also written within names and amounts
_NUMBER = re.compile(r"[+-]?\d")


def named(text: str) -> str:
    """The delimiter meant by ``text``: one character, or a word such as ``tab`` or ``space``."""
    delimiter = _NAMED.get(text.strip().lower(), text)
    if delimiter.strip(" ") == "" and delimiter:
        return SPACES
    if len(delimiter) != 1 or delimiter in '"\r\n':
        sentence = tr("“{text}” cannot stand between columns. Give one character, or tab, or space.")
        raise Refused(sentence.format(text=text), "delimiter")
    return delimiter


def split(line: str) -> list[str]:
    """The cells of a line whose columns stand apart by runs of spaces."""
    return [cell for cell in re.split(r"[ \t]+", line.strip()) if cell]


def find(lines: Sequence[str]) -> str:
    """The delimiter that cuts most of these lines into equally many cells; a comma where none does."""
    scored = [(_evenness(lines, candidate), candidate) for candidate in _CANDIDATES]
    best = max(score for score, _ in scored)
    if best > 0.5:
        return next(candidate for score, candidate in scored if score == best)
    return SPACES if _lined_up(lines) else ","


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """How many cells most rows have."""
    counted = Counter(len(row) for row in rows if row)
    return max(counted, key=lambda width: (counted[width], width), default=0)


def _evenness(lines: Sequence[str], delimiter: str) -> float:
    """The share of the lines that have the usual number of cells, or 0 where that is one."""
    rows = [row for row in _cut(lines, delimiter) if row]
    width = usual_width(rows)
    return sum(len(row) == width for row in rows) / len(rows) if width > 1 else 0.0


def _cut(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    """The lines as rows; each line by itself where a quotation mark is astray."""
    try:
        return list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        short = (line for line in lines if len(line) < csv.field_size_limit())
        return [row for line in short for row in csv.reader([line], delimiter=delimiter)]


def _lined_up(lines: Sequence[str]) -> bool:
    """Whether spaces part columns, not words: nearly all rows are alike, and one column is all numbers."""
    rows = [row for row in map(split, lines) if row]
    width = usual_width(rows)
    alike = [row for row in rows if len(row) == width]
    if width < 2 or len(alike) < 0.9 * len(rows):
        return False
    under_heading = alike[1:] or alike
    return any(all(map(_NUMBER.match, column)) for column in zip(*under_heading, strict=True))
