"""The desk room on the screen, by keyboard alone."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.memberships import MembershipDraft
from frontdesk.domain.requests import Answer, RequestDraft
from frontdesk.domain.visits import VisitDraft
from frontdesk.services import customers, memberships, requests, visits
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.rooms.desk.presenter import Mode
from frontdesk.ui.rooms.desk.widgets.keys import let_keys_through
from tests.support.accessible import nameless
from tests.support.houses import picture
from tests.ui.rooms.desk.window import CTRL, Window

pytestmark = pytest.mark.gui

ENTER, ESC, TAB, UP, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)


def knows(house: Desk, name: str, **fields: object) -> CustomerId:
    return CustomerId(customers.add(house, CustomerDraft(name, **fields)).row)  # type: ignore[arg-type]


def raman(house: Desk) -> CustomerId:
    """Somebody about whom there is much to show."""
    person = knows(
        house,
        "ராமன் கிருஷ்ணமூர்த்தி",
        second_spelling="Raman Krishnamurthy",
        say_it="RAA-mun",
        must_know="allergic to nuts",
        memory_hook="Tall",
        likes="Green tea",
        phones=("040 123",),
    )
    tonight = datetime(2026, 11, 22, 16, tzinfo=UTC)
    requests.add(house, RequestDraft(person, "Locker 12", promised=tonight, answer=Answer.YES))
    memberships.add(house, MembershipDraft(person, "Gold", date(2025, 11, 30), date(2026, 11, 29)))
    visits.log_now(house, person, note="Swam")
    return person


def test_three_letters_and_enter_show_the_card(house: Desk, window: Window) -> None:
    raman(house)
    window.type("ram")
    assert [row.title for row in window.page.column.list.rows()] == ["ராமன் கிருஷ்ணமூர்த்தி"]
    window.press(ENTER)
    read = window.reads()
    for words in (
        "ராமன் கிருஷ்ணமூர்த்தி",
        "Raman Krishnamurthy · say RAA-mun",
        "Must know: allergic to nuts",
        "Locker 12",
        "we said by today 18.00",
        "Green tea",
        "Swam",
    ):
        assert words in read


def test_after_enter_the_next_letters_begin_the_next_search(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen")
    window.type("aino")
    window.press(ENTER)
    window.type("ville")
    assert window.page.column.search.text() == "ville"


def test_the_arrows_choose_from_the_box(house: Desk, window: Window) -> None:
    for name in ("Aino Virtanen", "Aino Korhonen"):
        knows(house, name)
    window.type("aino")
    first = window.page.column.list.current_key()
    window.press(DOWN)
    second = window.page.column.list.current_key()
    assert first != second
    window.press(ENTER)
    assert window.room.presenter.person is not None
    assert window.room.presenter.person.id == second
    assert window.caret is window.page.column.search


def test_ctrl_enter_logs_the_visit_of_the_first_hit(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen")
    window.type("aino")
    window.press(ENTER, CTRL)
    assert [one.name for one in visits.arrivals(house)] == ["Aino Virtanen"]
    assert window.heard.undos[-1][0] == "Visit logged for Aino Virtanen."


def test_how_the_visit_went_is_written_without_the_mouse(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen")
    window.type("aino")
    window.press(ENTER, CTRL)
    window.press(Qt.Key.Key_J, CTRL)
    window.type("Asked about lockers")
    window.press(TAB)
    window.type("Swim")
    window.press(TAB)
    window.type("12,50")
    window.press(TAB)
    draft = visits.arrivals(house)[0].visit.draft
    assert (draft.note, draft.purpose, draft.amount) == ("Asked about lockers", "Swim", 1250)


def test_the_keys_on_the_button_go_when_they_mean_somebody_else(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    knows(house, "Ville Mäki")
    window.room.enter(Errand(subject=aino))
    card = window.page.card
    assert (card.log.isVisible(), card.log_quietly.isVisible()) == (True, False)
    window.type("ville")
    assert (card.log.isVisible(), card.log_quietly.isVisible()) == (False, True)


def test_a_request_is_written_down_by_keyboard(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    window.type("aino")
    window.press(ENTER)
    window.press(Qt.Key.Key_R, CTRL)
    assert window.caret_name == "What do they ask for?"
    window.type("Locker 12")
    window.press(TAB)
    window.type("today 18:00")
    window.press(ENTER)
    [request] = requests.of(house, aino)
    assert request.draft.asked == "Locker 12"
    assert request.draft.promised == datetime(2026, 11, 22, 16, tzinfo=UTC)
    assert window.caret is window.page.column.search
    assert "Locker 12" in window.reads()


@pytest.mark.parametrize("field", ["Phone numbers, one more", "E-mail addresses, one more", "Birthday"])
def test_enter_adds_somebody_from_every_line(house: Desk, window: Window, field: str) -> None:
    window.press(Qt.Key.Key_N, CTRL)
    window.type("Otto")
    window.line(field).setFocus()
    window.type("14.3.1985")
    window.press(ENTER)
    assert window.room.presenter.mode is Mode.CARD
    assert [hit.entry.name for hit in house.index.search("otto")] == ["Otto"]


def test_a_request_is_written_down_for_whoever_is_chosen(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen")
    linda = knows(house, "Linda Berg")
    window.type("aino")
    window.press(ENTER)
    window.press(ESC)
    window.type("linda")
    window.press(Qt.Key.Key_R, CTRL)
    window.type("Locker 12")
    window.press(ENTER)
    assert [one.draft.asked for one in requests.of(house, linda)] == ["Locker 12"]


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_R, Qt.Key.Key_E])
def test_where_nobody_is_found_the_keys_mean_nobody(house: Desk, window: Window, key: Qt.Key) -> None:
    knows(house, "Aino Virtanen")
    window.type("aino")
    window.press(ENTER)
    window.type("xyzzy")
    assert window.page.column.list.rows() == ()
    window.press(key, CTRL)
    assert not visits.arrivals(house)
    assert window.room.presenter.mode is Mode.CARD
    assert window.page.card.panel is None
    assert window.heard.said[-1] == "Nobody is chosen, so nothing was done."
    assert window.page.card.log_quietly.isVisible()


def test_the_button_says_whom_it_means_while_a_row_means_somebody_else(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen", given="Aino")
    knows(house, "Linda Berg")
    window.type("aino")
    window.press(ENTER)
    window.press(ESC)
    window.type("linda")
    keys = {one.text(): one.accessibleDescription() for one in window.page.card.findChildren(QAbstractButton)}
    assert (keys["Request"], keys["Edit"]) == ("", "")  # they mean Linda
    window.clicks("Log visit for Aino")
    assert [one.name for one in visits.arrivals(house)] == ["Aino Virtanen"]


def test_a_late_time_of_ours_is_said_beside_the_field_and_nothing_is_lost(
    house: Desk, window: Window
) -> None:
    aino = knows(house, "Aino Virtanen")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_R, CTRL)
    window.type("Locker 12")
    window.fills("Promised to them for", "today 18:00")
    window.fills("Our own time", "today 19:00")
    window.clicks("Save")
    assert "Our own time must not be later than the time promised to the customer." in window.reads()
    assert window.line("What do they ask for?").text() == "Locker 12"
    assert requests.of(house, aino) == ()


def test_esc_brings_a_field_back_and_then_closes_the_panel(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_R, CTRL)
    window.type("Locker 12")
    window.press(ESC)
    assert window.line("What do they ask for?").text() == ""
    window.press(ESC)
    assert window.page.card.panel is None
    assert window.caret is window.page.column.search


def test_somebody_new_is_added_from_the_search(house: Desk, window: Window) -> None:
    window.type("Aino Virtanen")
    window.press(Qt.Key.Key_N, CTRL)
    assert window.caret_name == "Name"
    window.fills("Birthday", "14.3.1985")
    assert window.line("Birthday").text() == "14 March 1985"
    window.line("Name").setFocus()
    window.press(ENTER)
    assert "Aino Virtanen" in window.reads()
    assert "Aino Virtanen added" in [words for words, _ in window.heard.undos]


def test_a_double_is_shown_while_the_name_is_typed_and_can_be_opened(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    window.press(Qt.Key.Key_N, CTRL)
    window.type("Aino Virtanen")
    assert "1 person like this already" in window.reads()
    assert window.page.adding is not None
    window.page.adding.doubles.setFocus()
    window.press(DOWN)
    window.press(ENTER)
    assert window.room.presenter.person is not None
    assert window.room.presenter.person.id == aino


def test_enter_twice_opens_who_is_here_already_and_adds_nobody(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    window.press(Qt.Key.Key_N, CTRL)
    window.type("Aino Virtanen")
    window.press(ENTER)
    assert (
        "Nobody was added. Enter opens the one that is meant, Ctrl+Enter logs their visit." in window.reads()
    )
    assert window.caret_name == "People like this already"
    window.press(ENTER)
    assert window.room.presenter.person is not None
    assert window.room.presenter.person.id == aino
    assert len(house.index) == 1


def test_ctrl_enter_twice_logs_the_visit_of_who_is_here_already(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    window.press(Qt.Key.Key_N, CTRL)
    window.type("Aino Virtanen")
    window.press(ENTER, CTRL)
    window.press(ENTER, CTRL)
    assert [one.visit.draft.customer for one in visits.arrivals(house)] == [aino]
    assert len(house.index) == 1


def test_a_namesake_is_added_by_tab_and_enter(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen")
    window.press(Qt.Key.Key_N, CTRL)
    window.type("Aino Virtanen")
    window.press(ENTER)
    window.press(TAB)
    assert window.caret_name == "Add anyway"
    window.press(ENTER)
    assert len(house.index) == 2


def test_a_request_given_up_leaves_the_card_where_it_was(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    for day in range(1, 21):
        visits.log(house, VisitDraft(aino, date(2026, 1, day)))
    window.resize(700, 500)
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_R, CTRL)
    window.press(ESC)
    assert window.page.card.verticalScrollBar().maximum() > 0
    assert window.page.card.verticalScrollBar().value() == 0
    assert window.caret is window.page.column.search


def test_somebody_with_the_same_phone_is_shown_while_it_is_typed(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen", phones=("045 019 6031",))
    window.press(Qt.Key.Key_N, CTRL)
    window.type("Pekka Uusi")
    window.line("Phone numbers, one more").setFocus()
    window.type("+358 45 0196031")
    adding = window.page.adding
    assert adding is not None
    assert [row.title for row in adding.doubles.rows()] == ["Aino Virtanen"]


def test_a_field_is_saved_when_tab_leaves_it(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_E, CTRL)
    window.fills("Nickname", "Ansku")
    assert customers.get(house, aino).draft.nickname == "Ansku"
    window.fills("Birthday", "30.2.")
    assert "“30.2.”: there is no such day." in window.reads()
    assert window.line("Birthday").text() == "30.2."


def test_done_leaves_the_last_field_first(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_E, CTRL)
    window.line("Nickname").setFocus()
    window.type("Ansku")
    window.clicks("Done")
    assert customers.get(house, aino).draft.nickname == "Ansku"
    assert window.room.presenter.mode is Mode.CARD


def test_opening_somebody_else_keeps_what_was_being_typed(house: Desk, window: Window) -> None:
    aino, ville = knows(house, "Aino Virtanen"), knows(house, "Ville Mäki")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_E, CTRL)
    window.line("Nickname").setFocus()
    window.type("Ansku")
    window.room.enter(Errand(subject=ville))
    assert customers.get(house, aino).draft.nickname == "Ansku"


def test_a_change_elsewhere_leaves_the_caret_and_the_letters_alone(
    house: Desk, other_desk: Desk, window: Window
) -> None:
    aino = knows(house, "Aino Virtanen")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_E, CTRL)
    window.line("Nickname").setFocus()
    window.type("Ans")
    changes = customers.change(other_desk, aino, 1, likes="Coffee")
    window.room.refresh(changes)
    window.type("ku")
    assert window.line("Nickname").text() == "Ansku"
    assert window.caret is window.line("Nickname")


def test_both_texts_of_a_disputed_field_stand_on_the_screen(
    house: Desk, other_desk: Desk, window: Window
) -> None:
    aino = knows(house, "Aino Virtanen")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_E, CTRL)
    customers.change(other_desk, aino, 1, nickname="Aikku")
    window.fills("Nickname", "Ansku")
    assert window.line("Nickname").text() == "Ansku"
    assert "At another desk, Pekka wrote this (today 14.00): “Aikku”" in window.reads()
    window.clicks("Keep theirs")
    assert window.line("Nickname").text() == "Aikku"


def test_a_photo_is_chosen_from_a_file(house: Desk, window: Window, tmp_path: Path) -> None:
    aino = knows(house, "Aino Virtanen")
    (tmp_path / "aino.png").write_bytes(picture())
    window.answers.files.append(tmp_path / "aino.png")
    window.room.enter(Errand(subject=aino))
    window.press(Qt.Key.Key_E, CTRL)
    window.clicks("Choose a photo")
    assert customers.get(house, aino).photo is not None


def test_a_visit_in_the_list_is_written_about_where_it_stands(house: Desk, window: Window) -> None:
    person = raman(house)
    window.room.enter(Errand(subject=person))
    line = window.page.card.visits.lines.shown[0]
    line.setFocus()
    window.press(ENTER)
    assert window.caret_name == "How did it go?"
    window.type(" and had tea")
    window.press(TAB)
    assert visits.arrivals(house)[0].visit.draft.note == "Swam and had tea"
    window.press(ESC)
    assert window.caret is window.page.card.visits.lines.shown[0]


def test_lines_of_the_card_are_one_stop_for_tab_and_arrows_go_between(house: Desk, window: Window) -> None:
    aino = knows(house, "Aino Virtanen")
    for asked in ("Locker 12", "Towel"):
        requests.add(house, RequestDraft(aino, asked))
    window.room.enter(Errand(subject=aino))
    first, second = window.page.card.asked.lines.shown
    first.setFocus()
    window.press(DOWN)
    assert window.caret is second
    window.press(UP)
    assert window.caret is first
    window.press(TAB)
    assert window.caret is not second
    window.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.caret is first


def test_more_opens_the_windows_list_of_actions(house: Desk, window: Window) -> None:
    window.room.enter(Errand(subject=knows(house, "Aino")))
    window.clicks("More")
    assert window.listed == 1


def test_what_was_typed_before_the_room_stood_is_searched_for(house: Desk, window: Window) -> None:
    knows(house, "Aino Virtanen")
    window.room.enter(Errand(typed="aino"))
    assert window.page.column.search.text() == "aino"
    assert len(window.page.column.list.rows()) == 1
    window.type(" vir")
    assert window.page.column.search.text() == "aino vir"


def test_markup_in_a_name_is_shown_as_written_everywhere(house: Desk, window: Window) -> None:
    evil = "<b>Aino</b><img src='/etc/passwd'>"
    window.room.enter(Errand(subject=knows(house, evil, must_know=evil, likes=evil)))
    labels = [one for one in window.findChildren(QLabel) if "<b>" in one.text()]
    assert labels
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}


def test_a_very_long_name_leaves_the_window_its_width(house: Desk, window: Window) -> None:
    window.room.enter(Errand(subject=knows(house, "Maximiliana " * 40)))
    window.type("Maximiliana " * 40)
    assert window.width() == 948
    assert window.page.minimumSizeHint().width() <= 948


@pytest.mark.parametrize("state", ["card", "visit", "request", "edit", "add", "empty"])
def test_every_control_has_a_name(house: Desk, window: Window, state: str) -> None:
    if state != "empty":
        window.room.enter(Errand(subject=raman(house)))
    if state == "visit":
        window.room.presenter.log_visit()
    if state == "request":
        window.press(Qt.Key.Key_R, CTRL)
    if state == "edit":
        window.press(Qt.Key.Key_E, CTRL)
    if state == "add":
        window.press(Qt.Key.Key_N, CTRL)
    assert nameless(window) == []


def test_tab_goes_the_way_one_reads(house: Desk, window: Window) -> None:
    window.room.enter(Errand(subject=raman(house)))
    window.room.focus_first()
    seen = []
    for _ in range(9):
        seen.append(window.caret_name)
        window.press(TAB)
    assert seen[:7] == [
        "Search people",
        "People found",
        "Log visit",
        "Request",
        "Edit",
        "Renew",
        "More",
    ]
    assert seen[7].startswith("Locker 12")
    assert seen[8].startswith("Gold")


def test_a_line_of_text_leaves_the_rooms_keys_alone(qtbot: QtBot) -> None:
    class Greedy(QLineEdit):
        """Takes every key for itself, as line edits do with Ctrl+E on some systems."""

        def event(self, event: QEvent) -> bool:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return super().event(event)

    editor = Greedy()
    qtbot.addWidget(editor)
    let_keys_through(editor)
    ours = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, CTRL)
    theirs = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_A, CTRL)
    for event in (ours, theirs):
        event.ignore()
        QCoreApplication.sendEvent(editor, event)
    assert (ours.isAccepted(), theirs.isAccepted()) == (False, True)


def test_buttons_say_their_keys(house: Desk, window: Window) -> None:
    window.room.enter(Errand(subject=knows(house, "Aino")))
    described = {one.text(): one.accessibleDescription() for one in window.findChildren(QAbstractButton)}
    assert described["Request"] == "Ctrl+R"
