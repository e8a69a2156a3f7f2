"""The ledger: what became of every reminder that was ever due.

A reminder is derived, never stored, and with what it was derived from it would be gone. So on the day it
comes due it is entered in the ledger, and when it leaves the list that day is written beside it. What
somebody did about it stands in its outcome. Together they give each reminder one fate.
"""

from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.reminders import Fate, Key, Rule

_SETTLED = (Fate.DONE, Fate.SKIPPED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One reminder in the ledger, due on ``day`` about ``person``, whose name is ``name`` now.

    ``second`` is the name in another script. ``number`` and ``label`` are the reminder's. ``said`` is
    what somebody did about it, ``by`` whom and ``at`` when, put off ``until`` a day; None where nobody
    did anything. It stands on the list until it has ``left`` it; ``stays_until`` is the last day on which
    its own rule keeps it. Whatever was said of it, one that ``needs_talk`` is open for as long as it
    stands there. ``came`` says that they have been here since the day in its key.
    """

    key: Key
    rule: Rule
    day: date
    person: CustomerId
    name: str
    second: str = ""
    number: int | None = None
    label: str = ""
    stays_until: date | None = None
    left: date | None = None
    came: bool = False
    said: Fate | None = None
    until: date | None = None
    by: str = ""
    at: datetime | None = None

    def fate(self, today: date) -> Fate:
        """What has become of it by ``today``."""
        if self.said in _SETTLED and (self.left is not None or not self.needs_talk):
            return self.said
        if self.left is not None:
            return Fate.LET_GO
        if self.said is Fate.SNOOZED and self.until is not None and self.until > today:
            return Fate.SNOOZED
        return Fate.OPEN

    @property
    def needs_talk(self) -> bool:
        """Whether it is the last about a membership's end, so that what came of it has to be said."""
        return self.rule is Rule.RENEWAL and self.stays_until is None

    @property
    def time_passed(self) -> bool:
        """Whether it left the list because its own rule let it go, and not because it was no longer so."""
        return self.left is not None and self.stays_until is not None and self.left > self.stays_until


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries to look at: due from ``first`` to ``last``, of one ``person`` or of everybody.

    ``people`` are those of whom they may be, ``fate`` what has become of them. The newest ``skip`` of them
    are left out, and of the others no more than ``most`` are looked at.
    """

    first: date | None = None
    last: date | None = None
    person: CustomerId | None = None
    people: frozenset[CustomerId] | None = None
    fate: Fate | None = None
    most: int = 1000
    skip: int = 0
