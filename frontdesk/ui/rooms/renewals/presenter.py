"""The Renewals room's brain: whose membership ends, the sheet of one of them, what came of the talk."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from frontdesk.domain.changes import ChangedMeanwhile, Changes, Gone, Kind
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.drafts import Drafts
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.renewals.books import Book, Endings, Entry, Leavers, Listed, Sheet
from frontdesk.ui.rooms.renewals.outcomes import Outcome

SPANS = (14, 30, 60, 90)
"""Days ahead that can be looked at."""

HAVE_LEFT = -1
"""Chosen instead of days ahead to look at those who have left."""

_CONCERNED = {
    Kind.CUSTOMERS,
    Kind.VISITS,
    Kind.REQUESTS,
    Kind.MEMBERSHIPS,
    Kind.PLANS,
    Kind.WINBACKS,
    Kind.OUTCOMES,
    Kind.PHOTOS,
    Kind.SETTINGS,
}

_OF_ONE = {Kind.VISITS, Kind.REQUESTS, Kind.PHOTOS, Kind.OUTCOMES}
"""What is said of somebody who is listed, and makes nobody else be listed."""


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, listed: Listed, chosen: Hashable | None, span: int) -> None:
        """Show whose membership ends within so many days, or who has left, with one of them chosen."""
        ...

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the sheet of the one who is chosen; nobody's where nobody is."""
        ...

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the form of one way that the talk ended, or none."""
        ...

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong, beside its field where it has one."""
        ...

    def typed(self) -> Mapping[str, str]:
        """What stands in the fields of the form; nothing where none is open."""
        ...


Answer = tuple[Book, tuple[Entry, ...], Listed]


def _is_in(found: tuple[tuple[Entry, ...], Listed], key: Hashable) -> bool:
    return any(one.key == key for one in found[0])


