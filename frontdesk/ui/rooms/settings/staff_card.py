"""The staff on the screen: who works here, and who no longer does."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from frontdesk.domain.ids import StaffId
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, empty
from frontdesk.ui.kit.field import TextField
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import S, Size


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
        self._rows = QVBoxLayout()
        self._rows.setSpacing(S)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText(tr("Name of somebody new"))
        self.new_name.setAccessibleName(tr("Name of somebody new"))
        self.add_button = Button(tr("Add"), icon="add")
        self._error = Label(size=Size.SMALL, tone=Tone.RED, lines=0)
        self._error.hide()
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.new_name, 1)
        line.addWidget(self.add_button)
        self.add(self._rows)
        self.add(line)
        self.add(self._error)
        self.new_name.returnPressed.connect(self._on_add)
        self.add_button.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        self._add(self.new_name.text())

    def show_staff(self, staff: Sequence[StaffMember]) -> None:
        """Show everybody; those who have left stand last."""
        if self._shown == tuple(staff):
            return
        if self._shown is not None and len(staff) > len(self._shown):
            self.new_name.clear()
        self._shown = tuple(staff)
        empty(self._rows)
        for member in sorted(staff, key=lambda one: not one.active):
            self._rows.addLayout(self._row(member))

    def _row(self, member: StaffMember) -> QHBoxLayout:
        name = TextField("", name=tr("Name of {name}").format(name=member.name))
        name.set_value(member.name)
        name.left.connect(lambda text: self._rename(member.id, text))
        words = tr("Has left") if member.active else tr("Is back")
        button = Button(words)
        button.setAccessibleName(f"{words}: {member.name}")
        button.clicked.connect(lambda: self._set_active(member.id, not member.active))
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(name, 1)
        if not member.active:
            line.addWidget(Label(tr("no longer here"), tone=Tone.SOFT), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def refuse(self, sentence: str) -> None:
        """Say why somebody was not added."""
        self._error.set_text(sentence)
        self._error.setVisible(bool(sentence))
