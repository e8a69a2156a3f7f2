"""The Calls room: everybody who needs a call, and nobody who was promised one is forgotten."""

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import CustomerId
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.links import copy_text, open_link
from frontdesk.ui.kit.room import ActionSpec, Errand, RoomContext
from frontdesk.ui.rooms.calls.outcomes import Outcome
from frontdesk.ui.rooms.calls.page import CallsPage
from frontdesk.ui.rooms.calls.person_view import CARD_KEYS, COPY_KEYS, KEYS, RING_KEYS, ways
from frontdesk.ui.rooms.calls.presenter import CallsPresenter, Listed, Ways
from frontdesk.ui.rooms.calls.wording import Person, link

_MINUTE_MS = 60_000


class CallsRoom:
    """Joins the page to its presenter."""

    def __init__(self, context: RoomContext[Desk]) -> None:
        """Build the page; it is filled when the room is entered."""
        self._context = context
        self.page = CallsPage()
        own = self._presenter = CallsPresenter(
            context.desk,
            context.worker,
            self,
            context.offer_undo,
            context.tell,
            Ways(self._open_card, self._open_talk),
        )
        person = self.page.person
        self.page.chosen.connect(own.choose)
        self.page.opened.connect(lambda _key: own.open_card())
        person.chosen.connect(own.begin)
        person.kept.connect(own.keep)
        person.given_up.connect(own.give_up)
        person.card_asked.connect(own.open_card)
        person.rung.connect(self._ring)
        person.copied.connect(self._copy)
        self._clock = QTimer(self.page)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()

    @property
    def widget(self) -> QWidget:
        """What stands in the window."""
        return self.page

    def enter(self, errand: Errand | None) -> None:
        """The room is shown now; an errand names the call to make."""
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
        return (
            *(
                ActionSpec(words, partial(own.begin, came), KEYS[came], self._has_person)
                for came, words in ways().items()
            ),
            ActionSpec(tr("Ring the number"), lambda: self._ring(own.number), RING_KEYS, self._has_number),
            ActionSpec(tr("Copy the number"), lambda: self._copy(own.number), COPY_KEYS, self._has_number),
            ActionSpec(tr("Open the card"), own.open_card, CARD_KEYS, self._has_person),
        )

    def unfinished(self) -> Sequence[str]:
        """An outcome that was begun and not kept."""
        return (tr("what came of a call"),) if self._presenter.is_begun() else ()

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        """Show who is to be rung."""
        self.page.show_list(listed, chosen)

    def show_person(self, person: Person | None) -> None:
        """Show whoever is chosen."""
        self.page.show_person(person)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the form of one way that the call ended, or none: then stand in the list again."""
        had = self.page.person.outcome is not None
        self.page.person.show_outcome(outcome)
        if had and outcome is None:
            self.page.focus_first()

    def typed(self) -> Mapping[str, str]:
        """What stands in the form."""
        form = self.page.person.outcome
        return form.values() if form is not None else {}

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong in the form."""
        if self.page.person.outcome is not None:
            self.page.person.outcome.refuse(name, sentence)

    def _has_person(self) -> bool:
        return self._presenter.chosen is not None

    def _has_number(self) -> bool:
        return bool(self._presenter.number)

    def _ring(self, number: str) -> None:
        if not open_link(link(number)):
            self._context.tell(tr("Nothing on this machine can ring by itself. Ring the number by hand."))

    def _copy(self, number: str) -> None:
        copy_text(number)
        self._context.say(tr("The number can be pasted now."))

    def _open_card(self, person: CustomerId) -> None:
        self._context.go_to("desk", Errand(subject=person))

    def _open_talk(self, membership: int) -> None:
        self._context.go_to("renewals", Errand(subject=membership))

    def _on_minute(self) -> None:
        """What is to be rung in an hour is late in two."""
        if self.page.isVisible():
            self._presenter.load()


def build(context: RoomContext[Desk]) -> CallsRoom:
    """The room, ready to be entered."""
    return CallsRoom(context)
