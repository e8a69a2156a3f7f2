"""No modal window may open in a test, and no window may be left behind.

pytest-qt loads Qt before the first test in any case, so this makes no test without windows slower.
"""

import gc
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from tests.support.guards import fell, trespass

_ASKING = {"exec", "exec_"}
_BOXES = {"about", "aboutQt", "critical", "information", "question", "warning"}
_LASTING = {"QTipLabel"}
"""Windows that Qt itself keeps for as long as the application lives."""


def pytest_configure() -> None:
    """Seal every method that would wait for a person, once for each process."""
    for cls in _classes_that_ask():
        for name in [name for name in vars(cls) if _waits_for_an_answer(cls, name)]:
            setattr(cls, name, _sealed(f"{cls.__name__}.{name}"))
    _seal_menus()


def _classes_that_ask() -> Iterator[type]:
    for module in (QtWidgets, QtPrintSupport):
        for name in dir(module):  # not vars(): PySide6 makes its classes when they are first asked for
            cls = getattr(module, name)
            if isinstance(cls, type) and issubclass(cls, QtWidgets.QDialog | QtWidgets.QMenu):
                yield cls
    yield QtGui.QDrag


def _seal_menus() -> None:
    """Seal each menu as it is made: QMenu's own look-up of ``exec`` does not see the class."""
    made = QtWidgets.QMenu.__init__

    def make(menu: QtWidgets.QMenu, *args: Any, **options: Any) -> None:
        made(menu, *args, **options)
        menu.exec = _sealed("QMenu.exec")  # type: ignore[method-assign]

    QtWidgets.QMenu.__init__ = make  # type: ignore[method-assign]


def _waits_for_an_answer(cls: type, name: str) -> bool:
    asking = _ASKING | _BOXES if cls.__name__ == "QMessageBox" else _ASKING
    return name in asking or name.startswith("get")


def _sealed(name: str) -> Callable[..., Any]:
    def sealed(*_args: object, **_options: object) -> Any:
        raise trespass(f"A modal window opened: {name}")

    return sealed


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """Look for windows that outlive the test and all it was given."""
    result = yield
    if isinstance(QtWidgets.QApplication.instance(), QtWidgets.QApplication):
        left = _left_behind() and _left_behind(after_collecting=True)
        for window in left:
            if not item.stash.get(fell, False):
                trespass(f"A window was left behind: {type(window).__name__} “{window.windowTitle()}”")
            window.close()
            window.deleteLater()
    return result


def _left_behind(*, after_collecting: bool = False) -> list[QtWidgets.QWidget]:
    if after_collecting:
        gc.collect()
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete.value)
    windows = QtWidgets.QApplication.topLevelWidgets()
    return [one for one in windows if one.metaObject().className() not in _LASTING]
