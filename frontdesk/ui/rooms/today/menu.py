"""The menu about a row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

Items = Sequence[tuple[str, Callable[[], None]]]
"""What can be done, in words and how."""


def show_menu(parent: QWidget, at: QPoint, items: Items) -> None:
    """Show a menu; it takes itself away."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, run in items:
        chosen = menu.addAction(words.replace("&", "&&"))
        chosen.triggered.connect(lambda _checked=False, run=run: run())
    menu.popup(at)
