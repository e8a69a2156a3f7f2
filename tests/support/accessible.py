"""What a screen reader would say of a window: every control by its name, none without."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(window: QWidget) -> list[QWidget]:
    """Everything in a window that can be pressed, chosen in or written in, Qt's own inner parts aside."""
    found = [one for one in window.findChildren(QWidget) if isinstance(one, _CONTROLS) or _takes_keys(one)]
    return [one for one in found if not _inner_part(one)]


def nameless(window: QWidget) -> list[str]:
    """The controls of a window that a screen reader cannot name, each with where it stands."""
    return [_where(one, window) for one in controls(window) if not spoken_name(one)]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says of a widget; what is chosen in a list is no name of the list."""
    described = QAccessible.queryAccessibleInterface(widget)
    said = described.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox) and said == widget.currentText():
        said = ""
    return (widget.accessibleName() or said).strip()


def _takes_keys(one: QWidget) -> bool:
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _inner_part(one: QWidget) -> bool:
    """Whether this belongs to a control that has a name of its own: a list's viewport, a combo's list."""
    if one.objectName().startswith("qt_"):
        return True
    above = one.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox | QAbstractSpinBox | QAbstractItemView):
            return True
        above = above.parentWidget()
    return False


def _where(one: QWidget, window: QWidget) -> str:
    path = [type(one).__name__]
    above = one.parentWidget()
    while above is not None and above is not window:
        path.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(path)
