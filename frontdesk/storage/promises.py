"""What somebody was promised: a request that we said yes to, a call back. It is kept by closing it."""

from datetime import datetime

from frontdesk.domain.reminders import Rule
from frontdesk.storage.entities import CALLS, REQUESTS
from frontdesk.storage.unit_of_work import UnitOfWork

_KEPT_IN = {Rule.REQUEST: REQUESTS, Rule.CALL: CALLS}


def close(work: UnitOfWork, rule: Rule, subject: int) -> bool:
    """Close what a promise's reminder is about; whether it was open still. Raises Gone where none is."""
    return _move(work, rule, subject, None, work.now)


def reopen(work: UnitOfWork, rule: Rule, subject: int, at: datetime | None) -> bool:
    """Open again what was closed at an instant; whether that still stood. Raises Gone as above."""
    return _move(work, rule, subject, at, None)


def _move(
    work: UnitOfWork, rule: Rule, subject: int, before: datetime | None, after: datetime | None
) -> bool:
    entity = _KEPT_IN[rule]
    now = work.read(entity, subject)
    if now["closed"] != before or before == after:
        return False
    work.put(entity, subject, now, {"closed": after})
    return True
