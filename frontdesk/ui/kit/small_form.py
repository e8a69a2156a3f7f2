"""A small form on the screen, as a presenter has made it: written down at once, or given up."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.asked import Asked, Choice, SmallForm
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.field import Field, LongField, TextField
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.form_card import FormCard
from frontdesk.ui.kit.measures import S

Text = TextField | LongField | ChoiceField[str]


class SmallFormView(FormCard[Text]):
    """Its fields with what is put in already, and the values that take one press."""

    def __init__(self, form: SmallForm) -> None:
        """The form with what is put in already."""
        self._form = form
        super().__init__(form.heading, form.save, {asked.name: _field(asked) for asked in form.fields})
        for name, field in self.fields.items():
            field.left.connect(lambda _value, name=name: self._adjust(name))
        self.put(form.typed)

    def _more(self) -> tuple[QWidget, ...]:
        return tuple(self._quick(asked.name, asked.quick) for asked in self._form.fields if asked.quick)

    def _quick(self, name: str, quick: Sequence[Choice]) -> QWidget:
        box = QWidget()
        flow = Flow(S, box)
        for value, words in quick:
            button = Button(words, small=True)
            button.clicked.connect(lambda _checked=False, value=value: self.put({name: value}))
            flow.addWidget(button)
        return box

    def put(self, typed: object) -> None:
        """Put texts into fields by name."""
        for name, text in dict(typed).items():  # type: ignore[call-overload]
            self.fields[name].set_value(text)

    def _adjust(self, name: str) -> None:
        """What follows from a choice: another plan has another last day."""
        self.fields[name].set_error("")
        if isinstance(self.fields[name], ChoiceField):
            self.put(self._form.adjust(self.values()))


def _field(asked: Asked) -> Text:
    made: Field
    if asked.choices:
        return ChoiceField(asked.label, asked.choices)
    made = LongField(asked.label, lines=asked.lines) if asked.lines > 1 else TextField(asked.label)
    return made
