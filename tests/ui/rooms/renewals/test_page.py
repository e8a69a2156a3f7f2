"""The Renewals page: by keyboard alone, nothing without a name, the sheet and its form."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from frontdesk.domain.memberships import EndedWhy
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.preview import Preview
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.rooms.renewals.room import RenewalsRoom, build
from tests.support.accessible import nameless, spoken_name
from tests.support.around_room import AroundRoom
from tests.ui.rooms.renewals.conftest import held, member

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Key = Qt.Key


class AtTheKeyboard:
    """Somebody in the Renewals room who has no mouse."""

    def __init__(self, around: AroundRoom, qtbot: QtBot) -> None:
        self.around, self.qtbot = around, qtbot
        self.room: RenewalsRoom = build(around.context())
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

    def name(self) -> str:
        """Whose sheet is shown."""
        assert self.room._presenter.sheet  # noqa: SLF001 what the page shows is read by eye elsewhere
        return self.room._presenter.sheet.name  # noqa: SLF001 the same


@pytest.fixture
def keyboard(around: AroundRoom, desk: Desk, qtbot: QtBot) -> Iterator[AtTheKeyboard]:
    """At the keyboard of a house in which two memberships end."""
    member(desk, "తుమ్మల వెంకటేశ్వరరావు రామకృష్ణ శాస్త్రి", -3)
    member(desk, "Anna-Kaisa Hämäläinen-Korhonen", 9)
    yield AtTheKeyboard(around, qtbot)
    desk.listeners.clear()


def test_the_first_of_the_list_is_shown_and_the_arrows_go_on(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    assert keyboard.name() == "తుమ్మల వెంకటేశ్వరరావు రామకృష్ణ శాస్త్రి"
    keyboard.presses(Key.Key_Down)
    assert keyboard.name() == "Anna-Kaisa Hämäläinen-Korhonen"
    keyboard.presses(Key.Key_Return)
    assert keyboard.at() == "Renewed…"


def test_a_talk_is_written_down_by_keys_alone(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down)
    keyboard.acts("Wants to think…")
    assert keyboard.at() == "Ask again on"
    keyboard.writes("1 December")
    keyboard.presses(Key.Key_Tab)
    keyboard.writes("asks at home")
    form = keyboard.page.sheet.outcome
    assert form
    assert keyboard.room.unfinished() == ("what came of a talk",)
    form.save_button.setFocus()
    keyboard.presses(Key.Key_Return)
    assert keyboard.page.sheet.outcome is None
    assert keyboard.around.undos[-1][0] == "To be asked again: Anna-Kaisa Hämäläinen-Korhonen"
    with desk.store.read() as connection:
        row = connection.exec_driver_sql("select until, words from talks").one()
    assert tuple(row) == ("2026-12-01", "asks at home")


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Wants to think…")
    keyboard.writes("yesterday")
    keyboard.presses(Key.Key_Return)
    form = keyboard.page.sheet.outcome
    assert form
    assert form.fields["until"].error == "Choose the day on which to ask again, after today."
    assert form.values()["until"] == "yesterday"
    assert keyboard.at() == "Ask again on"


def test_another_plan_has_another_last_day(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down)
    keyboard.acts("Renewed…")
    form = keyboard.page.sheet.outcome
    assert form
    assert form.values()["until"] == "1 December 2027"
    keyboard.presses(Key.Key_Down)
    form.fields["plan"].commit()
    assert form.values() == {"plan": "Mornings", "starts": "end", "until": "1 June 2027", "words": ""}


def test_control_and_enter_keep_it_from_anywhere(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Not reached…")
    keyboard.writes("voice mail")
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(keyboard.around.undos) == 1
    keyboard.acts("Renewed…")
    keyboard.presses(Key.Key_Return)  # on the plan, which is only chosen from
    assert len(keyboard.around.undos) == 2


def test_escape_gives_up_and_leads_back_to_the_list(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Leaves…")
    keyboard.presses(Key.Key_Escape)
    assert keyboard.page.sheet.outcome is None
    assert keyboard.at() == "Memberships that end"
    assert keyboard.around.undos == []


def test_renewed_the_row_is_gone_and_the_next_is_shown(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    first = keyboard.page.list.current_key()
    keyboard.acts("Renewed…")
    assert keyboard.page.sheet.outcome
    keyboard.page.sheet.outcome.save_button.click()
    assert held(desk, first).ended_why is EndedWhy.RENEWED  # type: ignore[arg-type]
    assert [row.title for row in keyboard.page.list.rows()] == ["Anna-Kaisa Hämäläinen-Korhonen"]
    assert keyboard.name() == "Anna-Kaisa Hämäläinen-Korhonen"


def test_an_errand_leads_to_the_membership_it_names(keyboard: AtTheKeyboard, desk: Desk) -> None:
    far = member(desk, "Far Away", 200)
    keyboard.enters(Errand(subject=far))
    assert keyboard.name() == "Far Away"
    assert keyboard.page.list.current_key() == far


def test_everything_has_a_name_for_whoever_does_not_see_it(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    assert nameless(keyboard.page) == []
    for words in ("Renewed…", "Wants to think…", "Leaves…", "Not reached…"):
        keyboard.acts(words)
        assert nameless(keyboard.page) == []


def test_the_card_is_one_key_away(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Open the card")
    assert keyboard.around.errands == [("desk", Errand(subject=1))]


def test_the_sheets_are_looked_at_before_they_are_printed(
    keyboard: AtTheKeyboard, tmp_path: Path, qtbot: QtBot
) -> None:
    keyboard.enters()
    keyboard.acts("Print all sheets")
    [preview] = keyboard.page.findChildren(Preview)
    assert preview.pages.text() == "2 pages"
    assert not preview.short.isVisible()
    keyboard.around.ask.files.append(tmp_path / "talks.pdf")
    preview.save_button.click()
    assert (tmp_path / "talks.pdf").read_bytes().startswith(b"%PDF")
    assert keyboard.around.ask.suggested == [f"renewal talks {date(2026, 11, 22)}.pdf"]
    preview.close()


def test_a_house_in_which_nothing_ends_says_so(around: AroundRoom, qtbot: QtBot) -> None:
    keyboard = AtTheKeyboard(around, qtbot).enters()
    assert keyboard.at() == "Ending within"
    assert not keyboard.page.sheet.isVisible()
    assert [one.text for one in keyboard.room.actions() if one.enabled()] == ["Who has left us"]
