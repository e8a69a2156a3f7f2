"""Undo: taking the last thing back."""

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import ChangeId
from frontdesk.services.desk import Desk
from frontdesk.storage import undo as storage


def undo(desk: Desk, change: ChangeId) -> Changes:
    """Take one unit of work back; what is given can be undone in its turn.

    Raises Refused, and leaves all as it is, where somebody has built on it since.
    """
    with desk.write() as work:
        storage.undo(work, change)
    return work.changes()
