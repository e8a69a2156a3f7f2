"""The ledger: every reminder that was ever due, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.deriving import reminders_for
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.ledger import Entry, Wanted
from frontdesk.domain.opening import is_open
from frontdesk.domain.reminders import Fate, Key, Reminder
from frontdesk.services.desk import Desk
from frontdesk.storage import ledger
from frontdesk.storage import reminders as sources
from frontdesk.storage.ledger import Told, told

LONGEST_OFF = 400
"""Days without the program that are caught up one by one; of more, the last ones are."""

AHEAD = 7
"""As far as the list looks, so that the almanac need not work the day out twice."""

_ONE_DAY = timedelta(days=1)


def keep(desk: Desk, people: Iterable[CustomerId] | None = None) -> bool:
    """Bring the ledger up to today, or one day nearer to it; whether there is more to do.

    Days on which the program was off are caught up in order, one at each call, as the list would have been
    on them. ``people`` are those about whom something has been written since the last call: where today has
    been kept already, only these are looked at.
    """
    desk.read_house()
    today = desk.today()
    missed = _first_missed(desk, today)
    if missed is not None:
        _catch_up(desk, missed)
        return True
    with desk.store.read() as reading:
        found = desk.almanac.reminders(reading, today, desk.now(), desk.house, AHEAD)
        kept = ledger.was_kept(reading, today)
        about = frozenset(people) if kept and people is not None else None
        before = ledger.on_list(reading, about)
    if about is not None:
        found = [one for one in found if one.person.id in about]
    _write(desk, today, found, before, kept=kept, seen=is_open(today, desk.house))
    return False


def keep_all(desk: Desk) -> None:
    """Bring the ledger up to today, however long that takes."""
    while keep(desk):
        pass


@dataclass(frozen=True, slots=True)
class Looked:
    """A look back: entries, the latest due first, and how many have come to what, all fates together."""

    entries: tuple[Entry, ...]
    fates: Mapping[Fate, int]


def look_back(desk: Desk, wanted: Wanted) -> Looked:
    """What became of the reminders that are wanted."""
    today = desk.today()
    with desk.store.read() as reading:
        return Looked(ledger.entries(reading, wanted, today), ledger.fates(reading, wanted, today))


def entries(desk: Desk, wanted: Wanted) -> tuple[Entry, ...]:
    """The ledger's entries, the latest due first."""
    with desk.store.read() as reading:
        return ledger.entries(reading, wanted, desk.today())


def _first_missed(desk: Desk, today: date) -> date | None:
    """The first day since the ledger was kept last that lies before today."""
    with desk.store.read() as reading:
        last = ledger.last_day(reading, today)
    if last is None:
        return None
    first = max(last + _ONE_DAY, today - LONGEST_OFF * _ONE_DAY)
    return first if first < today else None


def _catch_up(desk: Desk, day: date) -> None:
    noon = datetime.combine(day, time(12), ZoneInfo(desk.house.zone))
    with desk.store.read() as reading:
        belated = ledger.belated_from(reading, day, desk.house)
        people = sources.facts_for(reading, day, desk.house, AHEAD, belated)
        before = ledger.on_list(reading)
    found = reminders_for(people, noon, desk.house, AHEAD, belated)
    _write(desk, day, found, before, kept=False, seen=False)


def _write(
    desk: Desk, day: date, found: Sequence[Reminder], before: Mapping[Key, Told], *, kept: bool, seen: bool
) -> None:
    """Enter what has come due or is told otherwise now, and write down what is no longer on the list.

    Nothing is written where nothing is new.
    """
    new = [one for one in found if one.due <= day and before.get(one.key) != told(one)]
    gone = before.keys() - {one.key for one in found} if before else set()
    if kept and not new and not gone:
        return
    with desk.store.write(desk.now(), desk.on_duty) as work:
        ledger.enter(work, new)
        ledger.leave(work, gone, day)
        if not kept:
            ledger.keep_day(work, day, seen=seen)
