"""Staff members."""

from typing import Any

from sqlalchemy import Connection, select

from frontdesk.domain.ids import StaffId
from frontdesk.domain.staff import StaffMember
from frontdesk.storage.entities import STAFF
from frontdesk.storage.tables import staff
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, name: str) -> StaffId:
    """Add a staff member."""
    return StaffId(work.add(STAFF, {"name": name}))


def change(work: UnitOfWork, member: StaffId, version: int, values: dict[str, Any]) -> None:
    """Set fields of a staff member."""
    work.change(STAFF, member, version, values)


def everyone(connection: Connection) -> tuple[StaffMember, ...]:
    """Everybody who works or worked here, by name."""
    rows = connection.execute(select(staff).order_by(staff.c.name, staff.c.id))
    return tuple(StaffMember(StaffId(r.id), r.name, r.active, r.version) for r in rows)
