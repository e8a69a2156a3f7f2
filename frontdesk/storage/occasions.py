"""Occasions: a person's own yearly days."""

from typing import Any

from sqlalchemy import Connection, select

from frontdesk.domain.ids import CustomerId, OccasionId
from frontdesk.domain.occasions import Occasion, OccasionDraft
from frontdesk.storage.entities import OCCASIONS
from frontdesk.storage.keys import Keys
from frontdesk.storage.tables import occasions
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, draft: OccasionDraft, token: str | None = None) -> OccasionId:
    """Write an occasion down."""
    values = {"customer_id": draft.customer, "label": draft.label, "day": draft.day, "once": draft.once}
    return OccasionId(work.add(OCCASIONS, values, token))


def change(work: UnitOfWork, occasion: OccasionId, version: int, values: dict[str, Any]) -> None:
    """Set fields of an occasion."""
    work.change(OCCASIONS, occasion, version, values)


def remove(work: UnitOfWork, occasion: OccasionId, version: int) -> None:
    """Take an occasion away."""
    work.remove(OCCASIONS, occasion, version)


def of(connection: Connection, customers: Keys) -> dict[int, tuple[Occasion, ...]]:
    """The occasions of many customers."""
    found: dict[int, tuple[Occasion, ...]] = {}
    o = occasions.c
    statement = select(occasions).where(o.customer_id.in_(customers)).order_by(o.day_md, o.id)
    for row in connection.execute(statement):
        draft = OccasionDraft(CustomerId(row.customer_id), row.label, row.day, row.once)
        one = Occasion(OccasionId(row.id), row.version, draft)
        found[row.customer_id] = (*found.get(row.customer_id, ()), one)
    return found
