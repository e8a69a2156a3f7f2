"""Reminders: saying what became of one, when it stands on the list or long afterwards."""

from datetime import date

from frontdesk.domain.changes import Changes
from frontdesk.domain.ledger import Entry
from frontdesk.domain.reminders import PROMISES, Fate, Reminder, Rule
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import ledger, outcomes, promises, talks, winbacks
from frontdesk.storage.unit_of_work import UnitOfWork

_SETTLED = (Fate.DONE, Fate.SKIPPED)
_SAID = (*_SETTLED, Fate.SNOOZED)


def can_wait_until(reminder: Reminder, day: date) -> bool:
    """Whether a reminder would still be on the list on a day to which it is put off."""
    return reminder.until is None or day <= reminder.until


def _check_day(reminder: Reminder, until: date | None, today: date) -> None:
    if until is None or until <= today:
        raise Refused(tr("Choose a later day to be reminded on."), "until")
    if not can_wait_until(reminder, until):
        raise Refused(tr("By then it would be too late for this. Choose an earlier day."), "until")


def _check_talk(about: Reminder | Entry) -> None:
    if about.needs_talk:
        raise Refused(tr("Say what came of the talk: renewed, thinking, leaving or not reached."), "talk")


def _check_promise(about: Reminder | Entry, fate: Fate) -> None:
    if about.rule is Rule.REQUEST and fate is not Fate.DONE:
        raise Refused(tr("A promise is not skipped. Close the request on their card, and say how it ended."))
    if about.rule is Rule.CALL and fate is not Fate.DONE:
        raise Refused(tr("A promised call is not skipped. Ring them, or agree upon another time."))


def mark(desk: Desk, reminder: Reminder, fate: Fate, until: date | None = None) -> Changes:
    """Say that a reminder was done, skipped, or put off ``until`` a later day; by whoever is on duty.

    What was promised is closed when it is done, and can be neither skipped nor put off. Raises Refused for
    that, for a day that is past, or so late that the reminder would be let go before it, and where what came
    of the last talk about a membership has to be said instead.
    """
    if fate not in _SAID:
        raise ValueError(f"nobody can say that a reminder is {fate}")
    _check_promise(reminder, fate)
    if fate is Fate.SNOOZED:
        _check_day(reminder, until, desk.today())
    else:
        _check_talk(reminder)
    with desk.write() as work:
        ledger.enter(work, [reminder])
        if reminder.rule in PROMISES:
            _close(work, reminder.rule, reminder.subject)
        else:
            day = until if fate is Fate.SNOOZED else None
            outcomes.mark(work, reminder.key, reminder.person.id, fate, day)
    return work.changes()


def settle(desk: Desk, entry: Entry, fate: Fate) -> Changes:
    """Say of an entry of the ledger that it was done or skipped after all, though it may have been let go.

    Raises Refused as :func:`mark` does and where somebody has settled it meanwhile, and Gone where what was
    promised is no more.
    """
    if fate not in _SETTLED:
        raise ValueError(f"nobody can say afterwards that a reminder is {fate}")
    _check_talk(entry)
    _check_promise(entry, fate)
    with desk.write() as work:
        if entry.rule in PROMISES:
            _close(work, entry.rule, entry.key[1])
        else:
            _settle(work, entry, fate)
    return work.changes()


def take_back(desk: Desk, entry: Entry) -> Changes:
    """Take away what somebody said about an entry of the ledger: it is open again, or let go.

    Raises Refused where nobody says so any more, and where it was settled by a talk, which is kept.
    """
    with desk.write() as work:
        if entry.rule in PROMISES:
            if not promises.reopen(work, entry.rule, entry.key[1], entry.at):
                raise _said_otherwise()
        else:
            _take_back(work, entry)
    return work.changes()


def _settle(work: UnitOfWork, entry: Entry, fate: Fate) -> None:
    now = outcomes.of(work.connection, [entry.person]).get(entry.key)
    if now is not None and now.fate in _SETTLED:
        raise _said_otherwise()
    outcomes.mark(work, entry.key, entry.person, fate)


def _take_back(work: UnitOfWork, entry: Entry) -> None:
    if entry.rule is Rule.RENEWAL and talks.was_held(work.connection, entry.key[1], entry.at):
        raise Refused(tr("A talk was written down with this. What came of it stands on their card."))
    if entry.rule is Rule.WINBACK and winbacks.was_told(work.connection, entry.key):
        raise Refused(tr("It was written down what came of this. It stands among those who have left."))
    if entry.said is None or not outcomes.take_back(work, entry.key, entry.said, entry.at):
        raise _said_otherwise()


def _close(work: UnitOfWork, rule: Rule, subject: int) -> None:
    if not promises.close(work, rule, subject):
        raise _said_otherwise()


def _said_otherwise() -> Refused:
    return Refused(tr("Somebody has said something else about this meanwhile. Nothing was changed."))
