"""Somebody new: a name is enough; whoever is like them already stands beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Page
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone, title
from frontdesk.ui.kit.measures import S, Size
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.rooms.desk.forms.adding import AddingForm
from frontdesk.ui.rooms.desk.widgets.field_box import Hands
from frontdesk.ui.rooms.desk.widgets.field_grid import FieldGrid


class AddView(Page):
    """Shows one :class:`AddingForm`; Enter adds, Esc leaves it for later.

    Where somebody like this is in the house already, the first Enter goes to them, so that a second one in a
    hurry opens their card instead of making another. There the keys mean them, as in every list of people.
    """

    def __init__(
        self,
        form: AddingForm,
        *,
        opened: Callable[[int], None],
        logged: Callable[[], None],
        came: Callable[[int], None],
        leave: Callable[[], None],
        discard: Callable[[], None],
    ) -> None:
        """``opened`` is given somebody who is here already; ``logged`` adds and logs the first visit.

        ``came`` is given somebody who is here already and has come.
        """
        super().__init__()
        self._came = came
        self.form, self._logged, self._leave, self._discard = form, logged, leave, discard
        hands = Hands(form.leave, typed=form.type, entered=self.add_person)
        self.grids = [FieldGrid(group.fields, hands) for group in form.groups]
        self._like = Label(size=Size.LESS, tone=Tone.AMBER, bold=True)
        self.doubles = RowList(tr("People like this already"), fit=True)
        self.doubles.opened.connect(opened)
        self._doubt = Label(size=Size.LESS, tone=Tone.SOFT, lines=0)
        self._add_anyway = Button(tr("Add anyway"), small=True)
        self._add_anyway.clicked.connect(self.add_person)
        self._doubted = False
        self.doubles_card = self._doubles_card()
        self._add_button = Button(tr("Add"), "Enter", primary=True)
        self._add_button.clicked.connect(self.add_person)
        self.add(title(tr("Somebody new")))
        self.add(self._buttons())
        for place, (group, grid) in enumerate(zip(form.groups, self.grids, strict=True)):
            card = Card(group.heading)
            card.add(grid)
            self.add(card)
            if place == 0:
                self.add(self.doubles_card)
        self.present()

    def present(self) -> None:
        """Show what has become of the form."""
        form = self.form
        for grid in self.grids:
            grid.present(form.typed, form.errors)
        self._like.set_text(form.doubles_words)
        newly, self._doubted = form.doubted and not self._doubted, form.doubted
        self.doubles.set_rows(form.doubles, select_first=newly)
        self.doubles_card.setVisible(bool(form.doubles))
        self._doubt.set_text(form.doubt)
        self._add_anyway.setVisible(form.doubted)
        self._add_button.set_busy(form.busy)
        self._add_anyway.set_busy(form.busy)
        if newly:
            self.doubles.setFocus()

    def focus_first(self) -> None:
        """Put the caret behind the name, or into the first field that is wrong."""
        wrong = [grid for grid in self.grids if any(box.field.error for box in grid.boxes.values())]
        (wrong or self.grids)[0].focus_first()

    def add_person(self) -> None:
        """Add them, with what stands in the field that still has the caret."""
        self._finish(self.form.add)

    def add_and_log(self) -> None:
        """Add them, and log that they have come; or that whoever is chosen in the list of doubles has."""
        known = self.doubles.current_key() if self.doubles.hasFocus() else None
        if isinstance(known, int):
            self._came(known)
        else:
            self._finish(self._logged)

    def _finish(self, add: Callable[[], None]) -> None:
        for grid in self.grids:
            grid.commit()
        add()
        if self.form.errors:
            self.focus_first()

    def _doubles_card(self) -> Card:
        card = Card()
        card.add(self._like)
        card.add(self.doubles)
        box = QWidget()
        flow = Flow(S, box)
        flow.addWidget(self._doubt)
        flow.addWidget(self._add_anyway)
        card.add(box)
        return card

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = Flow(S, box)
        flow.addWidget(self._add_button)
        for words, keys, run in (
            (tr("Add and log visit"), "Ctrl+Enter", self.add_and_log),
            (tr("Later"), "Esc", self._leave),
            (tr("Discard"), "", self._discard),
        ):
            button = Button(words, keys)
            button.clicked.connect(run)
            flow.addWidget(button)
        return box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it for later; a field that was changed has taken it before."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
