"""Talks about the end of a membership."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from frontdesk.domain.ids import CustomerId, MembershipId, TalkId
from frontdesk.domain.talks import Said, Talk, TalkDraft
from frontdesk.storage.entities import TALKS
from frontdesk.storage.keys import Keys
from frontdesk.storage.tables import staff, talks
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, draft: TalkDraft, said: Mapping[str, Any], token: str | None = None) -> TalkId:
    """Write a talk down; ``said`` has its day and, where they were not reached, the attempt."""
    values = {
        "customer_id": draft.customer,
        "membership_id": draft.membership,
        "said": draft.said.value,
        "until": draft.until,
        "words": draft.words,
        "at": work.now,
        "staff_id": work.staff,
    }
    return TalkId(work.add(TALKS, values | dict(said), token))


def last(connection: Connection, memberships: Keys) -> dict[int, Talk]:
    """The last talk about each of these memberships, by its key."""
    newest = select(func.max(talks.c.id)).where(talks.c.membership_id.in_(memberships))
    rows = connection.execute(_talks().where(talks.c.id.in_(newest.group_by(talks.c.membership_id))))
    return {row["membership_id"]: _talk(row) for row in rows.mappings()}


def was_held(connection: Connection, membership: int, at: datetime | None) -> bool:
    """Whether a talk about a membership was written down at an instant."""
    held = select(talks.c.id).where(talks.c.membership_id == membership, talks.c.at == at)
    return connection.execute(held.limit(1)).scalar() is not None


def of(connection: Connection, customer: CustomerId) -> tuple[Talk, ...]:
    """All talks with a customer, the newest first."""
    found = _talks().where(talks.c.customer_id == customer).order_by(talks.c.id.desc())
    return tuple(_talk(row) for row in connection.execute(found).mappings())


def _talks() -> Select[Any]:
    return select(talks, staff.c.name.label("by")).outerjoin(staff, staff.c.id == talks.c.staff_id)


def _talk(row: RowMapping) -> Talk:
    draft = TalkDraft(
        customer=CustomerId(row["customer_id"]),
        membership=MembershipId(row["membership_id"]),
        said=Said(row["said"]),
        until=row["until"],
        words=row["words"],
    )
    return Talk(TalkId(row["id"]), draft, row["day"], row["at"], row["attempt"], row["by"] or "")
