"""One column of a file on the screen: what it holds, which field it fills, how its days are written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.field import TextField
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XS, M, Size
from frontdesk.ui.kit.reveal import reveal
from frontdesk.ui.rooms.settings.looking import DATE_FIELDS, Column, in_words, proposed

_OTHER = "other"
_SHOWN = 3


class ColumnRow(QWidget):
    """At the left what stands in the column, at the right the field it fills."""

    def __init__(self, column: Column, fields: Sequence[str], today: date) -> None:
        """``fields`` are those there are."""
        super().__init__()
        self._column, self._today = column, today
        words = tr("Column {n}: {heading}").format(n=column.number, heading=column.heading)
        choices = [("", tr("leave out")), *((name, in_words(name)) for name in fields)]
        self.field: ChoiceField[str] = ChoiceField("", choices, name=words)
        self.form: ChoiceField[str] = ChoiceField(
            "", (), name=tr("How days are written: {column}").format(column=words)
        )
        self.other = TextField("", name=tr("Days are written like"), hint=tr("such as DD.MM.YYYY"))
        self._lay_out()
        self.field.set_value(column.field)
        self.field.left.connect(self._on_field_chosen)
        self.form.left.connect(self._on_form_chosen)
        self._offer_forms(column)

    def _lay_out(self) -> None:
        seen = ", ".join(dict.fromkeys(cell for cell in self._column.samples[:_SHOWN] if cell))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._column.heading or tr("Column {n}").format(n=self._column.number)))
        words.addWidget(Label(seen, size=Size.SMALL, tone=Tone.SOFT))
        choices = QWidget()
        choices.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        right = QVBoxLayout(choices)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(XS)
        for part in (self.field, self.form, self.other):
            right.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addLayout(words, 2)
        row.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        row.addWidget(choices, 3)
        reveal(self.form, False)
        reveal(self.other, False)

    def chosen(self) -> Column:
        """The column as it is chosen now."""
        form = self.other.value() if self.form.value() == _OTHER else self.form.value()
        field = self.field.value()
        return replace(self._column, field=field, form=form if field in DATE_FIELDS else "")

    def _on_field_chosen(self, field: str) -> None:
        self._offer_forms(proposed(replace(self._column, field=field), self._today))

    def _offer_forms(self, column: Column) -> None:
        holds_days = column.field in DATE_FIELDS
        found = column.meanings(column.field, self._today) if holds_days else []
        first = [] if column.form or not found else [("", tr("choose how days are written"))]
        self.form.set_choices([*first, *found, (_OTHER, tr("written otherwise"))])
        self.form.set_value(column.form or (first[0][0] if first else _OTHER))
        reveal(self.form, holds_days)
        self._on_form_chosen(self.form.value())

    def _on_form_chosen(self, form: str) -> None:
        reveal(self.other, form == _OTHER and self.field.value() in DATE_FIELDS)
