"""Saving field by field, on top of what was read, without ever writing over another desk's words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from frontdesk.domain.changes import ChangedMeanwhile, Changes, FieldChange
from frontdesk.foundation.errors import DeskError
from frontdesk.ui.kit.runner import Runner

Write = Callable[[int, str, object], Changes]
"""Sets one field of the thing, read at a version."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The same field was written at two desks: their value, who and when, and ours, which is not saved."""

    field: str
    theirs: object
    mine: object
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """A field was saved; ``others`` are the fields that another desk had changed meanwhile."""

    field: str
    value: object
    changes: Changes
    others: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is told how a saving went, on the window's thread."""

    saved: Callable[[Saved], None]
    met: Callable[[Conflict], None]
    failed: Callable[[str, DeskError], None]


class FieldSaving:
    """Saves one field at a time.

    Each field is saved on top of the version in which its value was read, so that a change made
    elsewhere meanwhile is noticed even where the rest of the form has been read again since. Where the
    other desk changed another field, ours goes on top; where it was the same, nothing is written.
    """

    def __init__(
        self, worker: Runner, write: Write, names: Iterable[str], version: int, heard: Heard
    ) -> None:
        """``write`` is called on the database thread; ``names`` are all the fields there are."""
        self._worker, self._write, self._heard = worker, write, heard
        # One entry for each field from the first: two threads use it, and its size must not change.
        self._read_at = dict.fromkeys(names, version)
        self._ours: dict[str, object] = {}

    def reread(self, version: int, names: Iterable[str]) -> None:
        """The values of the fields ``names`` have been read again, at ``version``."""
        for name in names:
            self._read_at[name] = max(version, self._read_at[name])

    def save(self, field: str, value: object) -> None:
        """Save a field that has another value now."""
        self._worker.run(
            lambda: self._save(field, value),
            self._on_done,
            lambda error: self._heard.failed(field, error),
        )

    def _on_done(self, outcome: Saved | Conflict) -> None:
        if isinstance(outcome, Saved):
            self._heard.saved(outcome)
        else:
            self._heard.met(outcome)

    def _save(self, field: str, value: object) -> Saved | Conflict:
        """On the database thread, where savings come one after the other."""
        version = self._read_at[field]
        try:
            return self._saved(field, value, version, self._write(version, field, value))
        except ChangedMeanwhile as meanwhile:
            theirs = _net(meanwhile.changes).get(field)
            if theirs is not None and theirs.new != value:
                self._read_at[field] = meanwhile.version
                return Conflict(field, theirs.new, value, theirs.by, theirs.at)
            changes = self._write(meanwhile.version, field, value)
            return self._saved(field, value, meanwhile.version, changes, meanwhile.changes)

    def _saved(
        self, field: str, value: object, version: int, changes: Changes, others: tuple[FieldChange, ...] = ()
    ) -> Saved:
        after = version + 1 if changes.kinds else version
        if not others:
            # Our own change makes nobody's reading old: what stood before it stands after it.
            for name, at in self._read_at.items():
                if at == version:
                    self._read_at[name] = after
        self._read_at[field] = after
        told = tuple(one for one in others if one.field != field and self._ours.get(one.field) != one.new)
        self._ours[field] = value
        return Saved(field, value, changes, told)


def _net(changes: Iterable[FieldChange]) -> Mapping[str, FieldChange]:
    """The last change of each field, without fields that are again as they were."""
    first: dict[str, FieldChange] = {}
    last: dict[str, FieldChange] = {}
    for one in changes:
        first.setdefault(one.field, one)
        last[one.field] = one
    return {name: one for name, one in last.items() if one.new != first[name].old}
