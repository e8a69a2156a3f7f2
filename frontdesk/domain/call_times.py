"""When somebody is best rung: when they said, when they were reached before, or when they usually come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median_low
from zoneinfo import ZoneInfo

from frontdesk.domain.text import clean, fold
from frontdesk.foundation.words import tr

LEAST = 3
"""So many times make a habit; of fewer nothing is said."""

_UNCLEAR = re.compile(r"\bnot\b|\bnever\b|\d\s*[ap]\.?m\b|\d/\d")
"""What says more than hours of any day: then only the words are shown."""

_SPAN = re.compile(r"\b(\d{1,2})(?:[:.]\d{2})?\s*[-–]\s*(\d{1,2})(?:[:.]\d{2})?\b")
_HOUR = re.compile(r"\b(\d{1,2})(?:[:.]\d{2})?\b")
_MINUTES = 60
_DAY = 24


@dataclass(frozen=True, slots=True)
class BestTime:
    """The best time in ``words``, and the hours of the venue's day between which it is, where they are known.

    Nothing is known where ``words`` are empty.
    """

    words: str = ""
    hours: tuple[int, int] | None = None

    def is_now(self, now: datetime, zone: str) -> bool:
        """Whether somebody is best rung at this instant."""
        if self.hours is None:
            return False
        here = now.astimezone(ZoneInfo(zone))
        first, last = self.hours
        return first * _MINUTES <= here.hour * _MINUTES + here.minute < last * _MINUTES


UNKNOWN = BestTime()


def best_time(said: str, reached: Sequence[datetime], came: Sequence[datetime], zone: str) -> BestTime:
    """What they ``said`` themselves, else the usual hour of being ``reached``, else that of having come.

    ``reached`` and ``came`` are instants.
    """
    if words := clean(said):
        return BestTime(words, _hours_in(fold(said)))
    for instants, text in (
        (reached, tr("mostly reached about {hour}")),
        (came, tr("usually comes about {hour}")),
    ):
        if len(instants) >= LEAST:
            hour = _usual_hour(instants, zone)
            return BestTime(text.format(hour=hour), (hour - 1, hour + 1))
    return BestTime()


def _usual_hour(instants: Sequence[datetime], zone: str) -> int:
    here = [one.astimezone(ZoneInfo(zone)) for one in instants]
    middle = median_low(one.hour * _MINUTES + one.minute for one in here)
    return round(middle / _MINUTES) % _DAY


def _hours_in(said: str) -> tuple[int, int] | None:
    """The hours that “after 16”, “before 10”, “9–11” or “17:30” mean; None where that is not clear."""
    if _UNCLEAR.search(said):
        return None
    span, hour = _SPAN.search(said), _HOUR.search(said)
    if span:
        first, last = int(span[1]), int(span[2])
    elif hour is None:
        return None
    elif fold(tr("after")) in said:
        first, last = int(hour[1]), _DAY
    elif fold(tr("before")) in said:
        first, last = 0, int(hour[1])
    else:
        first, last = int(hour[1]) - 1, int(hour[1]) + 1
    return (first, last) if first < last <= _DAY + 1 else None
