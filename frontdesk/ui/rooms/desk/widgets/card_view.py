"""The card of whoever is open: three seconds from a face to all that must be known."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.card import Card, Page
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone, heading
from frontdesk.ui.kit.measures import XS, L, M, S, px
from frontdesk.ui.rooms.desk.person import OpenPerson
from frontdesk.ui.rooms.desk.presenter import DeskPresenter
from frontdesk.ui.rooms.desk.widgets.face import FaceView
from frontdesk.ui.rooms.desk.widgets.panel_view import PanelView
from frontdesk.ui.rooms.desk.widgets.panels import INSET, ListPanel
from frontdesk.ui.rooms.desk.widgets.things import Things
from frontdesk.ui.rooms.desk.widgets.visit_fields import VisitFields
from frontdesk.ui.rooms.desk.widgets.visits_panel import VisitsPanel
from frontdesk.ui.rooms.desk.words.card import Facts

Run = Callable[[OpenPerson], None]

_TWO_COLUMNS = 540
"""Pixels at 100 % text from which the panels stand side by side."""

_HINTS = 680
"""Pixels at 100 % text from which all buttons stand on one line with their keys in them."""

_FACT_LINES = 6

_REQUEST_KEYS, _EDIT_KEYS, _MORE_KEYS = "Ctrl+R", "Ctrl+E", "Ctrl+K"


class CardView(Page):
    """Shows an :class:`OpenPerson` and hands on what is done with it."""

    def __init__(self, presenter: DeskPresenter, more: Callable[[], None]) -> None:
        """``more`` shows everything that can be done."""
        super().__init__()
        self._presenter, self._more = presenter, more
        self._shown = 0
        self.face = FaceView()
        self.log = self._button(tr("Log visit"), "Ctrl+Enter", self._log_visit, primary=True)
        self.log_quietly = self._button(tr("Log visit"), "", self._log_visit)
        self.request = self._button(tr("Request"), _REQUEST_KEYS, OpenPerson.ask)
        self.edit = self._button(tr("Edit"), _EDIT_KEYS, OpenPerson.edit)
        self.renew = self._button(tr("Renew"), "", OpenPerson.renew)
        self.more = self._button(tr("More"), _MORE_KEYS, lambda _person: self._more())
        self.panel: PanelView | None = None
        self.logged: VisitFields | None = None
        self._logged_card = Card(tight=True)
        self._panel_place = QVBoxLayout()
        self.asked = Things(tr("Nothing asked for yet."), partial(self._with_key, OpenPerson.ask))
        self._last_yes = Label(tone=Tone.SOFT, lines=0)
        self.memberships = Things("", partial(self._with_key, OpenPerson.renew))
        self.occasions = Things("", partial(self._with_key, OpenPerson.open_occasion))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(XS)
        self._facts_shown: tuple[Facts, ...] | None = None
        self.visits = VisitsPanel()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def present(self) -> None:
        """Show whoever is open; somebody else is shown from the top."""
        person = self._presenter.person
        if person is None:
            return
        top = self.verticalScrollBar().value() if person.id == self._shown else 0
        self._shown = person.id
        words = person.words
        self.face.present(words.face)
        self.log.setEnabled(words.can_visit)
        self.log_quietly.setEnabled(words.can_visit)
        self.present_target()
        self.renew.setVisible(words.can_renew)
        self.asked.show_rows(words.asked)
        self._last_yes.set_text(words.last_yes)
        self._last_yes.setVisible(bool(words.last_yes))
        self.memberships.show_rows(words.memberships)
        self.occasions.show_rows(words.occasions)
        self._show_facts(words.facts)
        self.visits.present(person)
        self._place_logged(person)
        self._place_panel(person)
        self.verticalScrollBar().setValue(top)  # a form that goes hands its caret on, which scrolls there

    def write_in_panel(self) -> None:
        """Put the caret into the small form, and once it is laid out bring it into sight."""
        if self.panel is not None:
            self.panel.focus_first()
            QTimer.singleShot(0, self, self._bring_panel_into_sight)

    def _bring_panel_into_sight(self) -> None:
        """All of the small form if there is room for it, in any case the field with the caret."""
        caret = QApplication.focusWidget()
        if self.panel is not None and caret is not None and self.panel.isAncestorOf(caret):
            self.ensureWidgetVisible(self.panel, 0, L)
            self.ensureWidgetVisible(caret, 0, L)

    def present_target(self) -> None:
        """Keys stand on the buttons only while they mean this person.

        While a row means somebody else, the button for a visit says whom it means itself.
        """
        mine, person = self._presenter.target_is_open, self._presenter.person
        if person is not None:
            draft = person.card.customer.draft
            self.log_quietly.set_words(tr("Log visit for {name}").format(name=draft.given or draft.name))
        self.log.setVisible(mine)
        self.log_quietly.setVisible(not mine)
        self._show_hints(mine)

    def _show_hints(self, mine: bool) -> None:
        """Where there is little room only the main button draws its keys; the list of actions has all."""
        room = self.viewport().width() >= px(_HINTS)
        self.request.set_hint(_REQUEST_KEYS if mine else "", drawn=room)
        self.edit.set_hint(_EDIT_KEYS if mine else "", drawn=room)
        self.more.set_hint(_MORE_KEYS, drawn=room)

    def present_panel(self) -> None:
        """Show what has become of the small form."""
        if self.panel is not None:
            self.panel.present()

    def present_visit(self) -> None:
        """Show what has become of the fields of a visit."""
        for fields in (self.logged, self.visits.fields):
            if fields is not None:
                fields.present()

    def write_visit(self) -> None:
        """Put the caret where it says how the visit went."""
        for fields in (self.logged, self.visits.fields):
            if fields is not None:
                fields.write()

    def _place_logged(self, person: OpenPerson) -> None:
        """The fields of the visit that was logged just now stand where the eye is."""
        fresh = person.visit if person.just_logged else None
        if self.logged is not None and self.logged.form is not fresh:
            self.logged.hide()
            self._logged_card.body.removeWidget(self.logged)
            self.logged.deleteLater()
            self.logged = None
        if fresh is not None and self.logged is None:
            when = next((words.when for words in person.visits if words.id == person.visit_id), "")
            self.logged = VisitFields(fresh, when, person.leave_visit)
            self._logged_card.add(self.logged)
            self.logged.show()
        self._logged_card.setVisible(self.logged is not None)
        if self.logged is not None:
            self.logged.present()

    def _place_panel(self, person: OpenPerson) -> None:
        if self.panel is not None and self.panel.form is not person.panel:
            self.panel.hide()
            self._panel_place.removeWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        if person.panel is not None and self.panel is None:
            self.panel = PanelView(person.panel)
            self._panel_place.addWidget(self.panel)
            self.panel.show()
        self.present_panel()

    def _lay_out(self) -> None:
        for part in (self.face, self._buttons(), self._logged_card, self._panel_place):
            self.add(part)
        self._columns.setSpacing(L)
        for panel in (self._asked_panel(), self._about_panel()):
            column = QVBoxLayout()
            column.addWidget(panel)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self.add(self._columns)
        self.add(self.visits)
        self.body.setSpacing(L)

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = Flow(M - 2, box)
        for button in (self.log, self.log_quietly, self.request, self.edit, self.renew, self.more):
            flow.addWidget(button)
        return box

    def _button(
        self,
        words: str,
        keys: str,
        run: Callable[[OpenPerson], None],
        *,
        primary: bool = False,
        small: bool = False,
    ) -> Button:
        button = Button(words, keys, primary=primary, small=small)
        button.clicked.connect(lambda: self._presenter.with_person(run))
        return button

    def _with_key(self, run: Callable[[OpenPerson, int], None], key: int) -> None:
        self._presenter.with_person(lambda person: run(person, key))

    def _asked_panel(self) -> ListPanel:
        panel = ListPanel()
        panel.add_heading(tr("Asked for"))
        panel.add(self.asked)
        panel.add_words(self._last_yes)
        return panel

    def _about_panel(self) -> ListPanel:
        panel = ListPanel()
        panel.add(self._facts)
        panel.add_heading(tr("Memberships, days and news"))
        panel.add(self.memberships)
        panel.add(self.occasions)
        box = QWidget()
        flow = Flow(S, box)
        flow.addWidget(self._button(tr("Add a membership"), "", OpenPerson.add_membership, small=True))
        flow.addWidget(self._button(tr("Add a day or news"), "", OpenPerson.add_occasion, small=True))
        panel.add_gap()
        panel.add_words(box)
        return panel

    def _show_facts(self, facts: tuple[Facts, ...]) -> None:
        if facts == self._facts_shown:
            return
        self._facts_shown = facts
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in facts:
            if self._facts.count():
                self._facts.addSpacing(S)
            self._facts.addWidget(heading(one.heading))
            for line in one.lines:
                self._facts.addWidget(Label(line, lines=_FACT_LINES))
        self._facts.setContentsMargins(INSET, 0, INSET, S if facts else 0)

    def _log_visit(self, person: OpenPerson) -> None:
        self._presenter.log_visit(person.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panels side by side where there is room for two."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= px(_TWO_COLUMNS)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._show_hints(self._presenter.target_is_open)
