"""The almanac: the reminders of a day, kept from one look at it to the next.

In a house of a hundred thousand people ten thousand have a day near today. Who they are and what is to be
said of them is worked out at the first look; after that only of those about whom something has been
written, here or at another desk.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime

from frontdesk.domain.deriving import reminders_for
from frontdesk.domain.house import House
from frontdesk.domain.reminders import PROMISES, Reminder, in_order
from frontdesk.foundation.words import language
from frontdesk.storage import history, ledger
from frontdesk.storage import reminders as sources
from frontdesk.storage.store import Reading


@dataclass
class Almanac:
    """The reminders of the day that was looked at last; for one thread at a time."""

    _looked_at: Hashable = None
    _mark: history.Mark | None = None
    _found: list[Reminder] = field(default_factory=list)

    def reminders(
        self, reading: Reading, day: date, now: datetime, house: House, ahead: int
    ) -> list[Reminder]:
        """The reminders of a day in list order, whatever became of them."""
        belated = ledger.belated_from(reading, day, house)
        looking_at = (day, house, ahead, language(), belated)
        mark = history.mark(reading)
        changed = None
        if self._mark is not None and self._looked_at == looking_at:
            changed = history.people_since(reading, self._mark, mark)
        if changed is None:
            kept, people = [], sources.facts_for(reading, day, house, ahead, belated)
        else:
            # Whether a promise is late goes by the hour, so these are worked out each time.
            asking = {one.person.id: one.person for one in self._found if one.rule in PROMISES}
            again = changed | asking.keys()
            if not again:
                self._mark = mark
                return self._found
            kept = [one for one in self._found if one.person.id not in again]
            people = sources.facts_of(reading, changed)
            people += [person for key, person in asking.items() if key not in changed]
        found = reminders_for(people, now, house, ahead, belated)
        self._found = in_order([*kept, *found], day) if kept else found
        self._looked_at, self._mark = looking_at, mark
        return self._found

    def forget(self) -> None:
        """Begin anew at the next look."""
        self._mark = None
