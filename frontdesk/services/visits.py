"""Visits: somebody came."""

from dataclasses import replace
from datetime import date
from typing import Any

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import CustomerId, VisitId
from frontdesk.domain.text import LINE, LONG, check_length, clean
from frontdesk.domain.visits import Arrival, Visit, VisitDraft
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import visits

LARGEST_AMOUNT = 10**12
"""In hundredths: more than anybody spends in one visit, and less than any database can hold."""


def log(desk: Desk, draft: VisitDraft, token: str | None = None) -> Changes:
    """Log a visit; tried again with the same ``token`` it is logged once.

    Raises Refused beside a field that cannot stand, and Gone where there is no such customer any more.
    """
    tidy = _tidy(draft)
    _check(desk, tidy)
    with desk.write() as work:
        visits.add(work, tidy, token)
    return work.changes()


def log_now(
    desk: Desk,
    customer: CustomerId,
    *,
    purpose: str = "",
    note: str = "",
    amount: int | None = None,
    token: str | None = None,
) -> Changes:
    """Log that a customer has just come in; ``amount`` in hundredths of the house's currency."""
    draft = VisitDraft(
        customer=customer,
        day=desk.today(),
        arrived=desk.now(),
        purpose=purpose,
        note=note,
        amount=amount,
        staff=desk.on_duty,
    )
    return log(desk, draft, token)


def change(desk: Desk, visit: VisitId, version: int, **fields: Any) -> Changes:
    """Set fields of a visit, by the draft's names; raises Refused, ChangedMeanwhile and Gone.

    Another ``customer`` gives the visit to whom it belongs.
    """
    with desk.write() as work:
        now = visits.get(work.connection, visit)
        if now is None:
            raise Gone
        tidy = _tidy(replace(now.draft, **fields))
        _check(desk, tidy)
        visits.change(work, visit, version, {name: getattr(tidy, name) for name in fields})
    return work.changes()


def _tidy(draft: VisitDraft) -> VisitDraft:
    return replace(draft, purpose=clean(draft.purpose), note=clean(draft.note, lines=True))


def _check(desk: Desk, draft: VisitDraft) -> None:
    if draft.day > desk.today():
        raise Refused(tr("A visit cannot lie in the future."), "day")
    if draft.amount is not None and abs(draft.amount) > LARGEST_AMOUNT:
        raise Refused(tr("This amount is too large."), "amount")
    check_length(draft.purpose, LINE, "purpose")
    check_length(draft.note, LONG, "note")


def get(desk: Desk, visit: VisitId) -> Visit:
    """One visit; raises :class:`Gone`."""
    with desk.store.read() as connection:
        found = visits.get(connection, visit)
    if found is None:
        raise Gone
    return found


def every_day(desk: Desk) -> list[tuple[int, date]]:
    """The customer and the day of every visit there ever was."""
    with desk.store.read() as connection:
        return visits.every_day(connection)


def arrivals(desk: Desk, day: date | None = None) -> tuple[Arrival, ...]:
    """Who came on a day (today), newest first."""
    with desk.store.read() as connection:
        return visits.arrivals(connection, day or desk.today())
