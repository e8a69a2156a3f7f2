"""What stands at the foot of every page that has people on it."""

from datetime import datetime

from frontdesk.domain.house import House
from frontdesk.foundation.words import tr
from frontdesk.reports import days


def foot(house: House, printed: datetime) -> str:
    """When it was printed, and that nobody else should find it lying about."""
    when = days.stamp(printed, house.zone, house.region)
    return tr("Printed {when} · personal, shred after use").format(when=when)
