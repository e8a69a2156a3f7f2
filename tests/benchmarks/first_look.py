"""Run in a process of its own: open a house as the window does, then time the first look at today.

``python -m tests.benchmarks.first_look DATABASE [ledger|plain]``; with ``ledger`` what is timed keeps the
ledger, with ``plain`` it reads everybody's row, which a program that worked the day out from all people would
have to do first.
"""

import gc
import sys
from collections.abc import Callable

from sqlalchemy import select

from frontdesk.services import ledger
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.storage.tables import customers
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
    looks: dict[str, Callable[[], object]] = {
        "today": lambda: today(desk),
        "ledger": lambda: ledger.keep(desk),
        "plain": lambda: _everybody(desk),
    }
    print(seconds(looks[what]))
    desk.close()


def _everybody(desk: Desk) -> object:
    with desk.store.read() as reading:
        return reading.execute(select(customers)).all()


if __name__ == "__main__":
    main(*sys.argv[1:])
