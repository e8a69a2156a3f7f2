"""The desk: what every service is given, from the database to who is on duty."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.house import House
from frontdesk.domain.ids import ChangeId, CustomerId, StaffId
from frontdesk.foundation.clock import Clock, SystemClock, venue_day
from frontdesk.foundation.errors import StorageTrouble
from frontdesk.names.index import NameIndex
from frontdesk.services import indexing
from frontdesk.services.almanac import Almanac
from frontdesk.storage import history, lookup, settings, staff
from frontdesk.storage.store import Store
from frontdesk.storage.unit_of_work import UnitOfWork

Listener = Callable[[Changes], None]

_log = logging.getLogger(__name__)


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
    almanac: Almanac = field(default_factory=Almanac)
    on_duty: StaffId | None = None
    listeners: list[Listener] = field(default_factory=list)
    _read_to: history.Mark | None = None

    @classmethod
    def open(cls, place: str | Path, *, create: bool = False, clock: Clock | None = None) -> "Desk":
        """Open the house at a file or URL; the index stays empty until :meth:`fill_index`."""
        store = Store.open(place, create=create)
        try:
            desk = cls(store, House(), clock or SystemClock())
            desk.read_house()
            if desk.house.since is None:
                with desk.write() as work:
                    settings.set_house(work, {"since": desk.today()})
                desk.read_house()  # where another desk came first, this write has changed nothing
        except BaseException:
            store.close()
            raise
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
        self._after(work)

    def _after(self, work: UnitOfWork) -> None:
        changes = work.changes()
        try:
            self._catch_up(work, changes)
        except StorageTrouble:
            # What was written is safe, and an error now would say that it is not.
            _log.warning("the look-up index could not be refreshed after a write", exc_info=True)
        for listener in self.listeners:
            listener(changes)

    def _catch_up(self, work: UnitOfWork, changes: Changes) -> None:
        """Bring what is kept in memory up to what has been written."""
        if Kind.SETTINGS in changes.kinds:
            self.read_house()
        if Kind.STAFF in changes.kinds:
            self._check_on_duty()
        if changes.everybody:
            self.almanac.forget()
            if self._read_to is not None:
                self._learn_since(self._read_to)
        elif changes.customers and not self._recounted(work, changes):
            self._refresh_index(changes.customers)

    def read_house(self) -> None:
        """Read the settings anew."""
        with self.store.read() as connection:
            self.house = settings.house(connection)

    @property
    def everybody_read(self) -> bool:
        """Whether the index knows everybody; until then it is to be filled, and finds nobody or too few."""
        return self._read_to is not None

    def open_index(self) -> bool:
        """Let the index know everybody from its file; whether there is one that is of use."""
        read_to = indexing.opened(self.store, self.index)
        if read_to is not None:
            self._read_to = read_to
        return read_to is not None

    def fill_index(self, *, anew: bool = False) -> None:
        """Let the index know everybody: from its file, or by reading them from the house (``anew``)."""
        if anew or not self.open_index():
            self._read_to = indexing.read(self.store, self.index)

    def reread(self) -> None:
        """Read anew all that is kept in memory: after a restore, or when another desk has written much.

        A large house's people are only said to be unread.
        """
        self.almanac.forget()
        self.read_house()
        self._check_on_duty()
        self._read_to = None
        if len(self.index) <= indexing.MANY:
            self.fill_index()

    def catch_up(self) -> Changes | None:
        """Learn what another desk has written, or a restore changed, since the last time; None for nothing.

        What this desk has written itself is among it, and before everybody has been read there is nothing.
        Where it raises, nothing counts as learned, and the next time tries it anew.
        """
        before = self._read_to
        if before is None:
            return None
        with self.store.read() as connection:
            if before == history.mark(connection):
                return None
        return self._learn_since(before)

    def _learn_since(self, before: history.Mark) -> Changes:
        with self.store.read() as connection:
            now = history.mark(connection)
            written = history.written_since(connection, before, now)
        people = frozenset(CustomerId(one) for one in written.people or ())
        everybody = written.people is None or written.house
        if written.people is None:
            self.reread()
        else:
            if written.house:
                self.almanac.forget()
                self.read_house()
                self._check_on_duty()
            self._refresh_index(people)
            self._read_to = now
        return Changes(ChangeId(""), frozenset(Kind), people, everybody=everybody)

    def _check_on_duty(self) -> None:
        """Nobody is on duty whose addition to the staff has been undone."""
        with self.store.read() as connection:
            if self.on_duty not in {one.id for one in staff.everyone(connection)}:
                self.on_duty = None

    def _recounted(self, work: UnitOfWork, changes: Changes) -> bool:
        """Give the index new counts without asking the database, where nothing else has changed."""
        if changes.kinds != {Kind.VISITS} or not changes.customers <= work.counted.keys():
            return False
        for customer in changes.customers:
            entry = self.index.get(customer)
            if entry is None:
                return False
            count, last = work.counted[customer]
            self.index.put(entry._replace(visit_count=count, last_visit=last))
        return True

    def _refresh_index(self, people: frozenset[CustomerId]) -> None:
        with self.store.read() as connection:
            found = {entry.id: entry for entry in lookup.entries(connection, people)}
        self.index.put(*found.values())
        for gone in people - found.keys():
            self.index.remove(gone)

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()
