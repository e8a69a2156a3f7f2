"""Reminders: saying what became of one."""

from datetime import date

from frontdesk.domain.changes import Changes
from frontdesk.domain.reminders import Fate, Reminder
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import ledger, outcomes

_SAID = (Fate.DONE, Fate.SKIPPED, Fate.SNOOZED)


def can_wait_until(reminder: Reminder, day: date) -> bool:
    """Whether a reminder would still be on the list on a day to which it is put off."""
    return reminder.until is None or day <= reminder.until


def _check_day(reminder: Reminder, until: date | None, today: date) -> None:
    if until is None or until <= today:
        raise Refused(tr("Choose a later day to be reminded on."), "until")
    if not can_wait_until(reminder, until):
        raise Refused(tr("By then it would be too late for this. Choose an earlier day."), "until")


def mark(desk: Desk, reminder: Reminder, fate: Fate, until: date | None = None) -> Changes:
    """Say that a reminder was done, skipped, or put off ``until`` a later day; by whoever is on duty.

    Raises Refused for a day that is past, or so late that the reminder would be let go before it, and where
    what came of the last talk about a membership has to be said instead.
    """
    if fate not in _SAID:
        raise ValueError(f"nobody can say that a reminder is {fate}")
    if fate is Fate.SNOOZED:
        _check_day(reminder, until, desk.today())
    elif reminder.needs_talk:
        raise Refused(tr("Say what came of the talk: renewed, thinking, leaving or not reached."), "talk")
    with desk.write() as work:
        ledger.enter(work, [reminder])
        outcomes.mark(work, reminder, fate, until if fate is Fate.SNOOZED else None)
    return work.changes()
