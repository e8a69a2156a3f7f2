"""A morning at the desk of a real house: a Sunday in November, two in the afternoon in Helsinki."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.calls import CallDraft
from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import ChangeId, CustomerId, RequestId, StaffId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.reminders import Key
from frontdesk.domain.requests import RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import calls, customers, memberships, requests, settings, staff, undo, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.today.presenter import Shown, TodayPresenter
from tests.support.around_room import AroundRoom

TODAY = date(2026, 11, 22)


class Morning:
    """Somebody looks at what the day holds, and does it; the house is written to beside them."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk, self.clock = desk, clock
        self.around = AroundRoom(desk)
        self.opened: list[CustomerId] = []
        self.talked: list[int] = []
        self.rung: list[int] = []
        self.written_to: list[tuple[CustomerId, Key]] = []
        self.shown = Shown()
        self.times_shown = 0
        self.presenter = TodayPresenter(
            desk,
            self.around.worker,
            self,
            self.around.offer_undo,
            self.around.tell,
            self.opened.append,
            self.talked.append,
            self.rung.append,
            lambda person, about: self.written_to.append((person, about)),
        )
        desk.listen(self.presenter.refresh)

    def show(self, shown: Shown) -> None:
        self.shown = shown
        self.times_shown += 1

    def knows(self, name: str, **fields: Any) -> CustomerId:
        """Somebody who is in the house already."""
        if isinstance(fields.get("birthday"), str):
            fields["birthday"] = PartialDate.parse(fields["birthday"])
        return CustomerId(customers.add(self.desk, CustomerDraft(name, **fields)).row)

    def came(self, person: CustomerId, *, days_ago: int = 0, **fields: Any) -> None:
        """A visit, of this moment or of an earlier day."""
        if days_ago:
            visits.log(self.desk, VisitDraft(person, TODAY - timedelta(days=days_ago), **fields))
        else:
            visits.log_now(self.desk, person, **fields)

    def asked(self, person: CustomerId, what: str, *, hours: float, **fields: Any) -> RequestId:
        """A request that we said we would see to in so many hours."""
        due = self.clock.now() + timedelta(hours=hours)
        return RequestId(requests.add(self.desk, RequestDraft(person, what, due=due, **fields)).row)

    def promised_call(self, person: CustomerId, about: str, *, minutes: float) -> int:
        """A call-back that we promised in so many minutes."""
        due = self.clock.now() + timedelta(minutes=minutes)
        owner = StaffId(staff.add(self.desk, "Anna").row)
        return calls.add(self.desk, CallDraft(person, about, owner=owner, due=due)).row

    def joined(self, person: CustomerId, *, ends: date, plan: str = "Gold", **fields: Any) -> None:
        """A membership."""
        memberships.add(self.desk, MembershipDraft(person, plan, date(2025, 11, 1), ends, **fields))

    def looks(self) -> Shown:
        self.presenter.load()
        return self.shown

    def row(self, words: str) -> Row:
        """The one row to do that says these words."""
        [found] = [row for row in self.to_do() if words in row.title]
        return found

    def to_do(self) -> tuple[Row, ...]:
        return (*self.shown.to_ring, *self.shown.left_over, *self.shown.today, *self.shown.promised)

    def titles(self) -> list[str]:
        return [row.title for row in self.to_do()]

    def undoes(self) -> None:
        """Presses Undo."""
        undo.undo(self.desk, ChangeId(self.around.undos.pop()[1]))

    def later(self, **span: float) -> None:
        self.clock.instant += timedelta(**span)


@pytest.fixture(scope="session")
def closed_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty house in Helsinki, made once: the tests work on copies of its closed file."""
    path = tmp_path_factory.mktemp("today") / "new.db"
    desk = Desk.open(path, create=True, clock=FixedClock(datetime(2026, 11, 1, 9, tzinfo=UTC)))
    settings.change_house(desk, zone="Europe/Helsinki", region="FI")
    desk.close()
    return path


@pytest.fixture
def desk(closed_house: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """The house of this test; the room asks it nothing that a server would answer otherwise."""
    desk = Desk.open(Path(shutil.copy(closed_house, tmp_path / "house.db")), clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def morning(desk: Desk, clock: FixedClock) -> Morning:
    """Somebody in front of the Today room."""
    return Morning(desk, clock)
