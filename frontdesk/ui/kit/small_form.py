"""A small form on the screen: written down at once, or given up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.asked import Asked, Choice, SmallForm
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.field import Field, LongField, TextField
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.form import Form
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M, S, Size

Written = TextField | LongField | ChoiceField[str]


class SmallFormView(Card):
    """Fields, what is wrong with them, and the button that keeps them; Ctrl+Enter keeps, Esc gives up."""

    kept = Signal(object)
    given_up = Signal()

    def __init__(self, form: SmallForm) -> None:
        """The form with what is put in already."""
        super().__init__(form.heading)
        self._form = form
        self.fields: dict[str, Written] = {asked.name: _field(asked) for asked in form.fields}
        self._trouble = Label(size=Size.LESS, tone=Tone.RED, lines=0)
        self._trouble.hide()
        self.save_button = Button(form.save, "Ctrl+Enter", primary=True)
        self.body.setSpacing(M)
        columns = Form(columns=2)
        for asked in form.fields:
            columns.add(self.fields[asked.name], wide=asked.lines > 1)
            self._wire(asked)
        self.add(columns)
        for asked in form.fields:
            if asked.quick:
                self.add(self._quick(asked.name, asked.quick))
        self.add(self._trouble)
        self.add(self._buttons())
        self.put(form.typed)

    def _wire(self, asked: Asked) -> None:
        written = self.fields[asked.name]
        written.left.connect(lambda _value: self._adjust(asked.name))
        if isinstance(written, TextField):
            written.line.returnPressed.connect(self._on_save)

    def _quick(self, name: str, quick: Sequence[Choice]) -> QWidget:
        box = QWidget()
        flow = Flow(S, box)
        for value, words in quick:
            button = Button(words, small=True)
            button.clicked.connect(lambda _checked=False, value=value: self.put({name: value}))
            flow.addWidget(button)
        return box

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = Flow(S, box)
        leave = Button(tr("Cancel"), "Esc")
        self.save_button.clicked.connect(self._on_save)
        leave.clicked.connect(self.given_up)
        flow.addWidget(self.save_button)
        flow.addWidget(leave)
        return box

    def put(self, typed: object) -> None:
        """Put texts into fields by name."""
        for name, text in dict(typed).items():  # type: ignore[call-overload]
            self.fields[name].set_value(text)

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: written.value() for name, written in self.fields.items()}

    def _adjust(self, name: str) -> None:
        """What follows from a choice: another plan has another last day."""
        self.fields[name].set_error("")
        if isinstance(self.fields[name], ChoiceField):
            self.put(self._form.adjust(self.typed()))

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong, beside its field where it has one."""
        if name in self.fields:
            self.fields[name].set_error(sentence)
            self.fields[name].setFocus()
        else:
            self._trouble.set_text(sentence)
            self._trouble.show()

    def focus_first(self) -> None:
        """Put the caret where writing begins."""
        next(iter(self.fields.values())).setFocus()

    def begun(self) -> bool:
        """Whether something was written that was not put in."""
        return any(self.typed()[name] != text for name, text in self._form.typed.items())

    def _on_save(self) -> None:
        self._trouble.hide()
        self.kept.emit(self.typed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up, where no field has taken it before; Enter keeps, from several lines with Ctrl."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        else:
            super().keyPressEvent(event)


def _field(asked: Asked) -> Written:
    made: Field
    if asked.choices:
        return ChoiceField(asked.label, asked.choices)
    made = LongField(asked.label, lines=asked.lines) if asked.lines > 1 else TextField(asked.label)
    return made
