"""Fields side by side, in reading order."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.measures import M, px

_LEAST = 170


class Form(QWidget):
    """A grid of fields that fills line by line; Tab goes the same way. A narrow one has one column."""

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        """``columns`` of the same width, where there is room for them."""
        super().__init__(parent)
        self._wanted = self._columns = columns
        self._wide: list[bool] = []
        self.fields: list[Field] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(M)
        self._place_all()

    def add(self, field: Field, wide: bool = False) -> None:
        """Put a field into the next place; a ``wide`` one takes a line of its own."""
        self.fields.append(field)
        self._wide.append(wide)
        self._place_all()

    def commit(self) -> None:
        """Keep what is written in every field, as when the form is left."""
        for field in self.fields:
            field.commit()

    def _place_all(self) -> None:
        place = 0
        for field, wide in zip(self.fields, self._wide, strict=True):
            if wide:
                place = -(-place // self._columns) * self._columns
            row, column = divmod(place, self._columns)
            self._grid.addWidget(field, row, column, 1, self._columns if wide else 1)
            place += self._columns if wide else 1
        for column in range(self._wanted):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to one column, or back, where the room for words asks for it."""
        super().resizeEvent(event)
        columns = self._wanted if self.width() >= self._wanted * px(_LEAST) else 1
        if columns != self._columns:
            self._columns = columns
            self._place_all()
