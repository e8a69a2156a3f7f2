"""The note that lies on the bench, from a blank card on: what the desk knows of it while it is written."""

import uuid
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any

from frontdesk.domain.changes import ChangedMeanwhile, Changes
from frontdesk.domain.ids import CustomerId, NoteId
from frontdesk.domain.notes import NoteDraft
from frontdesk.domain.reminders import Key
from frontdesk.foundation.errors import Refused
from frontdesk.foundation.words import tr
from frontdesk.services import bench, notes
from frontdesk.services.bench import NoteSheet
from frontdesk.services.desk import Desk

Step = Callable[[Desk, NoteId, int], Changes]


@dataclass
class Held:
    """A note to ``customer``: ``note`` is its key once something of it is kept.

    The methods are called on the database's thread, one after the other: so each knows the version that
    the one before it has left. ``unkept`` are texts that could not be kept, each with the reason;
    ``pending`` is how many are on their way. While one has failed no step is taken: the words that were meant
    to be sent are not those that are kept. ``mailed`` says that the mail program has taken it.
    """

    customer: CustomerId
    about: Key | None = None
    note: NoteId | None = None
    version: int = 0
    token: str = field(default_factory=lambda: str(uuid.uuid4()))
    unkept: dict[str, tuple[str, str]] = field(default_factory=dict)
    pending: int = 0
    mailed: bool = False
    _failed: set[str] = field(default_factory=set)

    @property
    def row(self) -> Hashable:
        """The key of its row in the list; a new one has none there."""
        if self.note is not None:
            return ("note", self.note)
        return ("due", self.about) if self.about else ("new", self.customer)

    def read(self, desk: Desk) -> NoteSheet:
        """All that is known beside it."""
        return bench.sheet(desk, self.customer, self.note, self.about)

    def adopt(self, sheet: NoteSheet) -> None:
        """Go on from what was read."""
        if sheet.note is not None:
            self.note = sheet.note.id
            self.version = max(self.version, sheet.note.version)

    def put(self, desk: Desk, draft: NoteDraft, name: str, value: Any) -> Changes:
        """Keep one field; the first one that is kept begins the note."""
        self._failed.add(name)
        begun = self._begin(desk, replace(draft, **{name: value})) if self.note is None else None
        changes = self._write(notes.change, desk, **{name: value})  # another desk may have begun it
        self._failed.discard(name)
        return begun if begun is not None and not changes.kinds else changes

    def act(self, desk: Desk, draft: NoteDraft, step: Step) -> Changes:
        """Take a step with it, beginning it first where nothing of it was kept.

        Raises Refused where something that was typed could not be kept.
        """
        if self._failed:
            raise Refused(tr("What you wrote is not kept yet. See what stands beside it first."))
        if self.note is None:
            self._begin(desk, draft)
        return self._write(step, desk)

    def beside(self, desk: Desk, draft: NoteDraft, write: Callable[[NoteId], Changes]) -> Changes:
        """Write something that lies with it and changes no version of its own."""
        if self.note is None:
            self._begin(desk, draft)
        return write(NoteId(self.note or 0))

    def _begin(self, desk: Desk, draft: NoteDraft) -> Changes:
        changes = notes.begin(desk, draft, self.token)
        self.note = NoteId(changes.row)
        found = self.read(desk).note
        self.version = found.version if found else 1
        if found is not None and found.draft != draft and found.draft.words not in ("", draft.words):
            raise ChangedMeanwhile((), self.version)  # another desk has begun this card
        return changes

    def _write(self, write: Callable[..., Changes], desk: Desk, **fields: Any) -> Changes:
        before = self.version
        try:
            changes = write(desk, self.note, before, **fields)
        except ChangedMeanwhile as changed:
            self.version = changed.version
            raise
        if changes.kinds:  # whoever was told of the write may have adopted it already
            self.version = max(self.version, before + 1)
        return changes
