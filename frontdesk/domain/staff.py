"""The people who work at the desk."""

from dataclasses import dataclass

from frontdesk.domain.ids import StaffId


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A staff member: the name the others use, and whether they still work here."""

    id: StaffId
    name: str
    active: bool = True
    version: int = 1
