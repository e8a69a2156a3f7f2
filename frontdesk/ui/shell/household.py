"""What the bars say about the house, kept up to date: name, day, staff, age of the backup, people."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import ChangeId, CustomerId, StaffId
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import language, tr, trn
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell import ages
from frontdesk.ui.shell.status_bar import StatusBar
from frontdesk.ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk

_LOOK_MS = 20_000
LEARN_MS = 500
"""How often to learn what other desks have written; they are to be seen within a second."""

_BACKUP_LOOK = timedelta(minutes=1)
_STALE = timedelta(days=2)
EVERYTHING = Changes(ChangeId(""), frozenset(Kind), everybody=True)
"""What a new day changes."""


class Household(QObject):
    """Reads what the two bars show, after every change and as time goes by."""

    def __init__(
        self,
        desk: "Desk",
        worker: Worker,
        top: TopBar,
        status: StatusBar,
        new_day: Callable[[], None],
        changed: Callable[[Changes], None],
    ) -> None:
        """``new_day`` is called when the day has turned, ``changed`` when another desk has written."""
        super().__init__(top)
        self._desk, self._worker, self._top, self._status = desk, worker, top, status
        self._new_day, self._changed = new_day, changed
        self._day: date | None = None
        self._backup: datetime | None = None
        self._backup_read: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._learn = QTimer(self)
        self._learn.setInterval(LEARN_MS)
        self._learn.timeout.connect(self.learn)
        self._learning = False
        self._keeping = False
        self._to_keep: set[CustomerId] | None = None
        top.duty_taken.connect(self._on_duty_taken)
        worker.jobs_changed.connect(self._on_jobs_changed)

    def move_in(self) -> None:
        """Say everything for the first time."""
        self._top.show_house(self._desk.house)
        self._read_staff()
        self.look()
        self._timer.start()
        self._learn.start()

    def stop(self) -> None:
        """The window is being closed: nothing more is looked at."""
        self._timer.stop()
        self._learn.stop()

    def look(self) -> None:
        """See what time has changed."""
        now = self._desk.now()
        day = self._desk.today()
        if day != self._day:
            turned = self._day is not None
            self._day = day
            self._top.show_day(_long_day(day, self._desk.house.region))
            if turned:
                self._expect(EVERYTHING)
                self.learn_returning()
                self.keep_ledger()
                self._new_day()
        if self._backup_read is None or now - self._backup_read >= _BACKUP_LOOK:
            self._backup_read = now
            self._read_backup()
        self._show_backup()

    def count_people(self) -> None:
        """Say how many people the house knows, or that they are still being read."""
        if not self._desk.everybody_read:
            self._status.show_people(tr("Reading names: only beginnings are found yet"))
            return
        count = len(self._desk.index)
        words = trn("{n:,} person", "{n:,} people", count)
        self._status.show_people(words.replace(",", QLocale(language()).groupSeparator()))

    def refresh(self, changes: Changes) -> None:
        """Something was written just now."""
        self._status.show_saved(_hour(self._desk.now(), self._desk.house.zone, self._desk.house.region))
        self.count_people()
        self._expect(changes)
        self.keep_ledger(changes)
        if Kind.SETTINGS in changes.kinds:
            self._top.show_house(self._desk.house)
            self._day = None
            self.look()
        if Kind.STAFF in changes.kinds:
            self._read_staff()

    def learn(self) -> None:
        """See what other desks have written, unless that is being done."""
        if not self._learning:
            self._learning = True
            self._worker.run(
                self._desk.catch_up, self._on_caught_up, _leave, settled=self._on_learned, owner=self
            )

    def _on_learned(self) -> None:
        self._learning = False

    def _on_caught_up(self, changes: Changes | None) -> None:
        if changes is None:
            return
        self.count_people()
        self._expect(changes)
        self.keep_ledger(changes)
        if changes.everybody:
            self._top.show_house(self._desk.house)
            self._read_staff()
        self._changed(changes)

    def keep_ledger(self, changes: Changes = EVERYTHING) -> None:
        """See that the ledger knows what has come due and what has left the list; once everybody is read."""
        if not self._desk.everybody_read:
            return
        if changes.everybody or not changes.customers:
            self._to_keep = None
        elif self._to_keep is not None:
            self._to_keep |= changes.customers
        if not self._keeping:
            self._keep_on()

    def _keep_on(self) -> None:
        from frontdesk.services import ledger

        people, self._to_keep = self._to_keep, set()
        if people is not None and not people:
            return
        self._keeping = True
        more: list[bool] = []

        def keep() -> bool:
            return ledger.keep(self._desk, people)

        self._worker.run(keep, more.append, _leave, settled=lambda: self._on_kept(more), owner=self)

    def _on_kept(self, more: Sequence[bool]) -> None:
        """Days without the program are caught up one by one, so that nobody has to wait for them.

        Where it went wrong, the next look keeps everything anew.
        """
        self._keeping = False
        if not more or more[0]:
            self._to_keep = None
        if more:
            self._keep_on()

    def _expect(self, changes: Changes) -> None:
        """Learn anew who is here and who is expected, where that may be others now."""
        from frontdesk.services import lookup

        if self._desk.everybody_read and changes.kinds & {Kind.VISITS, Kind.REQUESTS}:
            self._worker.run(lambda: lookup.expect(self._desk), failed=_leave, owner=self)

    def learn_returning(self) -> None:
        """Learn from the visits by when newcomers come again."""
        from frontdesk.services import returning

        if self._desk.everybody_read:
            self._worker.run(lambda: returning.learn(self._desk), failed=_leave, owner=self)

    def _read_staff(self) -> None:
        from frontdesk.services import staff

        self._worker.run(lambda: staff.everyone(self._desk), self._on_staff, owner=self)

    def _on_staff(self, staff: tuple[StaffMember, ...]) -> None:
        here = [member.id for member in staff if member.active]
        if self._desk.on_duty not in here:
            alone = len(here) == 1 or (self._desk.house.demo and here)
            self._desk.on_duty = here[0] if alone else None
        self._top.show_staff(staff, self._desk.on_duty)

    def _on_jobs_changed(self) -> None:
        """Long work has ended, and it may have been a backup."""
        if not self._worker.jobs:
            self._read_backup()

    def _on_duty_taken(self, member: StaffId) -> None:
        self._desk.on_duty = member
        self._top.show_on_duty(member)

    def _read_backup(self) -> None:
        from frontdesk.services import upkeep

        self._worker.run(lambda: upkeep.last_backup(self._desk), self._on_backup, owner=self)

    def _on_backup(self, made: datetime | None) -> None:
        self._backup = made
        self._show_backup()

    def _show_backup(self) -> None:
        if self._desk.house.demo or self._desk.store.file is None:
            self._status.show_backup("")
        elif self._backup is None:
            self._status.show_backup(tr("No backup yet"), fresh=False)
        else:
            age = self._desk.now() - self._backup
            self._status.show_backup(tr("Backup {age}").format(age=ages.in_words(age)), fresh=age < _STALE)


def _leave(_trouble: DeskError) -> None:
    """A look that fails is made again soon, and whoever does something meanwhile is told."""


def _long_day(day: date, region: str) -> str:
    """“Monday 23 November”: the weekday in its own form, and no year, which everybody at the desk knows."""
    from babel.dates import format_date, format_skeleton

    from frontdesk.domain.locales import locale_of

    locale = locale_of(region)
    words = f"{format_date(day, 'cccc', locale=locale)} {format_skeleton('MMMMd', day, locale=locale)}"
    return words[:1].upper() + words[1:]


def _hour(instant: datetime, zone: str, region: str) -> str:
    from frontdesk.reports.days import hour

    return hour(instant, zone, region)
