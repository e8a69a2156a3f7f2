"""The head of the card: who it is, how to say it, what must be known."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.avatar import Avatar
from frontdesk.ui.kit.badge import BadgeRow
from frontdesk.ui.kit.drawing import box
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import XL, XS, M, S, Size, colours, px
from frontdesk.ui.kit.name_label import NameLabel
from frontdesk.ui.rooms.desk.words.card import Face

_AVATAR = 104
_SMALL_AVATAR = 56
_BESIDE = 330
"""Pixels at 100 % text from which the name stands beside the face; in less it needs all of the width."""

_HOOK_LINES = 3


class MustKnow(QWidget):
    """What must be known before the first word, whole, however long it is."""

    def __init__(self) -> None:
        """Nothing must be known yet."""
        super().__init__()
        self.words = Label(tone=Tone.RED, lines=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.addWidget(self.words)

    def present(self, text: str) -> None:
        """Show it; an empty text hides the box."""
        self.words.set_text(text)
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        box(QPainter(self), QRectF(self.rect()), colours().red_ground)


class FaceView(QWidget):
    """Face or monogram, the name as the largest thing, and the lines under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nobody yet."""
        super().__init__(parent)
        self._avatar = Avatar(_AVATAR)
        self.name = NameLabel()
        self.second = Label(size=Size.RESULT, tone=Tone.SOFT, lines=0)
        self.hook = Label(tone=Tone.SOFT, lines=_HOOK_LINES)
        self.badges = BadgeRow()
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addStretch(1)
        for part in (self.name, self.second, self.hook):
            words.addWidget(part)
        words.addStretch(1)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(XL - 4)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XL - 8)
        column.addLayout(row)
        self.must_know = MustKnow()
        column.addWidget(self.must_know)
        column.addWidget(self.badges)

    def present(self, face: Face) -> None:
        """Show somebody."""
        self._avatar.set_person(face.monogram, face.colour, face.photo)
        self.name.set_text(face.name)
        self.second.set_text(face.second, face.second_spans)
        self.second.setVisible(bool(face.second))
        self.hook.set_text(face.hook)
        self.hook.setVisible(bool(face.hook))
        self.must_know.present(face.must_know)
        self.badges.set_badges(face.badges)
        said = ", ".join(
            filter(None, (face.name, face.second, face.must_know, *(text for text, _ in face.badges)))
        )
        self.setAccessibleName(tr("Card of {who}").format(who=said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name the width it needs."""
        super().resizeEvent(event)
        beside = self.width() >= px(_BESIDE)
        self._avatar.set_size(_AVATAR if beside else _SMALL_AVATAR)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
