"""The Today room's brain: what the day holds, and what somebody does about it. No toolkit."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from frontdesk.domain.calls import rings
from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.notes import suits
from frontdesk.domain.relative import in_days
from frontdesk.domain.reminders import PROMISES, Fate, Key, Reminder, Rule
from frontdesk.domain.requests import Request
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr
from frontdesk.reports.today_ahead import ListDay, by_day
from frontdesk.reports.today_rows import MISSED
from frontdesk.services import customers, reminders, requests
from frontdesk.services.desk import Desk
from frontdesk.services.today import Today
from frontdesk.services.today import today as look_at_today
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.today import arrivals, wording

AHEAD = 7
SNOOZES = (1, 3, 7)
"""Days by which a reminder can be put off."""

_CONCERNED = frozenset(Kind) - {Kind.IMPORTS}

Thing = Reminder | Request


@dataclass(frozen=True, slots=True)
class Shown:
    """The page in rows; a section without rows is not there."""

    summary: str = ""
    to_ring: tuple[Row, ...] = ()
    left_over: tuple[Row, ...] = ()
    today: tuple[Row, ...] = ()
    promised: tuple[Row, ...] = ()
    missed: tuple[Row, ...] = ()
    ahead: tuple[ListDay, ...] = ()
    here: tuple[Row, ...] = ()

    @property
    def quiet(self) -> bool:
        """Whether nobody is waiting for a word."""
        return not (self.to_ring or self.left_over or self.today or self.promised or self.missed)


class View(Protocol):
    """What the presenter asks of the screen."""

    def show(self, shown: Shown) -> None:
        """Show the day anew."""
        ...


_TALKS = (Rule.RENEWAL, Rule.WINBACK)


@dataclass
class TodayPresenter:
    """Keeps what stands on the page, and carries out what is done about it."""

    desk: Desk
    worker: Runner
    view: View
    offer_undo: Callable[[str, str], None]
    tell: Callable[[Exception | str], None]
    open_card: Callable[[CustomerId], None]
    open_talk: Callable[[int], None]
    open_call: Callable[[int], None]
    open_note: Callable[[CustomerId, Key], None]
    _things: dict[Hashable, Thing] = field(default_factory=dict)
    _people: dict[Hashable, CustomerId] = field(default_factory=dict)
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
        people = [one.visit.draft.customer for one in arrivals.newest(day.arrivals)]
        return day, shown(day, customers.photos_of(self.desk, people))

    def _show(self, answer: tuple[Today, Shown]) -> None:
        day, rows = answer
        self._things = {one.key: one for one in day.left_over + day.due_today}
        self._things |= {("request", one.id): one for one in day.requests}
        self._people = {key: _person(thing) for key, thing in self._things.items()}
        self._people |= {one.visit.id: one.visit.draft.customer for one in day.arrivals}
        self.view.show(rows)

    def open(self, key: Hashable) -> None:
        """Go to the card of whomever a row is about."""
        person = self._people.get(key)
        if person is not None:
            self.open_card(person)

    def is_waiting(self, key: Hashable) -> bool:
        """Whether a row is something to be done, rather than somebody who is here."""
        return key in self._things

    def can_wait(self, key: Hashable) -> bool:
        """Whether a row can be skipped or put off: a promise cannot."""
        thing = self._things.get(key)
        return isinstance(thing, Reminder) and thing.rule not in PROMISES

    def snoozes(self, key: Hashable) -> list[tuple[int, str]]:
        """Days to put a reminder off by, and their words; none on which it would be too late for it."""
        thing, now = self._things.get(key), self.desk.today()
        if not isinstance(thing, Reminder) or not self.can_wait(key):
            return []
        later = [(days, now + timedelta(days=days)) for days in SNOOZES]
        return [(days, in_days(day, now)) for days, day in later if reminders.can_wait_until(thing, day)]

    def seeing_to(self, key: Hashable) -> str:
        """What seeing to a row is called: what came of a talk or a call is written down in another room."""
        thing = self._things.get(key)
        rule = thing.rule if isinstance(thing, Reminder) else None
        talk = tr("Talk about it…")
        elsewhere = {Rule.RENEWAL: talk, Rule.WINBACK: talk, Rule.CALL: tr("Ring…")}
        return elsewhere.get(rule, tr("Done")) if rule else tr("Done")

    def can_write(self, key: Hashable) -> bool:
        """Whether a note to them would be a way to see to it."""
        thing = self._things.get(key)
        return isinstance(thing, Reminder) and suits(thing) is not None

    def write(self, key: Hashable) -> None:
        """Go to the blank card for it."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder):
            self.open_note(thing.person.id, thing.key)

    def can_skip(self, key: Hashable) -> bool:
        """Whether a row can be left undone for good: the last talk about a membership cannot."""
        thing = self._things.get(key)
        return isinstance(thing, Reminder) and self.can_wait(key) and not thing.needs_talk

    def done(self, key: Hashable) -> None:
        """It has been seen to; of a talk or a call another room asks what came of it."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder) and thing.rule in _TALKS:
            self.open_talk(thing.subject)
        elif isinstance(thing, Reminder) and thing.rule is Rule.CALL:
            self.open_call(thing.subject)
        elif isinstance(thing, Reminder):
            self._mark(thing, Fate.DONE, tr("Done: {name}"))
        elif thing is not None:
            self._close(thing)

    def skip(self, key: Hashable) -> None:
        """It will not be done."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder):
            self._mark(thing, Fate.SKIPPED, tr("Skipped: {name}"))

    def snooze(self, key: Hashable, days: int) -> None:
        """It will be done another day."""
        thing = self._things.get(key)
        if isinstance(thing, Reminder):
            until = self.desk.today() + timedelta(days=days)
            self._mark(thing, Fate.SNOOZED, tr("Later: {name}"), until)

    def _mark(self, one: Reminder, fate: Fate, said: str, until: date | None = None) -> None:
        def mark() -> Changes:
            return reminders.mark(self.desk, one, fate, until)

        self._do(one.key, mark, said.format(name=one.person.name))

    def _close(self, one: Request) -> None:
        def close() -> Changes:
            return requests.close(self.desk, one.id, one.version, one.draft.outcome)

        self._do(("request", one.id), close, tr("Kept for {name}").format(name=one.customer_name))

    def _do(self, key: Hashable, work: Callable[[], Changes], words: str) -> None:
        """Do something about a row, once: it is gone from here before it is gone from the screen."""
        del self._things[key]
        self.worker.run(work, lambda changes: self.offer_undo(words, changes.id), self._failed)

    def _failed(self, error: DeskError) -> None:
        self.tell(error)
        self.load()


