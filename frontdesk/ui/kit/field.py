"""Labelled fields of a form: what is typed is kept when the field is left, errors stand beneath it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.foundation.errors import DeskError
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import LINE, XS, Size, px
from frontdesk.ui.kit.reveal import reveal

T = TypeVar("T")

_NOTHING = object()
"""What a field keeps that was given nothing yet, and in which an empty text stands for nothing."""


class Field(QWidget):
    """A label, an editor beneath it, and room for a sentence when something is not right.

    ``left`` carries the new value when the field is left with another one than it was given, or than
    it was last left with. Esc brings that one back.
    """

    left = Signal(object)

    def __init__(
        self, label: str, editor: QWidget, *, name: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        """``name`` is what screen readers say instead of ``label``; ``hint`` is what may be written."""
        super().__init__(parent)
        self.editor = editor
        self._kept: object = None
        self._label = Label(label, size=Size.SMALL, tone=Tone.SOFT, lines=0)
        self._label.setBuddy(editor)
        self._error = Label(size=Size.SMALL, tone=Tone.RED, lines=0)
        self._error.hide()
        editor.setAccessibleName(name or label)
        editor.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._label)
        if not label:
            self._label.hide()
        column.addWidget(editor)
        column.addWidget(self._error)
        column.addStretch(1)
        self._hint = hint
        self.watch(editor)

    @property
    def error(self) -> str:
        """The sentence beneath the editor."""
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Say what is not right; an empty sentence takes it away."""
        self._error.set_text(sentence)
        reveal(self._error, bool(sentence))
        self.editor.setAccessibleDescription(sentence or self._hint)
        if self.editor.property("wrong") != bool(sentence):
            self.editor.setProperty("wrong", bool(sentence))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def watch(self, editor: QWidget) -> None:
        """Notice when this editor is left, and Esc in it."""
        editor.installEventFilter(self)

    def commit(self) -> None:
        """Keep what is written, as if the field had been left."""
        if self._is_untouched():
            self.set_error("")
            return
        try:
            value = self._read()
        except (DeskError, ValueError) as error:
            self.set_error(str(error))
            return
        self.set_error("")
        if value != self._kept:
            self._kept = value
            self.left.emit(value)

    def is_changed(self) -> bool:
        """Whether something else is written than what was kept."""
        if self._is_untouched():
            return False
        try:
            return self._read() != self._kept
        except (DeskError, ValueError):
            return True

    def is_being_edited(self) -> bool:
        """Whether the caret is here and something is written that was not kept yet."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus) and self.is_changed()

    def restore(self) -> None:
        """Bring back what was kept."""
        self.set_error("")
        self._show(self._kept)

    def _is_untouched(self) -> bool:
        """Whether nothing was given and nothing written where an empty text is no value."""
        return False

    def _give(self, value: object) -> None:
        """Show a value that was not typed here; nobody is told."""
        self._kept = value
        self.restore()

    def _read(self) -> object:
        """What is written now; raises where it cannot be read."""
        raise NotImplementedError

    def _show(self, value: object) -> None:
        """Put a value into the editor."""
        raise NotImplementedError

    def _first(self) -> QWidget:
        """Where the caret goes when it comes into the field."""
        return self.editor

    def _leaves(self, event: QFocusEvent) -> bool:
        """Whether the caret really goes elsewhere, not only to a menu of the editor's own."""
        return event.reason() is not Qt.FocusReason.PopupFocusReason

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the caret into the editor.

        Not by a focus proxy: with one the field itself is a stop for Tab, wherever it stands in Qt's chain,
        and leads back to an editor that was passed before.
        """
        self._first().setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is written when the editor is left; bring back what was kept on Esc."""
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and self._leaves(event):
            self.commit()
        if isinstance(event, QKeyEvent) and _is_escape(event) and self.is_changed():
            self.restore()
            return True
        return super().eventFilter(watched, event)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape


class TextField(Field):
    """One line of text; spaces around it are not kept."""

    def __init__(self, label: str, *, name: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        """An empty line, in which ``hint`` stands."""
        self._line = QLineEdit()
        self._line.setPlaceholderText(hint)
        super().__init__(label, self._line, name=name, hint=hint, parent=parent)
        self._kept = ""
        self._line.returnPressed.connect(self.commit)

    @property
    def line(self) -> QLineEdit:
        """The editor, for those who want to know of every letter."""
        return self._line

    def value(self) -> str:
        """What is written."""
        return self._line.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text; nobody is told."""
        self._give(value)

    def _read(self) -> object:
        return self.value()

    def _show(self, value: object) -> None:
        self._line.setText(str(value))
        self._line.setCursorPosition(0)


class ReadField(Field, Generic[T]):
    """One line of text that stands for something else, such as a day or an amount."""

    def __init__(
        self,
        label: str,
        read: Callable[[str], T],
        write: Callable[[T], str],
        *,
        name: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``read`` makes a value of the text, or raises a DeskError or ValueError with a sentence.

        Where an empty text is no value, nothing is said of it before something was written.
        """
        self._line = QLineEdit()
        self._line.setPlaceholderText(hint)
        self._reads, self._writes = read, write
        super().__init__(label, self._line, name=name, hint=hint, parent=parent)
        try:
            self._kept = read("")
        except (DeskError, ValueError):
            self._kept = _NOTHING
        self._line.returnPressed.connect(self.commit)

    @property
    def line(self) -> QLineEdit:
        """The editor."""
        return self._line

    def value(self) -> T:
        """What the text stands for; raises where it cannot be read."""
        return self._reads(self._line.text().strip())

    def set_value(self, value: T) -> None:
        """Show a value; nobody is told."""
        self._give(value)

    def _is_untouched(self) -> bool:
        return self._kept is _NOTHING and not self._line.text()

    def _read(self) -> object:
        return self.value()

    def _show(self, value: object) -> None:
        self._line.setText("" if value is _NOTHING else self._writes(value))  # type: ignore[arg-type]
        self._line.setCursorPosition(0)


class LongField(Field):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(
        self, label: str, *, lines: int = 3, name: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        """As high as ``lines`` of text."""
        self._edit = QPlainTextEdit()
        self._lines = lines
        self._edit.setTabChangesFocus(True)
        self._edit.setPlaceholderText(hint)
        self._edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(label, self._edit, name=name, hint=hint, parent=parent)
        self._kept = ""
        self._size()

    def value(self) -> str:
        """What is written."""
        return self._edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show a text; nobody is told."""
        self._give(value)

    def _size(self) -> None:
        self._edit.setFixedHeight(round(px(Size.BODY) * LINE * self._lines) + 22)

    def _read(self) -> object:
        return self.value()

    def _show(self, value: object) -> None:
        self._edit.setPlainText(str(value))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size()
