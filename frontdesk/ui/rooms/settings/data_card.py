"""The house's data on the screen: where it lies, its backup, what was brought in, its figures."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from frontdesk.domain.ids import ImportId
from frontdesk.domain.imports import Import
from frontdesk.foundation.words import tr
from frontdesk.insights.visiting import Visiting
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Rule, empty
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M, S
from frontdesk.ui.rooms.settings import wording


class DataCard(Card):
    """Where the data lies and what can be done with it."""

    backup_asked = Signal()
    figures_asked = Signal()
    take_back_asked = Signal(int)

    def __init__(self) -> None:
        """Empty until :meth:`show_data`."""
        super().__init__(tr("Data"))
        self._place = Label(tone=Tone.SOFT, lines=0)
        self._backup = Label(lines=0)
        self._figures = Label(lines=0)
        self._figures.hide()
        self._imports = QVBoxLayout()
        self._imports.setSpacing(S)
        self.backup_button = Button(tr("Back up now"))
        self.figures_button = Button(tr("The house in figures"))
        self.backup_button.clicked.connect(self.backup_asked)
        self.figures_button.clicked.connect(self.figures_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(M)
        buttons.addWidget(self.backup_button)
        buttons.addWidget(self.figures_button)
        buttons.addStretch(1)
        self.add(self._place)
        self.add(self._backup)
        self.add(buttons)
        self.add(self._figures)
        self.add(self._imports)

    def show_data(
        self, place: str, backup: datetime | None, imports: tuple[Import, ...], zone: str, now: datetime
    ) -> None:
        """Show where the data lies, how old its backup is, and what was brought in."""
        self._place.set_text(place)
        self._backup.set_text(wording.backup(backup, zone, now))
        empty(self._imports)
        for one in imports:
            self._imports.addWidget(Rule())
            self._imports.addLayout(self._import(one, zone, now))

    def _import(self, one: Import, zone: str, now: datetime) -> QHBoxLayout:
        name, detail = wording.brought_in(one, zone, now)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(name))
        words.addWidget(Label(detail, tone=Tone.SOFT))
        line = QHBoxLayout()
        line.addLayout(words, 1)
        if one.undone_at is None:
            button = Button(tr("Take back"), icon="undo")
            button.setAccessibleName(tr("Take back {name}").format(name=name))
            batch: ImportId = one.id
            button.clicked.connect(lambda: self.take_back_asked.emit(batch))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def show_figures(self, figures: Visiting) -> None:
        """Show the house in figures."""
        self._figures.set_text(wording.figures(figures))
        self._figures.show()
