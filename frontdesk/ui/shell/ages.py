"""How long ago, in the few words there is room for at the foot of the window."""

from datetime import timedelta

from frontdesk.foundation.words import tr, trn

_HOUR, _DAY = 60, 24 * 60


def in_words(age: timedelta) -> str:
    """“just now”, “12 min ago”, “3 h ago”, “2 days ago”."""
    minutes = int(age.total_seconds() // 60)
    if minutes < 1:
        return tr("just now")
    if minutes < _HOUR:
        return trn("{n} min ago", "{n} min ago", minutes)
    if minutes < _DAY:
        return trn("{n} h ago", "{n} h ago", minutes // _HOUR)
    return trn("{n} day ago", "{n} days ago", minutes // _DAY)
