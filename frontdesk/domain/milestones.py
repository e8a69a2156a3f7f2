"""Counts worth a word: the visit that makes a round number, the years with the house."""

from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

ROUND_VISITS = frozenset((10, 25, 50))
"""Milestones before the hundreds; from there every hundredth visit is one."""

ROUND_YEARS = frozenset((1, 2, 3))
"""Milestones before the fives; from there every fifth year is one."""


def is_milestone(count: int) -> bool:
    """Whether this visit is one to mention: the 10th, 25th, 50th, 100th and every further 100th."""
    return count in ROUND_VISITS or (count > 0 and count % 100 == 0)


def next_milestone(visit_count: int) -> int | None:
    """The milestone the very next visit makes of ``visit_count``, or None when it is one among many."""
    coming = visit_count + 1
    return coming if is_milestone(coming) else None


def is_year_milestone(years: int) -> bool:
    """Whether so many years are ones to mention: 1, 2, 3, 5, 10 and every further 5."""
    return years in ROUND_YEARS or (years > 0 and years % 5 == 0)


class Counted(NamedTuple):
    """A milestone of the house's own: so many visits for one ``purpose``."""

    number: int
    purpose: str

    @property
    def stage(self) -> str:
        """What its reminder is called in outcomes."""
        if len(self.purpose) <= _LONGEST:
            return f"count-{self.number}-{self.purpose}"
        # Two long ones may begin alike, and a stage has forty letters.
        return f"count-{self.number}-{self.purpose[:16]}{crc32(self.purpose.encode()):08x}"


_LONGEST = 24


def counted(texts: Iterable[str]) -> tuple[Counted, ...]:
    """The milestones that a house has written down as “100 yoga”, each once.

    What cannot be read is left out.
    """
    found: dict[tuple[int, str], Counted] = {}
    for text in texts:
        number, _, purpose = text.strip().partition(" ")
        if number.isdecimal() and int(number) > 1 and purpose.strip():
            one = Counted(int(number), purpose.strip())
            found.setdefault((one.number, one.purpose.casefold()), one)
    return tuple(found.values())
