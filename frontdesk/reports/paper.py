"""Paper: the sizes we print on, and what stays white around the edge. Lengths are millimetres."""

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


_SIZES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
