"""The desk: what every service is given, from the database to who is on duty."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.house import House
from frontdesk.domain.ids import StaffId
from frontdesk.foundation.clock import Clock, SystemClock, venue_day
from frontdesk.names.index import NameIndex
from frontdesk.storage import lookup, settings
from frontdesk.storage.store import Store
from frontdesk.storage.unit_of_work import UnitOfWork

Listener = Callable[[Changes], None]


@dataclass
class Desk:
    """One desk of the house.

    Services read and write through it. After every write, before it returns, the look-up index knows of
    it and then the listeners are called, on the thread that wrote.
    """

    store: Store
    house: House
    clock: Clock = field(default_factory=SystemClock)
    index: NameIndex = field(default_factory=NameIndex)
    on_duty: StaffId | None = None
    listeners: list[Listener] = field(default_factory=list)

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False, clock: Clock | None = None) -> "Desk":
        """Open the house at a file or URL; the index stays empty until :meth:`fill_index`."""
        store = Store.open(place, create=create)
        with store.read() as connection:
            house = settings.house(connection)
        desk = cls(store, house, clock or SystemClock())
        if house.since is None:
            with desk.write() as work:
                settings.set_house(work, {"since": desk.today()})
        return desk

    def now(self) -> datetime:
        """The present instant, UTC."""
        return self.clock.now()

    def today(self) -> date:
        """The venue's day."""
        return venue_day(self.now(), self.house.zone)

    def listen(self, listener: Listener) -> None:
        """Be called after every write with what it changed."""
        self.listeners.append(listener)

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """One write: kept whole when the block ends, not at all when it raises."""
        with self.store.write(self.now(), self.on_duty, self.house.region) as work:
            yield work
        self._after(work.changes())

    def _after(self, changes: Changes) -> None:
        if changes.kinds & {Kind.SETTINGS}:
            with self.store.read() as connection:
                self.house = settings.house(connection)
        if changes.everybody:
            self.fill_index()
        elif changes.customers:
            self._refresh_index(changes)
        for listener in self.listeners:
            listener(changes)

    def fill_index(self) -> None:
        """Read everybody into the look-up index."""
        with self.store.read() as connection:
            self.index.rebuild(lookup.entries(connection))

    def _refresh_index(self, changes: Changes) -> None:
        with self.store.read() as connection:
            found = {entry.id: entry for entry in lookup.entries(connection, changes.customers)}
        for customer in changes.customers:
            if customer in found:
                self.index.put(found[customer])
            else:
                self.index.remove(customer)

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()
