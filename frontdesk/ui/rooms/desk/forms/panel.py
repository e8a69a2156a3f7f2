"""A small form within the card, kept as a whole when somebody says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from frontdesk.domain.changes import ChangedMeanwhile, Changes
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import FieldSpec
from frontdesk.ui.rooms.desk.words import saying


@dataclass(frozen=True, slots=True)
class Step:
    """A button of a panel: its words, what it does."""

    words: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ending:
    """Who is told how a panel went: it looks different, it was kept (with a sentence), it was closed."""

    changed: Callable[[], None]
    kept: Callable[[str, Changes], None]
    closed: Callable[[], None]


class PanelForm:
    """Fields that are kept together; what is typed stays until it is kept or given up.

    Tried again after a lost answer, it is kept once: ``token`` names it.
    ``typed`` is what stands in each field, ``errors`` the sentences beside them, ``trouble`` one about
    the whole. ``hidden`` fields have no meaning as things stand.
    """

    heading = ""
    version = 0
    save_words = ""
    steps: Sequence[Step] = ()

    def __init__(self, around: Surroundings, fields: Sequence[FieldSpec], ending: Ending) -> None:
        """Nothing written yet."""
        self.around, self._ending = around, ending
        self.specs = {spec.name: spec for spec in fields}
        self.typed: dict[str, object] = {}
        self.errors: dict[str, str] = {}
        self.trouble = ""
        self.hidden: frozenset[str] = frozenset()
        self.busy = False
        self.touched = False
        self.token = str(uuid4())

    def begin(self, **values: object) -> None:
        """Put values into the fields."""
        for name, value in values.items():
            self.typed[name] = self.specs[name].write(value)
        self.arrange()

    def leave(self, name: str, typed: object) -> None:
        """A field was left with something else in it: show how it was understood, or what is wrong."""
        self.touched = True
        self.typed[name] = typed
        self.errors.pop(name, None)
        self._read(name)
        self.arrange()
        self._ending.changed()

    def save(self) -> None:
        """Keep it all; what is wrong is said beside its field and nothing is kept."""
        values = self._values()
        if values is not None:
            self.work(lambda: self.write(values), self.said(values))

    def cancel(self) -> None:
        """Give up what was typed."""
        self._ending.closed()

    def arrange(self) -> None:
        """Say which fields have no meaning as things stand."""

    def check(self, values: dict[str, object]) -> None:
        """Raise :class:`Refused` where the values do not go together."""

    def write(self, values: dict[str, object]) -> Changes:
        """Keep the values; on the database thread."""
        raise NotImplementedError

    def said(self, values: dict[str, object]) -> str:
        """The sentence for the undo bar."""
        raise NotImplementedError

    def work(self, write: Callable[[], Changes], sentence: str) -> None:
        """Write on the database thread and be done with the panel; an error stays beside its field."""
        if self.busy:
            return
        self.busy, self.trouble = True, ""
        self.around.worker.run(
            write,
            lambda changes: self._ending.kept(sentence, changes),
            self._on_failed,
            settled=self._on_settled,
        )
        self._ending.changed()

    def refuse(self, refused: Refused) -> None:
        """Say what is wrong beside its field."""
        if refused.field in self.specs:
            self.errors[refused.field] = str(refused)
        else:
            self.trouble = str(refused)
        self._ending.changed()

    def _values(self) -> dict[str, object] | None:
        """Every value, or None with sentences beside the fields."""
        self.errors.clear()
        self.trouble = ""
        values = {name: self._read(name) for name in self.specs if name not in self.hidden}
        if not self.errors:
            try:
                self.check(values)
            except Refused as refused:
                self.refuse(refused)
        if self.errors or self.trouble:
            self._ending.changed()
            return None
        return values

    def _read(self, name: str) -> object:
        spec = self.specs[name]
        try:
            value = spec.read(self.typed[name])
        except Refused as refused:
            self.errors[name] = str(refused)
            return None
        self.typed[name] = spec.write(value)
        return value

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, Refused):
            self.refuse(error)
            return
        self.trouble = tr("{what} What you wrote is still here.").format(what=error)
        if isinstance(error, ChangedMeanwhile):
            self._dispute(error)
        self._ending.changed()

    def _dispute(self, meanwhile: ChangedMeanwhile) -> None:
        """Show what another desk wrote; from now on, to save is to save over it."""
        self.version = meanwhile.version
        self.save_words = tr("Save mine")
        desk = self.around.desk
        for change in meanwhile.changes:
            if change.field in self.specs:
                self.trouble += "\n" + tr("{who}, {hour}: {field}: “{text}”").format(
                    who=change.by or tr("somebody"),
                    hour=saying.moment(change.at, desk.now(), desk.house),
                    field=self.specs[change.field].label,
                    text=self._in_words(self.specs[change.field], change.new),
                )

    def _in_words(self, spec: FieldSpec, value: object) -> str:
        if spec.choices:
            return next((words for one, words in spec.choices if one == value), "")
        return str(spec.write(value))

    def _on_settled(self) -> None:
        self.busy = False
        self._ending.changed()
