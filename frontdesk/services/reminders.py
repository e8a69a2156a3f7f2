"""Reminders: saying what became of one."""

from datetime import date

from frontdesk.domain.changes import Changes
from frontdesk.domain.reminders import Fate, Reminder
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import outcomes


def mark(desk: Desk, reminder: Reminder, fate: Fate, until: date | None = None) -> Changes:
    """Say that a reminder was done, skipped, or put off ``until`` a later day; by whoever is on duty."""
    if fate is Fate.SNOOZED and (until is None or until <= desk.today()):
        raise Refused(tr("Choose a later day to be reminded on."), "until")
    with desk.write() as work:
        outcomes.mark(work, reminder, fate, until if fate is Fate.SNOOZED else None)
    return work.changes()
