"""The Calls room's brain: who is to be rung, whoever is chosen, what came of the call. No toolkit."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, cast

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.calls import Came
from frontdesk.domain.changes import Changes, Kind
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.staff import StaffMember
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services import call_list, customers, staff
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.drafts import Drafts
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.calls import wording
from frontdesk.ui.rooms.calls.outcomes import WAYS, Outcome, Trying
from frontdesk.ui.rooms.calls.wording import Moment, Person

_CONCERNED = frozenset(Kind) - {Kind.IMPORTS, Kind.PLANS}


@dataclass(frozen=True, slots=True)
class Listed:
    """The list as it stands."""

    summary: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways that lead out of the room: to a card, and to the sheet of a talk about a membership."""

    open_card: Callable[[CustomerId], None]
    open_talk: Callable[[int], None]


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        """Show who is to be rung, with one of them chosen."""
        ...

    def show_person(self, person: Person | None) -> None:
        """Show whoever is chosen; nobody where nobody is to be rung."""
        ...

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the form of one way that the call ended, or none."""
        ...

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong, beside its field where it has one."""
        ...

    def typed(self) -> Mapping[str, str]:
        """What stands in the fields of the form; nothing where none is open."""
        ...


@dataclass
class CallsPresenter:
    """Keeps what stands in the room, and carries out what is done about it."""

    desk: Desk
    worker: Runner
    view: View
    offer_undo: Callable[[str, str], None]
    tell: Callable[[Exception | str], None]
    ways: Ways
    outcome: Outcome | None = None
    _found: Mapping[Hashable, ToRing] = field(default_factory=dict)
    _staff: tuple[StaffMember, ...] = ()
    _wanted: Hashable | None = None
    _wanted_call: int | None = None
    _settled: Hashable | None = None
    _latest: Latest = field(default_factory=Latest)
    _busy: bool = False
    _drafts: Drafts = field(default_factory=Drafts)
    _about: ToRing | None = None
    _shown: tuple[Listed, Hashable | None] | None = None

    @property
    def chosen(self) -> ToRing | None:
        """Whoever is chosen."""
        return self._found.get(self._wanted)

    @property
    def number(self) -> str:
        """The number to try first; empty where there is none."""
        one = self.chosen
        return one.numbers[0].text if one and one.numbers else ""

    def load(self, call: int | None = None) -> None:
        """Look again; ``call`` is the one to show."""
        self._wanted_call = call if call is not None else self._wanted_call
        self.worker.run(self._read, self._show, self.tell, latest=self._latest)

    def refresh(self, changes: Changes) -> None:
        """Look again where something that stands here may have changed."""
        if changes.everybody or changes.kinds & _CONCERNED:
            self.load()

    def choose(self, key: Hashable) -> None:
        """Show somebody; what was being written of another is there again when one comes back."""
        if key == self._wanted:
            return
        self._put_aside()
        self._wanted = key
        self._show_chosen()
        came = self._drafts.last_of(key)
        if came is not None:
            self.begin(cast("Came", came))

    def is_begun(self) -> bool:
        """Whether something was written that is kept nowhere, here or of somebody else."""
        return self._drafts.begun(self.view.typed() if self.outcome else None)

    def _put_aside(self) -> None:
        """Close the form; what was written in it is there again when somebody comes back to it."""
        if self.outcome is not None and self._about is not None:
            self._drafts.put(self._about.key, self.outcome.came, self.view.typed())
            self._close()

    def begin(self, came: Came) -> None:
        """Write down that the call ended so."""
        one = self.chosen
        if one is not None:
            self._put_aside()
            plain = WAYS[came](Trying(one, self._moment(), self._staff, self.desk.on_duty))
            self._about = one
            self.outcome = replace(plain, typed=self._drafts.take(one.key, came, plain.typed))
            self.view.show_outcome(self.outcome)

    def give_up(self) -> None:
        """Nothing is written down after all."""
        self._close()

    def keep(self, typed: Mapping[str, str]) -> None:
        """Keep what came of the call; what is wrong is said beside its field and nothing is kept."""
        outcome, one = self.outcome, self._about
        if outcome is None or one is None or self._busy:
            return
        self._busy = True

        def kept(changes: Changes) -> None:
            self._close()
            self._settled = one.key
            self.offer_undo(outcome.done.format(name=one.person.name), changes.id)
            self.load()
            self._go_on(one, outcome.came)

        self.worker.run(
            lambda: outcome.keep(self.desk, typed), kept, self._on_failed, settled=self._on_settled
        )

    def open_card(self) -> None:
        """Go to the card of whoever is chosen."""
        if self.chosen is not None:
            self.ways.open_card(self.chosen.person.id)

    def _go_on(self, one: ToRing, came: Came) -> None:
        """A talk has its own sheet, and another number is written on the card."""
        if came is Came.REACHED and one.is_renewal and one.reminder is not None:
            self.ways.open_talk(one.reminder.subject)
        elif came is Came.WRONG_NUMBER:
            self.ways.open_card(one.person.id)

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, Refused):
            self.view.refuse(error.field, str(error))
        else:
            self.view.refuse("", tr("{what} What you wrote is still here.").format(what=error))

    def _on_settled(self) -> None:
        self._busy = False

    def _close(self) -> None:
        self.outcome = None
        self.view.show_outcome(None)

    def _moment(self) -> Moment:
        return Moment(self.desk.now(), self.desk.house)

    def _read(self) -> tuple[tuple[ToRing, ...], Listed, tuple[StaffMember, ...]]:
        found = call_list.listed(self.desk)
        photos = customers.photos_of(self.desk, [one.person.id for one in found])
        at = self._moment()
        rows = tuple(wording.row(one, at, photos.get(one.person.id)) for one in found)
        members = tuple(one for one in staff.everyone(self.desk) if one.active)
        return found, Listed(wording.summary(found), rows), members

    def _show(self, answer: tuple[tuple[ToRing, ...], Listed, tuple[StaffMember, ...]]) -> None:
        found, listed, self._staff = answer
        before, self._found = self._found, {one.key: one for one in found}
        wanted = self._next(found, before)
        if wanted != self._wanted:
            self._put_aside()
        if (listed, wanted) != self._shown:  # drawing thousands anew takes long
            self.view.show_list(listed, wanted)
        self._wanted, self._shown = wanted, (listed, wanted)
        self._show_chosen()

    def _next(self, found: tuple[ToRing, ...], before: Mapping[Hashable, ToRing]) -> Hashable | None:
        """Who is chosen now: who was asked for, who was taken back, who was chosen, or the first."""
        call, self._wanted_call = self._wanted_call, None
        asked = next((one.key for one in found if one.call and one.call.id == call), None)
        if asked is not None:
            return asked
        if self.outcome is None and self._settled in self._found and self._settled not in before:
            back, self._settled = self._settled, None
            return back
        if self._wanted in self._found or self.outcome is not None:
            return self._wanted
        return found[0].key if found else None

    def _show_chosen(self) -> None:
        one = self.chosen
        if one is not None:
            self.view.show_person(wording.person(one, self._moment()))
        elif self.outcome is None:
            self.view.show_person(None)
