"""The staff on the screen: who works here, and who no longer does."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from frontdesk.domain.ids import StaffId
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, empty
from frontdesk.ui.kit.field import TextField
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import S


class StaffCard(Card):
    """Names that can be written over, each with a button to say that somebody has left or is back."""

    def __init__(
        self,
        add: Callable[[str], None],
        rename: Callable[[StaffId, str], None],
        set_active: Callable[[StaffId, bool], None],
    ) -> None:
        """Empty until :meth:`show_staff`."""
        super().__init__(tr("Staff"))
        self._add, self._rename, self._set_active = add, rename, set_active
        self._shown: tuple[StaffMember, ...] | None = None
        self._names: dict[StaffId, TextField] = {}
        self._buttons: dict[StaffId, Button] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(S)
        self.new_name = TextField("", name=tr("Name of somebody new"), hint=tr("Name of somebody new"))
        self.add_button = Button(tr("Add"), icon="add")
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.new_name, 1)
        line.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self._rows)
        self.add(line)
        self.new_name.line.returnPressed.connect(self._on_add)
        self.add_button.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        self._add(self.new_name.value())

    def added(self) -> None:
        """Somebody new is on the list: the next name can be written."""
        self.new_name.set_value("")
        self.new_name.setFocus()

    def show_staff(self, staff: Sequence[StaffMember]) -> None:
        """Show everybody; those who have left stand last. What is being written in a name is kept first."""
        if self._shown == tuple(staff):
            return
        self._shown = shown = tuple(staff)
        at = next((member for member, button in self._buttons.items() if button.hasFocus()), None)
        for name in list(self._names.values()):
            name.commit()
        if self._shown is not shown:  # what was kept just now has been shown already
            return
        self._names.clear()
        self._buttons.clear()
        empty(self._rows)
        for member in sorted(staff, key=lambda one: not one.active):
            self._rows.addLayout(self._row(member))
        if at in self._buttons:
            self._buttons[at].setFocus()

    def _row(self, member: StaffMember) -> QHBoxLayout:
        name = TextField("", name=tr("Name of {name}").format(name=member.name))
        name.set_value(member.name)
        name.left.connect(lambda text: self._on_renamed(member, text))
        words = tr("Has left") if member.active else tr("Is back")
        button = Button(words)
        button.setAccessibleName(f"{words}: {member.name}")
        button.clicked.connect(lambda: self._set_active(member.id, not member.active))
        self._names[member.id], self._buttons[member.id] = name, button
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(name, 1)
        if not member.active:
            line.addWidget(Label(tr("no longer here"), tone=Tone.SOFT), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_renamed(self, member: StaffMember, text: str) -> None:
        if text:
            self._rename(member.id, text)
        else:
            self._names[member.id].set_value(member.name)
            self._names[member.id].set_error(tr("Write a name."))

    def begun(self) -> list[str]:
        """Whoever has been named, and was not added yet."""
        return [name] if (name := self.new_name.value()) else []

    def refuse(self, sentence: str) -> None:
        """Say why somebody was not added."""
        self.new_name.set_error(sentence)
