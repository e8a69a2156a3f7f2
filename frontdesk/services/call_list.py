"""The call list: who is to be rung on a day, how, and what has been tried."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.call_list import Number, ToRing, in_order, needs_call, thread
from frontdesk.domain.call_times import best_time
from frontdesk.domain.calls import Attempt, Call, Came
from frontdesk.domain.reminders import Reminder, still_open
from frontdesk.foundation.clock import venue_day
from frontdesk.services.desk import Desk
from frontdesk.storage import calls, customers, outcomes, visits
from frontdesk.storage import reminders as sources
from frontdesk.storage.entities import CUSTOMERS
from frontdesk.storage.keys import chunks
from frontdesk.storage.store import Reading

AHEAD = 7
"""As far as the list of the day looks, so that the almanac need not work it out twice."""

_HABIT = timedelta(days=365)
"""Only visits since then say when somebody usually comes."""


def listed(desk: Desk, day: date | None = None) -> tuple[ToRing, ...]:
    """Everybody who is to be rung on a day, in the order of the list; today when no day is named."""
    desk.read_house()
    today = day or desk.today()
    now = desk.now() if today == desk.today() else _noon(today, desk.house.zone)
    with desk.store.read() as reading:
        found = desk.almanac.reminders(reading, today, now, desk.house, AHEAD)
        settled = outcomes.of_reminders(reading, found, today)
        due = [one for one in still_open(found, settled, today) if one.starts <= today and needs_call(one)]
        rows = list(_joined(reading, due, calls.waiting(reading)))
        known = _known(reading, {one.person.id for one in rows}, today - _HABIT)
    zone = desk.house.zone
    return tuple(in_order([known.about(one, zone) for one in rows], now, zone))


def _joined(reading: Reading, due: Iterable[Reminder], waiting: Iterable[Call]) -> Iterator[ToRing]:
    """Calls with the reminders that they are about, and the reminders that nobody has rung about yet.

    A call about a reminder that is no more, or to somebody who has asked to be left alone, is only left where
    it was promised.
    """
    reminders = {thread(one.key): one for one in due}
    kept = []
    for call in waiting:
        reminder = reminders.pop(thread(call.draft.key), None) if call.draft.key else None
        if reminder or call.draft.key is None or call.draft.due is not None:
            kept.append((call, reminder))
    people = {one.id: one for one in sources.facts_of(reading, {call.draft.customer for call, _ in kept})}
    for call, reminder in kept:
        person = people[call.draft.customer]
        if call.draft.due is not None or not person.left_alone:
            yield ToRing(person, reminder, call)
    yield from (ToRing(one.person, one) for one in reminders.values())


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of how to reach people, by their keys."""

    phones: Mapping[int, tuple[str, ...]]
    attempts: Mapping[int, tuple[Attempt, ...]]
    arrived: Mapping[int, list[datetime]]

    def about(self, one: ToRing, zone: str) -> ToRing:
        """A row with numbers, best time and earlier tries."""
        person, tries = one.person, self.attempts.get(one.person.id, ())
        reached = [each.at for each in tries if each.came is Came.REACHED]
        best = best_time(person.call_when, reached, self.arrived.get(person.id, []), zone)
        numbers = _numbers(self.phones.get(person.id, ()), tries, zone)
        return replace(one, numbers=numbers, best=best, attempts=tries)


def _known(reading: Reading, people: Iterable[int], since: date) -> _Known:
    phones: dict[int, tuple[str, ...]] = {}
    attempts: dict[int, tuple[Attempt, ...]] = {}
    arrived: dict[int, list[datetime]] = {}
    for some in chunks(people):
        phones |= customers.lists_of(reading, CUSTOMERS.lists["phones"], some)
        attempts |= calls.attempts_with(reading, some)
        arrived |= visits.arrived(reading, some, since)
    return _Known(phones, attempts, arrived)


def _numbers(phones: Iterable[str], attempts: Iterable[Attempt], zone: str) -> tuple[Number, ...]:
    """All numbers in the owner's order, but those that turned out to be somebody else's at the end."""
    last: dict[str, Attempt] = {}
    for one in attempts:
        if one.came in (Came.WRONG_NUMBER, Came.REACHED, Came.CALL_BACK):
            last.setdefault(one.number, one)
    wrong = {text: venue_day(one.at, zone) for text, one in last.items() if one.came is Came.WRONG_NUMBER}
    return tuple(
        sorted((Number(text, wrong.get(text)) for text in phones), key=lambda one: one.wrong is not None)
    )


def _noon(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(12), ZoneInfo(zone))
