"""Buttons, pills, faces and icons: they say what they are, and can be reached."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.foundation.paths import resources
from frontdesk.ui.kit.avatar import UNKNOWN, Avatar
from frontdesk.ui.kit.badge import Badge, BadgeRow
from frontdesk.ui.kit.button import Button, IconButton
from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.colours import LIGHT, MONOGRAM_GROUNDS, MONOGRAM_INK, Level
from frontdesk.ui.kit.drawing import keys_in_words
from frontdesk.ui.kit.field import TextField
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.form import Form
from frontdesk.ui.kit.icon import icon
from frontdesk.ui.kit.label import Label
from frontdesk.ui.kit.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")


def colours_in(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_a_button_has_its_keys_inside(qtbot: QtBot) -> None:
    plain, with_keys = Button("Log visit"), Button("Log visit", "Ctrl+Enter")
    for one in (plain, with_keys):
        qtbot.addWidget(one)
    assert with_keys.sizeHint().width() > plain.sizeHint().width() + 50
    assert with_keys.accessibleName() == "Log visit"
    assert with_keys.accessibleDescription() == "Ctrl+Enter"


@pytest.mark.parametrize("shortcut", ["Ctrl+Enter", "Ctrl++", "Ctrl+-", "F1", "Alt+1", "Ctrl+,"])
def test_keys_are_named_as_on_the_keyboard(shortcut: str) -> None:
    assert keys_in_words(shortcut) == shortcut


def test_a_button_is_pressed_by_keyboard_and_mouse(qtbot: QtBot) -> None:
    button = Button("Log visit", primary=True)
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.set_busy(True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 2


def test_the_focus_can_be_seen(qtbot: QtBot) -> None:
    for button in (Button("Renew"), IconButton("close", "Close")):
        qtbot.addWidget(button)
        with qtbot.waitActive(button):
            button.show()
        button.clearFocus()
        before = button.grab().toImage()
        button.setFocus()
        assert button.grab().toImage() != before


def test_an_ampersand_in_a_name_is_shown(qtbot: QtBot) -> None:
    button = Button("Add “Tom & Co”")
    qtbot.addWidget(button)
    other = Button("Add “Tom Co”")
    qtbot.addWidget(other)
    assert button.sizeHint().width() > other.sizeHint().width()


@pytest.mark.parametrize("level", [one for one in Level if one is not Level.NEUTRAL])
def test_a_badge_shows_its_level(qtbot: QtBot, level: Level) -> None:
    badge = Badge("7 days", level)
    qtbot.addWidget(badge)
    assert LIGHT.under(level) in colours_in(badge)
    assert badge.text() == "7 days"


def test_badges_wrap_where_there_is_no_room(qtbot: QtBot) -> None:
    row = BadgeRow()
    qtbot.addWidget(row)
    row.set_badges([("Must know: allergic to nuts", Level.RED), ("Birthday today, 40", Level.AMBER)])
    one_line = row.heightForWidth(1000)
    assert row.heightForWidth(200) > 1.5 * one_line
    assert not row.isVisible()
    row.set_badges([])
    assert row.heightForWidth(1000) == 0


def test_a_pill_of_the_strip_says_all_of_it_where_there_is_room(qtbot: QtBot) -> None:
    words = "Membership “Gold with spa and guest cards for the family” ends in 7 days (3 December)"
    row = BadgeRow()
    qtbot.addWidget(row)
    row.resize(900, 60)
    row.set_badges([(words, Level.AMBER)])
    row.show()
    pill = row.findChildren(Badge)[0]
    pill.grab()
    assert not pill.toolTip()
    row.resize(300, 60)
    qtbot.waitUntil(lambda: pill.width() <= 300)
    pill.grab()
    assert "ends in 7 days" in pill.toolTip()


def test_what_stands_on_one_line_stands_on_one_middle(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(8, holder)
    high, low = Button("Print"), Label("8 pages")
    flow.addWidget(high)
    flow.addWidget(low)
    holder.resize(400, 60)
    holder.show()
    assert high.height() > low.height() + 8
    assert abs(high.geometry().center().y() - low.geometry().center().y()) <= 1


def test_a_monogram_stands_on_the_persons_own_ground(qtbot: QtBot) -> None:
    avatar = Avatar(104)
    qtbot.addWidget(avatar)
    avatar.resize(104, 104)
    avatar.set_person("ரா", 3)
    assert MONOGRAM_GROUNDS[3] in colours_in(avatar)
    avatar.set_person("?", UNKNOWN)
    assert LIGHT.red in colours_in(avatar)


def test_wide_letters_stay_well_within_the_disc(qtbot: QtBot) -> None:
    avatar = Avatar(100)
    qtbot.addWidget(avatar)
    avatar.resize(100, 100)
    avatar.set_person("க்ஷௌWWW", 3)
    image = avatar.grab().toImage()
    written = [
        x for x in range(100) for y in range(20, 80) if QColor(image.pixel(x, y)).name() == MONOGRAM_INK
    ]
    assert written
    assert min(written) > 9
    assert max(written) < 90
    assert abs(min(written) + max(written) - 100) < 12, "in the middle"


def test_a_photo_takes_the_place_of_the_monogram(qtbot: QtBot) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (60, 90), "#00ff00").save(picture, "PNG")
    avatar = Avatar()
    qtbot.addWidget(avatar)
    avatar.resize(44, 44)
    avatar.set_person("AK", 1, picture.getvalue())
    assert "#00ff00" in colours_in(avatar)
    avatar.set_person("AK", 1, b"no picture at all")
    assert MONOGRAM_GROUNDS[1] in colours_in(avatar)


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    names = sorted(file.stem for file in resources("icons").glob("*.svg"))
    assert {"desk", "today", "settings", "search", "add", "print", "undo", "close"} <= set(names)
    for name in names:
        image = icon(name, "#ff0000", 24).pixmap(24, 24).toImage()
        drawn = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        inked = [one for one in drawn if one.alpha() > 200]
        assert inked, name
        assert all(one.red() > 200 and one.green() < 60 for one in inked), name


def test_a_flow_goes_on_to_a_new_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(8, holder)
    buttons = [Button(f"Button {n}") for n in range(4)]
    for button in buttons:
        flow.addWidget(button)
    holder.resize(250, 300)
    holder.show()
    qtbot.waitUntil(lambda: buttons[3].y() > buttons[0].y())
    assert buttons[1].x() > buttons[0].x()
    assert max(button.geometry().right() for button in buttons) <= 250


def test_a_card_is_filled_and_emptied(qtbot: QtBot) -> None:
    card = Card("Asked for")
    qtbot.addWidget(card)
    card.add(Button("one"))
    inner = Flow(4)
    inner.addWidget(Button("two"))
    card.add(inner)
    assert card.heading.text() == "Asked for"
    assert len(card.findChildren(Button)) == 2
    card.clear()
    qtbot.waitUntil(lambda: not card.findChildren(Button))


def test_a_form_has_one_column_where_it_is_narrow(qtbot: QtBot, theme: Theme) -> None:
    form = Form(2)
    qtbot.addWidget(form)
    fields = [TextField(name) for name in ("Name", "Nickname", "Likes")]
    for field in fields:
        form.add(field)
    form.resize(600, 300)
    form.show()
    qtbot.waitUntil(lambda: fields[1].x() > fields[0].x())
    form.resize(250, 300)
    qtbot.waitUntil(lambda: fields[1].x() == fields[0].x() and fields[1].y() > fields[0].y())
    qtbot.keyClicks(fields[2].editor, "tea")
    form.commit()
    assert fields[2].value() == "tea"
