"""The Renewals room's brain: whose membership ends, the sheet of one of them, what came of the talk."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from frontdesk.domain.changes import ChangedMeanwhile, Changes, Gone, Kind
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.domain.talks import Said
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr
from frontdesk.reports.talk_sheet import TalkPage, talk_page
from frontdesk.services import customers, renewals
from frontdesk.services.desk import Desk
from frontdesk.services.renewals import Ending, TalkSheet
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.runner import Latest, Runner
from frontdesk.ui.rooms.renewals import wording
from frontdesk.ui.rooms.renewals.outcomes import WAYS, Outcome

SPANS = (14, 30, 60, 90)
"""Days ahead that can be looked at."""

_FARTHEST = 366
_CONCERNED = {
    Kind.CUSTOMERS,
    Kind.VISITS,
    Kind.REQUESTS,
    Kind.MEMBERSHIPS,
    Kind.PLANS,
    Kind.PHOTOS,
    Kind.SETTINGS,
}

_OF_ONE = {Kind.VISITS, Kind.REQUESTS, Kind.PHOTOS, Kind.OUTCOMES}
"""What is said of somebody who is listed, and makes nobody else be listed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list as it stands."""

    summary: str = ""
    rows: tuple[Row, ...] = ()


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        """Show whose membership ends, with one of them chosen."""
        ...

    def show_sheet(self, page: TalkPage | None) -> None:
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
    sheet: TalkSheet | None = None
    _endings: Mapping[Hashable, Ending] = field(default_factory=dict)
    _wanted: Hashable | None = None
    _listing: Latest = field(default_factory=Latest)
    _reading: Latest = field(default_factory=Latest)
    _busy: bool = False
    _drafts: dict[tuple[Hashable, Said], Mapping[str, str]] = field(default_factory=dict)
    _settled: Hashable | None = None

    def load(self, wanted: Hashable | None = None) -> None:
        """Look again; ``wanted`` is the membership to show, however far its end lies."""
        self._wanted = wanted if wanted is not None else self._wanted
        days, key = self.days, self._wanted
        self.worker.run(lambda: self._read(days, key), self._show, self.tell, latest=self._listing)

    def refresh(self, changes: Changes) -> None:
        """Look again where something that stands here may have changed."""
        elsewhere = changes.kinds <= _OF_ONE and not changes.customers & {
            one.person.id for one in self._endings.values()
        }
        if changes.everybody or (changes.kinds & _CONCERNED and not elsewhere):
            self.load()

    def look_ahead(self, days: int) -> None:
        """Show those that end within so many days."""
        self.days = days
        self.load()

    def choose(self, key: Hashable) -> None:
        """Show somebody's sheet; what was being written of another is there again when one comes back."""
        if key == self._wanted and self.sheet is not None:
            return
        if self.outcome is not None and self.sheet is not None:
            place = self.sheet.ending.membership.id, self.outcome.said
            self._drafts[place] = self.view.typed()
        self._wanted = key
        self._close()
        self._read_sheet()

    def person(self) -> CustomerId | None:
        """Whose sheet is shown."""
        return self.sheet.ending.person.id if self.sheet else None

    def listed(self) -> tuple[tuple[MembershipId, CustomerId], ...]:
        """Whose memberships are listed, in order."""
        return tuple((one.membership.id, one.person.id) for one in self._endings.values())

    def begin(self, said: Said) -> None:
        """Write down that the talk ended so."""
        if self.sheet is not None:
            plain = WAYS[said](self.sheet)
            draft = self._drafts.pop((self.sheet.ending.membership.id, said), plain.typed)
            self.outcome = replace(plain, typed=draft)
            self.view.show_outcome(self.outcome)

    def give_up(self) -> None:
        """Nothing is written down after all."""
        self._close()

    def keep(self, typed: Mapping[str, str]) -> None:
        """Keep what came of the talk; what is wrong is said beside its field and nothing is kept."""
        outcome, sheet = self.outcome, self.sheet
        if outcome is None or sheet is None or self._busy:
            return
        self._busy = True
        words = outcome.done.format(name=sheet.ending.person.name)

        def kept(changes: Changes) -> None:
            self._close()
            self._settled = sheet.ending.membership.id
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

    def _read(self, days: int, wanted: Hashable | None) -> tuple[tuple[Ending, ...], Listed]:
        """Those that end within so many days, and the one that is wanted although it ends later."""
        found = renewals.ending(self.desk, days)
        summary = wording.summary(found, self.desk.house)
        if wanted is not None and wanted not in {one.membership.id for one in found}:
            far = renewals.ending(self.desk, _FARTHEST)
            found += tuple(one for one in far if one.membership.id == wanted)
        photos = customers.photos_of(self.desk, [one.person.id for one in found])
        today, house = self.desk.today(), self.desk.house
        rows = tuple(wording.row(one, today, house, photos.get(one.person.id)) for one in found)
        return found, Listed(summary, rows)

    def _show(self, answer: tuple[tuple[Ending, ...], Listed]) -> None:
        found, listed = answer
        before, self._endings = self._endings, {one.membership.id: one for one in found}
        if self._settled in self._endings and self._settled not in before:
            self._wanted, self._settled = self._settled, None  # it was taken back
        if self._wanted not in self._endings:
            self._wanted = found[0].membership.id if found and self.outcome is None else self._wanted
        self.view.show_list(listed, self._wanted)
        if self._wanted in self._endings:
            self._read_sheet()
        elif self.outcome is None:
            self.sheet = None
            self.view.show_sheet(None)

    def _read_sheet(self) -> None:
        one = self._endings.get(self._wanted)
        if one is None:
            return

        def read() -> tuple[TalkSheet, TalkPage]:
            sheet = renewals.sheet(self.desk, one.membership.id, one.person.id)
            return sheet, talk_page(sheet)

        self.worker.run(read, self._show_sheet, self._on_gone, latest=self._reading)

    def _show_sheet(self, answer: tuple[TalkSheet, TalkPage]) -> None:
        self.sheet, page = answer
        self.view.show_sheet(page)

    def _on_gone(self, error: DeskError) -> None:
        if not isinstance(error, Gone):  # somebody else has settled it: the list will say so
            self.tell(error)
