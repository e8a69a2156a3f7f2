"""The house's own choices."""

from typing import Any
from zoneinfo import available_timezones

from frontdesk.domain.changes import Changes
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
    for name in ("lead_days", "belated_days", "milestone_days"):
        if not 0 <= tidy.get(name, 0) <= 60:
            raise Refused(tr("Between 0 and 60 days."), name)
    for name in ("renewal_before", "renewal_after"):
        if not all(1 <= days <= FARTHEST for days in tidy.get(name, ())):
            raise Refused(tr("Days between 1 and {n}, such as 30, 14, 7.").format(n=FARTHEST), name)
    with desk.write() as work:
        settings.set_house(work, tidy)
    desk.read_house()  # where another desk came first with the same, nothing has changed here
    return work.changes()
