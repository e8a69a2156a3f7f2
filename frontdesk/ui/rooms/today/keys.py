"""What can be done with a row by keys, in a quiet line."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit.button import KeyCap
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import L, S, Size


class Keys(QWidget):
    """Key caps and what they do, in as many lines as it takes."""

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        """Each key with its words; they do not change."""
        super().__init__()
        flow = Flow(L, self)
        for key, words in keys:
            flow.addWidget(_key(key, words))


def _key(keys: str, words: str) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(S)
    row.addWidget(KeyCap(keys))
    row.addWidget(Label(words, size=Size.SMALL, tone=Tone.SOFT))
    return pair
