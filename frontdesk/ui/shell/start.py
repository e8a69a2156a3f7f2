"""Starting the window: the least that is needed for the first picture, then the house."""

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from frontdesk.ui.shell.entrance import Opener

_log = logging.getLogger(__name__)

_LONGEST_START_MS = 60_000
_LOOKS_FOR_ITSELF = "_mod_uses_pyside"


def application(arguments: Sequence[str]) -> QApplication:
    """The Qt application, named so that desktops can tell it from others."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(arguments))
    app.setApplicationName("frontdesk")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("frontdesk")
    return app


def quicken_imports() -> None:
    """Keep Qt for Python from reading the source of every module that is imported after it.

    It looks there for its own name, in case the module wants Qt's methods under other names, which ours
    never do. That is 1 ms for each of the 400 modules between the first picture and the first search.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, _LOOKS_FOR_ITSELF):
        setattr(feature, _LOOKS_FOR_ITSELF, lambda _module: False)


def keep_what_stands() -> None:
    """Let garbage be collected, but never look for it in what stands now.

    Everybody in the look-up index would be gone through again and again, and no key is answered meanwhile.
    """
    gc.freeze()
    gc.enable()


def tell_of_mistakes(tell: Callable[[Exception], None]) -> None:
    """Log what goes wrong in the window itself, and tell the desk of it instead of saying nothing."""

    def take(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            _log.error("unexpected error in the window", exc_info=(kind, error, trace))
            tell(error)
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = take


def run(opener: "Opener", place: str = "") -> int:
    """Show the window, open the house in it, and stay until it is closed; answers with the exit code."""
    quicken_imports()
    gc.disable()  # what a start makes is there to stay
    from frontdesk.ui.kit.asking import Dialogs
    from frontdesk.ui.kit.tasks import Worker
    from frontdesk.ui.kit.theme import Theme
    from frontdesk.ui.shell.window import MainWindow

    app = application(sys.argv[:1])
    theme = Theme(app)
    theme.apply()
    worker = Worker()
    window = MainWindow(theme, worker, Dialogs())
    tell_of_mistakes(window.tell)
    window.settled.connect(keep_what_stands)
    QTimer.singleShot(_LONGEST_START_MS, gc.enable)  # also where no house is opened
    window.show()
    QTimer.singleShot(0, window, lambda: window.open(opener, place))
    try:
        return app.exec()
    finally:
        worker.close()  # where the session ends before the window was closed
