"""The brain of the desk room: who is this, have they come, and what should be written down?

No toolkit: it is told what somebody does, and tells which part of the screen looks different.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from uuid import uuid4

from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import CustomerId, VisitId
from frontdesk.domain.milestones import is_milestone
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services import customers, visits
from frontdesk.services.customers import Card
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.runner import Latest
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.finder import Finder
from frontdesk.ui.rooms.desk.forms.adding import AddingForm, Then
from frontdesk.ui.rooms.desk.person import Look, OpenPerson, Part

AGAIN_AFTER = timedelta(minutes=1)
"""Within it a second visit of the same person is a slip of the keyboard."""


Do = Callable[[OpenPerson], None]


class Mode(StrEnum):
    """What stands on the right."""

    NOTHING = "nothing"
    CARD = "card"
    EDIT = "edit"
    ADD = "add"


class DeskPresenter:
    """The desk room without its widgets."""

    def __init__(self, around: Surroundings, look: Look) -> None:
        """``look`` is told which part has to be shown again."""
        self._around, self._look = around, look
        self._opening = Latest()
        self._unfinished: dict[CustomerId, OpenPerson] = {}
        self._logging = False
        self._tokens: dict[CustomerId, str] = {}
        self._logged: tuple[CustomerId, VisitId, datetime] | None = None
        self.finder = Finder(around, lambda: look(Part.COLUMN))
        self.person: OpenPerson | None = None
        self.adding: AddingForm | None = None
        self._put_aside: list[AddingForm] = []
        self._letters_are_newer = False

    @property
    def mode(self) -> Mode:
        """What stands on the right."""
        if self.adding is not None:
            return Mode.ADD
        if self.person is None:
            return Mode.NOTHING
        return Mode.CARD if self.person.editing is None else Mode.EDIT

    @property
    def target(self) -> CustomerId | None:
        """Whom the keys mean, such as the one that logs a visit: the chosen row, or else whoever is open.

        Nobody, where letters were typed since that nobody answers to: whoever is open was not meant.
        """
        if self.finder.column.chosen is not None:
            return self.finder.column.chosen
        if self._letters_are_newer and self.finder.searching and not self.finder.people:
            return None
        return self.person.id if self.person else None

    @property
    def target_is_open(self) -> bool:
        """Whether the keys mean the person whose card is open."""
        return self.person is not None and self.person.id == self.target

    def start(self) -> None:
        """Show who is here."""
        self.finder.type("")

    def type(self, text: str) -> None:
        """The search box holds something else; somebody new who is being written down is put aside."""
        self.stop_adding()
        self._letters_are_newer = True
        self.finder.type(text)

    def open_chosen(self) -> None:
        """Open the card of the row that is chosen."""
        self.finder.when_found(self._open_chosen)

    def _open_chosen(self) -> None:
        if self.finder.column.chosen is not None:
            self.open(self.finder.column.chosen)

    def open(self, person: CustomerId, then: Do | None = None) -> None:
        """Open somebody's card, and do something with them."""
        desk, opened = self._around.desk, partial(self._on_opened, then=then)
        self.finder.pick(person)
        self._around.worker.run(lambda: customers.card(desk, person), opened, latest=self._opening)

    def close(self) -> None:
        """Nobody is open."""
        self._opening.forget()
        self.person, self.adding = None, None
        self._look(Part.RIGHT)

    def known(self, key: object) -> CustomerId:
        """The key of a row as somebody's."""
        return CustomerId(int(str(key)))

    def with_person(self, do: Do) -> None:
        """Do something with whoever is open; nothing where nobody is."""
        if self.person is not None:
            do(self.person)

    def with_target(self, do: Do) -> None:
        """Do something with whoever the keys mean: the chosen row, whose card is opened for it."""
        self.finder.when_found(lambda: self._with_target(do))

    def _with_target(self, do: Do) -> None:
        if self.target is None:
            self._say_that_nobody_is_meant()
        elif self.target_is_open:
            self.with_person(do)
        else:
            self.open(self.target, do)

    def log_visit(self, person: CustomerId | None = None) -> None:
        """Somebody has come: whoever is named, or the target; somebody new is added first."""
        if person is not None:
            self._log(person)
        elif self.adding is not None:
            self.adding.add(then=self._log)
        else:
            self.finder.when_found(self._log_target)

    def _log_target(self) -> None:
        if self.target is None:
            self._say_that_nobody_is_meant()
        else:
            self._log(self.target)

    def _say_that_nobody_is_meant(self) -> None:
        self._around.say(tr("Nobody is chosen, so nothing was done."))

    def _log(self, who: CustomerId) -> None:
        self.finder.pick(who)
        if self._logging or self._has_just_come(who):
            return
        self._logging = True
        desk, token = self._around.desk, self._tokens.setdefault(who, str(uuid4()))
        self._around.worker.run(
            lambda: _log(desk, who, token), self._on_logged, self._on_log_failed, settled=self._on_log_settled
        )

    def new_person(self) -> None:
        """Somebody who is not here yet: named as searched for, or as begun before."""
        if self.adding is None:
            searched, look = self.finder.text.strip(), self._look
            begun = [form for form in self._put_aside if searched in ("", form.searched)]
            if begun:
                self._put_aside.remove(begun[-1])
                self.adding = begun[-1]
            else:
                self.adding = AddingForm(
                    self._around, searched, lambda: look(Part.FORM), self._on_added, self._on_doubted
                )
        self._look(Part.RIGHT)

    def stop_adding(self) -> None:
        """Leave the form of somebody new; what was written comes back when they are to be added again."""
        if self.adding is not None and not self.adding.empty:
            self._put_aside.append(self.adding)
        self.discard()

    def discard(self) -> None:
        """Throw away what was written about somebody new."""
        if self.adding is not None:
            self.adding = None
            self._look(Part.RIGHT)

    def begun(self) -> tuple[str, ...]:
        """Whose form holds something that is kept nowhere else yet."""
        adding = [*self._put_aside, *([self.adding] if self.adding is not None else [])]
        new = [form.typed["name"] or tr("somebody new") for form in adding if not form.empty]
        people = [*self._unfinished.values(), *([self.person] if self.person is not None else [])]
        return (*map(str, new), *(one.words.face.name for one in people if one.half_written))

    def refresh(self, changes: Changes) -> None:
        """Look again at what a change concerns."""
        self.finder.refresh(changes)
        person = self.person
        if person is None:
            return
        if changes.everybody or person.id in changes.customers or changes.kinds & {Kind.STAFF, Kind.SETTINGS}:
            person.reread()

    def _forget(self, person: OpenPerson) -> None:
        """Somebody's addition was undone, here or elsewhere."""
        self._unfinished.pop(person.id, None)
        if self.person is person:
            self.close()

    def _on_opened(self, card: Card, then: Do | None) -> None:
        self._show(card)
        self.finder.choose(card.customer.id)
        if then is not None:
            self.with_person(then)

    def _show(self, card: Card) -> None:
        self.stop_adding()
        self._letters_are_newer = False
        self._turn_to(card)
        self._look(Part.RIGHT)

    def _turn_to(self, card: Card) -> None:
        """Make this the open person; one who was left with something unfinished comes back with it."""
        who, now = card.customer.id, self.person
        if now is not None and now.id == who:
            now.show(card)
            return
        if now is not None:
            now.put_aside()
            if now.unfinished:
                self._unfinished[now.id] = now
        before = self._unfinished.pop(who, None)
        self.person = before or OpenPerson(self._around, card, self._look, self._forget)
        if before is not None:
            before.come_back()
            before.show(card)

    def _has_just_come(self, who: CustomerId) -> bool:
        if self._logged is None or self._logged[0] != who:
            return False
        just = self._around.desk.now() - self._logged[2] < AGAIN_AFTER
        here = self.person is not None and self.person.id == who
        undone = (
            here
            and self.person is not None
            and not any(one.id == self._logged[1] for one in self.person.card.visits)
        )
        if just and not undone:
            self._around.say(tr("This visit is logged already."))
        return just and not undone

    def _on_logged(self, logged: tuple[Changes, Card]) -> None:
        changes, card = logged
        visit = VisitId(changes.row)
        self._tokens.pop(card.customer.id, None)
        self._logged = (card.customer.id, visit, self._around.desk.now())
        self._show(card)
        if card.customer.id in self.finder.people:  # by now somebody else may have been looked for
            self.finder.choose(card.customer.id)
        if self.person is not None:
            self.person.write_visit(visit, just_logged=True)
        self._around.offer_undo(_said(card), changes.id)

    def _on_log_failed(self, error: DeskError) -> None:
        """Say why; a card that is not as it was, or is there no more, is read again."""
        self._around.tell(error)
        self.with_person(OpenPerson.reread)

    def _on_log_settled(self) -> None:
        self._logging = False

    def _on_added(self, form: AddingForm, changes: Changes, then: Then) -> None:
        self._around.offer_undo(tr("{name} added").format(name=form.typed["name"]), changes.id)
        if form in self._put_aside:  # somebody else is being looked for already
            self._put_aside.remove(form)
            return
        self.adding = None
        self.finder.choose(CustomerId(changes.row))  # or the keys would go on meaning who was chosen before
        (then or self.open)(CustomerId(changes.row))

    def _on_doubted(self, form: AddingForm) -> None:
        """Whoever looks at the form sees why nobody was added; whoever has left it has to be told."""
        if form is not self.adding:
            self._around.say(
                tr("{name} was not added: somebody like this is here already.").format(
                    name=form.typed["name"]
                )
            )


def _log(desk: Desk, who: CustomerId, token: str) -> tuple[Changes, Card]:
    person = customers.get(desk, who).draft
    if person.deceased:
        raise Refused(tr("{name} has died. No visit was logged.").format(name=person.name))
    changes = visits.log_now(desk, who, token=token)
    return changes, customers.card(desk, who)


def _said(card: Card) -> str:
    count = card.customer.visit_count
    said = tr("Visit logged for {name}.").format(name=card.customer.draft.name)
    return f"{said} {tr('That was visit number {n}.').format(n=count)}" if is_milestone(count) else said
