"""On which days the house is open."""

from datetime import date, timedelta

from frontdesk.domain.house import House

_ONE_DAY = timedelta(days=1)
_A_YEAR = 366


def is_open(day: date, house: House) -> bool:
    """Whether the house is open on a day."""
    return day.weekday() not in house.closed and day not in house.holidays


def next_open(day: date, house: House) -> date:
    """The day itself, or the first after it on which the house is open; itself where there is none."""
    for number in range(_A_YEAR):
        later = day + number * _ONE_DAY
        if is_open(later, house):
            return later
    return day
