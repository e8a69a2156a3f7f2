"""One field of a form on the screen: its editor, likely values to press, another desk's text beside ours."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.field import LongField, TextField
from frontdesk.ui.kit.field_choice import CheckField, ChoiceField
from frontdesk.ui.kit.field_list import ListField
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XS, S, Size
from frontdesk.ui.rooms.desk.forms.fields import FieldSpec, Kind
from frontdesk.ui.rooms.desk.widgets.keys import let_keys_through
from frontdesk.ui.rooms.desk.widgets.quick_row import QuickRow

AnyField = TextField | LongField | ListField | ChoiceField[object] | CheckField


@dataclass(frozen=True, slots=True)
class Hands:
    """Who is told what somebody does with a field: left it, typed in it, pressed Enter, chose a text."""

    left: Callable[[str, object], None]
    typed: Callable[[str, object], None] | None = None
    entered: Callable[[], None] | None = None
    keep_theirs: Callable[[str], None] | None = None
    save_mine: Callable[[str], None] | None = None


class FieldBox(QWidget):
    """A field made as its :class:`FieldSpec` says."""

    def __init__(self, spec: FieldSpec, hands: Hands, parent: QWidget | None = None) -> None:
        """An empty field; :meth:`present` fills it."""
        super().__init__(parent)
        self.spec, self._hands = spec, hands
        self.field = _made(spec)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.field)
        if spec.quick:
            column.addWidget(QuickRow(spec, lambda typed: hands.left(spec.name, typed)))
        self._dispute = _Dispute(spec.name, hands)
        column.addWidget(self._dispute)
        column.addStretch(1)
        self.field.left.connect(lambda value: hands.left(spec.name, value))
        self._listen()

    @property
    def lines(self) -> list[QLineEdit]:
        """The one-line editors in it."""
        return self.findChildren(QLineEdit)

    def present(self, typed: object, error: str = "", theirs: str = "") -> None:
        """Show what stands in the field, unless somebody is writing in it just now."""
        field: AnyField = self.field
        if field.value() != typed and not field.is_being_edited():
            field.set_value(typed)  # type: ignore[arg-type]
        if field.error != error:
            field.set_error(error)
        self._dispute.present(theirs)

    def focus(self) -> None:
        """Put the caret into the field."""
        self.field.setFocus()

    def _listen(self) -> None:
        """Hear of every letter and of Enter where anybody wants to know."""
        let_keys_through(self.field.editor)
        field, typed, entered = self.field, self._hands.typed, self._hands.entered
        if isinstance(field, TextField):
            letters, enter = field.line.textEdited, field.line.returnPressed
        elif isinstance(field, ListField):
            letters, enter = field.edited, field.entered
        else:
            return
        if typed is not None:
            letters.connect(lambda: typed(self.spec.name, field.value()))
        if entered is not None:
            enter.connect(entered)


class _Dispute(QWidget):
    """What another desk has written into the same field, and the choice between the two."""

    def __init__(self, name: str, hands: Hands) -> None:
        super().__init__()
        self._words = Label(size=Size.LESS, tone=Tone.AMBER, lines=0)
        row = QHBoxLayout()
        row.setSpacing(S)
        for words, told in ((tr("Keep theirs"), hands.keep_theirs), (tr("Save mine"), hands.save_mine)):
            button = Button(words, small=True)
            if told is not None:
                button.clicked.connect(lambda _=False, told=told: told(name))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    def present(self, theirs: str) -> None:
        self._words.set_text(theirs)
        self.setVisible(bool(theirs))


def _made(spec: FieldSpec) -> AnyField:
    if spec.kind is Kind.LONG:
        return LongField(spec.label, lines=2, hint=spec.hint)
    if spec.kind is Kind.LIST:
        return ListField(spec.label, hint=spec.hint)
    if spec.kind is Kind.CHOICE:
        return ChoiceField(spec.label, spec.choices, hint=spec.hint)
    if spec.kind is Kind.CHECK:
        return CheckField(spec.label, hint=spec.hint)
    return TextField(spec.label, hint=spec.hint)
