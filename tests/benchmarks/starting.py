"""Run in a process of its own: start the program, or a bare window, and say when things are to be seen.

``python starting.py bare`` or ``python starting.py frontdesk DATABASE``. It writes the lines ``painted`` and
``searchable`` and ends; whoever started it takes the time from outside, so that the start of Python and the
loading of Qt count on both sides.
"""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say(word: str) -> None:
    """Write a line at once."""
    os.write(1, f"{word}\n".encode())


def bare() -> None:
    """A window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    when_painted(window, app.quit)
    app.exec()


def frontdesk(database: str) -> None:
    """The program as it is; only its event loop is entered by way of this file."""
    from PySide6.QtWidgets import QApplication

    run = QApplication.exec

    def watched(*_app: object) -> int:
        from frontdesk.ui.shell.window import MainWindow

        (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        when_painted(window, lambda: None)
        window.searchable.connect(lambda: say("searchable"))
        window.searchable.connect(window.close)
        return int(run())

    QApplication.exec = watched  # type: ignore[method-assign]
    from frontdesk.app import main

    sys.exit(main(["--database", database]))


def when_painted(window: "QWidget", then: Callable[[], object]) -> None:
    """Say so once a window has been painted with all in it, when the event loop has its turn again."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    def painted() -> None:
        say("painted")
        then()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, painted)
            return False

    window.installEventFilter(Watch(window))


if __name__ == "__main__":
    frontdesk(sys.argv[2]) if sys.argv[1] == "frontdesk" else bare()
