"""Run in a process of its own: writes until it is killed, and says each key once it was acknowledged.

``python -m tests.journeys.killed_writer DATABASE``: lines ``customer KEY`` and ``visit KEY``.
"""

import os
import sys

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.services import customers, visits
from frontdesk.services.desk import Desk


def main(place: str) -> None:
    """Add people and log a visit of each, for ever."""
    desk = Desk.open(place)
    os.write(1, b"ready 0\n")
    number = 0
    while True:
        number += 1
        added = customers.add(desk, CustomerDraft(name=f"Guest {os.getpid()} {number}"))
        os.write(1, f"customer {added.row}\n".encode())
        logged = visits.log_now(desk, CustomerId(added.row), note="came in")
        os.write(1, f"visit {logged.row}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1])
