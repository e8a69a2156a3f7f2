"""What is printed from the bench: looked at first, as all paper is."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from frontdesk.domain.notes import Way
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.reports.card import Picture
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import RoomContext
from frontdesk.ui.rooms.notes import paper
from frontdesk.ui.rooms.notes.forms import NoteForm, card_form, label_form
from frontdesk.ui.rooms.notes.page import NotesPage
from frontdesk.ui.rooms.notes.paper import CardWish, Paper
from frontdesk.ui.rooms.notes.presenter import NotesPresenter


class Printing:
    """Slips of facts at once; cards and labels once a small form has said how they shall be."""

    def __init__(self, context: RoomContext[Desk], page: NotesPage, presenter: NotesPresenter) -> None:
        """Nothing is being printed."""
        self._context, self._page, self._presenter = context, page, presenter
        self._busy = False

    def slip(self) -> None:
        """What we know of the one on the bench."""
        self._page.note.writing.commit()
        held = self._presenter.held
        if held is not None:
            self._print(partial(paper.slips, self._context.desk, [held]))

    def every_slip(self) -> None:
        """What we know of everybody who is to be written to."""
        self._page.note.writing.commit()
        self._print(partial(paper.slips, self._context.desk, self._presenter.to_write()))

    def ask_card(self) -> None:
        """How the folded card shall be."""
        self._page.note.writing.commit()
        sheet, words = self._presenter.sheet, self._page.note.writing.words.value()
        if sheet is None:
            return

        def look(typed: Mapping[str, Any]) -> None:
            inside = words if typed["inside"] else ""
            wish = CardWish(typed["fold"], typed["picture"], typed["tint"], typed["greeting"], inside)
            self._print(partial(paper.card, self._context.desk, wish))

        picture = paper.PICTURES.get(sheet.draft.kind, Picture.PLAIN)
        self._show(card_form(picture, has_words=bool(words)), look)

    def ask_labels(self) -> None:
        """Which labels, on which sheet."""
        own = self._presenter
        if own.sheet is None or own.bench is None:
            return
        customer, name = own.sheet.person.id, own.sheet.person.draft.name
        written = [one.draft.customer for one in own.bench.written if one.draft.way is Way.BY_HAND]

        def look(typed: Mapping[str, Any]) -> None:
            whom = written if typed["every"] else [customer]
            self._print(partial(paper.labels, self._context.desk, whom, typed["sheet"], typed["start"]))

        self._show(label_form(name, len(written)), look)

    def _show(self, form: NoteForm, kept: Callable[[Mapping[str, Any]], None]) -> None:
        form.kept.connect(kept)
        self._page.note.show_form(form)

    def _print(self, read: Callable[[], Paper]) -> None:
        if self._busy:
            return
        self._busy = True
        self._context.worker.run(
            read, self._show_preview, self._on_failed, settled=self._on_settled, owner=self._page
        )

    def _show_preview(self, made: Paper) -> None:
        from frontdesk.ui.kit.preview import Preview

        context = self._context
        if made.said:
            context.tell(made.said)
        short = made.has_short
        Preview(self._page, made.what, context.worker, context.ask, made.size, has_short=short).open()

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, Refused) and self._page.note.form is not None:
            self._page.note.form.refuse(error.field, str(error))
        else:
            self._context.tell(error)

    def _on_settled(self) -> None:
        self._busy = False
