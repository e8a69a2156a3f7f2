"""How often somebody comes, by their own habit, and when they have stayed away for longer than usual.

The same number of days is a long time for one person and nothing for another, so each is measured by
their own median gap. A membership that is paused, or was until lately, excuses whoever stays away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from frontdesk.domain.house import House
from frontdesk.domain.memberships import Membership

GAPS = 20
"""So many last gaps are the rhythm: somebody who comes more seldom now is not missed by their old habit."""

LOST_DAYS_SHOWN = 30
"""Days for which somebody who is lost stands on the list; then they are let go."""


class Away(StrEnum):
    """How long somebody has been away, measured by what is usual for them; the longest is the last."""

    OVERDUE = "overdue"
    SLEEPING = "sleeping"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Limit:
    """Nobody is ``stage`` before ``times`` their own gap, nor before ``days`` days."""

    stage: Away
    times: float
    days: int

    def passed(self, last: date, gap: float) -> date | None:
        """The first day on which the time since ``last`` is longer; None where no calendar reaches it."""
        try:
            return last + timedelta(days=int(max(self.times * gap, self.days)) + 1)
        except OverflowError:
            return None


def limits(house: House) -> tuple[Limit, ...]:
    """The house's limits, the shortest first."""
    return (
        Limit(Away.OVERDUE, house.overdue_times, house.overdue_days),
        Limit(Away.SLEEPING, house.sleeping_times, house.sleeping_days),
        Limit(Away.LOST, house.lost_times, house.lost_days),
    )


@dataclass(frozen=True, slots=True)
class Absence:
    """A stage that has been reached on ``since``; it stands up to ``until``."""

    stage: Away
    since: date
    until: date


def absence(last: date, gap: float, today: date, house: House) -> Absence | None:
    """The latest stage that somebody has reached who was last here on ``last``; None while it is usual.

    Each stage stands until the next one, the last for :data:`LOST_DAYS_SHOWN` days.
    """
    reached: Absence | None = None
    after: date | None = None
    for limit in reversed(limits(house)):
        since = limit.passed(last, gap)
        if since is None or (after is not None and since >= after):
            continue  # where the limits are out of order the longer absence counts
        if reached is None and since <= today:
            until = after - timedelta(days=1) if after else since + timedelta(days=LOST_DAYS_SHOWN)
            reached = Absence(limit.stage, since, until)
        after = since
    return reached if reached and today <= reached.until else None


def usual_gap(days: Iterable[date]) -> float | None:
    """The median number of days between the last :data:`GAPS` comings; None below three different days."""
    came = sorted(set(days))[-GAPS - 1 :]
    if len(came) < 3:
        return None
    return float(median((later - one).days for one, later in pairwise(came)))


def excused_until(memberships: Iterable[Membership]) -> date | None:
    """The last day on which a pause of a membership explains that somebody does not come."""
    return max((one.draft.paused_until for one in memberships if one.draft.paused_until), default=None)
