"""The window's thread is for the window: while one is open, no database is used on it.

A statement that takes a moment on the machine of whoever wrote it takes a second where another desk is
writing, and for as long the window stands still. What a test itself has to do with a house while a
window is open, it does :func:`elsewhere`.
"""

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, Pool, event
from sqlcipher3 import dbapi2

from tests.support.guards import trespass

T = TypeVar("T")


def pytest_configure() -> None:
    """Watch every way to a database, once for each process."""
    event.listen(Engine, "before_cursor_execute", _on_statement)
    event.listen(Pool, "checkout", _on_checkout)
    opened = dbapi2.connect

    def connect(*args: Any, **options: Any) -> Any:
        _only_elsewhere("opened a house's file")
        return opened(*args, **options)

    dbapi2.connect = connect


def elsewhere(work: Callable[[], T]) -> T:
    """Do something on a thread of its own, and wait until it is done."""
    answers: list[T] = []
    thread = threading.Thread(target=lambda: answers.append(work()))
    thread.start()
    thread.join()
    return answers[0]


def _on_statement(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
    _only_elsewhere(f"executed SQL: {' '.join(statement.split())}")


def _on_checkout(*_connection: object) -> None:
    _only_elsewhere("took a connection to the database")


def _only_elsewhere(what: str) -> None:
    if threading.current_thread() is threading.main_thread() and _a_window_is_open():
        raise trespass(f"The window's thread {what}")


def _a_window_is_open() -> bool:
    module = sys.modules.get("frontdesk.ui.shell.window")
    window = getattr(module, "MainWindow", None)  # not there yet while the module is being loaded
    if window is None or not isinstance(QApplication.instance(), QApplication):
        return False
    return any(isinstance(one, window) and one.isVisible() for one in QApplication.topLevelWidgets())
