"""How long there is until something is due, or how late it is, in a few words."""

from datetime import datetime

from frontdesk.foundation.words import trn

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def time_left(deadline: datetime, now: datetime) -> str:
    """“in 2 h”, “in 10 min”; “5 min late”, “2 days late”."""
    seconds = int((deadline - now).total_seconds())
    if seconds < 0:
        return _late(-seconds)
    hours = seconds // _HOUR
    if hours:
        return trn("in {n} h", "in {n} h", hours)
    return trn("in {n} min", "in {n} min", seconds // _MINUTE)


def _late(seconds: int) -> str:
    if seconds >= _DAY:
        return trn("{n} day late", "{n} days late", seconds // _DAY)
    if seconds >= _HOUR:
        return trn("{n} h late", "{n} h late", seconds // _HOUR)
    return trn("{n} min late", "{n} min late", seconds // _MINUTE)
