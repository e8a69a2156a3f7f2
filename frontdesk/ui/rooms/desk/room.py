"""The desk room: handed its surroundings by the window, and asked by it what can be done."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.rooms.desk.page import DeskPage
from frontdesk.ui.rooms.desk.person import OpenPerson, Part
from frontdesk.ui.rooms.desk.presenter import DeskPresenter, Mode


def build(context: RoomContext[Desk]) -> "DeskRoom":
    """The room, for the window."""
    return DeskRoom(context)


class DeskRoom:
    """Search and card; see ``ui/kit/room.py`` for what a room is."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Nobody is open yet."""
        self._context = context
        self.presenter = DeskPresenter(context, self._look)
        self.page = DeskPage(self.presenter, self._show_actions, self._choose_photo)
        self.presenter.start()

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        return self.page

    def enter(self, errand: Errand | None) -> None:
        """Open somebody, or go on with what was typed elsewhere."""
        if errand is None:
            return
        if errand.subject is not None:
            self.presenter.open(CustomerId(errand.subject))
        if errand.typed:
            self.page.column.search.type_in(errand.typed)
            self.page.column.search.setFocus()  # and nothing selected: more letters may follow

    def focus_first(self) -> None:
        """Put the caret into the search box."""
        self.page.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Look again at whom a change concerns; what is being typed stays."""
        self.presenter.refresh(changes)

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done at the desk."""
        presenter = self.presenter
        return (
            ActionSpec(tr("Log visit"), self._log_visit, "Ctrl+Enter", self._somebody_has_come),
            ActionSpec(tr("Add somebody new"), presenter.new_person, "Ctrl+N"),
            self._of_person(tr("Write down a request"), OpenPerson.ask, "Ctrl+R"),
            self._of_person(tr("Put on the call list"), OpenPerson.put_on_call_list, "Ctrl+G"),
            self._of_person(tr("Edit the card"), OpenPerson.edit, "Ctrl+E"),
            self._of_person(tr("Write how the visit went"), self._write_visit, "Ctrl+J"),
            self._of_person(tr("Renew the membership"), OpenPerson.renew, "", self._can_renew),
            self._of_person(tr("Add a membership"), OpenPerson.add_membership),
            self._of_person(tr("Add a day or news"), OpenPerson.add_occasion),
            self._of_person(tr("Choose a photo"), lambda _person: self._choose_photo()),
            self._of_person(tr("Write a note…"), self._write_note, "Ctrl+I"),
            self._of_person(tr("What became of their reminders"), self._look_back, "Ctrl+H"),
            self._of_person(tr("Put in the archive, or bring back"), OpenPerson.archive),
        )

    def unfinished(self) -> Sequence[str]:
        """Whoever is being added, and what is being written in small forms."""
        return self.presenter.begun()

    def _look(self, part: Part) -> None:
        self.page.look(part)

    def _of_person(
        self,
        words: str,
        do: Callable[[OpenPerson], None],
        keys: str = "",
        enabled: Callable[[], bool] | None = None,
    ) -> ActionSpec:
        """Something to do with whoever is chosen or open."""
        run = partial(self.presenter.with_target, do)
        return ActionSpec(words, run, keys, enabled or self._somebody_is_meant)

    def _somebody_is_meant(self) -> bool:
        presenter = self.presenter
        return presenter.mode is not Mode.ADD and (presenter.finder.searching or presenter.target is not None)

    def _can_renew(self) -> bool:
        person = self.presenter.person
        return self.presenter.target_is_open and person is not None and person.words.can_renew

    def _somebody_has_come(self) -> bool:
        presenter = self.presenter
        return presenter.mode is Mode.ADD or presenter.finder.searching or presenter.target is not None

    def _log_visit(self) -> None:
        panel, caret = self.page.card.panel, QApplication.focusWidget()
        if panel is not None and caret is not None and panel.isAncestorOf(caret):
            panel.save()  # as in every other form
        elif self.page.adding is not None:
            self.page.adding.add_and_log()
        else:
            self.presenter.log_visit()
            self.page.column.search.selectAll()

    def _write_visit(self, person: OpenPerson) -> None:
        if person.visit is None and person.visits:
            person.write_visit(person.visits[0].id)
        self.page.card.write_visit()

    def _write_note(self, person: OpenPerson) -> None:
        self._context.go_to("notes", Errand(subject=person.id))

    def _look_back(self, person: OpenPerson) -> None:
        self._context.go_to("today", Errand(subject=person.id))

    def _choose_photo(self) -> None:
        patterns = [(tr("Pictures"), ("*.jpg", "*.jpeg", "*.png", "*.webp"))]
        self._context.ask.open_file(self.page, tr("Choose a photo"), patterns, self._on_photo_chosen)

    def _on_photo_chosen(self, path: Path) -> None:
        self.presenter.with_person(lambda person: person.put_photo(path))

    def _show_actions(self) -> None:
        """The window's own list of actions, as if its keys were pressed."""
        for action in self.page.window().actions():
            if action.shortcut().toString() == "Ctrl+K":
                action.trigger()
