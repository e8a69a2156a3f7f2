"""The demo is never an empty screen, whenever it is started."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk.app import open_demo
from frontdesk.foundation.clock import FixedClock
from frontdesk.ui.kit.rows import RowList
from tests.support.driving import Program, Receptionist

pytestmark = pytest.mark.gui

MOMENTS = {
    "a Sunday at noon": datetime(2026, 11, 22, 12, tzinfo=UTC),
    "early on a Monday": datetime(2026, 11, 23, 4, 30, tzinfo=UTC),
    "just after midnight": datetime(2026, 11, 23, 22, 5, tzinfo=UTC),
    "New Year's Day": datetime(2027, 1, 1, 8, tzinfo=UTC),
    "a leap day": datetime(2028, 2, 29, 15, tzinfo=UTC),
}


def rows_in(anna: Receptionist, name: str) -> int:
    """How many rows stand in the list of this name."""
    lists = [one for one in anna.window.findChildren(RowList) if one.isVisible()]
    return sum(len(one.rows()) for one in lists if one.accessibleName() == name)


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_there_is_something_to_see_everywhere(
    program: Program, place: str, clock: FixedClock, moment: datetime
) -> None:
    clock.instant = moment
    anna = program.start(open_demo, place)
    anna.sees("Demo – nothing is kept", "on duty", "240 people")
    anna.until(lambda: rows_in(anna, "People found") > 0, "nobody has come in lately")
    for letter in "akmr":
        anna.types(letter)
        anna.until(lambda: rows_in(anna, "People found") > 0, "nobody was found")
        anna.presses("Esc")
    anna.types("a")
    anna.sees("the first 20")
    anna.presses("Enter")
    anna.sees("Log visit", "Visits · ", "Memberships, days and news")
    anna.presses("Alt+2")
    anna.sees("to do", "Here today · ")
    assert rows_in(anna, "Today") >= 5
    assert QApplication.focusWidget() is not None
