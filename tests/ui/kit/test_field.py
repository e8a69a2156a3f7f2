"""What is typed is kept when the field is left; what cannot be read is said beside it and stays."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.foundation.errors import Refused
from frontdesk.ui.kit.field import Field, LongField, ReadField, TextField
from frontdesk.ui.kit.field_choice import CheckField, ChoiceField
from frontdesk.ui.kit.field_list import ListField
from frontdesk.ui.kit.form import Form
from frontdesk.ui.kit.theme import Mode, Theme
from tests.support.accessible import nameless, spoken_name


class Sheet(QWidget):
    """A field and somewhere else to go."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field, self.elsewhere = field, QLineEdit()
        self.elsewhere.setAccessibleName("elsewhere")
        self.kept: list[object] = []
        field.left.connect(self.kept.append)
        column = QVBoxLayout(self)
        column.addWidget(field)
        column.addWidget(self.elsewhere)


def show(qtbot: QtBot, field: Field) -> Sheet:
    sheet = Sheet(field)
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
    field.setFocus()
    return sheet


def number(text: str) -> int | None:
    if not text:
        return None
    if not text.isdigit():
        raise Refused("Write a number, such as 12.", "amount")
    return int(text)


def as_text(value: int | None) -> str:
    return "" if value is None else str(value)


def test_it_is_kept_when_it_is_left(qtbot: QtBot) -> None:
    field = TextField("Nickname")
    sheet = show(qtbot, field)
    qtbot.keyClicks(field.editor, "  Rami ")
    assert sheet.kept == []
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    assert sheet.kept == ["Rami"]
    field.setFocus()
    sheet.elsewhere.setFocus()
    assert sheet.kept == ["Rami"]


def test_enter_keeps_it_too(qtbot: QtBot) -> None:
    field = TextField("Nickname")
    sheet = show(qtbot, field)
    qtbot.keyClicks(field.editor, "Rami")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert sheet.kept == ["Rami"]


def test_what_was_shown_is_not_kept_again(qtbot: QtBot) -> None:
    field = TextField("Nickname")
    sheet = show(qtbot, field)
    field.set_value("Rami")
    sheet.elsewhere.setFocus()
    assert sheet.kept == []
    assert field.value() == "Rami"


def test_esc_brings_back_what_was(qtbot: QtBot) -> None:
    field = TextField("Nickname")
    sheet = show(qtbot, field)
    field.set_value("Rami")
    qtbot.keyClicks(field.editor, "xyz")
    assert field.is_being_edited()
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.value() == "Rami"
    assert not field.is_being_edited()
    sheet.elsewhere.setFocus()
    assert sheet.kept == []


def test_what_cannot_be_read_is_said_and_stays(qtbot: QtBot) -> None:
    field = ReadField("Amount", number, as_text)
    sheet = show(qtbot, field)
    qtbot.keyClicks(field.editor, "twelve")
    sheet.elsewhere.setFocus()
    assert field.error == "Write a number, such as 12."
    assert field.editor.accessibleDescription() == "Write a number, such as 12."
    assert field.line.text() == "twelve"
    assert sheet.kept == []
    field.line.setText("12")
    field.commit()
    assert field.error == ""
    assert sheet.kept == [12]


def test_a_field_that_must_not_be_empty_can_begin_empty(qtbot: QtBot) -> None:
    def name(text: str) -> str:
        if not text:
            raise Refused("Write a name.", "name")
        return text

    field = ReadField("Name", name, str)
    sheet = show(qtbot, field)
    qtbot.keyClicks(field.editor, "x")
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert (field.line.text(), field.error) == ("", "")
    qtbot.keyClicks(field.editor, "Anna")
    sheet.elsewhere.setFocus()
    assert sheet.kept == ["Anna"]
    field.line.clear()
    field.commit()
    assert field.error == "Write a name."
    assert sheet.kept == ["Anna"]


def test_a_field_that_is_passed_before_it_was_given_anything_is_not_wrong(qtbot: QtBot) -> None:
    field = ReadField("Times", float, str)
    sheet = show(qtbot, field)
    field.editor.setFocus()
    sheet.elsewhere.setFocus()
    assert (field.error, field.is_changed()) == ("", False)
    field.editor.setFocus()
    qtbot.keyClicks(field.editor, "x")
    sheet.elsewhere.setFocus()
    assert field.error
    field.line.clear()
    field.commit()
    assert (field.error, sheet.kept) == ("", [])


def test_emptying_is_a_change(qtbot: QtBot) -> None:
    field = ReadField("Amount", number, as_text)
    sheet = show(qtbot, field)
    field.set_value(12)
    field.line.clear()
    sheet.elsewhere.setFocus()
    assert sheet.kept == [None]


def test_esc_takes_the_error_away(qtbot: QtBot) -> None:
    field = ReadField("Amount", number, as_text)
    sheet = show(qtbot, field)
    qtbot.keyClicks(field.editor, "twelve")
    field.commit()
    assert sheet.field.error
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.error == ""
    assert field.line.text() == ""


def test_several_lines_and_tab_goes_on(qtbot: QtBot) -> None:
    field = LongField("Memory hook")
    sheet = show(qtbot, field)
    qtbot.keyClicks(field.editor, "Tall")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(field.editor, "blue helmet")
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    assert sheet.kept == ["Tall\nblue helmet"]
    assert sheet.elsewhere.hasFocus()


