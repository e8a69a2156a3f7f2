"""Going from room to room, typing from anywhere, undo, messages, the curtain: by keyboard alone."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from frontdesk.domain.changes import Kind
from frontdesk.foundation.errors import DiskFull
from frontdesk.services import lookup, settings
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.kit.theme import Mode
from tests.support.accessible import nameless
from tests.ui.shell.conftest import Front

ALT = Qt.KeyboardModifier.AltModifier


def test_rooms_have_their_keys(front: Front) -> None:
    window = front.furnish()
    front.press(Qt.Key.Key_2, ALT)
    assert window.stack.current_key == "today"
    assert front.caret() is front.rooms["today"].search
    front.ctrl(Qt.Key.Key_Comma)
    assert window.stack.current_key == "settings"
    front.press(Qt.Key.Key_1, ALT)
    assert window.stack.current_key == "desk"


def test_rooms_are_entered_from_the_corridor(front: Front) -> None:
    window = front.furnish()
    tile = next(one for one in window.corridor.findChildren(QAbstractButton) if one.text() == "Today")
    front.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert window.stack.current_key == "today"
    assert tile.isChecked()


def test_enter_presses_whatever_has_the_focus(front: Front) -> None:
    window = front.furnish()
    tile = next(one for one in window.corridor.findChildren(QAbstractButton) if one.text() == "Today")
    tile.setFocus()
    front.press(Qt.Key.Key_Return)
    assert window.stack.current_key == "today"
    keys = next(one for one in window.status.findChildren(QAbstractButton) if one.text() == "keys")
    keys.setFocus()
    front.press(Qt.Key.Key_Return)
    assert window.sheets.keys.isVisible()


def test_a_room_sends_somebody_to_another(front: Front) -> None:
    window = front.furnish()
    front.press(Qt.Key.Key_2, ALT)
    front.rooms["today"].button.setFocus()
    front.rooms["today"].context.go_to("desk", Errand(subject=7))
    assert window.stack.current_key == "desk"
    assert front.rooms["desk"].errands[-1] == Errand(subject=7)
    assert front.caret() is front.rooms["desk"].button, "the room puts the caret where it is of use"


def test_letters_typed_anywhere_go_to_the_search_box(front: Front) -> None:
    window = front.furnish()
    front.press(Qt.Key.Key_2, ALT)
    front.rooms["today"].button.setFocus()
    front.press(Qt.Key.Key_R)
    front.press(Qt.Key.Key_A)
    assert window.stack.current_key == "desk"
    assert front.rooms["desk"].search.text() == "ra"


def test_a_space_presses_the_button_it_is_on(front: Front) -> None:
    front.furnish()
    pressed: list[bool] = []
    button = front.rooms["desk"].button
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    front.press(Qt.Key.Key_Space)
    assert pressed == [True]
    assert front.rooms["desk"].search.text() == ""


def test_esc_goes_back_to_the_search_box_from_everywhere(front: Front) -> None:
    window = front.furnish()
    front.rooms["desk"].button.setFocus()
    front.press(Qt.Key.Key_Escape)
    assert front.caret() is front.rooms["desk"].search
    assert len(front.rooms["desk"].errands) == 1, "it is not entered anew"
    front.press(Qt.Key.Key_2, ALT)
    front.press(Qt.Key.Key_Escape)
    assert window.stack.current_key == "desk"


def test_keys_of_a_room_work_only_in_it(front: Front) -> None:
    front.furnish()
    front.ctrl(Qt.Key.Key_Return)
    front.press(Qt.Key.Key_2, ALT)
    front.ctrl(Qt.Key.Key_Return)
    front.ctrl(Qt.Key.Key_Enter)
    assert front.rooms["desk"].done == ["desk"]
    assert front.rooms["today"].done == ["today", "today"]


def test_what_cannot_be_done_now_is_not_done(front: Front) -> None:
    front.furnish()
    front.ctrl(Qt.Key.Key_D)
    assert front.rooms["desk"].done == []


def test_a_write_is_seen_everywhere(front: Front) -> None:
    window = front.furnish()
    front.press(Qt.Key.Key_2, ALT)
    front.add("Anna Virtanen")
    front.qtbot.waitUntil(lambda: any(Kind.CUSTOMERS in one.kinds for one in front.rooms["today"].seen))
    assert any(Kind.CUSTOMERS in one.kinds for one in front.rooms["desk"].seen)
    assert "1 person" in words(front)
    assert "Saved 14:00" in words(front)
    assert window.strip.words == ""


def words(front: Front) -> list[str]:
    from frontdesk.ui.kit.label import Label

    bars = [*front.window.status.findChildren(Label), *front.window.top.findChildren(Label)]
    return [one.text() for one in bars if not one.isHidden()]


def test_the_last_thing_is_taken_back(front: Front) -> None:
    window = front.furnish()
    changes = front.add("Anna Virtanen")
    assert len(lookup.search(front.desk, "anna")) == 1
    front.rooms["desk"].context.offer_undo("Anna Virtanen added", changes.id)
    assert window.undo_bar.words == "Anna Virtanen added"
    front.ctrl(Qt.Key.Key_Z)
    front.rest()
    assert lookup.search(front.desk, "anna") == []
    front.qtbot.waitUntil(lambda: window.strip.words == "Taken back: Anna Virtanen added")
    assert window.undo_bar.isHidden()
    assert "Anna" not in window.windowTitle()


def test_what_was_taken_back_is_said_of_each(front: Front) -> None:
    window = front.furnish()
    for name in ("Anna {what}", "Ville"):
        front.rooms["desk"].context.offer_undo(f"{name} added", front.add(name).id)

    def says(words: str) -> bool:
        return window.strip.words == words

    for words in ("Taken back: Ville added", "Taken back: Anna {what} added"):
        front.ctrl(Qt.Key.Key_Z)
        front.rest()
        front.qtbot.waitUntil(partial(says, words))


def test_what_cannot_be_taken_back_is_said(front: Front) -> None:
    window = front.furnish()
    front.rooms["desk"].context.offer_undo("Something", "no such change")
    front.ctrl(Qt.Key.Key_Z)
    front.rest()
    front.qtbot.waitUntil(lambda: bool(window.strip.words))
    assert "Taken back" not in window.strip.words


def test_troubles_stand_in_the_strip(front: Front) -> None:
    window = front.furnish()
    front.rooms["desk"].context.tell(DiskFull("The disk is full. Nothing of this was saved."))
    assert window.strip.words == "The disk is full. Nothing of this was saved."
    front.rooms["desk"].context.say("Backup made.")
    assert window.strip.words == "The disk is full. Nothing of this was saved."


def test_troubles_of_work_that_nobody_takes_stand_there_too(front: Front) -> None:
    window = front.furnish()

    def work() -> None:
        raise DiskFull("The disk is full. Nothing of this was saved.")

    front.rooms["desk"].context.worker.run(work)
    front.rest()
    assert window.strip.words == "The disk is full. Nothing of this was saved."


def test_no_person_stands_in_the_title(front: Front) -> None:
    window = front.furnish()
    assert window.windowTitle() == "Riverside Gym – frontdesk"
    front.add("Anna Virtanen")
    front.rest()
    assert "Anna" not in window.windowTitle()


def test_another_name_of_the_house_is_shown_at_once(front: Front) -> None:
    window = front.furnish()
    window.worker.run(lambda: settings.change_house(front.desk, name="Seaside Gym"))
    front.qtbot.waitUntil(lambda: window.windowTitle() == "Seaside Gym – frontdesk")
    assert "Seaside Gym" in words(front)


def test_all_actions_by_their_words(front: Front) -> None:
    window = front.furnish()
    front.ctrl(Qt.Key.Key_K)
    titles = [row.title for row in window.sheets.palette.list.rows()]
    assert titles[0] == "Do it in desk"
    assert {"Today", "Keys", "Draw the curtain", "Dark colours", "Larger text", "Quit"} <= set(titles)
    assert "Not now" not in titles
    assert "Undo" not in titles
    front.qtbot.keyClicks(window.sheets.palette.line, "today")
    front.press(Qt.Key.Key_Return)
    assert window.stack.current_key == "today"


def test_the_keys_are_one_key_away(front: Front) -> None:
    window = front.furnish()
    front.press(Qt.Key.Key_F1)
    assert window.sheets.keys.isVisible()
    assert nameless(window) == []
    front.press(Qt.Key.Key_Escape)
    assert window.sheets.keys.isHidden()
    assert front.caret() is front.rooms["desk"].search


def test_the_curtain_covers_everything_until_a_key(front: Front) -> None:
    window = front.furnish()
    front.ctrl(Qt.Key.Key_L)
    assert window.sheets.curtain.isVisible()
    front.ctrl(Qt.Key.Key_Return)
    assert window.sheets.curtain.isHidden()
    assert front.rooms["desk"].done == []
    front.ctrl(Qt.Key.Key_Return)
    assert front.rooms["desk"].done == ["desk"]


def test_no_key_reaches_the_room_beneath_a_sheet(front: Front) -> None:
    window = front.furnish()
    front.ctrl(Qt.Key.Key_K)
    front.ctrl(Qt.Key.Key_Return)
    assert front.rooms["desk"].done == []
    window.draw_curtain()
    front.press(Qt.Key.Key_A)
    front.ctrl(Qt.Key.Key_Return)
    assert front.rooms["desk"].done == [], "the list of actions is still open"
    front.press(Qt.Key.Key_Escape)
    front.ctrl(Qt.Key.Key_Return)
    assert front.rooms["desk"].done == ["desk"]


def test_a_key_held_down_does_it_once(front: Front) -> None:
    window = front.furnish()
    assert window.actions()
    assert not any(action.autoRepeat() for action in window.actions())


def test_text_grows_and_colours_change_from_the_keyboard(front: Front) -> None:
    window = front.furnish()
    front.ctrl(Qt.Key.Key_Plus)
    once = window.theme.scale
    front.ctrl(Qt.Key.Key_Equal)
    assert window.theme.scale > once > 1.0
    front.ctrl(Qt.Key.Key_0)
    assert window.theme.scale == 1.0
    front.ctrl(Qt.Key.Key_K)
    front.qtbot.keyClicks(window.sheets.palette.line, "dark")
    front.press(Qt.Key.Key_Return)
    assert window.theme.mode is Mode.DARK


def test_every_control_has_a_name_for_screen_readers(front: Front) -> None:
    window = front.furnish()
    front.rooms["desk"].context.offer_undo("Something", "x")
    front.rooms["desk"].context.tell("Something went wrong.")
    assert nameless(window) == []


def test_the_window_fits_a_small_screen_also_with_large_text(front: Front) -> None:
    window = front.furnish()
    window.theme.set_scale(2.0)
    window.resize(1024, 700)
    front.qtbot.waitUntil(lambda: window.size().width() == 1024)
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 700


def test_focus_goes_in_reading_order(front: Front) -> None:
    window = front.furnish()
    desk = front.rooms["desk"]
    assert front.caret() is desk.search
    front.press(Qt.Key.Key_Tab)
    assert front.caret() is desk.button
    places = []
    for _ in range(20):
        front.press(Qt.Key.Key_Tab)
        caret = front.caret()
        assert caret is not None
        if caret is desk.search:
            break
        places.append(caret.mapTo(window, caret.rect().center()).y())
    at_top = min(range(len(places)), key=places.__getitem__)
    round_from_top = places[at_top:] + places[:at_top]
    assert round_from_top == sorted(round_from_top)
