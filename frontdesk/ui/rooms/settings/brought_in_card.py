"""The files that were brought in, each with a way to take it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from frontdesk.domain.ids import ImportId
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Rule, empty
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M
from frontdesk.ui.kit.reveal import reveal


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """A file in words, and whether it can still be taken back."""

    id: ImportId
    name: str
    detail: str
    standing: bool


class BroughtInCard(Card):
    """``take_back_asked`` carries the import's id; ``focus_gone`` says that the button with the focus went.

    No other button gets it: pressed once more it would take back another file.
    """

    take_back_asked = Signal(object)
    focus_gone = Signal()

    def __init__(self) -> None:
        """Away until something was brought in."""
        super().__init__(tr("Brought in"))
        self._shown: tuple[BroughtIn, ...] = ()
        self.buttons: dict[ImportId, Button] = {}
        self.hide()

    def show_imports(self, imports: Sequence[BroughtIn]) -> None:
        """Show the files, newest first."""
        if tuple(imports) == self._shown:
            return
        self._shown = tuple(imports)
        at = next((one for one, button in self.buttons.items() if button.hasFocus()), None)
        self.buttons.clear()
        empty(self.body)
        for place, one in enumerate(imports):
            if place:
                self.add(Rule())
            self.add(self._line(one))
        reveal(self, bool(imports))
        if at in self.buttons:
            self.buttons[at].setFocus()
        elif at is not None:
            self.focus_gone.emit()

    def _line(self, one: BroughtIn) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(one.name))
        words.addWidget(Label(one.detail, tone=Tone.SOFT))
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addLayout(words, 1)
        if one.standing:
            button = Button(tr("Take back"), icon="undo")
            button.setAccessibleName(tr("Take back {name}").format(name=one.name))
            button.clicked.connect(lambda: self.take_back_asked.emit(one.id))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self.buttons[one.id] = button
        return line
