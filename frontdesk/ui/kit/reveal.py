"""Showing a part only when there is something in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def reveal(part: QWidget, shown: bool) -> None:
    """Show or hide a part, but never as a window of its own.

    Qt makes a window of a widget that is shown before it has been put into one: it flashes up and
    takes the keyboard away.
    """
    if shown and part.parentWidget() is None:
        part.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        part.setVisible(shown)