def test_a_choice_is_kept_at_once(qtbot: QtBot) -> None:
    field: ChoiceField[str | None] = ChoiceField(
        "Preferred channel", [(None, "not said"), ("phone", "Phone"), ("letter", "Letter")]
    )
    sheet = show(qtbot, field)
    assert field.value() is None
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    assert sheet.kept == ["phone"]
    field.set_value("letter")
    assert field.value() == "letter"
    assert sheet.kept == ["phone"]


def test_choices_may_change_around_what_is_chosen(qtbot: QtBot) -> None:
    field: ChoiceField[int] = ChoiceField("Staff", [(1, "Anna"), (2, "Joonas")])
    qtbot.addWidget(field)
    field.set_value(2)
    field.set_choices([(2, "Joonas"), (3, "Pekka")])
    assert field.value() == 2
    field.set_choices([(3, "Pekka")])
    assert field.value() == 3


def test_a_long_choice_does_not_push_other_fields_aside(qtbot: QtBot, theme: Theme) -> None:
    form = Form(columns=2)
    qtbot.addWidget(form)
    country: ChoiceField[int] = ChoiceField("Country", [(1, "Finland")])
    other = TextField("Time zone")
    for field in (country, other):
        form.add(field)
    form.resize(500, 200)
    form.show()
    country.set_choices([(1, "South Georgia and the South Sandwich Islands in the far south")])
    theme.choose(Mode.DARK)
    QCoreApplication.sendPostedEvents()  # the layout is asked anew
    assert abs(country.width() - other.width()) <= 1


@pytest.mark.usefixtures("theme")
def test_a_choice_too_long_for_its_field_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    field: ChoiceField[int] = ChoiceField("Letters", [(1, "Macintosh, western Europe"), (2, "UTF-16")])
    sheet = show(qtbot, field)
    box = sheet.field.editor
    assert isinstance(box, QComboBox)
    assert said(box, 400) == "Macintosh, western Europe"
    assert said(box, 140).startswith("Macintosh")
    assert said(box, 140).endswith("…")
    assert box.currentText() == "Macintosh, western Europe", "screen readers hear all of it"


def said(box: QComboBox, width: int) -> str:
    box.resize(width, box.height())
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return str(option.currentText)


@pytest.mark.usefixtures("theme")
def test_the_list_of_choices_scrolls_and_shows_each_whole(qtbot: QtBot) -> None:
    words = [f"Country number {n} with a rather long name of its own" for n in range(60)]
    field: ChoiceField[int] = ChoiceField("Country", list(enumerate(words)))
    sheet = show(qtbot, field)
    box = sheet.field.editor
    assert isinstance(box, QComboBox)
    box.showPopup()
    view = box.view()
    assert view.height() < 20 * view.sizeHintForRow(0)
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    box.hidePopup()


def test_a_tick_is_kept_at_once(qtbot: QtBot) -> None:
    field = CheckField("Deceased")
    sheet = show(qtbot, field)
    qtbot.keyClick(field.editor, Qt.Key.Key_Space)
    assert sheet.kept == [True]
    field.set_value(False)
    assert not field.value()
    assert sheet.kept == [True]


def test_a_line_for_each_phone_and_one_to_add(qtbot: QtBot) -> None:
    field = ListField("Phones")
    sheet = show(qtbot, field)
    field.set_value(("040 123", "09 456"))
    assert [line.text() for line in field.lines] == ["040 123", "09 456", ""]
    last = field.lines[-1]
    last.setFocus()
    qtbot.keyClicks(last, "050 789")
    assert len(field.lines) == 4
    sheet.elsewhere.setFocus()
    assert sheet.kept == [("040 123", "09 456", "050 789")]


def test_emptying_a_line_takes_it_away(qtbot: QtBot) -> None:
    field = ListField("Phones")
    sheet = show(qtbot, field)
    field.set_value(("040 123", "09 456"))
    field.lines[0].clear()
    sheet.elsewhere.setFocus()
    assert sheet.kept == [("09 456",)]
    qtbot.waitUntil(lambda: [line.text() for line in field.lines] == ["09 456", ""])


def test_the_same_line_twice_is_one(qtbot: QtBot) -> None:
    field = ListField("Tags")
    qtbot.addWidget(field)
    field.set_value(("regular",))
    field.lines[-1].setText("regular")
    assert field.value() == ("regular",)


def test_esc_brings_all_lines_back(qtbot: QtBot) -> None:
    field = ListField("Phones")
    sheet = show(qtbot, field)
    field.set_value(("040 123", "09 456"))
    field.lines[1].setFocus()
    field.lines[1].clear()
    qtbot.keyClick(field.lines[1], Qt.Key.Key_Escape)
    assert field.value() == ("040 123", "09 456")
    assert sheet.kept == []


@pytest.mark.parametrize(
    "field_of",
    [
        lambda: TextField("Nickname"),
        lambda: LongField("Likes"),
        lambda: ListField("Phones"),
        lambda: CheckField("Deceased"),
        lambda: ChoiceField("Channel", [(1, "Phone")]),
        lambda: ReadField("Birthday", str, str),
    ],
)
def test_screen_readers_know_every_field(qtbot: QtBot, field_of: Callable[[], Field]) -> None:
    sheet = show(qtbot, field_of())
    assert nameless(sheet) == []


def test_lines_of_a_list_are_told_apart(qtbot: QtBot) -> None:
    field = ListField("Phones")
    qtbot.addWidget(field)
    field.set_value(("040 123",))
    assert [spoken_name(line) for line in field.lines] == ["Phones, line 1", "Phones, one more"]
