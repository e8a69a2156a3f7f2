"""Days that come back every year: birthdays, years with the house, occasions of a person's own."""

from datetime import date
from typing import NamedTuple

from frontdesk.domain.horizon import Horizon


class Kept(NamedTuple):
    """One year's return of a day: ``years`` since the first, where the first year is known."""

    due: date
    starts: date
    years: int | None


def returns(month: int, day: int, year: int | None, horizon: Horizon) -> list[Kept]:
    """The returns of a day that are belated, due or coming up; ``year`` is its first where that is known.

    One may be seen to from the house's lead days before, stays for the house's belated days after and
    is then let go. Those within the days ahead are shown although it is early.
    """
    return [
        Kept(due, due - horizon.lead, None if year is None else due.year - year)
        for due in horizon.kept.get((month, day), ())
        if year is None or year <= due.year
    ]
