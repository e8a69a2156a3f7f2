"""Words on the screen are only words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.button import Button
from frontdesk.ui.kit.colours import LIGHT
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import Size
from frontdesk.ui.kit.name_label import NameLabel
from frontdesk.ui.kit.spans import Span
from frontdesk.ui.kit.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")


def colours_in(label: Label) -> set[str]:
    image = label.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_markup_in_a_name_is_shown_literally(qtbot: QtBot) -> None:
    label = Label("<b>Anna</b> <img src='/etc/passwd'>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    wide = label.sizeHint().width()
    label.set_text("Anna")
    assert wide > 3 * label.sizeHint().width()


def test_the_tooltip_of_a_cut_name_is_literal_too(qtbot: QtBot) -> None:
    label = Label("<b>Anna</b> & Maria " * 10)
    qtbot.addWidget(label)
    label.resize(80, 30)
    label.grab()
    assert "&lt;b&gt;Anna&lt;/b&gt; &amp; Maria" in label.toolTip()
    label.resize(5000, 30)
    label.grab()
    assert label.toolTip() == ""


def test_words_that_stand_already_lay_nothing_out_around_them(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label, button = Label("12 people", spans=[Span(0, 2)]), Button("Log visit", "Ctrl+J")
    column = QVBoxLayout(page)
    column.addWidget(label)
    column.addWidget(button)
    page.show()
    assert column.activate() is False, "all is laid out"
    label.set_text("12 people", [Span(0, 2)])
    button.set_words("Log visit")
    button.set_hint("Ctrl+J")
    assert column.activate() is False
    label.set_text("13 people", [Span(0, 2)])
    assert column.activate() is True


def test_what_was_typed_is_underlined_in_brand_colour(qtbot: QtBot) -> None:
    label = Label("Raman", spans=[Span(0, 3)])
    qtbot.addWidget(label)
    assert LIGHT.brand in colours_in(label)
    label.set_text("Raman")
    assert LIGHT.brand not in colours_in(label)


def test_ink_follows_the_tone(qtbot: QtBot, theme: Theme) -> None:
    label = Label("█████", tone=Tone.RED)
    qtbot.addWidget(label)
    assert LIGHT.red in colours_in(label)
    label.set_tone(Tone.GREEN)
    assert LIGHT.green in colours_in(label)


def test_a_long_name_takes_a_second_line_where_there_is_room_below(qtbot: QtBot) -> None:
    label = NameLabel("Maria Järvenpää-Hämäläinen")
    qtbot.addWidget(label)
    assert label.heightForWidth(300) == 2 * label.heightForWidth(5000)


def test_a_very_long_name_is_smaller_before_it_pushes_away_what_must_be_known(qtbot: QtBot) -> None:
    name = "கௌரிசங்கர் திருநெல்வேலி வேங்கடசுப்பிரமணிய ஸ்ரீனிவாசமூர்த்தி கிருஷ்ணமூர்த்தி"
    label, large = NameLabel(name), Label(name, size=Size.NAME, lines=0)
    for one in (label, large):
        qtbot.addWidget(one)
    assert label.heightForWidth(420) < 0.7 * large.heightForWidth(420)
    label.resize(420, label.heightForWidth(420))
    label.grab()
    assert not label.toolTip()


def test_no_word_of_a_name_is_broken_where_smaller_type_holds_it_whole(qtbot: QtBot) -> None:
    label = NameLabel("வேங்கடசுப்பிரமணியன்")
    qtbot.addWidget(label)
    whole = label.sizeHint().width()
    one_line = label.heightForWidth(whole)
    assert label.heightForWidth(round(0.7 * whole)) < one_line


def test_one_line_gives_way_in_a_narrow_window(qtbot: QtBot) -> None:
    label = Label("Maria Magdalena Katariina Järvenpää-Hämäläinen")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60 < label.sizeHint().width()


def test_larger_text_is_measured_anew(qtbot: QtBot, theme: Theme) -> None:
    label = Label("Raman")
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme.set_scale(2.0)
    assert label.sizeHint().width() > 1.8 * before.width()
    assert label.sizeHint().height() > 1.8 * before.height()


def test_setting_text_twenty_thousand_times_does_not_end_the_program(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number))
    assert label.text() == "19999"
