"""Cards on the sheets that are printed and folded: which face lies where, and what is where on it.

A sheet lies before us with its fold upright in the middle. Outside, the front is the right half and the
back the left one; turned over like the page of a book, the right half of the inside is the one to write on.
Lengths are millimetres from the sheet's top left corner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from frontdesk.foundation.words import tr
from frontdesk.reports.card import Card
from frontdesk.reports.paper import Box, Paper

_MARK = 7.0  # how far a mark reaches into the sheet: most printers leave 4 mm at the edge
_A5 = 148.0  # high when it lies: ISO rounds half of A4 down
_FACE = 105.0  # wide, the face that the sizes of letters below are meant for; they grow with it
_MARGIN = 12.0 / _FACE  # to a millimetre of a face's width
_GREETING = 0.17  # of a face's height
_GREETING_SIZES = (22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0)
_INSIDE_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_HOUSE_SIZES = (9.0, 8.0, 7.0)


class Fold(Enum):
    """What is folded, and so how large the card is."""

    LARGE = "large"
    SMALL = "small"
    PAIR = "pair"

    @property
    def title(self) -> str:
        """What to choose it by."""
        return {
            Fold.LARGE: tr("A whole sheet, folded"),
            Fold.SMALL: tr("Half a sheet, folded"),
            Fold.PAIR: tr("Two cards on a sheet, cut and folded"),
        }[self]


class Settling(Enum):
    """Where a text settles in its room; the value is how much of the white is above it."""

    TOP = 0.0
    MIDDLE = 0.5
    BOTTOM = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """A text in its room: it takes the largest of ``sizes``, in points, in which it fits."""

    paragraphs: tuple[str, ...]
    room: Box
    sizes: tuple[float, ...]
    settling: Settling
    centred: bool


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows on one of its pages: words and, on the front, its picture in ``picture``."""

    card: Card
    words: Words
    picture: Box | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A thin line that says where to fold or to cut, between two points."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet."""

    faces: tuple[Face, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class CardSheets:
    """The sides in the order they are printed: of each sheet the outside, then its inside if there is one."""

    size: tuple[float, float]
    sides: tuple[Side, ...]
    both_sides: bool

    @property
    def long_edge(self) -> bool:
        """Whether a printer turns the sheet on its long edge to print the inside, like a book's page."""
        return self.size[1] > self.size[0]


def impose(cards: Sequence[Card], fold: Fold, paper: Paper) -> CardSheets:
    """The ``cards`` on sheets of ``paper``, or of half of it where ``fold`` says so.

    Where one card has a text inside, every sheet has its second side, so that a stack stays in step.
    """
    size, places = _sheet(fold, paper)
    both = any(any(one.inside) for one in cards)
    sides: list[Side] = []
    for first in range(0, len(cards), len(places)):
        here = list(zip(cards[first : first + len(places)], places, strict=False))
        outside = (face for one, box in here for face in (_front(one, box), _back(one, box)))
        sides.append(Side(tuple(outside), (*_folds([box for _, box in here]), *_cuts(size, places))))
        if both:
            sides.append(Side(tuple(_inside(one, box) for one, box in here)))
    return CardSheets(size, tuple(sides), both)


def _sheet(fold: Fold, paper: Paper) -> tuple[tuple[float, float], tuple[Box, ...]]:
    """The sheet's width and height, and where on it the unfolded cards lie."""
    width, height = paper.size
    half = height / 2
    if fold is Fold.LARGE:
        return (height, width), (Box(0, 0, height, width),)
    if fold is Fold.SMALL:
        half = _A5 if paper is Paper.A4 else half
        return (width, half), (Box(0, 0, width, half),)
    return (width, height), (Box(0, 0, width, half), Box(0, half, width, half))


def _front(one: Card, sheet: Box) -> Face:
    """The picture, and the greeting under it; without one the picture has the face to itself."""
    face = _right_half(sheet)
    inner = _inner(face)
    foot = _GREETING * face.height if one.greeting else 0.0
    room = Box(inner.left, inner.top + inner.height - foot, inner.width, foot)
    words = Words((one.greeting,), room, _scaled(_GREETING_SIZES, face), Settling.MIDDLE, centred=True)
    return Face(one, words, Box(inner.left, inner.top, inner.width, inner.height - foot))


def _back(one: Card, sheet: Box) -> Face:
    face = Box(sheet.left, sheet.top, sheet.width / 2, sheet.height)
    sizes = _scaled(_HOUSE_SIZES, face)
    return Face(one, Words((one.house,), _inner(face), sizes, Settling.BOTTOM, centred=True))


def _inside(one: Card, sheet: Box) -> Face:
    face = _right_half(sheet)
    sizes = _scaled(_INSIDE_SIZES, face)
    return Face(one, Words(one.inside, _inner(face), sizes, Settling.MIDDLE, centred=False))


def _right_half(sheet: Box) -> Box:
    width = sheet.width / 2
    return Box(sheet.left + width, sheet.top, width, sheet.height)


def _inner(face: Box) -> Box:
    margin = _MARGIN * face.width
    return face.inset(margin, margin)


def _scaled(sizes: Sequence[float], face: Box) -> tuple[float, ...]:
    return tuple(points * face.width / _FACE for points in sizes)


def _folds(places: Sequence[Box]) -> Iterator[Mark]:
    """A short mark at both ends of each fold."""
    for box in places:
        middle, bottom = box.left + box.width / 2, box.top + box.height
        yield Mark(middle, box.top, middle, box.top + _MARK)
        yield Mark(middle, bottom - _MARK, middle, bottom)


def _cuts(size: tuple[float, float], places: Sequence[Box]) -> Iterator[Mark]:
    """A short mark at both edges, between two cards that are cut apart."""
    for box in places[1:]:
        yield Mark(0, box.top, _MARK, box.top)
        yield Mark(size[0] - _MARK, box.top, size[0], box.top)
