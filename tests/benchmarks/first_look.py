"""Run in a process of its own: open a house as the window does, then time the first look at today.

``python -m tests.benchmarks.first_look DATABASE [ledger]``; with ``ledger`` what is timed keeps the ledger.
"""

import gc
import sys

from frontdesk.services import ledger
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.ui.shell.entrance import warm
from frontdesk.ui.shell.start import keep_what_stands
from tests.benchmarks.timing import seconds


def main(place: str, what: str = "today") -> None:
    """Everybody can be found, the day of the week has been said, and nobody has looked at the day yet."""
    gc.disable()
    desk = Desk.open(place)
    warm(desk)
    desk.fill_index()
    keep_what_stands()
    print(seconds(lambda: ledger.keep(desk) if what == "ledger" else today(desk)))
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
