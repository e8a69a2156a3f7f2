"""The Today room's brain: what the day holds, and what somebody does about it. No toolkit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.relative import in_days
from frontdesk.domain.reminders import Fate, Reminder
from frontdesk.domain.requests import Request
from frontdesk.domain.visits import Arrival
from frontdesk.foundation.words import tr
from frontdesk.services import customers, reminders, requests
from frontdesk.services.desk import Desk
from frontdesk.services.today import Today
from frontdesk.services.today import today as look_at_today
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.today import wording

AHEAD = 7
SNOOZES = (1, 3, 7)
"""Days by which a reminder can be put off."""

_CONCERNED = frozenset(Kind) - {Kind.IMPORTS}

Thing = Reminder | Request


class View(Protocol):
    """What the presenter asks of the screen."""

    def show(self, shown: "Shown") -> None:
        """Show the day anew."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """The page in rows; a section without rows is not there."""

    summary: str = ""
    left_over: tuple[Row, ...] = ()
    today: tuple[Row, ...] = ()
    promised: tuple[Row, ...] = ()
    ahead: tuple[Row, ...] = ()
    here: tuple[Row, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether nobody is waiting for a word."""
        return not (self.left_over or self.today or self.promised)


@dataclass
class TodayPresenter:
    """Keeps the day that is shown, and carries out what is done about it."""

    desk: Desk
    worker: Runner
    view: View
    offer_undo: Callable[[str, str], None]
    open_card: Callable[[CustomerId], None]
    day: Today | None = None
    _things: dict[object, Thing] = field(default_factory=dict)
    _arrivals: dict[object, Arrival] = field(default_factory=dict)
    _latest: Latest = field(default_factory=Latest)

    def load(self) -> None:
        """Look at the day again."""
        self.worker.run(self._read, self._show, latest=self._latest)

    def refresh(self, changes: Changes) -> None:
        """Look again where something that stands here may have changed."""
        if changes.everybody or changes.kinds & _CONCERNED:
            self.load()

    def _read(self) -> tuple[Today, Shown]:
        day = look_at_today(self.desk, None, AHEAD)
        people = list({one.visit.draft.customer for one in day.arrivals})
        photos = customers.photos_of(self.desk, people)
        return day, _shown(day, photos)

    def _show(self, answer: tuple[Today, Shown]) -> None:
        day, shown = answer
        self.day = day
        waiting: tuple[Reminder, ...] = day.left_over + day.due_today
        self._things = {one.key: one for one in waiting}
        self._things |= {("request", one.id): one for one in day.requests}
        self._arrivals = {one.visit.id: one for one in day.arrivals}
        self.view.show(shown)

    def person(self, key: object) -> CustomerId | None:
        """Whom a row is about."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder):
            return thing.person.id
        if thing is not None:
            return thing.draft.customer
        arrival = self._arrivals.get(key)
        return arrival.visit.draft.customer if arrival else None

    def open(self, key: object) -> None:
        """Go to the card of whomever a row is about."""
        person = self.person(key)
        if person is not None:
            self.open_card(person)

    def is_waiting(self, key: object) -> bool:
        """Whether a row is something to be done, rather than somebody who is here."""
        return key in self._things

    def can_wait(self, key: object) -> bool:
        """Whether a row can be skipped or put off: a promise cannot."""
        return isinstance(self._things.get(key), Reminder)

    def snoozes(self) -> list[tuple[int, str]]:
        """Days to put a reminder off by, and their words."""
        now = self.desk.today()
        return [(days, in_days(now + timedelta(days=days), now)) for days in SNOOZES]

    def done(self, key: object) -> None:
        """It has been seen to."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder):
            self._mark(thing, Fate.DONE, tr("Done: {name}"))
        elif thing is not None:
            self._close(thing)

    def skip(self, key: object) -> None:
        """It will not be done."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder):
            self._mark(thing, Fate.SKIPPED, tr("Skipped: {name}"))

    def snooze(self, key: object, days: int) -> None:
        """It will be done another day."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder):
            until = self.desk.today() + timedelta(days=days)
            self._mark(thing, Fate.SNOOZED, tr("Later: {name}"), until)

    def _mark(self, one: Reminder, fate: Fate, said: str, until: date | None = None) -> None:
        words = said.format(name=one.person.name)
        self.worker.run(
            lambda: reminders.mark(self.desk, one, fate, until),
            lambda changes: self.offer_undo(words, changes.id),
        )

    def _close(self, one: Request) -> None:
        words = tr("Kept for {name}").format(name=one.customer_name)
        self.worker.run(
            lambda: requests.close(self.desk, one.id, one.version, one.draft.outcome),
            lambda changes: self.offer_undo(words, changes.id),
        )


def _shown(day: Today, photos: dict[int, bytes]) -> Shown:
    return Shown(
        summary=wording.summary(day),
        left_over=tuple(wording.reminder_row(one, day) for one in day.left_over),
        today=tuple(wording.reminder_row(one, day) for one in day.due_today),
        promised=tuple(wording.request_row(one, day) for one in day.requests),
        ahead=tuple(wording.ahead_rows(day)),
        here=tuple(
            wording.arrival_row(one, day, photos.get(one.visit.draft.customer)) for one in day.arrivals
        ),
    )
