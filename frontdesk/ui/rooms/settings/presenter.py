"""The Settings room's brain: the house, its staff, and its data. No toolkit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.house import House
from frontdesk.domain.ids import ImportId, PlanId, StaffId
from frontdesk.domain.imports import Import
from frontdesk.domain.plans import Plan, PlanDraft
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import speak, tr
from frontdesk.insights.visiting import Visiting, visiting
from frontdesk.reports.imports import undone
from frontdesk.services import imports, plans, settings, staff, upkeep, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.settings.choices import Choices, gather

_CONCERNED = {Kind.STAFF, Kind.SETTINGS, Kind.IMPORTS, Kind.PLANS}

NEW_MEMBER = "member"
"""The field in which somebody new is named."""

NEW_PLAN = "plan "
"""Begins the names of the fields in which a new plan is written."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room shows; ``place`` is where the data lies."""

    house: House
    choices: Choices
    staff: tuple[StaffMember, ...]
    plans: tuple[Plan, ...]
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

    def show_member_added(self) -> None:
        """Somebody new was added to the staff."""
        ...

    def show_plan_added(self) -> None:
        """A new plan was added."""
        ...


@dataclass
class SettingsPresenter:
    """Reads the settings, and keeps what somebody changes."""

    desk: Desk
    worker: Runner
    view: View
    say: Callable[[str], None]
    tell: Callable[[Exception | str], None]
    offer_undo: Callable[[str, str], None]
    members: dict[StaffId, StaffMember] = field(default_factory=dict)
    _latest: Latest = field(default_factory=Latest)
    _choices: Choices = field(default_factory=Choices)
    _versions: dict[StaffId, int] = field(default_factory=dict)
    _busy: set[str] = field(default_factory=set)
    _keeping: int = 0

    def load(self) -> None:
        """Read the settings."""
        self.worker.run(self._read, self._show, latest=self._latest)

    def refresh(self, changes: Changes) -> None:
        """Read them again where they may have changed."""
        if changes.everybody or changes.kinds & _CONCERNED:
            self.load()

    def _read(self) -> Shown:
        desk = self.desk
        if not self._choices.zones:
            self._choices = gather(desk.house.language, desk.house.region)
        return Shown(
            house=desk.house,
            choices=self._choices,
            staff=staff.everyone(desk),
            plans=plans.everything(desk),
            imports=imports.recent(desk),
            place=upkeep.described(desk),
            backup=upkeep.last_backup(desk),
            now=desk.now(),
        )

    def _show(self, shown: Shown) -> None:
        if self._keeping:  # this was read before the last choice was kept, and would take it off the screen
            return
        self.members = {member.id: member for member in shown.staff}
        for one in shown.staff:
            self._versions[one.id] = max(one.version, self._versions.get(one.id, 0))
        self.view.show(shown)

    def keep(self, name: str, value: object) -> None:
        """Keep one field of the house."""

        def kept(changes: Changes) -> None:
            self.view.refuse(name, "")
            if name == "language":
                speak(self.desk.house.language)
            self.offer_undo(tr("A setting was changed"), changes.id)

        self._keeping += 1
        self.worker.run(
            lambda: settings.change_house(self.desk, **{name: value}),
            kept,
            lambda error: self._refused(name, error),
            settled=self._on_keeping_settled,
        )

    def _on_keeping_settled(self) -> None:
        self._keeping -= 1
        if not self._keeping:
            self.load()

    def _refused(self, name: str, error: DeskError) -> None:
        if isinstance(error, Refused) and name:
            self.view.refuse(name, str(error))
        else:
            self.tell(error)
            self.load()

    def add_member(self, name: str) -> None:
        """Add somebody to the staff."""

        def added(changes: Changes) -> None:
            self.view.refuse(NEW_MEMBER, "")
            self.view.show_member_added()
            self.offer_undo(tr("{name} was added").format(name=name), changes.id)

        self._once(
            NEW_MEMBER,
            lambda: staff.add(self.desk, name),
            added,
            lambda error: self._refused(NEW_MEMBER, error),
        )

    def add_plan(self, draft: PlanDraft) -> None:
        """Write a new plan down."""

        def added(changes: Changes) -> None:
            for name in ("name", "months", "price"):
                self.view.refuse(NEW_PLAN + name, "")
            self.view.show_plan_added()
            self.offer_undo(tr("Plan “{name}” was added").format(name=draft.name), changes.id)

        def refused(error: DeskError) -> None:
            field = error.field if isinstance(error, Refused) else ""
            self._refused(NEW_PLAN + field if field else "", error)

        self._once(NEW_PLAN, lambda: plans.add(self.desk, draft), added, refused)

    def change_plan(self, plan: PlanId, fields: dict[str, object]) -> None:
        """Write a plan otherwise, or take it from sale."""

        def change() -> Changes:
            version = next(one.version for one in plans.everything(self.desk) if one.id == plan)
            return plans.change(self.desk, plan, version, **fields)

        self._once(
            f"plan {plan} {fields}",
            change,
            lambda changes: self.offer_undo(tr("A plan was changed"), changes.id),
            lambda error: self._refused("", error),
        )

    def set_active(self, member: StaffId, active: bool) -> None:
        """Say whether somebody still works here."""
        words = tr("{name} is back") if active else tr("{name} has left")
        self._change(member, words.format(name=self.members[member].name), active=active)

    def rename(self, member: StaffId, name: str) -> None:
        """Write somebody's name otherwise."""
        words = tr("{old} is called {new} now").format(old=self.members[member].name, new=name)
        self._change(member, words, name=name)

    def _change(self, member: StaffId, words: str, **fields: object) -> None:
        def change() -> Changes:
            version = self._versions[member]
            changes = staff.change(self.desk, member, version, **fields)
            # The next change may have been asked for already, before this one has been read again.
            self._versions[member] = max(self._versions[member], version + 1)
            return changes

        self._once(
            f"{member} {fields}",
            change,
            lambda changes: self.offer_undo(words, changes.id),
            lambda error: self._refused("", error),
        )

    def _once(
        self,
        what: str,
        work: Callable[[], Changes],
        done: Callable[[Changes], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Do something that must not be done twice by an impatient finger."""
        if what in self._busy:
            return
        self._busy.add(what)
        self.worker.run(work, done, failed, settled=lambda: self._busy.discard(what))

    def count(self) -> None:
        """Work out the house in figures."""
        self.worker.run_job(
            tr("The house in figures"),
            lambda _job: visiting(visits.every_day(self.desk)),
            self.view.show_figures,
        )

    def back_up(self) -> None:
        """Write a backup now."""

        def said(place: Path) -> None:
            self.say(tr("Backup written: {file}").format(file=place.name))
            self.load()

        self.worker.run_job(tr("Backup"), lambda _job: upkeep.back_up(self.desk), said)

    def take_back(self, batch: ImportId) -> None:
        """Take an import back."""
        what = f"import {batch}"
        if what in self._busy:
            return
        self._busy.add(what)
        self.worker.run_job(
            tr("Taking the import back"),
            lambda _job: imports.undo_import(self.desk, batch),
            lambda found: self.say(undone(found)),
            settled=lambda: self._busy.discard(what),
        )
