"""Memberships: begun, renewed, cancelled."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import MembershipId
from frontdesk.domain.memberships import EndedWhy, Membership, MembershipDraft, check
from frontdesk.domain.text import clean
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import memberships
from frontdesk.storage.unit_of_work import UnitOfWork


def add(desk: Desk, draft: MembershipDraft, token: str | None = None) -> Changes:
    """Begin a membership; raises Refused beside a field that cannot stand."""
    tidy = replace(draft, plan=clean(draft.plan))
    check(tidy)
    with desk.write() as work:
        memberships.add(work, tidy, token)
    return work.changes()


def renew(desk: Desk, membership: MembershipId, version: int, until: date) -> Changes:
    """Let a new membership on the same plan follow this one, up to ``until``.

    The old one's reminders end at once. It goes on from its last day, or from today where that has passed.
    ``row`` of what is given is the new one.
    """
    with desk.write() as work:
        old = _get(work, membership)
        if old.draft.ended_why is not None:
            raise Refused(tr("This membership has already ended."))
        ends = old.draft.last_day or desk.today()
        follows = max(ends + timedelta(days=1), desk.today())
        if until < follows:
            raise Refused(tr("The last day cannot be before the first."), "ends")
        memberships.change(work, membership, version, {"ended_why": EndedWhy.RENEWED})
        memberships.add(work, replace(old.draft, starts=follows, ends=until, ended_why=None))
    return work.changes()


def cancel(desk: Desk, membership: MembershipId, version: int) -> Changes:
    """Write down that a membership was given up."""
    return change(desk, membership, version, ended_why=EndedWhy.CANCELLED)


def change(desk: Desk, membership: MembershipId, version: int, **fields: Any) -> Changes:
    """Set fields of a membership, by the draft's names; raises Refused, ChangedMeanwhile and Gone."""
    with desk.write() as work:
        tidy = replace(_get(work, membership).draft, **fields)
        tidy = replace(tidy, plan=clean(tidy.plan))
        check(tidy)
        memberships.change(work, membership, version, {name: getattr(tidy, name) for name in fields})
    return work.changes()


def _get(work: UnitOfWork, membership: MembershipId) -> Membership:
    found = memberships.get(work.connection, membership)
    if found is None:
        raise Gone
    return found
