"""Tab goes the way things are laid out, and the way is found without holding on to what may be gone."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.field import TextField
from frontdesk.ui.kit.tab_order import order_tabs

pytestmark = pytest.mark.gui


def line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def way(first: QWidget) -> list[str]:
    """The names one comes by with Tab, once around; what takes no focus is in Qt's chain too."""
    seen = [first.accessibleName()]
    now = first.nextInFocusChain()
    while now is not None and now is not first:
        if now.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            seen.append(now.accessibleName())
        now = now.nextInFocusChain()
    return seen


def page(qtbot: QtBot) -> tuple[QWidget, QVBoxLayout, QHBoxLayout]:
    """Two lines side by side with one above and one below."""
    widget = QWidget()
    qtbot.addWidget(widget)
    column, row = QVBoxLayout(widget), QHBoxLayout()
    column.addWidget(line("above"))
    column.addLayout(row)
    column.addWidget(line("below"))
    row.addWidget(line("left"))
    row.addWidget(line("right"))
    return widget, column, row


def test_rows_within_columns_are_gone_through_in_their_place(qtbot: QtBot) -> None:
    widget, _, _ = page(qtbot)
    order_tabs(widget)
    assert way(widget.findChildren(QLineEdit)[0]) == ["above", "left", "right", "below"]


def test_what_is_put_in_later_has_its_place(qtbot: QtBot) -> None:
    widget, column, row = page(qtbot)
    row.insertWidget(1, line("between"))
    column.insertWidget(0, first := line("first"))
    order_tabs(widget)
    assert way(first) == ["first", "above", "left", "between", "right", "below"]


def test_tab_does_not_turn_round_at_fields_that_were_put_in_later(qtbot: QtBot) -> None:
    widget, column, _ = page(qtbot)
    for place, name in ((1, "first field"), (2, "second field")):
        column.insertWidget(place, TextField(name))
    order_tabs(widget)
    with qtbot.waitActive(widget):
        widget.show()
    above = widget.findChildren(QLineEdit)[0]
    above.setFocus()
    names = []
    for _ in range(6):
        QTest.keyClick(widget.windowHandle(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        names.append(focus.accessibleName() if focus is not None else "nowhere")
    assert names == ["first field", "second field", "left", "right", "below", "above"]


def test_no_items_of_layouts_are_held(qtbot: QtBot) -> None:
    widget, _, _ = page(qtbot)
    held = [one for one in gc.get_objects() if type(one) is QWidgetItem]
    order_tabs(widget)
    assert len([one for one in gc.get_objects() if type(one) is QWidgetItem]) == len(held)
