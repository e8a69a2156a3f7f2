"""Bringing a file in, on the screen: which file, which columns; a trial; then the real thing."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from frontdesk.domain.imports import ImportKind, ImportReport
from frontdesk.foundation.words import tr
from frontdesk.reports import imports as words_of
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, empty
from frontdesk.ui.kit.field_choice import CheckField, ChoiceField
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.form import Form
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M, S, px
from frontdesk.ui.kit.reveal import reveal
from frontdesk.ui.rooms.settings.column_row import ColumnRow
from frontdesk.ui.rooms.settings.looking import Plan, fields_of

_LINES_SHOWN = 160
"""Pixels at 100 % text that the rows left out may take; there may be thousands of them."""


class ImportCard(Card):
    """The buttons to begin with, and under them the file that was chosen.

    ``file_asked`` carries a kind of file, ``look_asked`` a plan to look at, ``run_asked`` a plan and
    whether it is a trial. ``grew`` carries what is new to see, the most important last.
    """

    file_asked = Signal(object)
    look_asked = Signal(object)
    run_asked = Signal(object, bool)
    stop_asked = Signal()
    grew = Signal(object)

    def __init__(self) -> None:
        """Only the two buttons until a file is chosen."""
        super().__init__(tr("Bring in a file"))
        self.body.setSpacing(M)
        self._plan: Plan | None = None
        self.rows: list[ColumnRow] = []
        about = tr("People or visits from a table: CSV, tab-separated, or columns apart by spaces.")
        self.add(Label(about, lines=0))
        self.people_button = Button(tr("Customers…"), icon="import")
        self.visits_button = Button(tr("Visits…"), icon="import")
        self.people_button.clicked.connect(lambda: self.file_asked.emit(ImportKind.CUSTOMERS))
        self.visits_button.clicked.connect(lambda: self.file_asked.emit(ImportKind.VISITS))
        self.add(_line(self.people_button, self.visits_button))
        self._file = Label(bold=True, lines=0)
        self.delimiter: ChoiceField[str | None] = ChoiceField(tr("Columns are apart by"), _delimiters())
        self.encoding: ChoiceField[str | None] = ChoiceField(tr("Letters are written as"), _encodings())
        self.trouble = Label(tone=Tone.RED, lines=0)
        self.header = CheckField(tr("The first line holds headings"))
        self.add_people = CheckField(tr("Unknown cards become people named by them"))
        self.trial_button = Button(tr("Try it first"))
        self.run_button = Button(tr("Bring in"), primary=True)
        self.stop_button = Button(tr("Stop"), icon="close")
        self._columns = QVBoxLayout()
        self.report = Label(lines=0)
        self.left_out = _lines()
        self._how, self._mapping = self._build_how(), self._build_mapping()
        for part in (self._how, self.trouble, self._mapping, self.report, self.left_out):
            reveal(part, False)
            self.add(part)
        self._wire()

    def _build_how(self) -> QWidget:
        whole, column = _column()
        column.addWidget(self._file)
        form = Form(columns=2)
        form.add(self.delimiter)
        form.add(self.encoding)
        column.addWidget(form)
        return whole

    def _build_mapping(self) -> QWidget:
        whole, column = _column()
        self._columns.setSpacing(M)
        column.addLayout(self._columns)
        reveal(self.stop_button, False)
        for part in (self.header, self.add_people):
            column.addWidget(part)
        column.addWidget(_line(self.trial_button, self.run_button, self.stop_button))
        return whole

    def _wire(self) -> None:
        for choice in (self.delimiter, self.encoding):
            choice.left.connect(self._on_how_chosen)
        self.trial_button.clicked.connect(lambda: self._run(trial=True))
        self.run_button.clicked.connect(lambda: self._run(trial=False))
        self.stop_button.clicked.connect(self.stop_asked)

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show the columns of a file, each with a choice of the field it fills."""
        self._plan = plan
        self._file.set_text(plan.path.name)
        self.delimiter.set_value(plan.delimiter)
        self.encoding.set_value(plan.encoding)
        empty(self._columns)
        fields = tuple(fields_of(plan.kind).headings)
        self.rows = [ColumnRow(column, fields, today) for column in plan.columns]
        for row in self.rows:
            self._columns.addWidget(row)
        self.header.set_value(plan.header)
        self._how.show()
        self._mapping.setVisible(bool(plan.columns))
        self.add_people.setVisible(plan.kind is ImportKind.VISITS)
        self.report.hide()
        self.left_out.hide()
        if self.rows:
            self.rows[0].field.setFocus()
        self.grew.emit((self._mapping, self._how))

    def show_report(self, report: ImportReport) -> None:
        """Say what came in, or would, and of each row that did not why.

        The columns stay until something has come in: they may have to be chosen otherwise.
        """
        self.report.set_text("\n".join(words_of.summary(report)))
        self.report.show()
        lines = words_of.left_out(report)
        self.left_out.setPlainText("\n".join(lines))
        self.left_out.setVisible(bool(lines))
        if report.import_id is not None:
            self._how.hide()
            self._mapping.hide()
            self.people_button.setFocus()
        self.grew.emit((self.left_out, self.report) if lines else (self.report,))

    def show_trouble(self, sentence: str) -> None:
        """Say why the file cannot be read."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            self.report.hide()
            self.left_out.hide()

    def show_busy(self, busy: bool) -> None:
        """Offer to stop. The buttons stay as they are: one that is switched off would lose the focus."""
        self.stop_button.setVisible(busy)

    def _on_how_chosen(self) -> None:
        if self._plan is not None:
            self.look_asked.emit(
                replace(self._plan, delimiter=self.delimiter.value(), encoding=self.encoding.value())
            )

    def _run(self, *, trial: bool) -> None:
        if self._plan is not None:
            self.run_asked.emit(self._chosen(self._plan), trial)

    def _chosen(self, plan: Plan) -> Plan:
        columns = tuple(row.chosen() for row in self.rows)
        return replace(plan, columns=columns, header=self.header.value(), add_people=self.add_people.value())


def _delimiters() -> tuple[tuple[str | None, str], ...]:
    return (
        (None, tr("whatever fits")),
        (",", tr("comma")),
        (";", tr("semicolon")),
        ("tab", tr("tab")),
        ("|", tr("upright line")),
        ("space", tr("spaces")),
    )


def _encodings() -> tuple[tuple[str | None, str], ...]:
    return (
        (None, tr("UTF-8, or as the file says")),
        ("windows-1252", tr("Windows, western Europe")),
        ("windows-1250", tr("Windows, central Europe")),
        ("windows-1251", tr("Windows, Cyrillic")),
        ("utf-16", "UTF-16"),
        ("mac-roman", tr("Macintosh, western Europe")),
    )


def _lines() -> QPlainTextEdit:
    lines = QPlainTextEdit()
    lines.setReadOnly(True)
    lines.setTabChangesFocus(True)
    lines.setFixedHeight(px(_LINES_SHOWN))
    lines.setAccessibleName(tr("Rows that did not come in"))
    return lines


def _column() -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    return whole, column


def _line(*buttons: QWidget) -> QWidget:
    line = QWidget()
    flow = Flow(S, line)
    for button in buttons:
        flow.addWidget(button)
    return line