def _person(thing: Thing) -> CustomerId:
    return thing.person.id if isinstance(thing, Reminder) else thing.draft.customer


def _missed(found: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
    """Those who have not come, the latest to be missed first: the others wait already."""
    missed = (one for one in found if one.rule in MISSED)
    return tuple(sorted(missed, key=lambda one: one.due, reverse=True))


def _to_ring(day: Today) -> tuple[Reminder, ...]:
    """Those to whom we promised to ring by now, the latest promise last."""
    found = (one for one in day.left_over + day.due_today if one.rule is Rule.CALL and rings(one.at, day.now))
    return tuple(sorted(found, key=lambda one: (one.at or day.now, one.subject)))


def _others(day: Today, found: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
    ringing = _to_ring(day)
    return tuple(one for one in found if one.rule not in MISSED and one not in ringing)


def shown(day: Today, photos: dict[int, bytes]) -> Shown:
    """The day in rows.

    Whoever is to be rung by now, and then a promise whose hour has passed, stand before everything else; what
    waits for the next visit, whenever
    that may be, after what has its day.
    """
    came = arrivals.hours(day)
    askers = {one.id: one for one in day.askers}
    promised = [
        (wording.is_late(one, day.now), wording.request_row(one, day, askers.get(one.draft.customer)))
        for one in day.requests
    ]

    def rows(found: tuple[Reminder, ...]) -> tuple[Row, ...]:
        return tuple(wording.reminder_row(one, day, came.get(one.person.id, "")) for one in found)

    return Shown(
        summary=wording.summary(day),
        to_ring=rows(_to_ring(day)),
        left_over=(*(row for late, row in promised if late), *rows(_others(day, day.left_over))),
        today=rows(tuple(sorted(_others(day, day.due_today), key=lambda one: one.standing))),
        promised=tuple(row for late, row in promised if not late),
        missed=rows(_missed(day.left_over + day.due_today)),
        ahead=by_day(day),
        here=arrivals.rows(day, photos),
    )
