"""A disk that is full for one SQLite database, as SQLite itself would tell of it."""

from sqlalchemy import Engine, event

from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.errors import DiskFull
from frontdesk.services import visits
from frontdesk.services.desk import Desk


class Disk:
    """The room that there is for a database."""

    def __init__(self, engine: Engine) -> None:
        self._pages = 0
        event.listen(engine, "checkout", self._on_checkout)

    def _on_checkout(self, raw: object, *_: object) -> None:
        raw.execute(f"PRAGMA max_page_count={self._pages or 2**30}")  # type: ignore[attr-defined]

    def fill(self) -> None:
        """From now on the file cannot grow."""
        self._pages = 1  # which SQLite takes as: as large as it is now

    def fill_up(self, desk: Desk, whom: CustomerId) -> None:
        """Nor is there room in the file itself, not even for the visit of somebody."""
        self.fill()
        for size in (3000, 300, 30, 0, 0):
            _log_until_full(desk, whom, "z" * size)

    def free(self) -> None:
        """There is room again."""
        self._pages = 0


def _log_until_full(desk: Desk, whom: CustomerId, note: str) -> None:
    try:
        while True:
            visits.log_now(desk, whom, note=note)
    except DiskFull:
        return
