"""The visits on the card: a line each, and fields on the row of the one that is being written about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.ids import VisitId
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XS, M
from frontdesk.ui.rooms.desk.person import OpenPerson
from frontdesk.ui.rooms.desk.widgets.lines import Line, Lines
from frontdesk.ui.rooms.desk.widgets.panels import INSET, ListPanel
from frontdesk.ui.rooms.desk.widgets.visit_fields import VisitFields
from frontdesk.ui.rooms.desk.words.visits import VisitWords

_NOTE_LINES = 4


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
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, XS, INSET, XS)
        row.setSpacing(M)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.when, 0, top)
        row.addWidget(self.what, 1)
        row.addWidget(self.amount, 0, top)
        row.addWidget(self.staff, 0, top)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        for part in (self.when, self.what, self.amount, self.staff):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fill(self, words: VisitWords) -> None:
        """Show a visit."""
        self.visit = words.id
        self.when.set_text(words.when)
        self.what.set_text(words.what)
        self.amount.set_text(words.amount)
        self.staff.set_text(words.staff)
        self.setAccessibleName(words.aloud)


class VisitsPanel(ListPanel):
    """The table of visits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nobody's yet."""
        super().__init__(parent)
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
        """Give all lines the same columns."""
        for name in ("when", "amount", "staff"):
            labels = [getattr(line, name) for line in self.lines.shown]
            width = max((label.sizeHint().width() for label in labels if label.text()), default=0)
            for label in labels:
                if label.minimumWidth() != width:
                    label.setFixedWidth(width)
                if label.isHidden() == (width > 0):
                    label.setVisible(width > 0)

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
