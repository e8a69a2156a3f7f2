"""The Settings room: the house, its staff, its data."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import ImportId
from frontdesk.domain.imports import ImportKind
from frontdesk.foundation.words import tr
from frontdesk.insights.visiting import Visiting
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.label import title
from frontdesk.ui.kit.measures import L
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.rooms.settings.bringing_in import BringingIn
from frontdesk.ui.rooms.settings.data_card import DataCard
from frontdesk.ui.rooms.settings.house_card import HouseCard
from frontdesk.ui.rooms.settings.import_card import ImportCard
from frontdesk.ui.rooms.settings.presenter import SettingsPresenter, Shown
from frontdesk.ui.rooms.settings.staff_card import StaffCard


class SettingsRoom:
    """Joins the cards to their presenters."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Build the page; it is filled when the room is entered."""
        self._context = context
        self._presenter = SettingsPresenter(context.desk, context.worker, self, context.say, context.tell)
        self.house = HouseCard(self._presenter.keep)
        self.staff = StaffCard(self._presenter.add_member, self._presenter.rename, self._presenter.set_active)
        self.data = DataCard()
        self.files = ImportCard()
        self._bringing_in = BringingIn(context.desk, context.worker, self.files, context.tell)
        self._page = self._build()
        self._wire()

    def _build(self) -> Page:
        page = Page()
        page.add(title(tr("Settings")))
        columns = QHBoxLayout()
        columns.setSpacing(L)
        for cards in ((self.house, self.staff), (self.data, self.files)):
            column = QVBoxLayout()
            column.setSpacing(L)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        page.add(columns)
        return page

    def _wire(self) -> None:
        self.data.backup_asked.connect(self._presenter.back_up)
        self.data.figures_asked.connect(self._presenter.count)
        self.data.take_back_asked.connect(lambda batch: self._presenter.take_back(ImportId(batch)))
        self.files.file_asked.connect(self._on_file_asked)
        self.files.run_asked.connect(lambda plan, trial: self._bringing_in.bring_in(plan, trial=trial))

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
        """Look again at what somebody changed."""
        self._presenter.refresh(changes)

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here."""
        return (
            ActionSpec(tr("Back up now"), self._presenter.back_up),
            ActionSpec(tr("Bring in customers…"), lambda: self._on_file_asked(ImportKind.CUSTOMERS)),
            ActionSpec(tr("Bring in visits…"), lambda: self._on_file_asked(ImportKind.VISITS)),
        )

    def show(self, shown: Shown) -> None:
        """Show what the presenter has read."""
        self.house.show_house(shown.house)
        self.staff.show_staff(shown.staff)
        self.data.show_data(shown.place, shown.backup, shown.imports, shown.house.zone, shown.now)

    def show_figures(self, figures: Visiting) -> None:
        """Show the house in figures."""
        self.data.show_figures(figures)

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field why it was not kept."""
        if name == "member":
            self.staff.refuse(sentence)
        else:
            self.house.refuse(name, sentence)

    def _on_file_asked(self, kind: ImportKind) -> None:
        patterns = [(tr("Tables"), ("*.csv", "*.tsv", "*.txt")), (tr("Every file"), ("*",))]
        words = tr("Customers") if kind is ImportKind.CUSTOMERS else tr("Visits")

        def chosen(path: Path) -> None:
            self._bringing_in.look_at(path, kind)

        self._context.ask.open_file(self._page, words, patterns, chosen)


def build(context: RoomContext[Desk]) -> SettingsRoom:
    """The room, ready to be entered."""
    return SettingsRoom(context)
