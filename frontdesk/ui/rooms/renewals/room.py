"""The Renewals room: nobody's membership ends without somebody having talked to them about it."""

from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from frontdesk.domain.changes import Changes
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.rooms.renewals.books import Listed, Sheet
from frontdesk.ui.rooms.renewals.outcomes import Outcome
from frontdesk.ui.rooms.renewals.page import RenewalsPage
from frontdesk.ui.rooms.renewals.presenter import HAVE_LEFT, RenewalsPresenter
from frontdesk.ui.rooms.renewals.printing import Whose, printable
from frontdesk.ui.rooms.renewals.sheet_view import KEYS, ways

if TYPE_CHECKING:
    from frontdesk.reports.printing.talks import TalkPrint


class RenewalsRoom:
    """Joins the page to its presenter."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Build the page; it is filled when the room is entered."""
        self._context = context
        self._printing = False
        self._waiting = True
        self.page = RenewalsPage()
        own = self._presenter = RenewalsPresenter(
            context.desk, context.worker, self, context.offer_undo, context.tell
        )
        self.page.span.set_value(own.days)
        sheet = self.page.sheet
        self.page.chosen.connect(own.choose)
        self.page.span_chosen.connect(own.look_ahead)
        self.page.print_all.clicked.connect(self._on_print_all)
        sheet.chosen.connect(own.begin)
        sheet.kept.connect(own.keep)
        sheet.given_up.connect(own.give_up)
        sheet.card_asked.connect(self._on_card_asked)
        sheet.print_asked.connect(self._on_print_asked)

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        return self.page

    def enter(self, errand: Errand | None) -> None:
        """The room is shown now; an errand names the membership to talk about, or that somebody has left."""
        self._presenter.load(errand.subject if errand else None)
        if errand is not None:
            self.page.focus_first()

    def focus_first(self) -> None:
        """Stand in the list."""
        self.page.focus_first()

    def refresh(self, changes: Changes) -> None:
        """Look again at what somebody changed; a room that is not shown looks when it is entered."""
        if self.page.isVisible():
            self._presenter.refresh(changes)

    def actions(self) -> Sequence[ActionSpec]:
        """What can be done here by keys."""
        own = self._presenter
        outcomes = (
            ActionSpec(words, partial(own.begin, way), KEYS[way], partial(own.can_end, way))
            for way, words in ways().items()
        )
        return (
            *outcomes,
            ActionSpec(tr("Print the sheet"), self._on_print_asked, "Ctrl+P", self._can_print),
            ActionSpec(tr("Print all sheets"), self._on_print_all, enabled=self._can_print),
            ActionSpec(tr("Who has left us"), partial(own.look_ahead, HAVE_LEFT)),
            ActionSpec(tr("Open the card"), self._on_card_asked, "Ctrl+O", self._has_sheet),
        )

    def unfinished(self) -> Sequence[str]:
        """An outcome that was begun and not kept."""
        return (tr("what came of a talk"),) if self._presenter.is_begun() else ()

    def show_list(self, listed: Listed, chosen: Hashable | None, span: int) -> None:
        """Show whose membership ends, or who has left."""
        was_waiting = self._waiting and self.page.span.editor.hasFocus()
        self.page.show_list(listed, chosen, span)
        if was_waiting:  # there was no list to stand in when somebody came in
            self.page.focus_first()
        self._waiting = False

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show somebody's sheet."""
        self.page.show_sheet(sheet)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the form of one way that the talk ended, or none: then stand in the list again."""
        had = self.page.sheet.outcome is not None
        self.page.sheet.show_outcome(outcome)
        if had and outcome is None:
            self.page.focus_first()

    def typed(self) -> Mapping[str, str]:
        """What stands in the form."""
        form = self.page.sheet.outcome
        return form.values() if form is not None else {}

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong in the form."""
        if self.page.sheet.outcome is not None:
            self.page.sheet.outcome.refuse(name, sentence)

    def _has_sheet(self) -> bool:
        return self._presenter.sheet is not None

    def _can_print(self) -> bool:
        sheet = self._presenter.sheet
        return sheet is not None and bool(sheet.page.choices)

    def _on_card_asked(self) -> None:
        person = self._presenter.person()
        if person is not None:
            self._context.go_to("desk", Errand(subject=person))

    def _on_print_asked(self) -> None:
        sheet = self._presenter.sheet
        if sheet is not None and self._can_print():
            self._print(((sheet.entry.key, sheet.entry.person),))

    def _on_print_all(self) -> None:
        if self._can_print():
            self._print(self._presenter.listed())

    def _print(self, whose: Sequence[Whose]) -> None:
        if self._printing or not whose:
            return
        self._printing = True
        self._context.worker.run(
            partial(printable, self._context.desk, whose),
            self._show_preview,
            self._context.tell,
            settled=self._on_print_settled,
            owner=self.page,
        )

    def _show_preview(self, answer: "tuple[TalkPrint, str]") -> None:
        from frontdesk.ui.kit.preview import Preview

        what, paper = answer
        Preview(self.page, what, self._context.worker, self._context.ask, paper, has_short=False).open()

    def _on_print_settled(self) -> None:
        self._printing = False


def build(context: RoomContext[Desk]) -> RenewalsRoom:
    """The room, ready to be entered."""
    return RenewalsRoom(context)
