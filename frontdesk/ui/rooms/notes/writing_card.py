"""The blank card: what it is for, how it is written, and the words, which begin empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from frontdesk.domain.ids import StaffId
from frontdesk.domain.notes import NoteKind, Way, kind_words
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.field import Field, LongField, TextField
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.form import Form
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, M
from frontdesk.ui.kit.reveal import reveal
from frontdesk.ui.rooms.notes.wording import NotePage

_LINES = 8


class WritingCard(QWidget):
    """The card, how it might begin, and what it is; ``left`` carries a field's name and what stands in it.

    Fields are kept when they are left. ``copied`` carries an opening line, which is never written by itself.
    """

    left = Signal(str, object)
    copied = Signal(object)

    def __init__(self) -> None:
        """Nobody's card yet."""
        super().__init__()
        self.words = LongField(tr("The words"), lines=_LINES, hint=tr("In your own words: people can tell."))
        self.kind: ChoiceField[NoteKind] = ChoiceField(
            tr("What for"), [(one, kind_words(one)) for one in NoteKind]
        )
        self.way: ChoiceField[Way] = ChoiceField(
            tr("How"), [(Way.BY_HAND, tr("by hand")), (Way.EMAIL, tr("by e-mail"))]
        )
        self.why = TextField(tr("Why"))
        self.owner: ChoiceField[StaffId | None] = ChoiceField(tr("Who writes it"), [(None, tr("nobody yet"))])
        self.fields: dict[str, Field] = {
            "words": self.words,
            "kind": self.kind,
            "way": self.way,
            "why": self.why,
            "owner": self.owner,
        }
        self.warnings = Label(tone=Tone.AMBER, lines=0)
        self.said = Label(lines=0)
        self.answer = Label(tone=Tone.GREEN, lines=0)
        self.copy_buttons: list[Button] = []
        self._openings: tuple[str, ...] = ()
        self._beginnings = Card(tr("How it might begin"))
        self._details = Card()
        self._lay_out()
        for name, field in self.fields.items():
            field.left.connect(lambda value, name=name: self.left.emit(name, value))

    def _lay_out(self) -> None:
        card = Card()
        card.body.setSpacing(M)
        for part in (self.warnings, self.words, self.said, self.answer):
            card.add(part)
        self._form = Form(columns=2)
        for field in (self.kind, self.way, self.why, self.owner):
            self._form.add(field)
        self._details.add(self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        for one in (card, self._beginnings, self._details):
            column.addWidget(one)

    def show_page(self, page: NotePage, *, keep_typed: bool) -> None:
        """Show a note; its fields are left alone where ``keep_typed`` says so."""
        self.warnings.set_text("\n".join(page.warnings))
        reveal(self.warnings, bool(page.warnings))
        for part in (self.words, self._beginnings, self._details):
            part.setVisible(page.editable)
        self._show_openings(page.openings)
        self.said.set_text(page.words or tr("Nothing of it was typed here."))
        self.said.setVisible(not page.editable and page.alive)
        self.answer.set_text(tr("They answered: {words}").format(words=page.answer))
        self.answer.setVisible(bool(page.answer))
        if keep_typed:
            return
        self.owner.set_choices(page.owners)
        self.kind.set_value(page.kind)
        self.way.set_value(page.way)
        self.owner.set_value(page.owner)
        for field, text in ((self.why, page.why), (self.words, page.words)):
            if field.is_changed() or field.value() != text:
                field.set_value(text)
            field.set_error("")

    def _show_openings(self, lines: tuple[str, ...]) -> None:
        if lines == self._openings:
            return
        self._openings = lines
        self._beginnings.clear()
        self.copy_buttons = []
        for line in lines:
            button = Button(tr("Copy"), small=True)
            button.setAccessibleName(tr("Copy: {line}").format(line=line))
            button.clicked.connect(lambda _checked=False, line=line: self.copied.emit(line))
            row = QHBoxLayout()
            row.setSpacing(M)
            row.addWidget(Label(line, lines=0), 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._beginnings.add(row)
            self.copy_buttons.append(button)

    def refuse(self, name: str, sentence: str, typed: str | None) -> bool:
        """Say what is wrong beside a field, with what was typed in it; whether there is such a field."""
        field = self.fields.get(name)
        if field is None:
            return False
        if typed is not None and isinstance(field, LongField | TextField):
            field.restore()
            _write(field, typed)
        field.set_error(sentence)
        return True

    def commit(self) -> None:
        """Keep what is being written, as if its field had been left."""
        for field in self.fields.values():
            field.commit()

    def is_writing(self) -> bool:
        """Whether the caret is in a field with something that is not kept yet."""
        return any(field.is_being_edited() for field in self.fields.values())


def _write(field: LongField | TextField, typed: str) -> None:
    """Put a text into the editor that is not what was kept."""
    editor = field.editor
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(typed)
    elif isinstance(field, TextField):
        field.line.setText(typed)
