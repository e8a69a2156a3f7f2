"""Staff members: who works at the desk."""

from typing import Any

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import StaffId
from frontdesk.domain.staff import StaffMember
from frontdesk.domain.text import LINE, check_length, clean
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.storage import staff


def everyone(desk: Desk) -> tuple[StaffMember, ...]:
    """Everybody who works or worked here, by name."""
    with desk.store.read() as connection:
        return staff.everyone(connection)


def add(desk: Desk, name: str) -> Changes:
    """Add somebody to the staff."""
    with desk.write() as work:
        staff.add(work, _name(name))
    return work.changes()


def change(desk: Desk, member: StaffId, version: int, **fields: Any) -> Changes:
    """Set the name, or whether somebody still works here (``active``)."""
    if "name" in fields:
        fields["name"] = _name(fields["name"])
    with desk.write() as work:
        staff.change(work, member, version, fields)
    return work.changes()


def _name(text: str) -> str:
    tidy = clean(text)
    if not tidy:
        raise Refused(tr("Write a name."), "name")
    check_length(tidy, LINE, "name")
    return tidy
