"""Days that come back every year: birthdays, years with the house, occasions of a person's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.domain.dates import PartialDate, yearly
from frontdesk.domain.house import House


@dataclass(frozen=True, slots=True)
class Kept:
    """One year's return of a day: ``years`` since the first, where the first year is known."""

    due: date
    starts: date
    years: int | None


def around(anniversary: PartialDate, today: date, house: House, ahead: int) -> Iterator[Kept]:
    """The returns of a day that are belated, due or coming up.

    One may be seen to from the house's lead days before, stays for the house's belated days after and
    is then let go. Those due within ``ahead`` days are shown although it is early.
    """
    first = today - timedelta(days=house.belated_days)
    last = today + timedelta(days=max(ahead, house.lead_days))
    lead = timedelta(days=house.lead_days)
    for due in yearly(anniversary, first, last, house.leap):
        years = None if anniversary.year is None else due.year - anniversary.year
        yield Kept(due, due - lead, years)
