"""A form of something that is already kept: every field is saved when it is left."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from frontdesk.domain.changes import FieldChange, Gone
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.ui.rooms.desk.around import Surroundings
from frontdesk.ui.rooms.desk.forms.fields import FieldSpec, Kind
from frontdesk.ui.rooms.desk.forms.saving import Conflict, FieldSaving, Heard, Saved, Write


@dataclass(frozen=True, slots=True)
class Telling:
    """How a form speaks: the sentence for the undo bar, the hour of another desk's change, a new look."""

    undo: Callable[[FieldSpec], str]
    hour: Callable[[FieldChange | Conflict], str]
    changed: Callable[[], None]


class KeptForm:
    """Fields over one kept thing.

    ``typed`` is what stands in each field, ``errors`` the sentences beside them, ``conflicts`` the
    fields that another desk has written too, ``notices`` what other desks did to the rest.
    ``being_typed`` is asked for the fields in which the caret stands with something not yet left, and
    ``commit`` leaves them. A form that is ``aside`` is not on the screen: it tells the desk.
    """

    def __init__(
        self,
        around: Surroundings,
        fields: Iterable[FieldSpec],
        values: Mapping[str, object],
        version: int,
        write: Write,
        telling: Telling,
    ) -> None:
        """``values`` are those of the thing as it was read at ``version``."""
        self.specs = {spec.name: spec for spec in fields}
        self._around, self._telling = around, telling
        self._values = {name: values[name] for name in self.specs}
        self._sent = dict(self._values)
        self.typed = {name: self.specs[name].write(value) for name, value in self._values.items()}
        self.errors: dict[str, str] = {}
        self.conflicts: dict[str, Conflict] = {}
        self.notices: list[str] = []
        self.being_typed: Callable[[], Collection[str]] = tuple
        self.commit: Callable[[], None] = _nothing
        self.aside = False
        heard = Heard(self._on_saved, self._on_met, self._on_failed)
        self._saving = FieldSaving(around.worker, write, self.specs, version, heard)

    @property
    def settled(self) -> bool:
        """Whether all that was written is kept."""
        return not self.errors and not self.conflicts and self._sent == self._values

    def leave(self, name: str, typed: object) -> None:
        """A field was left with something else in it: save it, or say what is wrong with it."""
        spec = self.specs[name]
        self.typed[name] = typed
        self.errors.pop(name, None)
        try:
            value = spec.read(typed)
        except Refused as refused:
            self._refuse(name, refused)
        else:
            self.typed[name] = spec.write(value)
            self._keep(name, value)
        self._telling.changed()

    def _keep(self, name: str, value: object) -> None:
        if name in self.conflicts:  # both texts stay on the screen until somebody has chosen
            self.conflicts[name] = replace(self.conflicts[name], mine=value)
        elif value != self._sent[name]:
            self._sent[name] = value
            self._saving.save(name, value)

    def reread(self, values: Mapping[str, object], version: int) -> None:
        """The thing was read again; what is being typed, wrong or in dispute stays as it is."""
        held = {*self.being_typed(), *self.errors, *self.conflicts}
        free = [n for n in self.specs if n not in held and self._sent[n] == self._values[n]]
        for name in free:
            self._values[name] = self._sent[name] = values[name]
            self.typed[name] = self.specs[name].write(values[name])
        self._saving.reread(version, free)
        self._telling.changed()

    def keep_theirs(self, name: str) -> None:
        """Take the other desk's text for a field in dispute."""
        conflict = self.conflicts.pop(name)
        self._values[name] = self._sent[name] = conflict.theirs
        self.typed[name] = self.specs[name].write(conflict.theirs)
        self._telling.changed()

    def save_mine(self, name: str) -> None:
        """Save our text for a field in dispute over theirs, now that both have been seen."""
        conflict = self.conflicts.pop(name)
        self._values[name], self._sent[name] = conflict.theirs, conflict.mine
        self._saving.save(name, conflict.mine)
        self._telling.changed()

    def retry(self) -> None:
        """Save once more what could not be saved."""
        for name in list(self.errors):
            self.leave(name, self.typed[name])

    def about(self, conflict: Conflict) -> str:
        """What another desk wrote into a field in dispute, by whom and when."""
        return self._other(conflict.field, conflict.theirs, conflict.by, self._telling.hour(conflict))

    def in_words(self, name: str, value: object) -> str:
        """A field's value as a text to be read."""
        spec = self.specs[name]
        if spec.kind is Kind.CHECK:
            return tr("yes") if value else tr("no")
        if spec.kind is Kind.CHOICE:
            return next((words for one, words in spec.choices if one == value), "")
        shown = spec.write(value)
        return ", ".join(map(str, shown)) if isinstance(shown, tuple) else str(shown)

    def _other(self, name: str, value: object, by: str, hour: str) -> str:
        text = self.in_words(name, value)
        sentence = tr("At another desk, {who} wrote this ({hour}): “{text}”")
        if not text:
            sentence = tr("At another desk, {who} emptied this ({hour}).")
        return sentence.format(who=by or tr("somebody"), hour=hour, text=text)

    def _on_saved(self, saved: Saved) -> None:
        name = saved.field
        self._values[name] = saved.value
        self.errors.pop(name, None)
        for other in saved.others:
            if other.field in self.specs:
                told = self._other(other.field, other.new, other.by, self._telling.hour(other))
                field = self.specs[other.field].label
                self.notices.append(tr("{field}: {sentence}").format(field=field, sentence=told))
        if saved.changes.kinds:
            self._around.offer_undo(self._telling.undo(self.specs[name]), saved.changes.id)
        self._telling.changed()

    def _on_met(self, conflict: Conflict) -> None:
        self.conflicts[conflict.field] = conflict
        if self.aside:
            field = self.specs[conflict.field].label
            self._around.tell(tr("{field}: {sentence}").format(field=field, sentence=self.about(conflict)))
        self._telling.changed()

    def _on_failed(self, name: str, error: DeskError) -> None:
        if isinstance(error, Gone):
            self._around.tell(error)
            return
        beside = error.field if isinstance(error, Refused) and error.field in self.specs else name
        self._refuse(beside, error)
        self._sent[name] = self._values[name]
        self._telling.changed()

    def _refuse(self, name: str, error: DeskError) -> None:
        self.errors[name] = str(error)
        if self.aside:
            self._around.tell(tr("{field}: {sentence}").format(field=self.specs[name].label, sentence=error))


def _nothing() -> None:
    """There is no view yet."""
