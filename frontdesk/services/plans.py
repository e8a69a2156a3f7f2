"""Plans: what can be bought, for how long and for how much."""

from dataclasses import replace
from typing import Any

from frontdesk.domain.changes import Changes, Gone
from frontdesk.domain.ids import PlanId
from frontdesk.domain.plans import Plan, PlanDraft, check, folded
from frontdesk.domain.text import clean
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import plans
from frontdesk.storage.unit_of_work import UnitOfWork


def add(desk: Desk, draft: PlanDraft, token: str | None = None) -> Changes:
    """Write a plan down; raises Refused beside a field that cannot stand, or where its name is taken."""
    tidy = replace(draft, name=clean(draft.name))
    check(tidy)
    with desk.write() as work:
        _check_name(work, tidy.name)
        plans.add(work, tidy, token)
    return work.changes()


def change(desk: Desk, plan: PlanId, version: int, **fields: Any) -> Changes:
    """Set fields of a plan, by the draft's names; raises Refused, ChangedMeanwhile and Gone.

    Memberships keep the name of the plan they were bought as.
    """
    with desk.write() as work:
        found = next((one for one in plans.everything(work.connection) if one.id == plan), None)
        if found is None:
            raise Gone
        tidy = replace(found.draft, **fields)
        tidy = replace(tidy, name=clean(tidy.name))
        check(tidy)
        _check_name(work, tidy.name, plan)
        plans.change(work, plan, version, {name: getattr(tidy, name) for name in fields})
    return work.changes()


def everything(desk: Desk) -> tuple[Plan, ...]:
    """All plans by name, those that are not sold any more among them."""
    with desk.store.read() as reading:
        return plans.everything(reading)


def _check_name(work: UnitOfWork, name: str, plan: PlanId | None = None) -> None:
    wanted = folded(name)
    for one in plans.everything(work.connection):
        if one.id != plan and folded(one.draft.name) == wanted:
            raise Refused(tr("There is a plan of this name already."), "name")
