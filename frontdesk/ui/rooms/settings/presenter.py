"""The Settings room's brain: the house, its staff, and its data. No toolkit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.house import House
from frontdesk.domain.ids import ImportId, StaffId
from frontdesk.domain.imports import Import
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.insights.visiting import Visiting, visiting
from frontdesk.services import imports, settings, staff, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Runner
from frontdesk.ui.rooms.settings.wording import undone

_CONCERNED = {Kind.STAFF, Kind.SETTINGS, Kind.IMPORTS}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room shows; ``place`` is where the data lies."""

    house: House
    staff: tuple[StaffMember, ...]
    imports: tuple[Import, ...]
    place: str
    backup: datetime | None
    now: datetime


class View(Protocol):
    """What the presenter asks of the screen."""

    def show(self, shown: Shown) -> None:
        """Show the settings anew."""
        ...

    def show_figures(self, figures: Visiting) -> None:
        """Show the house in figures."""
        ...

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field why it was not kept; an empty sentence takes that away."""
        ...


@dataclass
class SettingsPresenter:
    """Reads the settings, and keeps what somebody changes."""

    desk: Desk
    worker: Runner
    view: View
    say: Callable[[str], None]
    tell: Callable[[Exception | str], None]
    members: dict[StaffId, StaffMember] = field(default_factory=dict)

    def load(self) -> None:
        """Read the settings."""
        self.worker.run(self._read, self._show)

    def refresh(self, changes: Changes) -> None:
        """Read them again where they may have changed."""
        if changes.everybody or changes.kinds & _CONCERNED:
            self.load()

    def count(self) -> None:
        """Work out the house in figures."""
        self.worker.run(lambda: visiting(visits.every_day(self.desk)), self.view.show_figures)

    def _read(self) -> Shown:
        desk = self.desk
        return Shown(
            house=desk.house,
            staff=staff.everyone(desk),
            imports=imports.recent(desk),
            place=upkeep.described(desk),
            backup=upkeep.last_backup(desk),
            now=desk.now(),
        )

    def _show(self, shown: Shown) -> None:
        self.members = {member.id: member for member in shown.staff}
        self.view.show(shown)

    def keep(self, name: str, value: object) -> None:
        """Keep one field of the house."""

        def refused(error: DeskError) -> None:
            self._refused(name, error)

        self.worker.run(
            lambda: settings.change_house(self.desk, **{name: value}),
            lambda _changes: self.view.refuse(name, ""),
            refused,
        )

    def _refused(self, name: str, error: DeskError) -> None:
        if isinstance(error, Refused):
            self.view.refuse(name, str(error))
        else:
            self.tell(error)

    def add_member(self, name: str) -> None:
        """Add somebody to the staff."""
        self.worker.run(
            lambda: staff.add(self.desk, name),
            lambda _changes: self.view.refuse("member", ""),
            lambda error: self._refused("member", error),
        )

    def set_active(self, member: StaffId, active: bool) -> None:
        """Say whether somebody still works here."""
        known = self.members[member]
        self.worker.run(lambda: staff.change(self.desk, member, known.version, active=active))

    def rename(self, member: StaffId, name: str) -> None:
        """Write somebody's name otherwise."""
        known = self.members[member]
        self.worker.run(lambda: staff.change(self.desk, member, known.version, name=name))

    def back_up(self) -> None:
        """Write a backup now."""

        def said(place: Path) -> None:
            self.say(tr("Backup written: {file}").format(file=place.name))
            self.load()

        self.worker.run_job(tr("Backup"), lambda _job: upkeep.back_up(self.desk), said)

    def take_back(self, batch: ImportId) -> None:
        """Take an import back."""
        self.worker.run_job(
            tr("Taking the import back"),
            lambda _job: imports.undo_import(self.desk, batch),
            lambda found: self.say(undone(found)),
        )
