"""A Sunday in November at a house with a few memberships that end."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.plans import PlanDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers, memberships, plans
from frontdesk.services.desk import Desk
from frontdesk.storage import memberships as stored
from tests.support.around_room import AroundRoom

DAY = timedelta(days=1)


@pytest.fixture
def desk(file_house: str, clock: FixedClock) -> Iterator[Desk]:
    """A house that sells two plans."""
    desk = Desk.open(file_house, clock=clock)
    plans.add(desk, PlanDraft("Gold", months=12, price=48000))
    plans.add(desk, PlanDraft("Mornings", months=6, price=12000))
    yield desk
    desk.close()


@pytest.fixture
def around(desk: Desk) -> AroundRoom:
    """The window around the room."""
    return AroundRoom(desk)


def member(desk: Desk, name: str, days: int, plan: str = "Gold", **fields: object) -> MembershipId:
    """Somebody whose membership ends in so many days."""
    first = desk.today() - 800 * DAY
    whom = CustomerId(customers.add(desk, CustomerDraft(name, first_seen=first)).row)
    ends = desk.today() + days * DAY
    draft = MembershipDraft(whom, plan, ends - 364 * DAY, ends, **fields)  # type: ignore[arg-type]
    return MembershipId(memberships.add(desk, draft).row)


def held(desk: Desk, key: MembershipId) -> MembershipDraft:
    """A membership as it stands."""
    with desk.store.read() as connection:
        found = stored.get(connection, key)
    assert found
    return found.draft
