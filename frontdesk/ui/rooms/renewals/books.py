"""The two lists of the room: whose membership ends, and who has left. No toolkit.

Each says whom it lists, what stands on the sheet of one of them, and how a talk with them can end.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from frontdesk.domain.changes import Gone
from frontdesk.domain.ids import CustomerId, MembershipId
from frontdesk.reports.talk_sheet import TalkPage, talk_page
from frontdesk.reports.winback_sheet import leaver_page
from frontdesk.services import customers, renewals, winback
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.renewals import wording
from frontdesk.ui.rooms.renewals.outcomes import WAYS, Outcome
from frontdesk.ui.rooms.renewals.steps import outcomes_of

_FARTHEST = 366


@dataclass(frozen=True, slots=True)
class Entry:
    """One of those who are listed."""

    key: MembershipId
    person: CustomerId


@dataclass(frozen=True, slots=True)
class Listed:
    """The list as it stands."""

    summary: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one of them, and the forms of the ways that a talk with them can end."""

    entry: Entry
    name: str
    page: TalkPage
    ways: Mapping[Hashable, Callable[[], Outcome]]


class Book(Protocol):
    """One of the lists."""

    def read(self, desk: Desk, days: int, wanted: Hashable | None) -> tuple[tuple[Entry, ...], Listed]:
        """Whom it lists within so many days, and whoever is wanted."""
        ...

    def open(self, desk: Desk, entry: Entry) -> Sheet:
        """The sheet of one of them; raises Gone where there is nothing to talk about any more."""
        ...


class Endings:
    """Whose membership ends."""

    def read(self, desk: Desk, days: int, wanted: Hashable | None) -> tuple[tuple[Entry, ...], Listed]:
        """Those that end within so many days, and the one that is wanted although it ends later."""
        found = renewals.ending(desk, days)
        summary = wording.summary(found, desk.house)
        if wanted is not None and wanted not in {one.membership.id for one in found}:
            far = renewals.ending(desk, _FARTHEST)
            found += tuple(one for one in far if one.membership.id == wanted)
        photos = customers.photos_of(desk, [one.person.id for one in found])
        today, house = desk.today(), desk.house
        rows = tuple(wording.row(one, today, house, photos.get(one.person.id)) for one in found)
        entries = tuple(Entry(one.membership.id, one.person.id) for one in found)
        return entries, Listed(summary, rows)

    def open(self, desk: Desk, entry: Entry) -> Sheet:
        """The renewal talk sheet."""
        sheet = renewals.sheet(desk, entry.key, entry.person)
        ways: dict[Hashable, Callable[[], Outcome]] = {
            said: partial(way, sheet) for said, way in WAYS.items()
        }
        return Sheet(entry, sheet.ending.person.name, talk_page(sheet), ways)


class Leavers:
    """Who has left."""

    def read(self, desk: Desk, _days: int, _wanted: Hashable | None) -> tuple[tuple[Entry, ...], Listed]:
        """Everybody who may be asked back."""
        found = winback.leavers(desk)
        photos = customers.photos_of(desk, [one.person.id for one in found.people])
        rows = tuple(wording.leaver_row(one, found.today, photos.get(one.person.id)) for one in found.people)
        entries = tuple(Entry(one.membership.id, one.person.id) for one in found.people)
        return entries, Listed(wording.why_they_left(found), rows)

    def open(self, desk: Desk, entry: Entry) -> Sheet:
        """What is known of somebody who has left, and the steps to them."""
        one = winback.leaver(desk, entry.person)
        if one is None or one.membership.id != entry.key:
            raise Gone
        today, house = desk.today(), desk.house
        page = leaver_page(one, house, today, desk.now())
        return Sheet(entry, one.person.name, page, outcomes_of(one, house))
