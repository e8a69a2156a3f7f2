"""A Sunday in November, on which two people have their birthday."""

from collections.abc import Iterator
from typing import Any

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import customers
from frontdesk.services.desk import Desk
from tests.support.around_room import AroundRoom


@pytest.fixture
def desk(file_house: str, clock: FixedClock) -> Iterator[Desk]:
    """A house in which everybody can be found."""
    desk = Desk.open(file_house, clock=clock)
    desk.fill_index()
    yield desk
    desk.close()


@pytest.fixture
def around(desk: Desk) -> AroundRoom:
    """The window around the room."""
    return AroundRoom(desk)


def celebrant(desk: Desk, name: str, **fields: Any) -> CustomerId:
    """Somebody who turns forty today."""
    day = desk.today()
    born = PartialDate(day.month, day.day, day.year - 40)
    return CustomerId(customers.add(desk, CustomerDraft(name, birthday=born, first_seen=day, **fields)).row)
