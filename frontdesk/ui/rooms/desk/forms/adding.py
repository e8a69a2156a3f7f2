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
from frontdesk.names.entries import Hit
from frontdesk.services import customers, lookup
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
    """The form of somebody new. Nothing is kept before :meth:`add`; nobody is ever merged."""

    def __init__(
        self,
        around: Surroundings,
        searched: str,
        changed: Callable[[], None],
        added: "Added",
    ) -> None:
        """``searched`` is what was looked for in vain: a name, or the number of a phone."""
        self._around, self._changed, self._added = around, changed, added
        self.groups = first_groups(around.desk.today())
        self.specs = {spec.name: spec for group in self.groups for spec in group.fields}
        empty = CustomerDraft()
        self.typed = {name: spec.write(getattr(empty, name)) for name, spec in self.specs.items()}
        self.searched = searched
        self.errors: dict[str, str] = {}
        self.doubles: tuple[Row, ...] = ()
        self.busy = False
        self._token = str(uuid4())
        self._asked = Latest()
        self._begin(clean(searched))

    @property
    def doubles_words(self) -> str:
        """“2 people like this already”; empty where there is nobody."""
        n = len(self.doubles)
        return trn("{n} person like this already", "{n} people like this already", n) if n else ""

    @property
    def empty(self) -> bool:
        """Whether nothing has been written beyond what was searched for."""
        started = {"name": clean(self.searched), "phones": (clean(self.searched),)}
        return all(not value or value == started.get(name) for name, value in self.typed.items())

    def type(self, name: str, typed: object) -> None:
        """Something else stands in a field now."""
        self.typed[name] = typed
        if name in _TELLING:
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
                lambda: customers.add(desk, draft, self._token),
                lambda changes: self._added(self, changes, then),
                self._on_failed,
                settled=self._on_settled,
            )
        self._changed()

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
