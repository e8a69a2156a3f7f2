"""Light or dark as the system or the desk wishes, and text up to twice its size."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.colours import DARK, LIGHT
from frontdesk.ui.kit.measures import Size, colours, font, px
from frontdesk.ui.kit.theme import Mode, Theme, style_sheet


def test_the_switch_changes_what_is_shown(qtbot: QtBot, theme: Theme) -> None:
    assert colours() is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.choose(Mode.DARK)
    assert colours() is DARK
    theme.choose(Mode.LIGHT)
    assert colours() is LIGHT


def test_it_follows_the_system_until_somebody_chooses(qapp: QApplication, theme: Theme) -> None:
    system = {"dark": True}
    following = Theme(qapp, is_dark=lambda: system["dark"])
    following.choose(Mode.AUTO)
    assert colours() is DARK
    system["dark"] = False
    following.follow_system()
    assert colours() is LIGHT
    following.choose(Mode.DARK)
    following.follow_system()
    assert colours() is DARK
    following.deleteLater()


def test_plain_widgets_of_qt_get_our_colours(theme: Theme) -> None:
    theme.choose(Mode.DARK)
    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window).name() == DARK.ground
    assert palette.color(QPalette.ColorRole.PlaceholderText).name() == DARK.soft


def test_text_grows_to_twice_its_size_and_back(theme: Theme) -> None:
    before = px(Size.NAME)
    theme.set_scale(2.0)
    assert px(Size.NAME) == 2 * before
    assert font(Size.BODY).pixelSize() == px(Size.BODY)
    theme.resize_text(0)
    assert px(Size.NAME) == before


def test_steps_stop_at_the_largest_and_the_smallest(theme: Theme) -> None:
    for _ in range(20):
        theme.resize_text(1)
    assert theme.scale == 2.0
    for _ in range(20):
        theme.resize_text(-1)
    assert theme.scale == 0.9


def test_edits_grow_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.setObjectName("search")
    edit.ensurePolished()
    small = edit.sizeHint().height()
    theme.set_scale(2.0)
    edit.ensurePolished()
    assert edit.sizeHint().height() > 1.5 * small


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_place_left_to_fill(shown: object) -> None:
    filled = style_sheet(LIGHT if shown is LIGHT else DARK, 1.3)
    assert "$" not in filled
    assert LIGHT.brand in filled or DARK.brand in filled
