"""Questions that need a dialog of their own: which file, which of these. Nothing waits for the answer."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

Pattern = tuple[str, Sequence[str]]
"""Words for a kind of file, and its patterns: ``("Tables", ("*.csv", "*.tsv"))``."""


class Ask(Protocol):
    """Whoever can ask the person at the desk; ``answered`` is called only when there is an answer."""

    def open_file(
        self, parent: QWidget, title: str, patterns: Sequence[Pattern], answered: Callable[[Path], None]
    ) -> None:
        """Which file to read?"""
        ...

    def save_file(
        self,
        parent: QWidget,
        title: str,
        suggestion: str,
        patterns: Sequence[Pattern],
        answered: Callable[[Path], None],
    ) -> None:
        """Which file to write? ``suggestion`` is a name or a path."""
        ...

    def choose(
        self, parent: QWidget, title: str, text: str, choices: Sequence[str], answered: Callable[[int], None]
    ) -> None:
        """Which of these? Answers with the place of the choice; closing the box is no answer."""
        ...


class Dialogs:
    """Asks with the system's own dialogs; they are loaded with the first question."""

    def open_file(
        self, parent: QWidget, title: str, patterns: Sequence[Pattern], answered: Callable[[Path], None]
    ) -> None:
        """Show the system's dialog for an existing file."""
        from PySide6.QtWidgets import QFileDialog

        dialog = _file_dialog(parent, title, patterns, answered)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def save_file(
        self,
        parent: QWidget,
        title: str,
        suggestion: str,
        patterns: Sequence[Pattern],
        answered: Callable[[Path], None],
    ) -> None:
        """Show the system's dialog for a file to be written; it asks itself before writing over one."""
        from PySide6.QtWidgets import QFileDialog

        dialog = _file_dialog(parent, title, patterns, answered)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(suggestion)
        if Path(suggestion).suffix:
            dialog.setDefaultSuffix(Path(suggestion).suffix.lstrip("."))
        dialog.open()

    def choose(
        self, parent: QWidget, title: str, text: str, choices: Sequence[str], answered: Callable[[int], None]
    ) -> None:
        """Show a box with a button for each choice, and one to leave it."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(title)
        box.setText(text)
        buttons = [box.addButton(choice, QMessageBox.ButtonRole.AcceptRole) for choice in choices]
        leave = box.addButton(tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        for place, button in enumerate(buttons):
            button.clicked.connect(_answer(answered, place))
        box.open()


def _answer(answered: Callable[[int], None], place: int) -> Callable[[], None]:
    return lambda: answered(place)


def _file_dialog(
    parent: QWidget, title: str, patterns: Sequence[Pattern], answered: Callable[[Path], None]
) -> "QFileDialog":
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    kinds = [f"{words} ({' '.join(globs)})" for words, globs in patterns]
    dialog.setNameFilters([*kinds, tr("All files (*)")])
    dialog.fileSelected.connect(lambda chosen: answered(Path(chosen)) if chosen else None)
    return dialog
