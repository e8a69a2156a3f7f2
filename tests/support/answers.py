"""Answers given beforehand to whatever the program would ask in a dialog of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit.asking import Pattern


@dataclass
class PreparedAnswers:
    """An :class:`~frontdesk.ui.kit.asking.Ask` that answers at once from its lists, in order.

    An empty list is somebody who closes the dialog. ``asked`` keeps the titles of all questions,
    ``suggested`` the file names that were proposed.
    """

    files: list[Path] = field(default_factory=list)
    choices: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    suggested: list[str] = field(default_factory=list)

    def open_file(
        self, parent: QWidget, title: str, patterns: Sequence[Pattern], answered: Callable[[Path], None]
    ) -> None:
        """Answer with the next file."""
        self.asked.append(title)
        if self.files:
            answered(self.files.pop(0))

    def save_file(
        self,
        parent: QWidget,
        title: str,
        suggestion: str,
        patterns: Sequence[Pattern],
        answered: Callable[[Path], None],
    ) -> None:
        """Answer with the next file."""
        self.asked.append(title)
        self.suggested.append(suggestion)
        if self.files:
            answered(self.files.pop(0))

    def choose(
        self, parent: QWidget, title: str, text: str, choices: Sequence[str], answered: Callable[[int], None]
    ) -> None:
        """Answer with the next choice."""
        self.asked.append(title)
        if self.choices:
            answered(self.choices.pop(0))
