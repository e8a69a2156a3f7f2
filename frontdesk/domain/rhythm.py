"""How often somebody comes, by their own habit, and when they have stayed away for longer than usual.

The same number of days is a long time for one person and nothing for another, so each is measured by
their own median gap. A membership that is paused, or was until lately, excuses whoever stays away.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from frontdesk.domain.house import House
from frontdesk.domain.memberships import Membership

GAPS = 20
"""So many last gaps are the rhythm: somebody who comes more seldom now is not missed by their old habit."""

SHOWN = 14
"""Days for which a stage stands on the list once it is reached; then it is let go, until the next one."""


_NEVER = 10**9


class Away(StrEnum):
    """How long somebody has been away, measured by what is usual for them; the longest is the last."""

    OVERDUE = "overdue"
    SLEEPING = "sleeping"
    LOST = "lost"


class Limit(NamedTuple):
    """Nobody is ``stage`` before ``times`` their own gap, nor before ``days`` days."""

    stage: Away
    times: float
    days: int


def limits(house: House) -> tuple[Limit, ...]:
    """The house's limits, the longest first."""
    return (
        Limit(Away.LOST, house.lost_times, house.lost_days),
        Limit(Away.SLEEPING, house.sleeping_times, house.sleeping_days),
        Limit(Away.OVERDUE, house.overdue_times, house.overdue_days),
    )


class Absence(NamedTuple):
    """A stage that was reached ``since`` a day; it stands on the list up to ``until``."""

    stage: Away
    since: date
    until: date


def absence(last: date, gap: float, today: date, longest_first: Sequence[Limit]) -> Absence | None:
    """The latest stage that somebody has reached who was last here on ``last``; None while it is usual.

    Limits that are out of order do not count.
    """
    away, following = (today - last).days, _NEVER
    for stage, times, days in longest_first:
        first = int(max(times * gap, days)) + 1
        if first >= following:
            continue
        if first <= away:
            until = min(following - 1, first + SHOWN)
            return Absence(stage, last + timedelta(first), last + timedelta(until))
        following = first
    return None


def usual_gap(days: Iterable[date]) -> float | None:
    """The median number of days between the last :data:`GAPS` comings; None below three different days."""
    came = sorted(set(days))[-GAPS - 1 :]
    if len(came) < 3:
        return None
    return float(median((later - one).days for one, later in pairwise(came)))


def away_since(last: date, memberships: Iterable[Membership], today: date) -> date:
    """The day from which an absence counts: of the last visit, or the last day of a pause that has begun."""
    pauses = [(one.draft.paused_from, one.draft.paused_until) for one in memberships]
    return max([last, *(until for begun, until in pauses if begun and until and begun <= today)])
