"""A window for the desk room alone: its surroundings, its keys, and somebody who types and reads."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import ActionSpec, RoomContext
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.rooms.desk.room import build
from tests.support.answers import PreparedAnswers
from tests.ui.rooms.desk.surrounded import Surrounded

CTRL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class Window(QWidget):
    """Stands for the real window, so that a mistake in that one fails its own tests only."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.heard = Surrounded(desk)
        self.answers = PreparedAnswers()
        self.listed = 0
        self.room = build(
            RoomContext(
                desk,
                self.heard.worker,
                theme,
                self.answers,
                lambda _key, _errand: None,
                self.heard.offer_undo,
                self.heard.tell,
                self.heard.say,
            )
        )
        self.page = self.room.page
        desk.listen(self.room.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.room.widget)
        for spec in self.room.actions():
            self._bind(spec)
        self._bind(ActionSpec("All actions", self._list_actions, "Ctrl+K"))

    def _bind(self, spec: ActionSpec) -> None:
        if spec.shortcut:
            action = self.addAction(spec.text)
            action.setShortcut(QKeySequence(spec.shortcut.replace("Enter", "Return")))
            action.triggered.connect(partial(_run, spec))

    def _list_actions(self) -> None:
        self.listed += 1

    @property
    def caret(self) -> QWidget:
        """Where the next letter goes."""
        found: object = QApplication.focusWidget()
        assert isinstance(found, QWidget)
        return found

    @property
    def caret_name(self) -> str:
        """What a screen reader says of where the caret is."""
        return self.caret.accessibleName()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.caret, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        QTest.keyClick(self.caret, key, modifier)

    def fills(self, name: str, text: str) -> None:
        """Goes to the field of this name, writes, and goes on."""
        field = self.line(name)
        field.setFocus()
        field.selectAll()
        self.type(text)
        self.press(Qt.Key.Key_Tab)

    def line(self, name: str) -> QLineEdit:
        """The one-line editor that a screen reader calls by this name."""
        [found] = [
            one for one in self.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible()
        ]
        return found

    def clicks(self, words: str) -> None:
        """Clicks on the button that says this."""
        [found] = [
            one for one in self.findChildren(QAbstractButton) if one.text() == words and one.isVisible()
        ]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def reads(self) -> list[str]:
        """Every word that can be read on the right."""
        labels = self.page.right.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible() and one.text()]


def _run(spec: ActionSpec, _checked: bool = False) -> None:
    if spec.enabled():
        spec.run()
