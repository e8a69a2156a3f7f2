"""Address labels as data: which address goes onto which label of which sheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from babel.numbers import format_decimal

from frontdesk.domain.locales import locale_of
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr, trn
from frontdesk.reports.eliding import breakable, one_line
from frontdesk.reports.paper import Box, Paper

LINES = 6
"""The most lines an address has: name, house, street, box, town, country."""

_NAME = 40
"""The longest name in a sentence about those that do not fit."""

_NAMED = 5
"""So many of them are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of labels as it is sold, in millimetres.

    ``left`` and ``top`` are where the first label begins, ``across`` and ``down`` the way from one to the
    next. ``inset`` is what stays white inside a label, so that the printer reaches all that is printed.
    """

    paper: Paper
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    inset: tuple[float, float]

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    def box(self, number: int) -> Box:
        """Where label ``number`` lies, counted from 1 as one reads: along a row, then the next."""
        row, column = divmod(number - 1, self.columns)
        left, top = self.left + column * self.across, self.top + row * self.down
        return Box(left, top, self.width, self.height)


class Labels(Enum):
    """The sheets we know; the first is the usual one."""

    EDGE_TO_EDGE = LabelSheet(Paper.A4, 3, 8, 70, 37, 0, 0.5, 70, 37, (7, 5))
    WITH_MARGINS = LabelSheet(Paper.A4, 3, 8, 63.5, 33.9, 7.25, 12.9, 66, 33.9, (4, 2.5))
    LETTER = LabelSheet(Paper.LETTER, 3, 10, 66.675, 25.4, 4.7625, 12.7, 69.85, 25.4, (4, 2))

    @property
    def title(self) -> str:
        """What to choose it by: “A4, 24 labels of 70 × 37 mm”."""
        sheet = self.value
        width, height = (format_decimal(side, "0.#", locale_of()) for side in (sheet.width, sheet.height))
        text = tr("{paper}, {n} labels of {width} × {height} mm")
        return text.format(paper=sheet.paper.value, n=sheet.count, width=width, height=height)


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written: the name, then up to five lines more."""

    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """Who it is."""
        return one_line(self.lines[0], _NAME) if self.lines else ""


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed on one label; each line may be wrapped. ``address`` is what it was made of."""

    address: Address
    lines: tuple[str, ...]
    sender: str = ""


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """Labels to be printed on ``sheet``, from label ``start`` of the first sheet on."""

    sheet: LabelSheet
    start: int
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its place, ``page`` counted from 1."""

    page: int
    box: Box
    label: Label


def order(
    addresses: Iterable[Address], sheet: Labels = Labels.EDGE_TO_EDGE, start: int = 1, sender: str = ""
) -> LabelOrder:
    """The labels for ``addresses``; raises :class:`Refused` where the sheet has no label ``start``.

    ``sender`` is one small line above each address. An address with nothing in it gets no label.
    """
    check_start(start, sheet)
    from_whom = breakable(one_line(sender))
    made = (Label(one, _lines(one), from_whom) for one in addresses)
    return LabelOrder(sheet.value, start, tuple(label for label in made if label.lines))


def check_start(start: int, sheet: Labels) -> None:
    """Raise :class:`Refused` beside ``start`` where the sheet has no such label."""
    count = sheet.value.count
    if not 1 <= start <= count:
        text = tr("A sheet has labels 1 to {n}. Count them along the rows, from the top left.")
        raise Refused(text.format(n=count), "start")


def place(
    wanted: LabelOrder, fits: Callable[[Label], bool]
) -> tuple[tuple[Placed, ...], tuple[Address, ...]]:
    """The labels in their places, and the addresses that do not fit; those take up no label.

    ``fits`` says whether a label has room for its lines, which depends on the letters it is set in.
    """
    fitting, left_out = [], []
    for label in wanted.labels:
        if len(label.lines) <= LINES and fits(label):
            fitting.append(label)
        else:
            left_out.append(label.address)
    count = wanted.sheet.count
    placed: list[Placed] = []
    for at, label in enumerate(fitting, start=wanted.start - 1):
        page, number = divmod(at, count)
        placed.append(Placed(page + 1, wanted.sheet.box(number + 1), label))
    return tuple(placed), tuple(left_out)


def left_out_hint(addresses: tuple[Address, ...]) -> str:
    """A sentence for the desk about the addresses that do not fit; nothing where all do."""
    if not addresses:
        return ""
    names = ", ".join(one.name for one in addresses[:_NAMED])
    if len(addresses) > _NAMED:
        names = tr("{names} and {n} more").format(names=names, n=len(addresses) - _NAMED)
    text = trn(
        "{n} address does not fit on a label and is left out: {{names}}. Shorten it, or write it by hand.",
        "{n} addresses do not fit on a label and are left out: {{names}}. "
        "Shorten them, or write them by hand.",
        len(addresses),
    )
    return text.format(names=names)


def _lines(address: Address) -> tuple[str, ...]:
    """The lines that have something in them; a line break pasted into one begins a new one."""
    every = (line for text in address.lines for line in text.splitlines())
    return tuple(breakable(text) for text in map(_whole_line, every) if text)


def _whole_line(line: str) -> str:
    return one_line(line, longest=1_000)
