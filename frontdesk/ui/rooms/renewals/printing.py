"""Talk sheets on their way to the printer: read and worded away from the window's thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from frontdesk.domain.changes import Gone
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.reports.talk_sheet import TalkPage, talk_page
from frontdesk.services import renewals
from frontdesk.services.desk import Desk

if TYPE_CHECKING:
    from frontdesk.reports.printing.talks import TalkPrint

Whose = tuple[MembershipId, CustomerId]


def printable(desk: Desk, whose: Sequence[Whose]) -> "tuple[TalkPrint, str]":
    """The sheets as they stand now, in this order, and the house's paper.

    Whoever has been settled meanwhile is left out; raises Gone where nobody is left. What printing needs is
    loaded here, when somebody prints and beside the window.
    """
    from frontdesk.reports.printing.talks import TalkPrint
    from frontdesk.ui.kit import preview  # noqa: F401 loaded here, shown by the room

    pages = tuple(page for one in whose if (page := _page(desk, one)) is not None)
    if not pages:
        raise Gone
    return TalkPrint(pages, desk.today()), desk.house.paper


def _page(desk: Desk, whose: Whose) -> TalkPage | None:
    try:
        return talk_page(renewals.sheet(desk, *whose))
    except Gone:
        return None
