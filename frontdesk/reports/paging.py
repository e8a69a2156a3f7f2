"""Where one page ends and the next begins: rows stay whole, a heading stays with its first row.

Plain numbers, so that it can be reasoned about without a toolkit. Heights may be in any unit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Slice = tuple[float, float]
"""From where to where of the long strip one page shows."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands together on the strip, from ``top`` to ``bottom``.

    A ``heading`` is kept with the block after it. ``cuts`` are the heights between two lines of text,
    asked only where a block is taller than a page.
    """

    top: float
    bottom: float
    heading: bool = False
    cuts: tuple[float, ...] = ()


def break_pages(blocks: Sequence[Block], height: float, head: float = 0.0) -> list[Slice]:
    """Cut the strip of ``blocks``, in order from the top, into pages of at most ``height``.

    Every page but the first leaves room for a ``head``.
    """
    pages: list[Slice] = []

    def room() -> float:
        return height - head if pages else height

    start = end = blocks[0].top if blocks else 0.0
    for top, bottom, cuts in _kept_together(blocks):
        if bottom - start > room() and end > start:
            pages.append((start, end))
            start = top
        while bottom - start > room():
            cut = _last_cut(cuts, start, start + room())
            pages.append((start, cut))
            start = cut
        end = bottom
    if end > start:
        pages.append((start, end))
    return pages


def cuts_between(lines: Iterable[Slice]) -> tuple[float, ...]:
    """The bottoms of ``lines`` at which no other line is cut through; columns may stand side by side."""
    every = sorted(lines)
    return tuple(bottom for _, bottom in every if not any(top < bottom < other for top, other in every))


def _kept_together(blocks: Iterable[Block]) -> Iterator[tuple[float, float, tuple[float, ...]]]:
    """Headings joined with the first block that is none."""
    top: float | None = None
    cuts: tuple[float, ...] = ()
    bottom = 0.0
    for block in blocks:
        top = block.top if top is None else top
        cuts, bottom = cuts + block.cuts, block.bottom
        if not block.heading:
            yield top, bottom, cuts
            top, cuts = None, ()
    if top is not None:
        yield top, bottom, cuts


def _last_cut(cuts: Iterable[float], after: float, until: float) -> float:
    """The lowest place to cut that still fits; the page's end itself where no line ends on the page."""
    return max((cut for cut in cuts if after < cut <= until), default=until)
