"""Starting the window: the least that is needed for the first picture, then the house."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit.asking import Dialogs
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.shell.entrance import Opener
from frontdesk.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk


def open_desk(place: str, create: bool) -> "Desk":
    """Open the house at a file or URL; "" is this user's own."""
    from frontdesk.services.desk import Desk
    from frontdesk.services.upkeep import default_place

    return Desk.open(place or default_place(), create=create)


def application(arguments: Sequence[str]) -> QApplication:
    """The Qt application, named so that desktops can tell it from others."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(arguments))
    app.setApplicationName("frontdesk")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("frontdesk")
    return app


def run(opener: Opener = open_desk, place: str = "") -> int:
    """Show the window, open the house in it, and stay until it is closed; answers with the exit code."""
    app = application(sys.argv[:1])
    theme = Theme(app)
    theme.apply()
    window = MainWindow(theme, Worker(), Dialogs())
    window.show()
    QTimer.singleShot(0, window, lambda: window.open(opener, place))
    return app.exec()
