"""A card of fields that are kept together: what is wrong with them, and the button that goes on."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.field import Field, LongField, TextField
from frontdesk.ui.kit.field_choice import CheckField, ChoiceField
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.form import Form
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M, S, Size
from frontdesk.ui.kit.reveal import reveal

Written = TextField | LongField | CheckField | ChoiceField[Any]

F = TypeVar("F", bound=Written)


class FormCard(Card, Generic[F]):
    """``kept`` carries what stands in the fields, by name; Ctrl+Enter goes on, Esc gives up."""

    kept = Signal(object)
    given_up = Signal()

    def __init__(self, heading: str, go_on: str, fields: Mapping[str, F]) -> None:
        """``go_on`` is what the button says."""
        super().__init__(heading)
        self.fields = dict(fields)
        self._trouble = Label(size=Size.LESS, tone=Tone.RED, lines=0)
        reveal(self._trouble, shown=False)
        self.save_button = Button(go_on, "Ctrl+Enter", primary=True)
        self.body.setSpacing(M)
        form = Form(columns=2)
        for one in self.fields.values():
            form.add(one, wide=isinstance(one, LongField))
            if isinstance(one, TextField):
                one.line.returnPressed.connect(self.keep)
        self.add(form)
        for part in (*self._more(), self._trouble, self._buttons()):
            self.add(part)

    def _more(self) -> tuple[QWidget, ...]:
        """What stands between the fields and the buttons."""
        return ()

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = Flow(S, box)
        leave = Button(tr("Cancel"), "Esc")
        self.save_button.clicked.connect(self.keep)
        leave.clicked.connect(self.given_up)
        flow.addWidget(self.save_button)
        flow.addWidget(leave)
        return box

    @property
    def trouble(self) -> str:
        """What is wrong that has no field of its own."""
        return self._trouble.text()

    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {name: one.value() for name, one in self.fields.items()}

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong, beside its field where it has one."""
        beside: Field | None = self.fields.get(name)
        if beside is not None:
            beside.set_error(sentence)
            beside.setFocus()
        else:
            self._trouble.set_text(sentence)
            self._trouble.show()

    def focus_first(self) -> None:
        """Put the caret where writing begins."""
        next(iter(self.fields.values())).setFocus()

    def keep(self) -> None:
        """Go on with what stands in the fields."""
        self._trouble.hide()
        for one in self.fields.values():
            one.set_error("")
        self.kept.emit(self.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up, where no field has taken it before; Enter goes on, from several lines with Ctrl."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)
