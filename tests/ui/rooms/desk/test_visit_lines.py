"""The visits on the card at every size of text: no hour, amount or name of a colleague is cut."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId, StaffId
from frontdesk.domain.visits import VisitDraft
from frontdesk.services import customers, staff, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.label import Label
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.rooms.desk.widgets.visits_panel import VisitLine
from tests.ui.rooms.desk.window import Window

pytestmark = pytest.mark.gui

NOTE = "Asked about the lockers by the pool"


def visit_lines(house: Desk, window: Window, note: str, staff_name: str = "Margareta") -> list[VisitLine]:
    """The visits of somebody who came twice, on their card."""
    house.on_duty = StaffId(staff.add(house, staff_name).row)
    person = CustomerId(customers.add(house, CustomerDraft("Aino Virtanen")).row)
    visits.log(house, VisitDraft(person, date(2026, 11, 15), amount=123450))
    visits.log_now(house, person, note=note)
    window.type("aino")
    window.press(Qt.Key.Key_Return)
    lines = window.page.card.visits.lines.shown
    assert [line.what.text() for line in lines] == [note, ""]
    return lines


def is_whole(label: Label) -> bool:
    """Whether none of its words is cut."""
    least = label.heightForWidth(label.width()) if label.hasHeightForWidth() else label.sizeHint().height()
    fits = label.hasHeightForWidth() or label.width() >= label.sizeHint().width()
    return fits and label.height() >= least


def stands_well(line: VisitLine) -> bool:
    """Whether everything that is shown of a visit is whole and inside its line."""
    shown = [part for part in (line.when, line.what, line.amount, line.staff) if not part.isHidden()]
    return all(is_whole(part) and part.geometry().right() <= line.width() for part in shown)


@pytest.mark.parametrize("width", [800, 948, 1280])
def test_no_visit_is_cut_when_the_text_is_made_larger_and_smaller(
    house: Desk, window: Window, theme: Theme, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 600)
    lines = visit_lines(house, window, NOTE)
    for scale in (1.25, 1.5, 2.0, 1.0):
        theme.set_scale(scale)
        # Lines are laid out one after another: all stand well in one column only once the last of them does.
        qtbot.waitUntil(lambda: all(map(stands_well, lines)) and len({line.staff.x() for line in lines}) == 1)


def test_a_note_that_has_no_room_beside_goes_below(
    house: Desk, window: Window, theme: Theme, qtbot: QtBot
) -> None:
    first, second = visit_lines(house, window, NOTE)
    assert first.what.y() == first.when.y()
    theme.set_scale(1.5)
    qtbot.waitUntil(lambda: first.what.y() >= first.when.geometry().bottom())
    assert first.what.x() == first.when.x()
    qtbot.waitUntil(lambda: first.height() > second.height())
    theme.set_scale(1.0)
    qtbot.waitUntil(lambda: first.what.y() == first.when.y() and first.what.x() > first.when.x())


def test_a_long_name_at_the_desk_leaves_the_hour_and_the_amount_whole(
    house: Desk, window: Window, qtbot: QtBot
) -> None:
    lines = visit_lines(house, window, NOTE, "Wilhelmina " * 9)
    qtbot.waitUntil(lambda: all(is_whole(line.when) and is_whole(line.amount) for line in lines))
    assert all(line.staff.geometry().right() <= line.width() <= window.width() for line in lines)
    assert all(line.staff.y() > line.when.y() for line in lines)
