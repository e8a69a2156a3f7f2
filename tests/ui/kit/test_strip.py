"""What went wrong is said in words, and stays until somebody has read it."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.strip import MessageStrip
from tests.support.accessible import nameless


@pytest.fixture
def strip(qtbot: QtBot) -> MessageStrip:
    made = MessageStrip(notice_ms=30)
    qtbot.addWidget(made)
    return made


def test_trouble_stays_until_it_is_dismissed(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.tell("The disk is full. Nothing of this was saved.")
    with qtbot.waitSignal(strip.destroyed, timeout=100, raising=False):
        pass
    assert strip.words == "The disk is full. Nothing of this was saved."
    assert strip.level is Level.RED
    strip.dismiss()
    assert strip.words == ""
    assert strip.isHidden()


def test_several_wait_for_each_other(strip: MessageStrip) -> None:
    for words in ("first", "second", "first"):
        strip.tell(words)
    assert strip.words == "first"
    strip.dismiss()
    assert strip.words == "second"
    strip.dismiss()
    assert strip.isHidden()


def test_a_quiet_notice_goes_by_itself(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.say("Taken back.")
    assert strip.words == "Taken back."
    assert strip.level is Level.GREEN
    qtbot.waitUntil(strip.isHidden)


def test_a_quiet_notice_does_not_cover_trouble(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.say("Taken back.")
    strip.tell("The disk is full.")
    strip.say("Taken back.")
    with qtbot.waitSignal(strip.destroyed, timeout=100, raising=False):
        pass
    assert strip.words == "The disk is full."


def test_screen_readers_are_told(strip: MessageStrip) -> None:
    strip.tell("The disk is full.")
    assert strip.accessibleName() == "The disk is full."
    assert nameless(strip) == []


def test_what_is_so_no_more_is_taken_back(strip: MessageStrip) -> None:
    strip.tell("The disk is full.")
    strip.tell("This is not kept yet.")
    assert strip.stands("This is not kept yet.")
    strip.take_back("This is not kept yet.")
    assert strip.words == "The disk is full."
    strip.dismiss()
    assert not strip.words
    strip.take_back("The disk is full.")
    assert not strip.stands("The disk is full.")


def test_what_it_is_time_for_leads_there_and_has_been_read(qtbot: QtBot, strip: MessageStrip) -> None:
    went: list[str] = []
    strip.tell("The disk is full.")
    strip.remind("It is time.", "Go there", lambda: went.append("there"))
    strip.show()
    assert strip.words == "The disk is full."
    assert not [one for one in strip.findChildren(Button) if one.isVisible()]
    strip.dismiss()
    assert (strip.words, strip.level) == ("It is time.", Level.AMBER)
    [way] = [one for one in strip.findChildren(Button) if one.isVisible()]
    assert way.text() == "Go there"
    way.click()
    assert went == ["there"]
    assert strip.isHidden()
