"""A membership that nobody renews is talked about; whoever leaves is asked back until they are back."""

from contextlib import closing
from datetime import timedelta

import pytest

from frontdesk.app import open_house
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.services import customers, memberships
from frontdesk.services.desk import Desk
from tests.support.driving import Program, Receptionist
from tests.support.window_thread import elsewhere

pytestmark = pytest.mark.gui

DAY = timedelta(days=1)


@pytest.fixture
def anna(program: Program, place: str) -> Receptionist:
    """Anna, in a house with one membership that ended a month ago."""

    def furnish() -> None:
        with closing(Desk.open(place, create=True)) as desk:
            whom = CustomerId(customers.add(desk, CustomerDraft("Aino Virtanen", channel=None)).row)
            ends = desk.today() - 30 * DAY
            memberships.add(desk, MembershipDraft(whom, "Gold", ends - 364 * DAY, ends))

    elsewhere(furnish)
    return program.start(open_house, place)


def test_somebody_leaves_is_asked_why_and_comes_back(anna: Receptionist) -> None:
    anna.presses("Alt+2")
    anna.sees("Aino Virtanen: membership “Gold” ended")
    anna.presses("Space")
    anna.sees("Open the card", "has ended, and nobody has said why")

    anna.presses("Ctrl+3")
    anna.is_at("Why")
    anna.chooses("Why", "No time")
    anna.presses("Ctrl+Enter")
    anna.sees("Leaves: Aino Virtanen", "Nobody's membership ends")

    anna.does("Who has left us")
    anna.sees(
        "“Gold” ended 23 October", "Why they left in a year: No time 1", "thank them and ask why, by letter"
    )

    anna.opens("Aino")
    anna.does("Add a membership")
    anna.is_at("Plan")
    anna.types("Gold")
    anna.presses("Ctrl+Enter")  # keeps the form, and logs no visit
    anna.sees("Membership “Gold” begun")
    anna.misses("Visit logged")
    anna.presses("Alt+3")
    anna.sees("Nobody has left whom we could ask back.")
