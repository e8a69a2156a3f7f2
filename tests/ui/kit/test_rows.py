"""Rows of people and of things to do: what they show, what they say, what can be done with them."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.card import Page
from frontdesk.ui.kit.colours import LIGHT, Level
from frontdesk.ui.kit.measures import LINE, Size, px
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.kit.spans import Emphasis, Span, marked
from frontdesk.ui.kit.theme import Mode, Theme

pytestmark = pytest.mark.usefixtures("theme")
RAMAN = Row(
    1,
    "ராமன் கிருஷ்ணமூர்த்தி",
    marked([(0, 5)]),
    detail="Raman Krishnamurthy · yesterday",
    badge="birthday today",
    level=Level.AMBER,
    monogram="ரா",
)
MOST = 400
TO_DO = [Row(n, f"Call number {n}", detail="today", tick=False, big=False) for n in range(1, 4)]


def shown(qtbot: QtBot, rows: list[Row], *, fit: bool = False, width: int = 430) -> RowList:
    made = RowList("People", fit=fit)
    qtbot.addWidget(made)
    made.resize(width, MOST)
    made.set_rows(rows, select_first=True)
    with qtbot.waitActive(made):
        made.show()
    return made


def hit_list(qtbot: QtBot) -> RowList:
    """A list in a column, as in the desk room."""
    column = QWidget()
    qtbot.addWidget(column)
    made = RowList("People found", most=column.height)
    layout = QVBoxLayout(column)
    layout.addWidget(made, 1)
    layout.addStretch(0)
    column.resize(430, MOST)
    with qtbot.waitActive(column):
        column.show()
    return made


def picture(rows: RowList) -> QImage:
    rows.clearFocus()  # of two lists only one can have it
    return rows.grab().toImage()


def colours_in(rows: RowList) -> set[str]:
    image = rows.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_a_row_shows_its_badge_and_its_marks(qtbot: QtBot) -> None:
    found = colours_in(shown(qtbot, [RAMAN]))
    assert LIGHT.amber_ground in found
    assert LIGHT.brand in found


@pytest.mark.parametrize(
    "change",
    [
        {"title": "ராமன் கிரு"},
        {"title_spans": marked([(0, 2)])},
        {"title_spans": ()},
        {"detail": "Raman Krishnamurthy · today"},
        {"detail_spans": (Span(0, 5, Emphasis.STRONG),)},
        {"badge": "overdue", "level": Level.RED},
        {"level": Level.RED},
        {"monogram": "கி"},
        {"colour": 3},
        {"tick": True},
        {"big": False},
    ],
    ids=str,
)
def test_whoever_has_changed_looks_as_in_a_new_list(qtbot: QtBot, change: dict[str, Any]) -> None:
    rows, changed = shown(qtbot, [RAMAN]), replace(RAMAN, **change)
    before = picture(rows)
    rows.set_rows([changed], select_first=True)
    after = picture(rows)
    assert after != before
    assert after == picture(shown(qtbot, [changed]))


@pytest.mark.parametrize(("mode", "scale"), [(Mode.DARK, 1.0), (Mode.LIGHT, 2.0), (Mode.DARK, 1.5)])
def test_in_other_colours_and_sizes_rows_look_as_in_a_new_list(
    qtbot: QtBot, theme: Theme, mode: Mode, scale: float
) -> None:
    strong = (Span(0, 5, Emphasis.STRONG),)
    people = [replace(RAMAN, detail_spans=strong), replace(RAMAN, key=2, photo=None, tick=True)]
    rows = shown(qtbot, people)
    rows.grab()
    theme.choose(mode)
    theme.set_scale(scale)
    new = shown(qtbot, people)
    qtbot.waitUntil(lambda: rows.visualRect(second(rows)) == new.visualRect(second(new)))
    assert picture(rows) == picture(new)


def second(rows: RowList) -> QModelIndex:
    return rows.model().index(1, 0)


def hits() -> tuple[Row, ...]:
    """Twenty people of whom each has two lines of detail."""
    return tuple(Row(n, f"Somebody {n}", detail="and so on " * 20, monogram="S") for n in range(20))


def test_what_cannot_be_seen_is_laid_out_when_typing_pauses(qtbot: QtBot) -> None:
    people = hits()
    rows = hit_list(qtbot)
    rows.set_rows_and_choice(people, 0)
    heights = [rows.visualRect(rows.model().index(n, 0)).height() for n in (0, 19)]
    assert heights[0] > heights[1], "the last one is not laid out yet"
    qtbot.waitUntil(lambda: rows.visualRect(rows.model().index(19, 0)).height() == heights[0])
    every = [rows.visualRect(rows.model().index(n, 0)) for n in range(20)]
    assert all(one.bottom() + 1 == other.top() for one, other in pairwise(every))


@pytest.mark.parametrize(
    "go", [lambda rows: rows.move(15), lambda rows: rows.select(15)], ids=["move", "select"]
)
def test_whoever_goes_down_at_once_finds_every_row_in_its_place(
    qtbot: QtBot, go: Callable[[RowList], None]
) -> None:
    rows = hit_list(qtbot)
    rows.set_rows_and_choice(hits(), 0)
    QCoreApplication.sendPostedEvents()  # the list has its height; the pause is not over yet
    go(rows)
    first, gone_to = (rows.visualRect(rows.model().index(n, 0)) for n in (0, 15))
    assert gone_to.top() - first.top() == 15 * first.height()
    assert rows.viewport().rect().contains(gone_to)


def many(count: int) -> list[Row]:
    return [Row(n, f"Aino Virtanen {n}", detail=f"+358 40 {n}") for n in range(count)]


def place_of(rows: RowList, row: int) -> QRect:
    """Where a row is; invalid as long as it has no place."""
    return rows.visualRect(rows.model().index(row, 0))


def in_sight(rows: RowList, row: int) -> bool:
    return rows.viewport().rect().intersects(place_of(rows, row))


def test_a_long_list_is_shown_before_every_row_has_its_place(qtbot: QtBot) -> None:
    made = shown(qtbot, [])
    made.set_rows(many(2000), select_first=True)
    QApplication.sendPostedEvents()
    assert in_sight(made, 0)
    assert not place_of(made, 1999).isValid()
    qtbot.waitUntil(lambda: place_of(made, 1999).isValid())
    assert place_of(made, 1999).top() > place_of(made, 1998).top() > 2000


@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Down])
def test_a_key_goes_where_it_should_in_a_list_that_has_just_come(qtbot: QtBot, key: Qt.Key) -> None:
    made = shown(qtbot, [])
    made.set_rows(many(2000), select_first=True)
    qtbot.keyClick(made, key)
    whole = shown(qtbot, many(2000))
    qtbot.waitUntil(lambda: place_of(whole, 1999).isValid())
    qtbot.keyClick(whole, key)
    assert made.current_key() == whole.current_key() != 0
    assert in_sight(made, made.currentIndex().row())


def test_somebody_far_down_is_in_sight_at_once(qtbot: QtBot) -> None:
    made = shown(qtbot, [])
    made.set_rows_and_choice(many(2000), 1500)
    assert in_sight(made, 1500)
    made.set_rows_and_choice(many(1900), 0)
    assert made.select(1800)
    assert in_sight(made, 1800)


@pytest.mark.parametrize("chosen", [30, 700])
def test_whoever_is_looked_at_stays_in_place_when_the_list_is_renewed(qtbot: QtBot, chosen: int) -> None:
    made = shown(qtbot, many(2000))
    assert made.select(chosen)
    before = made.verticalScrollBar().value()
    made.set_rows(many(1999))
    QApplication.sendPostedEvents()
    assert made.verticalScrollBar().value() == before > 0


def test_another_choice_among_the_same_people_leaves_the_rows_alone(qtbot: QtBot) -> None:
    people = hits()
    rows = hit_list(qtbot)
    rows.set_rows_and_choice(people, 0)
    with qtbot.assertNotEmitted(rows.model().modelReset):
        rows.set_rows_and_choice(people, 3)
    assert rows.current_key() == 3
    rows.set_rows_and_choice(people, "nobody")
    assert rows.current_key() is None


def test_a_list_of_hits_is_no_higher_than_its_rows(qtbot: QtBot) -> None:
    rows = hit_list(qtbot)
    rows.set_rows_and_choice(hits()[:2], 0)
    last = rows.visualRect(rows.model().index(1, 0))
    assert rows.maximumHeight() == last.bottom() + 2
    rows.set_rows_and_choice(hits(), 0)
    assert rows.maximumHeight() > MOST
    rows.set_rows_and_choice((), None)
    assert rows.maximumHeight() == 0


def test_screen_readers_hear_the_whole_row(qtbot: QtBot) -> None:
    rows = shown(qtbot, [RAMAN])
    index = rows.model().index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "ராமன் கிருஷ்ணமூர்த்தி, Raman Krishnamurthy · yesterday, birthday today"


def test_a_wide_badge_goes_below_in_a_narrow_list(qtbot: QtBot) -> None:
    wide, narrow = shown(qtbot, [RAMAN], fit=True), shown(qtbot, [RAMAN], fit=True, width=230)
    assert narrow.height() > wide.height() + 20


def test_a_badge_goes_below_rather_than_cut_a_name(qtbot: QtBot) -> None:
    name = replace(RAMAN, title="ராமன் கிருஷ்ணமூர்த்தி வேங்கடசுப்பிரமணியன்", title_spans=(), detail="")
    below, without = (
        shown(qtbot, [one], fit=True, width=380).height() for one in (name, replace(name, badge=""))
    )
    assert below > without, "the name has all of the width"
    beside, alone = (shown(qtbot, [one], fit=True).height() for one in (RAMAN, replace(RAMAN, badge="")))
    assert beside == alone, "there is room for both"


def test_what_must_be_known_is_never_cut(qtbot: QtBot) -> None:
    before, alert = (
        "promised by 20.00 · our own time 18.00 · Anna · ",
        "must know: allergic to nuts, call 112",
    )
    row = Row(1, "Locker", detail=f"{before}{alert} · likes: tea" + " and more tea" * 40, tick=False)
    strong = Span(len(before), len(before) + len(alert), Emphasis.STRONG)
    plain = shown(qtbot, [row], fit=True, width=200)
    warned = shown(qtbot, [replace(row, detail_spans=(strong,))], fit=True, width=200)
    assert warned.height() > plain.height()
    assert warned.height() < plain.height() + 4 * px(Size.LESS) * LINE, "but no longer than that takes"


@pytest.mark.parametrize("widths", [(250, 500), (500, 250)])
def test_rows_stand_close_together_whatever_width_the_list_gets(
    qtbot: QtBot, widths: tuple[int, int]
) -> None:
    told = "Bayarsaikhany Altantsetseg · spin class"
    people = [Row(n, f"Somebody {n}", detail=told, monogram="A") for n in range(4)]
    rows = shown(qtbot, people, width=widths[0])
    rows.resize(widths[1], 400)

    def close() -> bool:
        rects = [rows.visualRect(rows.model().index(n, 0)) for n in range(4)]
        return all(one.bottom() + 1 == other.top() for one, other in pairwise(rects))

    qtbot.waitUntil(close)


def test_the_selected_row_stays_selected_when_the_list_is_renewed(qtbot: QtBot) -> None:
    rows = shown(qtbot, TO_DO)
    rows.select(2)
    rows.set_rows([TO_DO[1], TO_DO[0]])
    assert rows.current_key() == 2
    rows.set_rows([TO_DO[0], TO_DO[1]], select_first=True)
    assert rows.current_key() == 1


def test_moving_tells_which_row_is_selected_once(qtbot: QtBot) -> None:
    rows = shown(qtbot, TO_DO)
    selected: list[object] = []
    rows.selected.connect(selected.append)
    rows.move(1)
    rows.set_rows(TO_DO)
    rows.move(5)
    rows.move(5)
    assert selected == [2, 3]


def test_an_empty_list_does_nothing(qtbot: QtBot) -> None:
    rows = shown(qtbot, [])
    rows.move(1)
    rows.open_current()
    assert rows.current_key() is None
    assert not rows.select(1)


def test_space_ticks_and_enter_opens(qtbot: QtBot) -> None:
    rows = shown(qtbot, TO_DO)
    heard: list[tuple[str, object]] = []
    rows.ticked.connect(lambda key: heard.append(("ticked", key)))
    rows.opened.connect(lambda key: heard.append(("opened", key)))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert heard == [("ticked", 1), ("opened", 1)]


def test_a_click_on_the_box_ticks_and_elsewhere_opens(qtbot: QtBot) -> None:
    rows = shown(qtbot, TO_DO)
    heard: list[tuple[str, object]] = []
    rows.ticked.connect(lambda key: heard.append(("ticked", key)))
    rows.opened.connect(lambda key: heard.append(("opened", key)))
    second = rows.visualRect(rows.model().index(1, 0))
    left, middle = QPoint(second.left() + 18, second.center().y()), second.center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=left)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard == [("ticked", 2), ("opened", 2)]


def test_the_menu_key_asks_about_the_selected_row(qtbot: QtBot) -> None:
    rows = shown(qtbot, TO_DO)
    rows.select(3)
    with qtbot.waitSignal(rows.menu_asked) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(rows.viewport(), event)
    assert asked.args is not None
    assert asked.args[0] == 3


def test_letters_are_left_to_the_window(qtbot: QtBot) -> None:
    rows = shown(qtbot, TO_DO)
    rows.keyboardSearch("c")
    assert rows.current_key() == 1


def test_a_list_in_a_page_is_as_high_as_its_rows(qtbot: QtBot, theme: Theme) -> None:
    rows = shown(qtbot, TO_DO, fit=True)
    three = rows.height()
    rows.set_rows(TO_DO[:1])
    assert rows.height() == pytest.approx(three / 3, abs=1)
    theme.set_scale(2.0)
    qtbot.waitUntil(lambda: rows.height() > 1.5 * three / 3)


def test_the_page_follows_the_selected_row(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    rows = RowList("To do", fit=True)
    page.add(rows)
    page.resize(400, 200)
    with qtbot.waitActive(page):
        page.show()
    rows.set_rows([Row(n, f"Call number {n}", big=False) for n in range(40)])
    rows.setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 200)
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    assert page.verticalScrollBar().value() == 0
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 200)


def test_markup_in_a_name_is_only_letters(qtbot: QtBot) -> None:
    wide = shown(qtbot, [Row(1, "<b>Anna</b>", detail="<i>x</i>")])
    assert wide.model().index(0, 0).data() == "<b>Anna</b>"


GROUPED = [Row(1, "Anna", above="Today"), Row(2, "Eino"), Row(3, "Helmi", above="Yesterday")]


def test_a_click_on_a_heading_opens_nothing(qtbot: QtBot) -> None:
    made = shown(qtbot, GROUPED)
    opened: list[object] = []
    made.opened.connect(opened.append)
    rect = made.visualRect(made.model().index(2, 0))
    for place in (QPoint(60, rect.top() + 6), QPoint(60, rect.bottom() - 10)):
        qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [3]


def test_a_heading_is_drawn_above_its_row_and_is_not_selected_with_it(qtbot: QtBot) -> None:
    made = shown(qtbot, GROUPED)
    image, rect = picture(made), made.visualRect(made.model().index(0, 0))
    right = rect.right() - 40  # beside the words
    assert QColor(image.pixel(right, rect.top() + 6)).name() == LIGHT.ground
    assert QColor(image.pixel(right, rect.bottom() - 10)).name() == LIGHT.brand_ground


def test_a_heading_is_said_before_its_row() -> None:
    assert [row.aloud() for row in GROUPED] == ["Today: Anna", "Eino", "Yesterday: Helmi"]
