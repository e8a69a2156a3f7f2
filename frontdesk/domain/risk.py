"""How much is at risk where a membership ends: what it is worth in a year, and the signs of leaving.

The weights are a judgement, not a measurement: they put those first for whom a talk is most urgent, and
say why. A house that has counted its own leavers for some years can do better.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """A reason to think that somebody may leave."""

    LOST = "lost"
    SLEEPING = "sleeping"
    OVERDUE = "overdue"
    SELDOMER = "seldomer"
    THINKING = "thinking"
    NOT_REACHED = "not reached"
    LATE_REQUEST = "late request"
    ENDED = "ended"


_BASE = 0.15
_WEIGHTS = {
    Sign.LOST: 0.6,
    Sign.SLEEPING: 0.45,
    Sign.OVERDUE: 0.25,
    Sign.SELDOMER: 0.2,
    Sign.THINKING: 0.2,
    Sign.NOT_REACHED: 0.1,
    Sign.LATE_REQUEST: 0.1,
    Sign.ENDED: 0.15,
}
_MOST = 0.95

_SELDOMER = 2 / 3
_ENOUGH_VISITS = 6


@dataclass(frozen=True, slots=True)
class Coming:
    """Visit days within the last year, and within the year before it."""

    this_year: int = 0
    year_before: int = 0

    @property
    def seldomer(self) -> bool:
        """Whether somebody comes clearly less than a year ago; too few visits say nothing."""
        return self.year_before >= _ENOUGH_VISITS and self.this_year <= self.year_before * _SELDOMER


def chance(signs: Iterable[Sign]) -> float:
    """How likely somebody leaves, from 0 to 1, as a judgement on the signs."""
    return min(_MOST, _BASE + sum(_WEIGHTS[sign] for sign in set(signs)))


def at_risk(yearly: float, signs: Iterable[Sign]) -> float:
    """The part of what a membership is worth in a year that may be lost, in the same unit."""
    return yearly * chance(signs)
