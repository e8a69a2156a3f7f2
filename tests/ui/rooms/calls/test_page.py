"""The Calls page: by keyboard alone, nothing without a name, numbers handed on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.rooms.calls.room import CallsRoom, build
from tests.support.accessible import nameless, spoken_name
from tests.support.around_room import AroundRoom
from tests.ui.rooms.calls.conftest import member, to_ring

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Key = Qt.Key
LONG = "తుమ్మల వెంకటేశ్వరరావు రామకృష్ణ శాస్త్రి"


class Telephone(QObject):
    """Whatever rings numbers on this machine."""

    def __init__(self) -> None:
        super().__init__()
        self.rung: list[str] = []
        QDesktopServices.setUrlHandler("tel", self, "ring")  # type: ignore[arg-type]  # bytes are refused

    @Slot(QUrl)
    def ring(self, address: QUrl) -> None:
        self.rung.append(address.toString())


@pytest.fixture
def telephone(qapp: QApplication) -> Iterator[Telephone]:
    """A telephone that only writes down what it was asked to ring."""
    yield Telephone()
    QDesktopServices.unsetUrlHandler("tel")


class AtTheKeyboard:
    """Somebody in the Calls room who has no mouse."""

    def __init__(self, around: AroundRoom, qtbot: QtBot) -> None:
        self.around, self.qtbot = around, qtbot
        self.room: CallsRoom = build(around.context())
        self.page = self.room.page
        qtbot.addWidget(self.page)
        self.page.resize(948, 620)
        around.desk.listen(self.room.refresh)

    def enters(self, errand: Errand | None = None) -> "AtTheKeyboard":
        with self.qtbot.waitActive(self.page):
            self.page.show()
        self.room.enter(errand)
        if errand is None:
            self.room.focus_first()
        return self

    def presses(self, *keys: Key) -> None:
        for key in keys:
            QTest.keyClick(self.page.windowHandle(), key)

    def acts(self, words: str) -> None:
        """Carries out an action of the room, as its keys do."""
        [action] = [one for one in self.room.actions() if one.text == words]
        assert action.enabled()
        action.run()

    def writes(self, text: str) -> None:
        """Writes into the field with the caret, over what stands there."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit | QPlainTextEdit)
        focus.selectAll()
        QTest.keyClicks(focus, text)

    def at(self) -> str:
        focus = QApplication.focusWidget()
        return spoken_name(focus) if focus else ""

    def titles(self) -> list[str]:
        return [row.title for row in self.page.list.rows()]


@pytest.fixture
def keyboard(around: AroundRoom, desk: Desk, qtbot: QtBot) -> Iterator[AtTheKeyboard]:
    """At the keyboard of a house in which two people are to be rung."""
    to_ring(desk, LONG, minutes=10)
    to_ring(desk, "Anna-Kaisa Hämäläinen-Korhonen")
    yield AtTheKeyboard(around, qtbot)
    desk.listeners.clear()


def test_a_call_back_is_promised_by_keys_alone(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down)
    keyboard.acts("Call back…")
    assert keyboard.at() == "Ring back"
    keyboard.writes("tomorrow 10:00")
    assert keyboard.room.unfinished() == ("what came of a call",)
    keyboard.presses(Key.Key_Return)
    assert keyboard.page.person.outcome is None
    assert keyboard.at() == "To be rung"
    assert keyboard.around.undos[-1][0] == "To be rung back: Anna-Kaisa Hämäläinen-Korhonen"
    assert keyboard.page.list.rows()[1].badge == "tomorrow 10:00"
    with desk.store.read() as connection:
        row = connection.exec_driver_sql("select came, number, staff_id from attempts").one()
    assert tuple(row) == ("call back", "040 1", 1)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Call back…")
    keyboard.writes("yesterday 10:00")
    keyboard.presses(Key.Key_Return)
    form = keyboard.page.person.outcome
    assert form
    assert form.fields["back_at"].error == "This time has gone by already."
    assert form.values()["back_at"] == "yesterday 10:00"
    keyboard.presses(Key.Key_Escape, Key.Key_Escape)
    assert keyboard.page.person.outcome is None
    assert keyboard.at() == "To be rung"
    assert keyboard.around.undos == []


def test_reached_is_gone_and_the_next_is_shown(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Reached…")
    form = keyboard.page.person.outcome
    assert form
    form.save_button.click()
    assert keyboard.titles() == ["Anna-Kaisa Hämäläinen-Korhonen"]
    assert keyboard.page.list.current_key() == keyboard.page.list.rows()[0].key


def test_enter_opens_the_card_and_an_errand_shows_the_call(keyboard: AtTheKeyboard) -> None:
    keyboard.enters(Errand(subject=2))
    assert keyboard.at() == "To be rung"
    keyboard.presses(Key.Key_Return)
    keyboard.acts("Open the card")
    assert keyboard.around.errands == [("desk", Errand(subject=2))] * 2


def test_a_talk_is_one_key_further(keyboard: AtTheKeyboard, desk: Desk) -> None:
    membership = member(desk, "Aino", 7)
    keyboard.enters()
    keyboard.presses(Key.Key_Down)
    keyboard.acts("Reached…")
    form = keyboard.page.person.outcome
    assert form
    assert form.save_button.text() == "Reached: to the talk sheet"
    form.save_button.click()
    assert keyboard.around.errands == [("renewals", Errand(subject=membership))]


def test_a_number_is_rung_and_copied(keyboard: AtTheKeyboard, telephone: Telephone) -> None:
    keyboard.enters()
    keyboard.acts("Ring the number")
    keyboard.acts("Copy the number")
    assert telephone.rung == ["tel:0401"]
    assert QGuiApplication.clipboard().text() == "040 1"
    assert keyboard.around.said == ["The number can be pasted now."]
    assert keyboard.around.told == []


def test_where_nothing_can_ring_that_is_said(
    keyboard: AtTheKeyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _address: False)
    keyboard.enters()
    keyboard.acts("Ring the number")
    assert keyboard.around.told == ["Nothing on this machine can ring by itself. Ring the number by hand."]


def test_everything_has_a_name_for_whoever_does_not_see_it(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    assert nameless(keyboard.page) == []
    for words in ("Reached…", "No answer…", "Call back…", "Wrong number…"):
        keyboard.acts(words)
        assert nameless(keyboard.page) == []


def test_nobody_has_to_be_rung(around: AroundRoom, qtbot: QtBot) -> None:
    keyboard = AtTheKeyboard(around, qtbot).enters()
    assert keyboard.titles() == []
    assert not [one.text for one in keyboard.room.actions() if one.enabled()]
    around.desk.listeners.clear()
