"""Words in a pill: never a bare dot, so that nobody has to know the colours."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.drawing import box
from frontdesk.ui.kit.flow import Flow
from frontdesk.ui.kit.label import literal
from frontdesk.ui.kit.measures import M, S, Size, colours, font, px
from frontdesk.ui.kit.reveal import reveal
from frontdesk.ui.kit.shaping import Shape, Wording, shape

_WIDEST = 360
_LEAST = 48
_UNLIMITED = 1_000_000.0


def badge_type(large: bool = False) -> QFont:
    """The type of words in a pill."""
    return font(Size.RESULT if large else Size.SMALL)


def badge_shape(text: str, large: bool = False, room: float = 0) -> Shape:
    """The words of a pill, laid out and elided where the pill has less ``room`` (0: that of a list's row)."""
    across = M if large else S
    width = room - 2 * across if room else px(_WIDEST)
    return shape(Wording(text, badge_type(large)), width)


def badge_size(words: Shape, large: bool = False) -> QSize:
    """The size of a pill around its words."""
    across = M if large else S
    down = 3 if large else 2
    return QSize(round(words.size.width()) + 2 * across, round(words.size.height()) + 2 * down + 3)


def draw_badge(painter: QPainter, rect: QRectF, words: Shape, level: Level, large: bool = False) -> None:
    """Draw a pill; at level NEUTRAL the words stand without a ground."""
    shown = colours()
    if level is not Level.NEUTRAL:
        box(painter, rect, shown.under(level), corner=S if large else rect.height() / 2)
    at = QPointF(
        rect.x() + (rect.width() - words.size.width()) / 2,
        rect.y() + (rect.height() - words.size.height()) / 2,
    )
    words.paint(painter, at, QColor(shown.text(level)), QColor(shown.text(level)))


class Badge(QLabel):
    """A pill with words at a level."""

    def __init__(
        self,
        text: str = "",
        level: Level = Level.NEUTRAL,
        large: bool = False,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``large`` is for what is read from further away, such as a running clock.

        A ``whole`` one is as wide as its words, if there is the room; the others keep within a list's row.
        """
        super().__init__(parent)
        self._whole = whole
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._large = large
        self._level = level
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set(text, level)

    @property
    def level(self) -> Level:
        """What its colour says."""
        return self._level

    def set(self, text: str, level: Level) -> None:
        """Say something else."""
        self._level = level
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        return badge_size(self._words(), self._large)

    def _words(self) -> Shape:
        return badge_shape(self.text(), self._large, _UNLIMITED if self._whole else 0)

    def minimumSizeHint(self) -> QSize:
        """Less, where there is no more room; the whole is in the tooltip."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), px(_LEAST)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        cramped = self.width() < self.sizeHint().width()
        words = badge_shape(self.text(), self._large, self.width()) if cramped else self._words()
        self.setToolTip(literal(self.text()) if words.cut else "")
        draw_badge(QPainter(self), QRectF(self.rect()), words, self._level, self._large)


class BadgeRow(QWidget):
    """Pills side by side, on as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No pills yet."""
        super().__init__(parent)
        self._flow = Flow(S)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_badges(self, badges: Sequence[tuple[str, Level]]) -> None:
        """Show these pills, in this order."""
        self._flow.clear()
        for text, level in badges:
            self._flow.addWidget(Badge(text, level, whole=True))
        reveal(self, bool(badges))
