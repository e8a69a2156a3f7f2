"""The day's list on its way to the printer: read and worded away from the window's thread."""

from typing import TYPE_CHECKING

from frontdesk.reports.today_html import as_html
from frontdesk.reports.today_list import today_list
from frontdesk.services import call_list, notes
from frontdesk.services.desk import Desk
from frontdesk.services.today import today

if TYPE_CHECKING:
    from frontdesk.reports.printing.today import ListPrint


def printable(desk: Desk, ahead: int) -> "tuple[ListPrint, str]":
    """The list as it stands now, in both its forms, and the house's paper.

    What printing needs is loaded here, when somebody prints and beside the window.
    """
    from frontdesk.reports.printing.today import ListPrint
    from frontdesk.ui.kit import preview  # noqa: F401 loaded here, shown by the room

    day = today(desk, None, ahead)
    to_ring, to_write = call_list.listed(desk), notes.to_do(desk)
    full, short = (
        today_list(day, short=short, ahead=ahead, to_ring=to_ring, to_write=to_write)
        for short in (False, True)
    )
    as_html(short)  # loads the templates
    return ListPrint(full, short), day.house.paper
