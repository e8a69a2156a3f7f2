"""The Notes page: by keyboard alone, nothing without a name, words kept when the field is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.customers import CustomerDraft
from frontdesk.domain.ids import NoteId
from frontdesk.domain.notes import NoteDraft, NoteKind, Way
from frontdesk.services import customers, notes
from frontdesk.services.desk import Desk
from frontdesk.ui.kit.preview import Preview
from frontdesk.ui.kit.room import Errand
from frontdesk.ui.rooms.notes.room import NotesRoom
from frontdesk.ui.shell.household import EVERYTHING
from tests.support.accessible import nameless, spoken_name
from tests.support.around_room import AroundRoom
from tests.support.houses import aino, content, picture
from tests.ui.rooms.notes.conftest import celebrant

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("theme")]

Key = Qt.Key
TELUGU = "తుమ్మల వెంకటేశ్వరరావు రామకృష్ణ శాస్త్రి"


class AtTheKeyboard:
    """Somebody in the Notes room who has no mouse."""

    def __init__(self, around: AroundRoom, qtbot: QtBot) -> None:
        self.around, self.qtbot = around, qtbot
        self.mails: list[str] = []
        self.room = NotesRoom(around.context(), self.open_mail)
        self.page = self.room.page
        qtbot.addWidget(self.page)
        self.page.resize(948, 620)
        around.desk.listen(self.room.refresh)

    def open_mail(self, link: str) -> bool:
        self.mails.append(link)
        return True

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
        """Whose note is shown."""
        assert self.room.presenter.sheet
        return self.room.presenter.sheet.person.draft.name

    def saves(self, file: Path) -> int:
        """Saves what is shown before it is printed; its pages."""
        [preview] = self.page.findChildren(Preview)
        self.around.ask.files.append(file)
        preview.save_button.click()
        preview.close()
        preview.setParent(None)
        return len(PdfReader(file).pages)


@pytest.fixture
def keyboard(around: AroundRoom, desk: Desk, qtbot: QtBot) -> Iterator[AtTheKeyboard]:
    """At the keyboard of a house in which two people have their birthday."""
    celebrant(
        desk, "Anna-Kaisa Hämäläinen-Korhonen", emails=("ak@example.fi",), address="Katu 1\n00100 Helsinki"
    )
    celebrant(desk, TELUGU)
    yield AtTheKeyboard(around, qtbot)
    desk.listeners.clear()


def written(desk: Desk) -> list[tuple[str, str]]:
    return [(row["state"], row["words"]) for row in content(desk)["notes"]]


def test_the_first_of_the_list_is_shown_and_the_arrows_go_on(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    assert (keyboard.at(), keyboard.name()) == ("Notes", "Anna-Kaisa Hämäläinen-Korhonen")
    keyboard.presses(Key.Key_Down)
    assert keyboard.name() == TELUGU
    keyboard.presses(Key.Key_Return)
    assert keyboard.at() == "The words"


def test_words_are_kept_when_the_field_is_left(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Return)
    keyboard.writes("Dear Anna")
    assert written(desk) == []
    keyboard.presses(Key.Key_Tab)
    assert written(desk) == [("to write", "Dear Anna")]
    assert keyboard.at().startswith("Copy: Dear Anna-Kaisa")
    keyboard.presses(Key.Key_Return)
    line = QGuiApplication.clipboard().text()
    assert line.startswith("Dear Anna-Kaisa")
    assert written(desk) == [("to write", "Dear Anna")]


def test_words_in_the_field_are_kept_by_the_step_and_by_another_row(
    keyboard: AtTheKeyboard, desk: Desk
) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Return)
    keyboard.writes("Dear Anna")
    keyboard.acts("The next step with this note")
    assert written(desk) == [("written", "Dear Anna")]
    keyboard.page.focus_first()
    keyboard.presses(Key.Key_Up)
    keyboard.presses(Key.Key_Return)
    keyboard.writes("Dear Venkat")
    [other] = [row.key for row in keyboard.page.list.rows() if row.title != TELUGU]
    keyboard.page.list.select(other)
    assert written(desk)[1] == ("to write", "Dear Venkat")


def test_what_another_desk_writes_does_not_take_the_words_away(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Return)
    keyboard.writes("Dear Anna")
    keyboard.presses(Key.Key_Tab)
    note = NoteId(content(desk)["notes"][0]["id"])
    keyboard.page.note.writing.words.setFocus()
    keyboard.writes("Mine")
    notes.change(desk, note, 1, words="Theirs")
    words = keyboard.page.note.writing.words
    assert words.value() == "Mine"
    keyboard.presses(Key.Key_Tab)
    assert written(desk) == [("to write", "Theirs")]
    assert (words.value(), "still here" in words.error) == ("Mine", True)
    assert keyboard.room.unfinished() == ("a note",)
    words.setFocus()
    keyboard.presses(Key.Key_Tab)
    assert written(desk) == [("to write", "Mine")]
    assert keyboard.room.unfinished() == ()


def test_their_answer_is_written_down(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    first = keyboard.page.note.buttons
    assert [button.text() for button in first] == ["It is written", "Handed over", "Sent by post"]
    first[1].click()
    keyboard.acts("The next step with this note")
    assert keyboard.at() == "What did they say?"
    keyboard.writes("She laughed")
    assert keyboard.room.unfinished() == ("an answer",)
    keyboard.acts("The next step with this note")
    assert [row["answer"] for row in content(desk)["notes"]] == ["She laughed"]
    assert keyboard.page.note.form is None
    assert keyboard.at() == "Notes"
    keyboard.acts("The next step with this note")
    keyboard.presses(Key.Key_Escape)
    assert keyboard.page.note.form is None


def test_a_mail_is_opened_and_never_by_itself(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Return)
    keyboard.writes("Dear Anna")
    keyboard.page.note.writing.way.set_value(Way.BY_HAND)
    keyboard.room.presenter.put("way", Way.EMAIL)
    assert keyboard.mails == []
    keyboard.acts("The next step with this note")
    assert keyboard.mails == ["mailto:ak@example.fi?subject=Birthday&body=Dear%20Anna"]


def test_a_new_note_is_for_whoever_is_looked_up(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    customers.add(desk, CustomerDraft("Eino Aalto"))
    keyboard.acts("New note")
    assert keyboard.at() == "Whom is it for?"
    assert nameless(keyboard.page) == []
    keyboard.writes("eino")
    keyboard.presses(Key.Key_Return)
    assert (keyboard.name(), keyboard.at()) == ("Eino Aalto", "The words")
    keyboard.acts("New note")
    keyboard.presses(Key.Key_Escape)
    assert not keyboard.page.asks_whom
    assert keyboard.at() == "Notes"


def test_an_errand_leads_to_the_words(keyboard: AtTheKeyboard, desk: Desk) -> None:
    whom = celebrant(desk, "Far Away")
    keyboard.enters(Errand(subject=whom, about=("birthday", whom, desk.today())))
    assert (keyboard.name(), keyboard.at()) == ("Far Away", "The words")


def test_everything_has_a_name_for_whoever_does_not_see_it(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    assert nameless(keyboard.page) == []
    for words in ("Print the card…", "Address label…"):
        keyboard.acts(words)
        assert nameless(keyboard.page) == []


def test_the_card_is_one_key_away(keyboard: AtTheKeyboard) -> None:
    keyboard.enters()
    keyboard.acts("Open the card")
    assert keyboard.around.errands == [("desk", Errand(subject=1))]


def test_the_facts_of_one_and_of_all_are_printed(keyboard: AtTheKeyboard, tmp_path: Path) -> None:
    keyboard.enters()
    keyboard.acts("Print the facts")
    assert keyboard.saves(tmp_path / "one.pdf") == 1
    keyboard.acts("Print all facts")
    assert keyboard.saves(tmp_path / "all.pdf") == 1
    assert keyboard.around.ask.suggested == ["cards to write.pdf"] * 2


def test_the_card_is_folded_as_it_was_asked_for(keyboard: AtTheKeyboard, tmp_path: Path) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Return)
    keyboard.writes("Dear Anna")
    keyboard.acts("Print the card…")
    form = keyboard.page.note.form
    assert form
    assert keyboard.at() == "Size"
    assert form.values()["picture"].value == "birthday"
    form.keep()
    assert keyboard.saves(tmp_path / "outside.pdf") == 1
    form.fields["inside"].editor.click()  # type: ignore[attr-defined]
    form.keep()
    assert keyboard.saves(tmp_path / "both.pdf") == 2
    keyboard.page.note.form_given_up.emit()
    assert keyboard.page.note.form is None


def test_labels_for_one_and_for_all_that_are_written(
    keyboard: AtTheKeyboard, desk: Desk, tmp_path: Path
) -> None:
    for whom in (1, 2):
        note = notes.begin(desk, NoteDraft(whom, NoteKind.THANK_YOU))  # type: ignore[arg-type]
        notes.written(desk, NoteId(note.row), 1)
    keyboard.enters()
    keyboard.acts("Address label…")
    form = keyboard.page.note.form
    assert form
    form.fields["start"].line.setText("25")  # type: ignore[union-attr]
    form.keep()
    assert form.fields["start"].error.startswith("A sheet has labels 1 to 24.")
    form.fields["start"].line.setText("24")  # type: ignore[union-attr]
    form.keep()
    assert keyboard.saves(tmp_path / "one.pdf") == 1
    form.fields["every"].set_value(True)  # type: ignore[arg-type]
    form.keep()
    assert keyboard.around.told == [f"No address on the card yet, so no label: {TELUGU}."]
    assert keyboard.saves(tmp_path / "all.pdf") == 1


def test_who_has_no_address_gets_no_label(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down)
    keyboard.acts("Address label…")
    assert keyboard.page.note.form
    keyboard.page.note.form.keep()
    assert keyboard.page.findChildren(Preview) == []
    assert TELUGU in "".join(keyboard.page.note.form.trouble)


def test_a_cutting_is_chosen_and_shown(keyboard: AtTheKeyboard, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "cutting.png"
    file.write_bytes(picture())
    keyboard.around.ask.files.append(file)
    keyboard.enters()
    keyboard.acts("Add a cutting…")
    assert keyboard.page.note.take_button.isVisible()
    keyboard.page.note.take_button.click()
    assert content(desk)["cuttings"] == []
    assert not keyboard.page.note.take_button.isVisible()


def test_a_house_in_which_nobody_waits_says_so(around: AroundRoom, qtbot: QtBot) -> None:
    keyboard = AtTheKeyboard(around, qtbot).enters()
    assert keyboard.at() == "New note"
    assert not keyboard.page.note.isVisible()
    assert [one.text for one in keyboard.room.actions() if one.enabled()] == ["New note"]


def in_view(part: QWidget, page: QScrollArea) -> QRect:
    """Where a part stands in what is seen of the page."""
    return QRect(part.mapTo(page.viewport(), QPoint(0, 0)), part.size())


def test_every_step_is_found_by_its_words(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Return)
    keyboard.writes("Dear Anna")
    keyboard.acts("Write it by e-mail")
    assert [(row["way"], row["words"]) for row in content(desk)["notes"]] == [("e-mail", "Dear Anna")]
    assert "It was handed over" not in [one.text for one in keyboard.room.actions() if one.enabled()]
    keyboard.acts("Write it by hand")
    keyboard.acts("It was handed over")
    assert written(desk) == [("handed over", "Dear Anna")]


def test_whoever_has_no_address_is_not_written_to_by_e_mail(keyboard: AtTheKeyboard, desk: Desk) -> None:
    keyboard.enters()
    keyboard.presses(Key.Key_Down)
    keyboard.acts("Write it by e-mail")
    keyboard.acts("The next step with this note")
    field = keyboard.page.note.writing.way
    assert "no e-mail address" in field.error
    QApplication.processEvents()
    assert keyboard.page.note.viewport().rect().contains(in_view(field, keyboard.page.note))
    assert written(desk) == [("to write", "")]


def test_an_answer_that_was_begun_is_there_again(around: AroundRoom, qtbot: QtBot, desk: Desk) -> None:
    for name in ("Aino", "Eino"):
        card = notes.begin(desk, NoteDraft(celebrant(desk, name), NoteKind.THANK_YOU, words=f"Dear {name}"))
        notes.hand_over(desk, NoteId(card.row), 1)
    keyboard = AtTheKeyboard(around, qtbot).enters()
    first, second = [row.key for row in keyboard.page.list.rows() if "note" in str(row.key)]
    keyboard.page.list.select(first)
    keyboard.acts("The next step with this note")
    keyboard.writes("asked for the recipe")
    keyboard.page.list.select(second)
    assert keyboard.room.unfinished() == ("an answer",)
    keyboard.page.list.select(first)
    keyboard.acts("The next step with this note")
    assert keyboard.page.note.form
    assert keyboard.page.note.form.values() == {"answer": "asked for the recipe"}


def test_whoever_was_not_read_yet_is_found_once_everybody_is(
    around: AroundRoom, qtbot: QtBot, desk: Desk
) -> None:
    keyboard = AtTheKeyboard(around, qtbot).enters()
    keyboard.acts("New note")
    keyboard.writes("aino")
    assert not keyboard.page.whom.list.rows()
    aino(desk)
    keyboard.room.refresh(EVERYTHING)
    qtbot.waitUntil(lambda: [row.title for row in keyboard.page.whom.list.rows()] == ["Aino Virtanen"])
