"""Likely values of a field, a press each: one stop for Tab, arrows between them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.measures import XS
from frontdesk.ui.rooms.desk.forms.fields import FieldSpec

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class QuickRow(QWidget):
    """A small button for each likely value of a field."""

    def __init__(self, spec: FieldSpec, chosen: Callable[[str], None]) -> None:
        """``chosen`` is given what the button puts into the field."""
        super().__init__()
        flow = Flow(XS, self)
        self.buttons: list[Button] = []
        for quick in spec.quick:
            button = Button(quick.words, small=True)
            button.setAccessibleName(tr("{field}: {value}").format(field=spec.label, value=quick.words))
            button.clicked.connect(lambda _=False, typed=quick.typed: chosen(typed))
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.buttons else Qt.FocusPolicy.StrongFocus)
            button.installEventFilter(self)
            flow.addWidget(button)
            self.buttons.append(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go to another button."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = _STEPS.get(Qt.Key(event.key()))
            at = next((place for place, one in enumerate(self.buttons) if one is watched), -1)
            if steps is not None and at >= 0:
                self.buttons[max(0, min(len(self.buttons) - 1, at + steps))].setFocus()
                return True
        return super().eventFilter(watched, event)
