"""The second visit: learning from the house's own visits by when most of those who return have returned."""

from frontdesk.domain.returning import estimate
from frontdesk.services.desk import Desk
from frontdesk.storage import returning, settings

_SAME = 1
"""Days by which an estimate may differ from the one before without being worth a word."""


def learn(desk: Desk) -> bool:
    """Work the estimate out anew and keep it where it has changed; says whether it has.

    A house in which too few have come again keeps its own choice of days.
    """
    desk.read_house()
    with desk.store.read() as reading:
        found = estimate(returning.waits(reading, desk.today()))
    new = (found.most, found.nearly_all) if found else (None, None)
    old = (desk.house.returned_by, desk.house.returned_late)
    if all(_near(one, other) for one, other in zip(old, new, strict=True)):
        return False
    with desk.write() as work:
        settings.set_house(work, {"returned_by": new[0], "returned_late": new[1]})
    return True


def _near(one: int | None, other: int | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) <= _SAME)
