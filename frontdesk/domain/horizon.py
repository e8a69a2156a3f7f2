"""The days one list looks at, worked out once for everybody on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from frontdesk.domain.dates import LeapRule, PartialDate, yearly
from frontdesk.domain.house import House
from frontdesk.domain.relative import when
from frontdesk.domain.rhythm import Limit, limits
from frontdesk.foundation.clock import venue_day

BEFORE_SINCE = timedelta(days=30)
"""How far back a house that has just begun with the program is reminded."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """Today at the venue, and how far the list looks to either side of it.

    ``earliest`` is the first due day of anything at all. Yearly days are seen from ``belated`` to
    ``yearly_until``, everything else until ``until``; ``away`` are the house's limits for
    those who stay away; ``unseen`` is for how long things stay longer because nobody could see them.
    ``lead`` is how early a yearly day may be seen to
    and ``stay`` how long it stays after that.
    ``kept`` gives the days in between on which a month and a day are kept, where there are any. ``say``
    gives the words for a day as said today.
    """

    now: datetime
    today: date
    house: House
    earliest: date
    belated: date
    yearly_until: date
    until: date
    away: tuple[Limit, ...]
    unseen: timedelta
    lead: timedelta
    stay: timedelta
    kept: Mapping[tuple[int, int], tuple[date, ...]]
    say: Callable[[date], str]


LONGEST_AWAY = 31
"""Days by which a reminder may be kept longer because nobody was there to see it."""


def belated_from(today: date, house: House, seen: date | None) -> date:
    """The earliest yearly day that is still on the list of ``today``.

    It stays for the house's belated days. ``seen`` is the last day before these on which the house was open
    and somebody could see the list: what fell due after it, while the house was closed or the program off,
    stays for so many days from the first day that it could be seen. None where that is not known.
    """
    first = today - timedelta(days=house.belated_days)
    if seen is None:
        return first
    return min(first, max(seen + timedelta(days=1), first - timedelta(days=LONGEST_AWAY)))


def horizon(now: datetime, house: House, ahead: int, belated: date | None = None) -> Horizon:
    """What a list made at ``now`` looks at when it shows the next ``ahead`` days too.

    ``belated`` is what :func:`belated_from` has said, where the house was not always seen.
    """
    today = venue_day(now, house.zone)

    @cache  # for this list only: its few days are said hundreds of times
    def say(day: date) -> str:
        return when(day, today)

    belated = belated or belated_from(today, house, None)
    yearly_until = today + timedelta(days=max(ahead, house.lead_days))
    return Horizon(
        now=now,
        today=today,
        house=house,
        earliest=house.since - BEFORE_SINCE if house.since else date.min,
        belated=belated,
        yearly_until=yearly_until,
        until=today + timedelta(days=ahead),
        away=limits(house),
        unseen=belated_from(today, house, None) - belated,
        lead=timedelta(days=house.lead_days),
        stay=timedelta(days=house.belated_days),
        kept=_kept(belated, yearly_until, house.leap),
        say=say,
    )


def _kept(first: date, last: date, leap: LeapRule) -> dict[tuple[int, int], tuple[date, ...]]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return {
        (month, day): tuple(yearly(PartialDate(month, day), first, last, leap))
        for month, day in {(one.month, one.day) for one in days} | {(2, 29)}
    }
