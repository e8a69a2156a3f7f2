"""The bell: once for each promise, before it is late, and without a name."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.calls import AttemptDraft, CallDraft, Came
from frontdesk.domain.changes import Changes
from frontdesk.domain.ids import ChangeId, StaffId
from frontdesk.foundation.clock import FixedClock
from frontdesk.services import call_list, calls, staff, undo
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.shell.bell import Bell
from tests.support.houses import aino
from tests.support.straight import StraightRunner
from tests.ui.shell.conftest import Front

MINUTE = timedelta(minutes=1)


@pytest.fixture
def desk(file_house: str, clock: FixedClock) -> Iterator[Desk]:
    """An empty house."""
    desk = Desk.open(file_house, clock=clock)
    yield desk
    desk.close()


class Hearing:
    """Somebody who hears the bell; what was said stands until it is taken back."""

    def __init__(self, desk: Desk) -> None:
        self.heard: list[tuple[str, int]] = []
        self.stands: list[str] = []
        self.bell = Bell(desk, StraightRunner(), self._remind, self.stands.remove)
        desk.listen(self.bell.refresh)

    def _remind(self, sentence: str, call: int) -> None:
        self.heard.append((sentence, call))
        self.stands.append(sentence)


@pytest.fixture
def hearing(desk: Desk) -> Hearing:
    return Hearing(desk)


def promised(desk: Desk, due: datetime) -> Changes:
    """Anna has promised to ring somebody."""
    anna = StaffId(staff.add(desk, "Anna").row)
    return calls.add(desk, CallDraft(aino(desk), "the invoice", owner=anna, due=due))


def only(desk: Desk) -> ToRing:
    [one] = call_list.listed(desk)
    return one


def test_it_rings_once_a_quarter_of_an_hour_before(desk: Desk, clock: FixedClock, hearing: Hearing) -> None:
    call = promised(desk, desk.now() + 20 * MINUTE).row
    clock.instant += 4 * MINUTE
    hearing.bell.look()
    assert hearing.heard == []
    for _ in range(3):
        clock.instant += MINUTE
        hearing.bell.look()
    [(sentence, which)] = hearing.heard
    assert (sentence, which) == ("A call-back was promised for 12:20.", call)


def test_another_promise_is_another_ring_and_the_old_words_go(
    desk: Desk, clock: FixedClock, hearing: Hearing
) -> None:
    anna = StaffId(staff.add(desk, "Anna").row)
    promised(desk, desk.now() + MINUTE)
    assert hearing.stands == ["A call-back was promised for 12:01."]
    later = AttemptDraft(Came.CALL_BACK, back_at=desk.now() + 40 * MINUTE, owner=anna)
    changes = calls.tried(desk, only(desk), later)
    assert hearing.stands == []
    undo.undo(desk, ChangeId(changes.id))
    assert hearing.stands == ["A call-back was promised for 12:01."]
    calls.tried(desk, only(desk), later)
    clock.instant += 30 * MINUTE
    hearing.bell.look()
    assert hearing.stands == ["A call-back was promised for 12:40."]
    calls.tried(desk, only(desk), AttemptDraft(Came.REACHED))
    assert hearing.stands == []


def test_one_of_yesterday_says_of_which_day_it_is(desk: Desk, clock: FixedClock, hearing: Hearing) -> None:
    desk.listeners.clear()
    promised(desk, desk.now() + MINUTE)
    clock.instant += timedelta(days=1)
    hearing.bell.look()
    assert hearing.stands == ["A call-back was promised for Sun 22 Nov 12:01."]


@pytest.mark.gui
def test_the_window_says_it_and_leads_to_the_calls(front: Front) -> None:
    window = front.furnish()
    due = front.desk.now() + 20 * MINUTE
    window.worker.run(lambda: promised(front.desk, due))
    front.rest()
    assert window.strip.words == ""
    front.later(minutes=6)
    assert window.household is not None
    window.household.look()
    front.qtbot.waitUntil(lambda: "A call-back was promised" in window.strip.words)
    assert "Aino" not in window.strip.words
    [way] = [one for one in window.strip.findChildren(Button) if one.isVisible()]
    assert way.text() == "To the call"
    way.click()
    assert window.strip.words == ""
    assert window.stack.current_key == "calls"
    assert front.rooms["calls"].errands == [Errand(subject=1)]


def test_two_promised_for_one_time_are_said_together(desk: Desk, clock: FixedClock, hearing: Hearing) -> None:
    due = clock.instant + 10 * MINUTE
    anna = StaffId(staff.add(desk, "Anna").row)
    first, second = (
        calls.add(desk, CallDraft(aino(desk, name=name), "the invoice", owner=anna, due=due)).row
        for name in ("Aino", "Eino")
    )
    hearing.bell.look()
    assert hearing.stands == ["2 call-backs were promised for 12:10."]
    one = next(each for each in call_list.listed(desk) if each.call and each.call.id == first)
    calls.tried(desk, one, AttemptDraft(Came.REACHED, "040"))
    assert hearing.stands == ["A call-back was promised for 12:10."]
    assert hearing.heard[-1][1] == second
