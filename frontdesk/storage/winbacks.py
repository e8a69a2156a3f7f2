"""Steps to win somebody back, and why people have left."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, select

from frontdesk.domain.customers import Channel
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import EndedWhy
from frontdesk.domain.reminders import Key
from frontdesk.domain.winback import Came, Step, Told
from frontdesk.storage.entities import WINBACKS
from frontdesk.storage.keys import chunks
from frontdesk.storage.reminders import left_lately
from frontdesk.storage.tables import memberships, staff, winbacks
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, told: Told) -> int:
    """Write down what came of a step."""
    values = {
        "customer_id": told.customer,
        "stage": told.step.value,
        "subject": told.membership,
        "named": told.since,
        "came": told.came.value,
        "channel": told.channel.value if told.channel else None,
        "reason": told.reason,
        "words": told.words,
        "day": told.day,
        "at": work.now,
        "staff_id": work.staff,
    }
    return work.add(WINBACKS, values)


def of(connection: Connection, customers: Iterable[int]) -> dict[CustomerId, tuple[Told, ...]]:
    """What came of the steps with each of these people, the latest first."""
    found: dict[CustomerId, tuple[Told, ...]] = {}
    w = winbacks.c
    statement = select(winbacks, staff.c.name.label("by")).outerjoin(staff, staff.c.id == w.staff_id)
    for some in chunks(customers):
        for row in connection.execute(statement.where(w.customer_id.in_(some)).order_by(w.id.desc())):
            whom = CustomerId(row.customer_id)
            told = Told(
                customer=whom,
                membership=MembershipId(row.subject),
                since=row.named,
                step=Step(row.stage),
                came=Came(row.came),
                channel=Channel(row.channel) if row.channel else None,
                reason=row.reason,
                words=row.words,
                day=row.day,
                by=row.by or "",
            )
            found[whom] = (*found.get(whom, ()), told)
    return found


def was_told(connection: Connection, key: Key) -> bool:
    """Whether it was written down what came of a step."""
    w, (stage, subject, named) = winbacks.c, key
    found = select(w.id).where(w.stage == stage, w.subject == subject, w.named == named)
    return connection.execute(found.limit(1)).scalar() is not None


def leavers(connection: Connection, today: date, house: House) -> set[CustomerId]:
    """Whoever has left so lately that they may be asked back."""
    found = select(memberships.c.customer_id).where(left_lately(today, house))
    return set(map(CustomerId, connection.execute(found).scalars()))


def reasons(connection: Connection, first: date, last: date) -> Counter[str]:
    """Why memberships were given up that ended from one day to another; "" where nobody said."""
    m = memberships.c
    counted = (
        select(m.reason, func.count())
        .where(m.ended_why == EndedWhy.CANCELLED.value, m.ends.between(first, last))
        .group_by(m.reason)
    )
    return Counter({reason: int(count) for reason, count in connection.execute(counted)})
