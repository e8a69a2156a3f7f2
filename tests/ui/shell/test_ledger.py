"""The ledger is kept beside the window: at its start, when the day turns, after a write."""

from datetime import timedelta

import pytest

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ledger import Entry, Wanted
from frontdesk.services import customers, ledger
from tests.support.logs import ExpectLog
from tests.ui.shell.conftest import Front

pytestmark = [pytest.mark.gui]


def book(front: Front) -> list[tuple[str, str]]:
    """Who stands in the ledger, and what became of it, the latest first."""
    read: list[tuple[Entry, ...]] = []
    front.rest()
    front.window.worker.run(lambda: ledger.entries(front.desk, Wanted()), read.append)
    front.rest()
    return [(one.name, one.fate(front.desk.today()).value) for one in read[0]]


def stands(front: Front, wanted: list[tuple[str, str]]) -> None:
    """Wait until the ledger says so; it is kept beside the window."""
    front.qtbot.waitUntil(lambda: book(front) == wanted)


def born(front: Front, name: str, days: int = 0) -> None:
    """Somebody is added whose birthday is in so many days."""
    day = (front.clock.instant + timedelta(days=days)).date()
    draft = CustomerDraft(name, birthday=PartialDate(day.month, day.day))
    front.window.worker.run(lambda: customers.add(front.desk, draft))
    front.rest()


def test_what_comes_due_while_the_window_is_open_is_entered(front: Front) -> None:
    front.furnish()
    born(front, "Aino")
    born(front, "Eino", days=1)
    stands(front, [("Aino", "open")])


def test_when_the_day_turns_the_next_days_are_entered(front: Front) -> None:
    front.furnish()
    born(front, "Eino", days=1)
    stands(front, [])
    front.later(days=1)
    household = front.window.household
    assert household
    household.look()
    stands(front, [("Eino", "open")])


def test_days_on_which_the_program_was_off_are_caught_up(front: Front) -> None:
    front.furnish()
    born(front, "Eino", days=5)
    front.later(days=40)
    household = front.window.household
    assert household
    household.look()
    stands(front, [("Eino", "open")])
    front.later(days=9)
    household.look()
    stands(front, [("Eino", "let go")])


def test_one_time_that_goes_wrong_does_not_stop_it(
    front: Front, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    front.furnish()
    with monkeypatch.context() as patch, expect_log("unexpected error", level="ERROR"):

        def fails(*_asked: object) -> bool:
            tried.append(1)
            raise ValueError("a fault of ours")

        tried: list[int] = []
        patch.setattr(ledger, "keep", fails)
        born(front, "Aino")
        front.qtbot.waitUntil(lambda: bool(tried))
        front.rest()
    born(front, "Eino")
    stands(front, [("Aino", "open"), ("Eino", "open")])
