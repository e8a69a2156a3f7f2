"""Visits: somebody came."""

from datetime import date
from typing import Any

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import CustomerId, VisitId
from frontdesk.domain.text import clean
from frontdesk.domain.visits import Arrival, Visit, VisitDraft
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import visits


def log(desk: Desk, draft: VisitDraft, token: str | None = None) -> Changes:
    """Log a visit; tried again with the same ``token`` it is logged once."""
    if draft.day > desk.today():
        raise Refused(tr("A visit cannot lie in the future."), "day")
    with desk.write() as work:
        visits.add(work, draft, token)
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
        purpose=clean(purpose),
        note=clean(note, lines=True),
        amount=amount,
        staff=desk.on_duty,
    )
    return log(desk, draft, token)


def change(desk: Desk, visit: VisitId, version: int, **fields: Any) -> Changes:
    """Set fields of a visit, by the draft's names; raises ChangedMeanwhile and Gone."""
    if fields.get("day", date.min) > desk.today():
        raise Refused(tr("A visit cannot lie in the future."), "day")
    tidy = {k: clean(v, lines=k == "note") if isinstance(v, str) else v for k, v in fields.items()}
    with desk.write() as work:
        visits.change(work, visit, version, tidy)
    return work.changes()


def get(desk: Desk, visit: VisitId) -> Visit:
    """One visit; raises :class:`Gone`."""
    with desk.store.read() as connection:
        found = visits.get(connection, visit)
    if found is None:
        raise Gone
    return found


def arrivals(desk: Desk, day: date | None = None) -> tuple[Arrival, ...]:
    """Who came on a day (today), newest first."""
    with desk.store.read() as connection:
        return visits.arrivals(connection, day or desk.today())