@dataclass
class RenewalsPresenter:
    """Keeps what stands in the room, and carries out what is done about it."""

    desk: Desk
    worker: Runner
    view: View
    offer_undo: Callable[[str, str], None]
    tell: Callable[[Exception | str], None]
    days: int = 30
    outcome: Outcome | None = None
    sheet: Sheet | None = None
    book: Book = field(default_factory=Endings)
    _entries: Mapping[Hashable, Entry] = field(default_factory=dict)
    _wanted: Hashable | None = None
    _listing: Latest = field(default_factory=Latest)
    _reading: Latest = field(default_factory=Latest)
    _busy: bool = False
    _drafts: Drafts = field(default_factory=Drafts)
    _settled: Hashable | None = None
    _about: Sheet | None = None

    def load(self, wanted: Hashable | None = None) -> None:
        """Look again; ``wanted`` is the membership to show, however far off its end, or one that was left."""
        if wanted is not None and wanted != self._wanted:
            self._put_aside()
            self._wanted = wanted
        days, key, book, search = self.days, self._wanted, self.book, wanted is not None

        def read() -> Answer:
            found = book.read(self.desk, days, key)
            other = Endings() if isinstance(book, Leavers) else Leavers()
            if search and not _is_in(found, key):
                elsewhere = other.read(self.desk, days, key)
                if _is_in(elsewhere, key):
                    return other, *elsewhere
            return book, *found

        self.worker.run(read, self._show, self.tell, latest=self._listing)

    def refresh(self, changes: Changes) -> None:
        """Look again where something that stands here may have changed."""
        elsewhere = changes.kinds <= _OF_ONE and not changes.customers & {
            one.person for one in self._entries.values()
        }
        if changes.everybody or (changes.kinds & _CONCERNED and not elsewhere):
            self.load()

    def look_ahead(self, days: int) -> None:
        """Show those that end within so many days; or, with :data:`HAVE_LEFT`, who has left."""
        leavers = days == HAVE_LEFT
        if leavers is not isinstance(self.book, Leavers):
            self._put_aside()
            self.book, self._wanted, self.sheet = Leavers() if leavers else Endings(), None, None
        self.days = self.days if leavers else days
        self.load()

    def choose(self, key: Hashable) -> None:
        """Show somebody's sheet; what was being written of another is there again when one comes back."""
        if key == self._wanted and self.sheet is not None:
            return
        self._put_aside()
        self._wanted = key
        self._read_sheet()

    def is_begun(self) -> bool:
        """Whether something was written that is kept nowhere, here or of somebody else."""
        return self._drafts.begun(self.view.typed() if self.outcome else None)

    def _put_aside(self) -> None:
        """Close the form; what was written in it is there again when somebody comes back to it."""
        if self.outcome is not None and self._about is not None:
            self._drafts.put(self._about.entry.key, self.outcome.way, self.view.typed())
            self._close()

    def person(self) -> CustomerId | None:
        """Whose sheet is shown."""
        return self.sheet.entry.person if self.sheet else None

    def listed(self) -> tuple[tuple[MembershipId, CustomerId], ...]:
        """Whose memberships are listed, in order."""
        return tuple((one.key, one.person) for one in self._entries.values())

    def can_end(self, way: Hashable) -> bool:
        """Whether the talk with whoever is shown can end so."""
        return self.sheet is not None and way in self.sheet.ways

    def begin(self, way: Hashable) -> None:
        """Write down that the talk ended so."""
        if self.sheet is not None and way in self.sheet.ways:
            self._put_aside()
            plain = self.sheet.ways[way]()
            self._about = self.sheet
            self.outcome = replace(plain, typed=self._drafts.take(self.sheet.entry.key, way, plain.typed))
            self.view.show_outcome(self.outcome)

    def give_up(self) -> None:
        """Nothing is written down after all."""
        self._close()

    def keep(self, typed: Mapping[str, str]) -> None:
        """Keep what came of the talk; what is wrong is said beside its field and nothing is kept."""
        outcome, sheet = self.outcome, self._about
        if outcome is None or sheet is None or self._busy:
            return
        self._busy = True
        words = outcome.done.format(name=sheet.name)

        def kept(changes: Changes) -> None:
            self._close()
            self._settled = sheet.entry.key
            if self.sheet is sheet:  # until it has been read again, nothing is begun on it
                self.sheet = None
            self.offer_undo(words, changes.id)
            self.load()  # the list has waited until nothing was being written

        self.worker.run(
            lambda: outcome.keep(self.desk, typed), kept, self._on_failed, settled=self._on_settled
        )

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, Refused):
            self.view.refuse(error.field, str(error))
        elif isinstance(error, ChangedMeanwhile | Gone):
            sentence = tr("{what} Look at the sheet again; what you wrote is still here.")
            self.view.refuse("", sentence.format(what=error))
            self._read_sheet()
        else:
            self.view.refuse("", tr("{what} What you wrote is still here.").format(what=error))

    def _on_settled(self) -> None:
        self._busy = False

    def _close(self) -> None:
        self.outcome = None
        self.view.show_outcome(None)

    def _show(self, answer: Answer) -> None:
        self.book, found, listed = answer
        before, self._entries = self._entries, {one.key: one for one in found}
        if self.outcome is None and self._settled in self._entries and self._settled not in before:
            self._wanted, self._settled = self._settled, None  # it was taken back
        if self._wanted not in self._entries:
            self._wanted = found[0].key if found and self.outcome is None else self._wanted
        span = HAVE_LEFT if isinstance(self.book, Leavers) else self.days
        self.view.show_list(listed, self._wanted, span)
        if self._wanted in self._entries:
            self._read_sheet()
        elif self.outcome is None:
            self.sheet = None
            self.view.show_sheet(None)

    def _read_sheet(self) -> None:
        one, book = self._entries.get(self._wanted), self.book
        if one is not None:
            self.worker.run(
                lambda: book.open(self.desk, one), self._show_sheet, self._on_gone, latest=self._reading
            )

    def _show_sheet(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.view.show_sheet(sheet)
        way = self._drafts.last_of(sheet.entry.key)
        if self.outcome is None and way is not None:
            self.begin(way)

    def _on_gone(self, error: DeskError) -> None:
        if not isinstance(error, Gone):  # somebody else has settled it: the list will say so
            self.tell(error)
