"""The Settings room: the house, its staff, its data."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QWidget

from frontdesk.domain.changes import Changes
from frontdesk.domain.imports import Import, ImportKind
from frontdesk.foundation.words import tr
from frontdesk.insights.visiting import Visiting
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.label import title
from frontdesk.ui.kit.measures import L
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.kit.tab_order import order_tabs
from frontdesk.ui.rooms.settings import wording
from frontdesk.ui.rooms.settings.bringing_in import BringingIn
from frontdesk.ui.rooms.settings.brought_in_card import BroughtIn, BroughtInCard
from frontdesk.ui.rooms.settings.columns import Columns
from frontdesk.ui.rooms.settings.data_card import DataCard
from frontdesk.ui.rooms.settings.house_card import HouseCard
from frontdesk.ui.rooms.settings.import_card import ImportCard
from frontdesk.ui.rooms.settings.looking import Plan
from frontdesk.ui.rooms.settings.opening_card import OpeningCard
from frontdesk.ui.rooms.settings.plans_card import PlansCard
from frontdesk.ui.rooms.settings.presenter import NEW_MEMBER, NEW_PLAN, SettingsPresenter, Shown
from frontdesk.ui.rooms.settings.reminders_card import RemindersCard
from frontdesk.ui.rooms.settings.staff_card import StaffCard


class SettingsRoom:
    """Joins the cards to their presenters."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Build the page; it is filled when the room is entered."""
        self._context = context
        own = self._presenter = SettingsPresenter(
            context.desk, context.worker, self, context.say, context.tell, context.offer_undo
        )
        self.house = HouseCard(own.keep)
        self.reminders = RemindersCard(own.keep)
        self.staff = StaffCard(own.add_member, own.rename, own.set_active)
        self.plans = PlansCard(own.add_plan, own.change_plan)
        self.opening = OpeningCard(own.keep, context.desk.today)
        self.data = DataCard()
        self.files = ImportCard()
        self.brought_in = BroughtInCard()
        self._bringing_in = BringingIn(context.desk, context.worker, self.files, context.say)
        self._page = Page()
        self._page.add(title(tr("Settings")))
        left = (self.house, self.staff, self.plans, self.reminders)
        right = (self.data, self.files, self.brought_in, self.opening)
        self._page.add(Columns(left, right))
        self._wire()

    def _wire(self) -> None:
        self.data.backup_asked.connect(self._presenter.back_up)
        self.data.figures_asked.connect(self._presenter.count)
        self.brought_in.take_back_asked.connect(self._presenter.take_back)
        self.brought_in.focus_gone.connect(self.files.people_button.setFocus)
        self.files.file_asked.connect(self._on_file_asked)
        self.files.look_asked.connect(self._bringing_in.look_at)
        self.files.run_asked.connect(lambda plan, trial: self._bringing_in.bring_in(plan, trial=trial))
        self.files.stop_asked.connect(self._bringing_in.stop)
        self.files.grew.connect(self._on_grown)

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        return self._page

    def enter(self, _errand: Errand | None) -> None:
        """The room is shown now."""
        self._presenter.load()

    def focus_first(self) -> None:
        """Put the caret into the house's name."""
        self.house.fields["name"].setFocus()

    def refresh(self, changes: Changes) -> None:
        """Look again at what somebody changed; a room that is not shown looks when it is entered."""
        if self._page.isVisible():
            self._presenter.refresh(changes)

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here."""
        return (
            ActionSpec(tr("Back up now"), self._presenter.back_up),
            ActionSpec(tr("Bring in customers…"), partial(self._on_file_asked, ImportKind.CUSTOMERS)),
            ActionSpec(tr("Bring in visits…"), partial(self._on_file_asked, ImportKind.VISITS)),
            ActionSpec(tr("The house in figures"), self._presenter.count),
        )

    def unfinished(self) -> Sequence[str]:
        """The fields gone wrong; every other is kept when it is left. And whoever is not added yet."""
        wrong = (*self.house.wrong(), *self.reminders.wrong(), *self.opening.wrong())
        return (*wrong, *self.staff.begun(), *self.plans.begun())

    def show(self, shown: Shown) -> None:
        """Show what the presenter has read."""
        house = shown.house
        self.house.show_choices(shown.choices)
        self.house.show_house(house)
        self.reminders.show_house(house)
        self.opening.show_house(house)
        self.plans.show_plans(shown.plans)
        self.staff.show_staff(shown.staff)
        self.data.show_data(shown.place, wording.backup(shown.backup, house.zone, house.region, shown.now))
        self.brought_in.show_imports([_brought_in(one, shown) for one in shown.imports])
        order_tabs(self._page)

    def show_figures(self, figures: Visiting) -> None:
        """Show the house in figures."""
        self.data.show_figures(wording.figures(figures))

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field why it was not kept."""
        if name == NEW_MEMBER:
            self.staff.refuse(sentence)
        elif name.startswith(NEW_PLAN):
            self.plans.refuse(name.removeprefix(NEW_PLAN), sentence)
        else:
            self.house.refuse(name, sentence)
            self.reminders.refuse(name, sentence)
            self.opening.refuse(name, sentence)

    def show_member_added(self) -> None:
        """The next name can be written."""
        self.staff.added()

    def show_plan_added(self) -> None:
        """The next plan can be written."""
        self.plans.added()

    def _on_grown(self, parts: Sequence[QWidget]) -> None:
        """Bring what has just come up into sight, once it has its place."""
        order_tabs(self._page)

        def look() -> None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            for part in parts:
                self._bring_into_sight(part)

        QTimer.singleShot(0, self._page, look)

    def _bring_into_sight(self, part: QWidget) -> None:
        """Scroll until all of it is seen, its upper end above all; Qt is content with the caret of a text."""
        inside = self._page.inside
        for corner in (part.rect().bottomLeft(), part.rect().topLeft()):
            at = part.mapTo(inside, corner)
            self._page.ensureVisible(at.x(), at.y(), 0, L)

    def _on_file_asked(self, kind: ImportKind) -> None:
        patterns = [(tr("Tables"), ("*.csv", "*.tsv", "*.txt"))]
        words = tr("Bring in customers") if kind is ImportKind.CUSTOMERS else tr("Bring in visits")

        def chosen(path: Path) -> None:
            self._bringing_in.look_at(Plan(path, kind))

        self._context.ask.open_file(self._page, words, patterns, chosen)


def _brought_in(one: Import, shown: Shown) -> BroughtIn:
    name = one.file_name or wording.kind(one.kind)
    detail = wording.brought_in(one, shown.house.zone, shown.now)
    return BroughtIn(one.id, name, detail, standing=one.undone_at is None)


def build(context: RoomContext[Desk]) -> SettingsRoom:
    """The room, ready to be entered."""
    return SettingsRoom(context)
