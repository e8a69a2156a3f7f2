"""A Sunday in November at a house in which a few people are to be rung."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from frontdesk.domain.calls import CallDraft
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import calls, customers, memberships, staff
from frontdesk.services.desk import Desk
from tests.support.around_room import AroundRoom

DAY = timedelta(days=1)


@pytest.fixture
def desk(file_house: str, clock: FixedClock) -> Iterator[Desk]:
    """A house with Anna on duty and Pekka not."""
    desk = Desk.open(file_house, clock=clock)
    desk.on_duty = StaffId(staff.add(desk, "Anna").row)
    staff.add(desk, "Pekka")
    yield desk
    desk.close()


@pytest.fixture
def around(desk: Desk) -> AroundRoom:
    """The window around the room."""
    return AroundRoom(desk)


def known(desk: Desk, name: str, **fields: Any) -> CustomerId:
    """Somebody in the house."""
    fields = {"phones": ("040 1", "040 2")} | fields
    return CustomerId(customers.add(desk, CustomerDraft(name, **fields)).row)


def to_ring(desk: Desk, name: str, about: str = "the invoice", minutes: int = 0, **fields: Any) -> int:
    """Somebody on the call list, promised in so many minutes if there are any; the key of the call."""
    due = desk.now() + timedelta(minutes=minutes) if minutes else None
    owner = desk.on_duty if due else None
    return calls.add(desk, CallDraft(known(desk, name, **fields), about, owner=owner, due=due)).row


def member(desk: Desk, name: str, days: int) -> int:
    """Somebody whose membership ends in so many days."""
    ends = desk.today() + days * DAY
    draft = MembershipDraft(known(desk, name), "Gold", ends - 364 * DAY, ends)
    return memberships.add(desk, draft).row
