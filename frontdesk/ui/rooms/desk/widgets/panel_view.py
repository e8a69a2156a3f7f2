"""A small form within the card: fields, what is wrong with them, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M, S, Size
from frontdesk.ui.rooms.desk.forms.panel import PanelForm
from frontdesk.ui.rooms.desk.widgets.field_box import Hands
from frontdesk.ui.rooms.desk.widgets.field_grid import FieldGrid


class PanelView(Card):
    """Shows one :class:`PanelForm`; Enter keeps it, Esc gives it up."""

    def __init__(self, form: PanelForm, parent: QWidget | None = None) -> None:
        """The form as it stands."""
        super().__init__(form.heading, parent=parent)
        self.form = form
        self.grid = FieldGrid(form.specs.values(), Hands(form.leave, entered=self.save))
        self._trouble = Label(size=Size.LESS, tone=Tone.RED, lines=0)
        self._save = Button(form.save_words, "Enter", primary=True)
        self._save.clicked.connect(self.save)
        self.body.setSpacing(M)
        for part in (self.grid, self._trouble, self._buttons()):
            self.add(part)
        self.present()

    def present(self) -> None:
        """Show what has become of the form."""
        form = self.form
        self.grid.setVisible(bool(form.specs))
        self.grid.present(form.typed, form.errors, form.hidden)
        self._trouble.set_text(form.trouble)
        self._trouble.setVisible(bool(form.trouble))
        self._save.set_words(form.save_words)
        self._save.set_busy(form.busy)

    def save(self) -> None:
        """Keep it all, with what stands in the field that still has the caret."""
        self.grid.commit()
        self.form.save()

    def focus_first(self) -> None:
        """Begin to write; or, where there is nothing to fill in, stand on the button."""
        if self.form.specs:
            self.grid.focus_first()
        else:
            self._save.setFocus()

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = Flow(S, box)
        flow.addWidget(self._save)
        for step in self.form.steps:
            button = Button(step.words)
            button.clicked.connect(self.grid.commit)
            button.clicked.connect(step.run)
            flow.addWidget(button)
        leave = Button(tr("Cancel"), "Esc")
        leave.clicked.connect(self.form.cancel)
        flow.addWidget(leave)
        return box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up; a field that was changed has taken it before."""
        if event.key() == Qt.Key.Key_Escape:
            self.form.cancel()
        else:
            super().keyPressEvent(event)
