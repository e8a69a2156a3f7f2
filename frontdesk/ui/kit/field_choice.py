"""Fields in which something is chosen rather than written."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from frontdesk.ui.kit.field import Field

T = TypeVar("T")

_LETTERS = 8
"""Letters of a choice that can be read at least."""

_BESIDE_WORDS = 2


class ChoiceField(Field, Generic[T]):
    """One of a few; kept as soon as it is chosen."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[T, str]],
        *,
        name: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are values and the words for them; the first is chosen."""
        self._combo = _Combo()
        self._values: list[T] = []
        super().__init__(label, self._combo, name=name, hint=hint, parent=parent)
        self._combo.activated.connect(self.commit)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Offer these; what was chosen stays chosen where it is among them."""
        self._values = [value for value, _ in choices]
        self._combo.clear()
        self._combo.addItems([words for _, words in choices])
        if self._kept not in self._values:
            self._kept = self._values[0] if self._values else None
        self.restore()

    def value(self) -> T:
        """What is chosen."""
        return self._values[self._combo.currentIndex()]

    def set_value(self, value: T) -> None:
        """Show a choice; nobody is told."""
        self._give(value)

    def _read(self) -> object:
        return self.value() if self._values else None

    def _show(self, value: object) -> None:
        self._combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class _Combo(QComboBox):
    """A list to choose from that a turn of the wheel over the page does not change.

    Its longest choice does not decide how wide it is: a country's name would push other fields aside.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def showPopup(self) -> None:
        """Open a list that is wide enough for every choice."""
        view = self.view()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        view.setMinimumWidth(view.sizeHintForColumn(0) + bar)
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """End words that are too long in an ellipsis, not in the middle of a letter."""
        super().initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - 2 * _BESIDE_WORDS
        whole, end = self.currentText(), Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(whole, end, room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class CheckField(Field):
    """Yes or no; kept as soon as it is changed."""

    def __init__(self, label: str, *, name: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        """The label stands beside the box."""
        self._check = QCheckBox(label)
        super().__init__("", self._check, name=name or label, hint=hint, parent=parent)
        self._kept = False
        self._check.clicked.connect(self.commit)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self._check.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick it or not; nobody is told."""
        self._give(value)

    def _read(self) -> object:
        return self.value()

    def _show(self, value: object) -> None:
        self._check.setChecked(bool(value))
