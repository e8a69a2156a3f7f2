"""Bringing a file in, on the screen."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.imports import ImportKind, ImportReport
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, empty
from frontdesk.ui.kit.field_choice import ChoiceField
from frontdesk.ui.kit.form import Form
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M, S
from frontdesk.ui.rooms.settings import wording
from frontdesk.ui.rooms.settings.bringing_in import Plan


class ImportCard(Card):
    """Which file, which columns; a trial; then the real thing."""

    file_asked = Signal(object)  # which kind
    run_asked = Signal(object, bool)  # the plan, and whether it is a trial

    def __init__(self) -> None:
        """Only the two buttons until a file is chosen."""
        super().__init__(tr("Bring in a file"))
        self._plan: Plan | None = None
        self._choices: list[ChoiceField[str]] = []
        self.add(
            Label(
                tr("People or visits from a table: CSV, tab-separated, or columns apart by spaces."), lines=0
            )
        )
        self.people_button = Button(tr("Customers…"))
        self.visits_button = Button(tr("Visits…"))
        self.people_button.clicked.connect(lambda: self.file_asked.emit(ImportKind.CUSTOMERS))
        self.visits_button.clicked.connect(lambda: self.file_asked.emit(ImportKind.VISITS))
        self.add(_line(self.people_button, self.visits_button))
        self._trouble = Label(tone=Tone.RED, lines=0)
        self._trouble.hide()
        self.add(self._trouble)
        self._details = self._build_details()
        self._details.hide()
        self.add(self._details)
        self._report = Label(lines=0)
        self._report.hide()
        self.add(self._report)

    def _build_details(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        self._file = Label(bold=True, lines=0)
        self._columns = QVBoxLayout()
        self.header = QCheckBox(tr("The first line holds headings"))
        self.dates = QLineEdit()
        self.dates.setPlaceholderText(tr("How days are written, such as DD.MM.YYYY; else 2026-11-22"))
        self.dates.setAccessibleName(tr("How days are written"))
        self.add_people = QCheckBox(tr("Unknown cards become people named by them"))
        self.trial_button = Button(tr("Try it first"))
        self.run_button = Button(tr("Bring in"), primary=True)
        self.trial_button.clicked.connect(lambda: self._run(trial=True))
        self.run_button.clicked.connect(lambda: self._run(trial=False))
        layout.addWidget(self._file)
        layout.addLayout(self._columns)
        for part in (self.header, self.dates, self.add_people):
            layout.addWidget(part)
        layout.addLayout(_line(self.trial_button, self.run_button))
        return whole

    def show_plan(self, plan: Plan, fields: Sequence[str]) -> None:
        """Show the columns of a file, each with a choice of the field it fills."""
        self._plan = plan
        self._file.set_text(plan.path.name)
        empty(self._columns)
        form = Form(columns=2)
        choices = [("", tr("leave out")), *((name, name.replace("_", " ")) for name in fields)]
        self._choices = []
        for column in plan.columns:
            label = tr("Column {n}: {cell}").format(n=column.number, cell=column.first)
            field = ChoiceField(label, choices)
            field.set_value(column.field)
            self._choices.append(field)
            form.add(field)
        self._columns.addWidget(form)
        self.header.setChecked(plan.header)
        self.add_people.setVisible(plan.kind is ImportKind.VISITS)
        self._details.show()
        self._report.hide()

    def show_report(self, report: ImportReport) -> None:
        """Say what came in, or would."""
        self._report.set_text("\n".join(wording.report(report)))
        self._report.show()
        if not report.dry_run:
            self._details.hide()

    def show_trouble(self, sentence: str) -> None:
        """Say why the file cannot be read."""
        self._trouble.set_text(sentence)
        self._trouble.setVisible(bool(sentence))

    def _run(self, *, trial: bool) -> None:
        if self._plan is not None:
            self.run_asked.emit(self._chosen(self._plan), trial)

    def _chosen(self, plan: Plan) -> Plan:
        columns = tuple(
            replace(column, field=choice.value())
            for column, choice in zip(plan.columns, self._choices, strict=True)
        )
        return replace(
            plan,
            columns=columns,
            header=self.header.isChecked(),
            date_format=self.dates.text().strip(),
            add_people=self.add_people.isChecked(),
        )


def _line(*buttons: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(M)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
