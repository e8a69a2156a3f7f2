"""Every field of a card, each saved when it is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.avatar import Avatar
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Page
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, S, Size, px
from frontdesk.ui.kit.name_label import NameLabel
from frontdesk.ui.rooms.desk.forms.customer import groups
from frontdesk.ui.rooms.desk.forms.kept import KeptForm
from frontdesk.ui.rooms.desk.person import OpenPerson
from frontdesk.ui.rooms.desk.widgets.field_box import Hands
from frontdesk.ui.rooms.desk.widgets.field_grid import FieldGrid

_AVATAR = 72
_BESIDE = 330
"""Pixels at 100 % text from which the name stands beside the face."""


class EditHead(QWidget):
    """Whose card it is, the photo, and how to be done with it."""

    def __init__(
        self, done: Callable[[], None], choose: Callable[[], None], take_away: Callable[[], None]
    ) -> None:
        """``choose`` asks for a file with a photo."""
        super().__init__()
        self.avatar = Avatar(_AVATAR)
        self._name = NameLabel(largest=Size.TITLE)
        self._trouble = Label(size=Size.SMALL, tone=Tone.RED, lines=0)
        self.done = Button(tr("Done"), "Esc", primary=True)
        self.choose = Button(tr("Choose a photo"), icon="photo")
        self.take_away = Button(tr("Take the photo away"))
        buttons = QWidget()
        flow = Flow(S, buttons)
        for button, run in ((self.done, done), (self.choose, choose), (self.take_away, take_away)):
            button.clicked.connect(run)
            flow.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(S)
        for part in (self._name, buttons, self._trouble):
            words.addWidget(part)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def present(self, person: OpenPerson) -> None:
        """Show the photo, or why the chosen file is none."""
        face = person.words.face
        self._name.set_text(face.name)
        self.avatar.set_person(face.monogram, face.colour, face.photo)
        self.take_away.setVisible(face.photo is not None)
        self._trouble.set_text(person.photo_trouble)
        self._trouble.setVisible(bool(person.photo_trouble))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name the width it needs."""
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)


class EditView(Page):
    """The form of one open person."""

    def __init__(self, person: OpenPerson, form: KeptForm, choose_photo: Callable[[], None]) -> None:
        """``choose_photo`` asks for a file."""
        super().__init__()
        self._person, self.form = person, form
        self._notices = Label(tone=Tone.AMBER, lines=0)
        self.head = EditHead(self.done, choose_photo, person.take_photo_away)
        self._archive = Button("", icon="archive")
        self._archive.clicked.connect(person.archive)
        hands = Hands(form.leave, keep_theirs=form.keep_theirs, save_mine=form.save_mine)
        self.grids: list[FieldGrid] = []
        for part in (self.head, self._notices):
            self.add(part)
        for group in groups(person.card.today):
            card = Card(group.heading)
            grid = FieldGrid([form.specs[spec.name] for spec in group.fields], hands)
            self.grids.append(grid)
            card.add(grid)
            self.add(card)
        self.add(self._archive)
        form.being_typed, form.commit = self._being_typed, self._commit
        self.present()

    def present(self) -> None:
        """Show what has become of the fields."""
        form, draft = self.form, self._person.card.customer.draft
        theirs = {name: form.about(one) for name, one in form.conflicts.items()}
        for grid in self.grids:
            grid.present(form.typed, form.errors, theirs=theirs)
        self._notices.set_text("\n".join(form.notices))
        self._notices.setVisible(bool(form.notices))
        self.head.present(self._person)
        words = tr("Bring back from the archive") if draft.archived else tr("Put in the archive")
        self._archive.set_words(words)

    def focus_first(self) -> None:
        """Put the caret into the first field, or into the first that is wrong."""
        wrong = [grid for grid in self.grids if any(box.field.error for box in grid.boxes.values())]
        (wrong or self.grids)[0].focus_first()

    def done(self) -> None:
        """Save what stands in the field with the caret, and go back to the card."""
        self._person.stop_editing()
        if self._person.editing is not None:
            self.focus_first()

    def _being_typed(self) -> set[str]:
        return {name for grid in self.grids for name in grid.being_typed()}

    def _commit(self) -> None:
        for grid in self.grids:
            grid.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is done; a field that was changed has taken it before."""
        if event.key() == Qt.Key.Key_Escape:
            self.done()
        else:
            super().keyPressEvent(event)
