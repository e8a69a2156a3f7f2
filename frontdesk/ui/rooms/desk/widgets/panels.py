"""Panels of the card whose lines reach from edge to edge."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from frontdesk.ui.kit.card import Card
from frontdesk.ui.kit.label import Label, heading
from frontdesk.ui.kit.measures import XS, L, M

INSET = L - 3
"""How far words stand from the panel's edge."""


class ListPanel(Card):
    """A panel with headings, words and lines; the ground under a line spans all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing in it yet."""
        super().__init__(tight=True, parent=parent)
        self.body.setContentsMargins(0, M, 0, M)
        self.body.setSpacing(XS)

    def add_heading(self, words: str = "") -> Label:
        """A small heading."""
        label = heading(words)
        self.add_words(label)
        return label

    def add_words(self, part: QWidget) -> None:
        """Something that stands in from the edges; hidden, it takes no room."""
        self.add(inset(part))

    def add_gap(self) -> None:
        """A little air between two parts."""
        self.body.addSpacing(XS)


def inset(part: QWidget | QLayout) -> QHBoxLayout:
    """A part with the panel's margin at both sides."""
    row = QHBoxLayout()
    row.setContentsMargins(INSET, 0, INSET, 0)
    if isinstance(part, QWidget):
        row.addWidget(part)
    else:
        row.addLayout(part)
    return row
