"""Tab goes the way one reads, also past what was put in later."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
"""Controls whose inner parts are nobody's business."""


def order_tabs(root: QWidget) -> None:
    """Put everything in ``root`` that takes the focus in the order in which it is laid out."""
    for one, following in pairwise(_stops(root)):
        QWidget.setTabOrder(one, following)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield widget
    if isinstance(widget, _WHOLE):
        return
    for part in _parts(widget):
        yield from _stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """What is laid out in a widget, in order."""
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = inside.layout() if inside is not None else None
    if inside is not None and layout is not None:
        children = [child for child in inside.children() if isinstance(child, QWidget)]
        yield from _laid_out(layout, children)


def _laid_out(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    # Not by itemAt: Qt for Python keeps what that gives for as long as the layout lives, though the item
    # may be gone by then, and takes whatever comes to lie at its address for it.
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(child), child) for child in children]
    placed += [(layout.indexOf(child), child) for child in inner]
    for place, part in sorted(placed, key=lambda one: one[0]):
        if isinstance(part, QLayout):
            yield from _laid_out(part, children)
        elif place >= 0:
            yield part
