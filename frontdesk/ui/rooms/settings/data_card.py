"""The house's data on the screen: where it lies, its backup, its figures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import S


class DataCard(Card):
    """Where the data lies and what can be done with it."""

    backup_asked = Signal()
    figures_asked = Signal()

    def __init__(self) -> None:
        """Empty until :meth:`show_data`."""
        super().__init__(tr("Data"))
        self.place = Label(tone=Tone.SOFT, lines=0)
        self.backup = Label(lines=0)
        self.figures = Label(lines=0)
        self.figures.hide()
        self.backup_button = Button(tr("Back up now"), icon="backup")
        self.figures_button = Button(tr("The house in figures"))
        self.backup_button.clicked.connect(self.backup_asked)
        self.figures_button.clicked.connect(self.figures_asked)
        buttons = QWidget()
        flow = Flow(S, buttons)
        flow.addWidget(self.backup_button)
        flow.addWidget(self.figures_button)
        for part in (self.place, self.backup, buttons, self.figures):
            self.add(part)

    def show_data(self, place: str, backup: str) -> None:
        """Show where the data lies, and how old its backup is."""
        self.place.set_text(place)
        self.backup.set_text(backup)

    def show_figures(self, words: str) -> None:
        """Show the house in figures."""
        self.figures.set_text(words)
        self.figures.show()
