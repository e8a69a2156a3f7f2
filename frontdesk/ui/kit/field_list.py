"""A field for several short texts, such as phone numbers: a line for each, and an empty one to add."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.measures import XS


class ListField(Field):
    """Several short texts in their order; emptying a line takes it away.

    ``edited`` follows each letter, ``entered`` Enter, after what is written was kept.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, label: str, *, name: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        """One empty line; ``hint`` stands in it."""
        self._box = QWidget()
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._lines: list[QLineEdit] = []
        self._words = name or label
        super().__init__(label, self._box, name=name, hint=hint, parent=parent)
        self._kept = ()
        self._tidying = QTimer(self)
        self._tidying.setSingleShot(True)
        self._tidying.setInterval(0)
        self._tidying.timeout.connect(self._tidy)
        self._show(())

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The editors, the empty one last."""
        return tuple(self._lines)

    def value(self) -> tuple[str, ...]:
        """What is written, without empty lines and without the same line twice."""
        return tuple(dict.fromkeys(text for line in self._lines if (text := line.text().strip())))

    def set_value(self, value: Sequence[str]) -> None:
        """Show these; nobody is told."""
        self._give(tuple(value))

    def commit(self) -> None:
        """Keep what is written; lines that were emptied go when the caret has left the field."""
        super().commit()
        self._tidying.start()

    def _read(self) -> object:
        return self.value()

    def _first(self) -> QWidget:
        return self._lines[0]

    def _show(self, value: object) -> None:
        texts = value if isinstance(value, tuple) else ()
        while len(self._lines) > len(texts) + 1:
            self._drop(self._lines[-1])
        while len(self._lines) < len(texts) + 1:
            self._append()
        for line, text in zip(self._lines, (*texts, ""), strict=True):
            line.setText(text)
            line.setCursorPosition(0)
        self._name_lines()

    def _append(self) -> None:
        line = QLineEdit()
        line.setPlaceholderText(self._hint)
        line.textEdited.connect(self._on_edited)
        line.returnPressed.connect(self._on_enter)
        self.watch(line)
        self._column.addWidget(line)
        if self._lines:
            QWidget.setTabOrder(self._lines[-1], line)
        self._lines.append(line)

    def _drop(self, line: QLineEdit) -> None:
        self._lines.remove(line)
        line.removeEventFilter(self)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _name_lines(self) -> None:
        for place, line in enumerate(self._lines, start=1):
            name = tr("{words}, line {n}").format(words=self._words, n=place)
            line.setAccessibleName(
                name if place < len(self._lines) else tr("{words}, one more").format(words=self._words)
            )

    def _on_enter(self) -> None:
        self.commit()
        self.entered.emit()

    def _on_edited(self) -> None:
        if self._lines[-1].text().strip():
            self._append()
            self._name_lines()
        self.edited.emit()

    def _tidy(self) -> None:
        """Take emptied lines away, unless the caret is still among them."""
        if any(line.hasFocus() for line in self._lines):
            return
        if len(self.value()) + 1 != len(self._lines):
            self._show(self.value())
