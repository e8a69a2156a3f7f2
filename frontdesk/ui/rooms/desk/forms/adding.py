"""Somebody new: a name is enough, and whoever is like them already is shown beside it."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from frontdesk.domain.changes import Changes
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.text import clean
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr, trn
from frontdesk.names.entries import Hit, Why
from frontdesk.services import customers, lookup
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.customer import first_groups
from frontdesk.ui.rooms.desk.words.hits import hit_rows

Then = Callable[[CustomerId], None] | None
"""What is to be done with somebody once they are in the house."""

Added = Callable[["AddingForm", Changes, Then], None]

_TELLING = frozenset({"name", "second_spelling", "phones", "card", "birthday"})
"""What may show that somebody is in the house already."""


class AddingForm:
    """The form of somebody new. Nothing is kept before :meth:`add`; nobody is ever merged.

    Whoever is like somebody already in the house is added by a second :meth:`add` only: ``doubted`` says that
    there was a first, and that one of ``doubles`` may be meant.
    """

    def __init__(
        self,
        around: Surroundings,
        searched: str,
        changed: Callable[[], None],
        added: "Added",
        doubted: Callable[["AddingForm"], None],
    ) -> None:
        """``searched`` is what was looked for in vain: a name, or the number of a phone."""
        self._around, self._changed, self._added, self._on_doubted = around, changed, added, doubted
        self.groups = first_groups(around.desk.today())
        self.specs = {spec.name: spec for group in self.groups for spec in group.fields}
        empty = CustomerDraft()
        self.typed = {name: spec.write(getattr(empty, name)) for name, spec in self.specs.items()}
        self.searched = searched
        self.errors: dict[str, str] = {}
        self.doubles: tuple[Row, ...] = ()
        self.doubted = False
        self.busy = False
        self._token = str(uuid4())
        self._asked = Latest()
        self._weighed: frozenset[int] = frozenset()
        self._begin(clean(searched))

    @property
    def doubles_words(self) -> str:
        """“2 people like this already”; empty where there is nobody."""
        n = len(self.doubles)
        return trn("{n} person like this already", "{n} people like this already", n) if n else ""

    @property
    def doubt(self) -> str:
        """What can be done about them."""
        if self.doubted:
            return tr("Nobody was added. Enter opens the one that is meant, Ctrl+Enter logs their visit.")
        return tr("Open one of them instead, or add somebody new all the same.")

    @property
    def empty(self) -> bool:
        """Whether nothing has been written beyond what was searched for."""
        started = {"name": clean(self.searched), "phones": (clean(self.searched),)}
        return all(not value or value == started.get(name) for name, value in self.typed.items())

    def type(self, name: str, typed: object) -> None:
        """Something else stands in a field now."""
        other = typed != self.typed[name]
        self.typed[name] = typed
        if other and name in _TELLING:
            self._look_for_doubles()

    def leave(self, name: str, typed: object) -> None:
        """A field was left: say what is wrong with it, or show how it was understood."""
        self.type(name, typed)
        self.errors.pop(name, None)
        if name != "name" or typed:  # a name not written yet is no mistake before Add
            self._read(name)
        self._changed()

    def add(self, then: Then = None) -> None:
        """Bring the new person into the house; what is wrong is said beside its field."""
        self.errors.clear()
        values = {name: self._read(name) for name in self.specs}
        if not self.errors and not self.busy:
            self.busy = True
            desk, draft = self._around.desk, replace(CustomerDraft(), **values)  # type: ignore[arg-type]
            self._around.worker.run(
                lambda: _added_or_like(desk, draft, self._token, self._weighed),
                lambda done: self._on_done(done, then),
                self._on_failed,
                settled=self._on_settled,
            )
        self._changed()

    def _on_done(self, done: Changes | tuple[Hit, ...], then: Then) -> None:
        if isinstance(done, Changes):
            self._added(self, done, then)
        else:
            self._weighed |= {hit.entry.id for hit in done}
            self.doubted = True
            self._on_doubles(done)
            self._on_doubted(self)

    def _begin(self, searched: str) -> None:
        if any(c.isalpha() for c in searched) or not any(c.isdigit() for c in searched):
            self.typed["name"] = searched
        else:
            self.typed["phones"] = (searched,)
        self._look_for_doubles()

    def _read(self, name: str) -> object:
        """The value of a field; None, with a sentence beside it, where it cannot be read."""
        spec = self.specs[name]
        try:
            value = spec.read(self.typed[name])
        except Refused as refused:
            self.errors[name] = str(refused)
            return None
        self.typed[name] = spec.write(value)
        return value

    def _look_for_doubles(self) -> None:
        self.doubted = False
        desk, draft = self._around.desk, self._draft()
        self._around.worker.look_up(
            lambda: tuple(lookup.doubles(desk, draft)), self._on_doubles, latest=self._asked
        )

    def _draft(self) -> CustomerDraft:
        """What can be read so far of the fields that tell."""
        found: dict[str, object] = {}
        for name in _TELLING & self.specs.keys():
            try:
                found[name] = self.specs[name].read(self.typed[name])
            except Refused:
                continue
        return replace(CustomerDraft(), **found)  # type: ignore[arg-type]

    def _on_doubles(self, hits: tuple[Hit, ...]) -> None:
        desk = self._around.desk
        self.doubles = tuple(hit_rows(hits, desk.today(), desk.house.leap, {}))
        self._changed()

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, Refused) and error.field in self.specs:
            self.errors[error.field] = str(error)
        else:
            self._around.tell(tr("{what} What you wrote is still here.").format(what=error))
        self._changed()

    def _on_settled(self) -> None:
        self.busy = False
        self._changed()


def _added_or_like(
    desk: Desk, draft: CustomerDraft, token: str, weighed: frozenset[int]
) -> Changes | tuple[Hit, ...]:
    """Add somebody; but where others are like them whom nobody has weighed yet, those and nothing added.

    A card that is taken is no question: adding says whose it is.
    """
    like = tuple(lookup.doubles(desk, draft))
    if any(hit.entry.id not in weighed and hit.why is not Why.CARD for hit in like):
        return like
    return customers.add(desk, draft, token)
