"""The time to a second visit: by when those who come again have done so, in this house.

Whoever has come once and not again counts for as long as they could have come again and no longer, by the
product-limit estimate: E. L. Kaplan and P. Meier, “Nonparametric estimation from incomplete observations”,
Journal of the American Statistical Association 53 (1958), 457–481.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.domain.house import House

MOST_RETURNED, NEARLY_ALL = 0.7, 0.95
FEWEST = 30
"""So many people must have come again before the house's own figures are used."""


@dataclass(frozen=True, slots=True)
class Waits:
    """So many ``people`` have waited for so many ``days``: until they came again, or until now."""

    days: int
    returned: bool
    people: int = 1


def survival(waits: Iterable[Waits]) -> list[tuple[int, float]]:
    """The share that has not come again after each day on which somebody did, in order.

    Whoever has been watched up to a day is at risk on that day (censored times follow events of the same
    day, as Kaplan and Meier have it).
    """
    came: Counter[int] = Counter()
    watched: Counter[int] = Counter()
    for one in waits:
        watched[one.days] += one.people
        if one.returned:
            came[one.days] += one.people
    at_risk, left, found = watched.total(), 1.0, []
    for day in sorted(watched):
        if came[day]:
            left *= 1 - came[day] / at_risk
            found.append((day, left))
        at_risk -= watched[day]
    return found


def returned_by(curve: Iterable[tuple[int, float]], share: float) -> int | None:
    """The day by which ``share`` of those who ever come again have done so; None where nobody has.

    Those who ever come again are the ones whom the curve has lost at its end.
    """
    steps = list(curve)
    if not steps:
        return None
    ever = 1 - steps[-1][1]
    return next(day for day, left in steps if 1 - left >= share * ever - 1e-12)


@dataclass(frozen=True, slots=True)
class Returning:
    """Days after the first visit by which most, and nearly all, of those who come again have done so."""

    most: int
    nearly_all: int


def estimate(waits: Iterable[Waits]) -> Returning | None:
    """The house's own figures; None where too few have come again to say."""
    every = list(waits)
    if sum(one.people for one in every if one.returned) < FEWEST:
        return None
    curve = survival(every)
    most, nearly_all = (returned_by(curve, share) for share in (MOST_RETURNED, NEARLY_ALL))
    return None if most is None or nearly_all is None else Returning(most, nearly_all)


STAYS = 14
"""Days for which somebody is reminded of at least, once most have come again."""


def window(came: date, house: House) -> tuple[date, date] | None:
    """The first and the last day on which to think of somebody who has come once, on the day ``came``.

    From the day after most of those who return have returned until nearly all have; afterwards it is too
    late. None where no calendar reaches that far.
    """
    most = house.second_visit_days if house.returned_by is None else house.returned_by
    late = max(house.returned_late or 0, most + STAYS)
    try:
        return came + timedelta(days=most + 1), came + timedelta(days=late + 1)
    except OverflowError:
        return None
