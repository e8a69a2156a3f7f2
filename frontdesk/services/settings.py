"""The house's own choices."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from frontdesk.domain import winback
from frontdesk.domain.changes import Changes
from frontdesk.domain.house import WINBACK_DAYS
from frontdesk.domain.text import LINE, check_length, clean
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import settings

FARTHEST = 366
"""Days from the end of a membership to a talk about it."""


def change_house(desk: Desk, /, **fields: Any) -> Changes:
    """Set fields of :class:`~frontdesk.domain.house.House`; raises Refused beside one that cannot stand."""
    tidy: dict[str, Any] = {k: clean(v) if type(v) is str else v for k, v in fields.items()}
    for name, value in tidy.items():
        if isinstance(value, str):
            check_length(value, LINE, name)
    if "zone" in tidy and tidy["zone"] not in available_timezones():
        raise Refused(tr("There is no time zone of this name."), "zone")
    _check_days(tidy)
    with desk.write() as work:
        settings.set_house(work, tidy)
    desk.read_house()  # where another desk came first with the same, nothing has changed here
    return work.changes()


_DAYS = dict.fromkeys(("lead_days", "belated_days", "milestone_days"), (0, 60))
_DAYS |= dict.fromkeys(("overdue_days", "sleeping_days", "lost_days", "second_visit_days"), (1, 3650))
_TIMES = ("overdue_times", "sleeping_times", "lost_times")
_MOST_TIMES = 50


def _check_days(tidy: Mapping[str, Any]) -> None:
    for name in tidy.keys() & _DAYS.keys():
        least, most = _DAYS[name]
        if not least <= tidy[name] <= most:
            raise Refused(tr("Between {least} and {most} days.").format(least=least, most=most), name)
    for name in tidy.keys() & set(_TIMES):
        if not 1 <= tidy[name] <= _MOST_TIMES:
            raise Refused(tr("Between 1 and {n} times.").format(n=_MOST_TIMES), name)
    for name in ("renewal_before", "renewal_after"):
        if not all(1 <= days <= FARTHEST for days in tidy.get(name, ())):
            raise Refused(tr("Days between 1 and {n}, such as 30, 14, 7.").format(n=FARTHEST), name)
    winback.check_days(tidy.get("winback_days", WINBACK_DAYS))
    if set(tidy.get("closed", ())) >= set(_WEEK):
        raise Refused(tr("Leave one day of the week on which the house is open."), "closed")


_WEEK = range(7)
