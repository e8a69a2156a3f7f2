"""Fields side by side, in reading order; the number of columns follows the width."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.ui.kit.measures import M, px
from frontdesk.ui.kit.reveal import reveal
from frontdesk.ui.rooms.desk.forms.fields import FieldSpec
from frontdesk.ui.rooms.desk.widgets.field_box import FieldBox, Hands

COLUMN = 240
"""Pixels at 100 % text that a field wants at least, as a rule."""


class FieldGrid(QWidget):
    """A box for each field."""

    def __init__(
        self, specs: Iterable[FieldSpec], hands: Hands, columns: int = 2, least: int = COLUMN
    ) -> None:
        """At most ``columns`` beside each other, each at least ``least`` pixels wide at 100 % text."""
        super().__init__()
        self._most, self._least = columns, least
        self._columns = 0
        self._hidden: frozenset[str] = frozenset()
        self.boxes = {spec.name: FieldBox(spec, hands) for spec in specs}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(M)
        self._arrange(columns)

    def present(
        self,
        typed: Mapping[str, object],
        errors: Mapping[str, str],
        hidden: Collection[str] = (),
        theirs: Mapping[str, str] | None = None,
    ) -> None:
        """Show what stands in the fields and what is to be said about each."""
        for name, box in self.boxes.items():
            box.present(typed[name], errors.get(name, ""), (theirs or {}).get(name, ""))
        if frozenset(hidden) != self._hidden:
            self._hidden = frozenset(hidden)
            self._arrange(self._columns)

    def commit(self) -> None:
        """Leave every field, so that nothing that was typed is forgotten."""
        for box in self.boxes.values():
            box.field.commit()

    def being_typed(self) -> set[str]:
        """The fields in which the caret stands with something not yet left."""
        return {name for name, box in self.boxes.items() if box.field.is_being_edited()}

    def focus_first(self) -> None:
        """Put the caret into the first field, or into the first that is wrong."""
        boxes = [box for name, box in self.boxes.items() if name not in self._hidden]
        wrong = [box for box in boxes if box.field.error]
        for box in (wrong or boxes)[:1]:
            box.focus()
            for line in box.lines[:1]:
                line.end(False)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        place = 0
        for name, box in self.boxes.items():
            self._grid.removeWidget(box)
            if name in self._hidden:
                box.hide()
                continue
            span = min(columns, box.spec.span)
            if place % columns + span > columns:
                place += columns - place % columns
            self._grid.addWidget(box, place // columns, place % columns, 1, span)
            reveal(box, shown=True)
            place += span
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns where there is less room."""
        super().resizeEvent(event)
        columns = max(1, min(self._most, self.width() // px(self._least)))
        if columns != self._columns:
            self._arrange(columns)
