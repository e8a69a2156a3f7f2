"""The visits on the card: a line each, and fields on the row of the one that is being written about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.domain.ids import VisitId
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XS, M, px
from frontdesk.ui.rooms.desk.person import OpenPerson
from frontdesk.ui.rooms.desk.widgets.lines import Line, Lines
from frontdesk.ui.rooms.desk.widgets.panels import INSET, ListPanel
from frontdesk.ui.rooms.desk.widgets.visit_fields import VisitFields
from frontdesk.ui.rooms.desk.words.visits import VisitWords

_NOTE_LINES = 4
_COLUMNS = ("when", "amount", "staff")
_ROOM_FOR_NOTE = 150
"""Pixels at 100 % text that do for a note: one that is longer and would have less goes below the columns."""

_NOTE_BESIDE, _NOTE_BELOW = (0, 1, 1, 1), (1, 0, 1, 4)
_STAFF_BESIDE, _STAFF_BELOW = (0, 3, 1, 1), (2, 0, 1, 4)
"""Row, column, and how many of both, in the grid of a line."""

_TOP = Qt.AlignmentFlag.AlignTop
_RELAYING = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class VisitLine(Line):
    """When it was, what was written down, what was paid, who was at the desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing yet; see :meth:`fill`."""
        super().__init__(parent)
        self.visit = VisitId(0)
        self.when = Label(tone=Tone.INK)
        self.what = Label(lines=_NOTE_LINES)
        self.amount = Label(tone=Tone.SOFT)
        self.staff = Label(tone=Tone.SOFT)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(INSET, XS, INSET, XS)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.when, 0, 0, _TOP)
        grid.addWidget(self.amount, 0, 2, _TOP)
        self._below: tuple[bool, bool] | None = None
        self.place(note_below=False, staff_below=False)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        for part in (self.when, self.what, self.amount, self.staff):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fill(self, words: VisitWords) -> None:
        """Show a visit."""
        self.visit = words.id
        self.when.set_text(words.when)
        self.what.set_text(words.what)
        self.what.setVisible(bool(words.what))
        self.amount.set_text(words.amount)
        self.staff.set_text(words.staff)
        self.setAccessibleName(words.aloud)

    def place(self, *, note_below: bool, staff_below: bool) -> None:
        """Let the note, and who was at the desk, stand in the first line or each on one of its own."""
        if (note_below, staff_below) == self._below:
            return
        self._below = note_below, staff_below
        self._grid.removeWidget(self.what)
        self._grid.removeWidget(self.staff)
        self._grid.addWidget(self.what, *(_NOTE_BELOW if note_below else _NOTE_BESIDE))
        self._grid.addWidget(self.staff, *(_STAFF_BELOW if staff_below else _STAFF_BESIDE), _TOP)


class VisitsPanel(ListPanel):
    """The table of visits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nobody's yet."""
        super().__init__(parent)
        self._aligning = QTimer(self)
        self._aligning.setSingleShot(True)
        self._aligning.setInterval(0)
        self._aligning.timeout.connect(self._align)
        self._person: OpenPerson | None = None
        self._nothing = Label(tr("No visit yet."), tone=Tone.SOFT)
        self.lines: Lines[VisitLine] = Lines(self._make)
        self.fields: VisitFields | None = None
        self._heading = self.add_heading()
        self.add_words(self._nothing)
        self.add(self.lines)

    def present(self, person: OpenPerson) -> None:
        """Show somebody's visits."""
        self._person = person
        self._heading.set_text(person.words.visits_heading)
        self._nothing.setVisible(not person.visits)
        lines = self.lines.fit(len(person.visits))
        for line, words in zip(lines, person.visits, strict=True):
            line.fill(words)
        self._align()
        self._place_fields(person)

    def write(self) -> None:
        """Put the caret where it says how the visit went."""
        if self.fields is not None:
            self.fields.write()

    def _place_fields(self, person: OpenPerson) -> None:
        """Put the fields where the line of their visit was."""
        if self.fields is not None and self.fields.form is not person.visit:
            self.fields.hide()
            self.lines.column.removeWidget(self.fields)
            self.fields.deleteLater()
            self.fields = None
        place = next((n for n, words in enumerate(person.visits) if words.id == person.visit_id), -1)
        if person.visit is None or person.just_logged or place < 0:
            return
        if self.fields is None:
            self.fields = VisitFields(person.visit, person.visits[place].when, self._leave_fields)
        self.fields.present()
        self.lines.put_in_place_of(place, self.fields)

    def _align(self) -> None:
        """Give all lines the same columns, as wide as their widest words; the note takes what is left."""
        shown = self.lines.shown
        wide = {name: _widest([getattr(line, name) for line in shown]) for name in _COLUMNS}
        room = self.contentsRect().width() - 2 * (INSET + 1)
        left = room - sum(wide.values()) - M * sum(width > 0 for width in wide.values())
        below = left < min(px(_ROOM_FOR_NOTE), _widest([line.what for line in shown]))
        wide["staff"] = min(wide["staff"], max(0, room))
        for line in shown:
            line.place(note_below=below, staff_below=left < 0)
            for name, width in wide.items():
                _fix(getattr(line, name), width)

    def _make(self) -> VisitLine:
        line = VisitLine()
        line.clicked.connect(lambda: self._write(line.visit))
        return line

    def _write(self, visit: VisitId) -> None:
        if self._person is not None:
            self._person.write_visit(visit)
            self.write()

    def _leave_fields(self) -> None:
        """Back to words, with the focus where it was."""
        person = self._person
        if person is not None:
            visit = person.visit_id
            person.leave_visit()
            for line in self.lines.shown:
                if line.visit == visit:
                    line.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room is left for the notes."""
        super().resizeEvent(event)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        """Words are as wide as their type: measure them again, once all of them have the new one."""
        super().changeEvent(event)
        if event.type() in _RELAYING:
            self._aligning.start()


def _widest(labels: Sequence[Label]) -> int:
    return max((label.sizeHint().width() for label in labels if label.text()), default=0)


def _fix(label: Label, width: int) -> None:
    """Make it so wide; without width it is away."""
    if label.minimumWidth() != width:
        label.setFixedWidth(width)
    if label.isHidden() == (width > 0):
        label.setVisible(width > 0)
