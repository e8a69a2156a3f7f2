"""How people come: regulars, one-time guests, days between visits, the busiest weekday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Visiting:
    """The house's visits in figures.

    ``came_once`` counts people with a single visit day; ``days_between`` is the median over people of
    their own median gap, None where nobody has come on two days; ``busiest`` is a weekday, 0 = Monday.
    """

    people: int = 0
    visits: int = 0
    first: date | None = None
    last: date | None = None
    came_once: int = 0
    days_between: float | None = None
    busiest: int | None = None


def visiting(days: Sequence[tuple[int, date]]) -> Visiting:
    """The figures for every visit's (customer, day); several visits on one day are one day of coming."""
    if not days:
        return Visiting()
    import pandas as pd

    frame = pd.DataFrame(days, columns=["customer", "day"])
    frame["day"] = pd.to_datetime(frame["day"])
    coming = frame.drop_duplicates().sort_values(["customer", "day"])
    gaps = coming.groupby("customer")["day"].diff().dt.days
    own = gaps.groupby(coming["customer"]).median().dropna()
    return Visiting(
        people=int(frame["customer"].nunique()),
        visits=len(frame),
        first=frame["day"].min().date(),
        last=frame["day"].max().date(),
        came_once=int((coming.groupby("customer").size() == 1).sum()),
        days_between=float(own.median()) if len(own) else None,
        busiest=int(frame["day"].dt.day_of_week.value_counts().idxmax()),
    )
