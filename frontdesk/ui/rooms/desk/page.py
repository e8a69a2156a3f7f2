"""The desk room on the screen: who it may be at the left, who it is at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XL, Size
from frontdesk.ui.kit.tab_order import order_tabs
from frontdesk.ui.rooms.desk.person import Part
from frontdesk.ui.rooms.desk.presenter import DeskPresenter, Mode
from frontdesk.ui.rooms.desk.widgets.add_view import AddView
from frontdesk.ui.rooms.desk.widgets.card_view import CardView
from frontdesk.ui.rooms.desk.widgets.column import DeskColumn
from frontdesk.ui.rooms.desk.widgets.edit_view import EditView


class DeskPage(QWidget):
    """Shows what the presenter holds."""

    def __init__(
        self, presenter: DeskPresenter, more: Callable[[], None], choose_photo: Callable[[], None]
    ) -> None:
        """``more`` lists every action; ``choose_photo`` asks for a file."""
        super().__init__()
        self._presenter, self._choose_photo = presenter, choose_photo
        self.column = DeskColumn(presenter, presenter.new_person)
        self.card = CardView(presenter, more)
        self.nobody = _Nobody()
        self.edit: EditView | None = None
        self.adding: AddView | None = None
        self.right = QStackedWidget()
        self.right.addWidget(self.nobody)
        self.right.addWidget(self.card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addWidget(self.right, 1)

    def look(self, part: Part) -> None:
        """Show a part of what the presenter holds again."""
        if part is Part.COLUMN:
            self.column.present()
            self.card.present_target()
        elif part is Part.RIGHT:
            self._show_right()
        elif part is Part.PANEL:
            self.card.present_panel()
        elif part is Part.VISIT:
            self.card.present_visit()
        elif part is Part.FORM:
            self._show_forms()

    def focus_first(self) -> None:
        """Put the caret into the search box."""
        self.column.focus()

    def _show_forms(self) -> None:
        if self.adding is not None:
            self.adding.present()
        if self.edit is not None:
            self.edit.present()

    def _show_right(self) -> None:
        """Show what is on the right now; a caret whose field has gone goes back to the search box."""
        caret, before = QApplication.focusWidget(), self._views()
        was_here = _caret_in(self.right)
        self._drop_old_forms()
        self._show_mode(self._presenter.mode)
        order_tabs(self)
        if not was_here or (caret is not None and isValid(caret) and caret.isVisible()):
            return
        if not any(_caret_in(view) for view in self._views() if view not in before):
            self.focus_first()

    def _views(self) -> list[QWidget]:
        """What has been opened to write in."""
        return [view for view in (self.card.panel, self.edit, self.adding) if view is not None]

    def _show_mode(self, mode: Mode) -> None:
        if mode is Mode.CARD:
            panel = self.card.panel
            self.card.present()
            self.right.setCurrentWidget(self.card)
            if self.card.panel is not panel:
                self.card.write_in_panel()
        elif mode is Mode.EDIT:
            self._show_edit()
        elif mode is Mode.ADD:
            self._show_adding()
        else:
            self.right.setCurrentWidget(self.nobody)

    def _show_edit(self) -> None:
        person = self._presenter.person
        if person is None or person.editing is None:
            return
        if self.edit is None:
            self.edit = EditView(person, person.editing, self._choose_photo)
            self.right.addWidget(self.edit)
            self.right.setCurrentWidget(self.edit)
            self.edit.focus_first()
        else:
            self.edit.present()
            self.right.setCurrentWidget(self.edit)

    def _show_adding(self) -> None:
        form = self._presenter.adding
        if form is None:
            return
        if self.adding is None:
            self.adding = AddView(
                form,
                opened=lambda key: self._presenter.open(CustomerId(key)),
                logged=self._presenter.log_visit,
                came=lambda key: self._presenter.log_visit(CustomerId(key)),
                leave=self._presenter.stop_adding,
                discard=self._presenter.discard,
            )
            self.right.addWidget(self.adding)
        self.right.setCurrentWidget(self.adding)
        self.adding.present()
        self.adding.focus_first()

    def _drop_old_forms(self) -> None:
        """Let go of the widgets of forms that are over."""
        person = self._presenter.person
        if self.edit is not None and (person is None or person.editing is not self.edit.form):
            self._drop(self.edit)
            self.edit = None
        if self.adding is not None and self._presenter.adding is not self.adding.form:
            self._drop(self.adding)
            self.adding = None

    def _drop(self, widget: QWidget) -> None:
        self.right.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column its part of the width."""
        super().resizeEvent(event)
        self.column.fit(self.width())


def _caret_in(widget: QWidget) -> bool:
    focus: object = QApplication.focusWidget()
    return isinstance(focus, QWidget) and focus.isVisible() and widget.isAncestorOf(focus)


class _Nobody(QWidget):
    """What stands on the right before anybody is open."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        words = Label(
            tr("Type a name. Enter opens the card, Ctrl+Enter logs the visit."),
            size=Size.BODY,
            tone=Tone.SOFT,
            lines=0,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(words)
        column.addStretch(3)
