"""Plans."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from frontdesk.domain.ids import PlanId
from frontdesk.domain.plans import Plan, PlanDraft
from frontdesk.storage.entities import PLANS
from frontdesk.storage.tables import plans
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, draft: PlanDraft, token: str | None = None) -> PlanId:
    """Write a plan down."""
    return PlanId(work.add(PLANS, asdict(draft), token))


def change(work: UnitOfWork, plan: PlanId, version: int, values: dict[str, Any]) -> None:
    """Set fields of a plan."""
    work.change(PLANS, plan, version, values)


def everything(connection: Connection) -> tuple[Plan, ...]:
    """All plans by name, those that are not sold any more among them."""
    rows = connection.execute(select(plans).order_by(plans.c.name, plans.c.id))
    return tuple(
        Plan(PlanId(r.id), r.version, PlanDraft(r.name, r.months, r.days, r.price, r.active)) for r in rows
    )
