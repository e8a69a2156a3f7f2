"""Paper: the sizes we print on, and what stays white around the edge. Lengths are millimetres."""

from dataclasses import dataclass
from enum import StrEnum

MARGIN = 15.0


class Paper(StrEnum):
    """A size of paper; the value is what settings and the command line call it."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, upright."""
        return _SIZES[self]

    @classmethod
    def named(cls, name: str) -> "Paper":
        """The paper called ``name`` in any case; A4 where nothing of that name is known."""
        known = {paper.value.casefold(): paper for paper in cls}
        return known.get(name.strip().casefold(), cls.A4)

    @classmethod
    def like(cls, size: tuple[float, float]) -> "Paper":
        """The paper of the family that ``size`` is of: A5 is like A4, half a Letter like Letter."""
        slenderness = max(size) / min(size)
        return cls.A4 if abs(slenderness - _SLENDER) < _NEARLY else cls.LETTER


_SLENDER = 2**0.5
_NEARLY = 0.03
_SIZES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a sheet, from the sheet's top left corner."""

    left: float
    top: float
    width: float
    height: float

    def inset(self, across: float, down: float) -> "Box":
        """What is left of it when so much stays white at each side, and at top and bottom."""
        return Box(self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down)
