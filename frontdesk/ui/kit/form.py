"""Fields side by side, in reading order."""

from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.measures import M


class Form(QWidget):
    """A grid of fields that fills line by line; Tab goes the same way."""

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        """``columns`` of the same width."""
        super().__init__(parent)
        self._columns = columns
        self._place = 0
        self.fields: list[Field] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(M)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, field: Field, wide: bool = False) -> None:
        """Put a field into the next place; a ``wide`` one takes a line of its own."""
        if wide and self._place % self._columns:
            self._place += self._columns - self._place % self._columns
        row, column = divmod(self._place, self._columns)
        self._grid.addWidget(field, row, column, 1, self._columns if wide else 1)
        self._place += self._columns if wide else 1
        self.fields.append(field)

    def commit(self) -> None:
        """Keep what is written in every field, as when the form is left."""
        for field in self.fields:
            field.commit()
