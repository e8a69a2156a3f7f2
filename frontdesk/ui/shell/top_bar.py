"""The bar at the top: whose house this is, what day it is, who is on duty."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from frontdesk.domain.house import House
from frontdesk.domain.ids import StaffId
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.badge import Badge
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XS, L, M, px
from frontdesk.ui.shell.bar import Bar
from frontdesk.ui.shell.flat_button import FlatButton

_HEIGHT = 44
_LEAST_HOUSE = 120
"""Pixels at 100 % text that the house's name keeps at least."""

_RELAYING = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class TopBar(Bar):
    """``duty_taken`` carries the id of whoever took over the desk, ``curtain_asked`` the wish for it."""

    duty_taken = Signal(object)
    curtain_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Only the program's name, until the house is known."""
        super().__init__(parent=parent)
        self._house = Label(tr("frontdesk"), bold=True)
        self._desk = Badge("", Level.BRAND)
        self._demo = Badge("", Level.AMBER)
        self._date = Label(tone=Tone.SOFT)
        self._duty = FlatButton(tr("Who is on duty?"))
        self._curtain = FlatButton("", "Ctrl+L")
        self._curtain.setAccessibleName(tr("Draw the curtain"))
        self._curtain.setToolTip(tr("Draw the curtain"))
        self._menu = QMenu(self)
        self._staff: dict[StaffId, StaffMember] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(L, XS, M, XS)
        self.setMinimumHeight(_HEIGHT)
        row.setSpacing(M)
        self._house.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self._house)
        row.addWidget(self._desk)
        row.addWidget(self._demo)
        row.addStretch(1)
        self._date.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addWidget(self._date)
        row.addWidget(self._duty)
        row.addWidget(self._curtain)
        for hidden in (self._desk, self._demo, self._duty):
            hidden.hide()
        self._duty.clicked.connect(self.open_staff_menu)
        self._menu.triggered.connect(self._on_chosen)
        self._curtain.clicked.connect(self.curtain_asked)

    def show_house(self, house: House) -> None:
        """Say whose house this is, and which desk."""
        self._house.set_text(house.name or tr("frontdesk"))
        self._desk.set(house.desk, Level.BRAND)
        self._demo.set(tr("Demo – nothing is kept"), Level.AMBER)
        self._demo.setVisible(house.demo)
        self._fit()

    def show_day(self, words: str) -> None:
        """Say what day it is."""
        self._date.set_text(words)
        self._fit()

    def show_staff(self, staff: Sequence[StaffMember], on_duty: StaffId | None) -> None:
        """Offer everybody who works here; say who is on duty."""
        self._staff = {member.id: member for member in staff if member.active}
        self._menu.clear()
        for member in self._staff.values():
            action = self._menu.addAction(_literal(member.name))
            action.setCheckable(True)
            action.setData(member.id)
        self._duty.setVisible(bool(self._staff))
        self.show_on_duty(on_duty)

    def show_on_duty(self, on_duty: StaffId | None) -> None:
        """Say who is on duty now."""
        from frontdesk.names.monogram import colour_index, monogram

        for action in self._menu.actions():
            action.setChecked(action.data() == on_duty)
        one = self._staff.get(on_duty) if on_duty is not None else None
        if one is not None:
            words = tr("{name} on duty").format(name=one.name)
            self._duty.set_words(words, monogram(one.name), colour_index(one.id))
        else:
            self._duty.set_words(tr("Who is on duty?"))
        self._fit()

    def open_staff_menu(self) -> None:
        """Show who may be on duty."""
        if not self._duty.isHidden():
            self._menu.popup(self._duty.mapToGlobal(self._duty.rect().bottomLeft()))

    def _on_chosen(self, action: QAction) -> None:
        self.duty_taken.emit(action.data())

    def _fit(self) -> None:
        """Where there is not room for all, the desk goes, then the day: neither is cut to a stump."""
        must = [one for one in (self._demo, self._duty, self._curtain) if not one.isHidden()]
        taken = sum(one.sizeHint().width() + M for one in must)
        room = self.contentsRect().width() - L - M - px(_LEAST_HOUSE) - taken
        for part in (self._date, self._desk):
            room -= part.sizeHint().width() + M if part.text() else 0
            part.setVisible(bool(part.text()) and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be more room now, or less."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Words may be larger now."""
        super().changeEvent(event)
        if event.type() in _RELAYING and hasattr(self, "_staff"):
            self._fit()


def _literal(name: str) -> str:
    """A name in a menu, where & would underline a letter."""
    return name.replace("&", "&&")
