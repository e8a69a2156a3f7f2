"""Words on the screen: always plain text, never cut through a vowel sign."""

from collections.abc import Sequence
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from frontdesk.ui.kit.colours import Colours
from frontdesk.ui.kit.measures import Size, colours, font, px
from frontdesk.ui.kit.shaping import Shape, Wording, shape
from frontdesk.ui.kit.spans import Span

_UNLIMITED = 1_000_000.0
_LEAST = 24
_RELAYING = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class Tone(StrEnum):
    """The ink of words."""

    INK = "ink"
    SOFT = "soft"
    BRAND = "brand"
    AMBER = "amber"
    RED = "red"
    GREEN = "green"

    def of(self, shown: Colours) -> str:
        """This ink among the colours shown."""
        return str(getattr(shown, self.value))


class Label(QLabel):
    """Plain words in one of our sizes, with parts that may stand out.

    ``lines`` is 1 (elided at the end), a number (wrapped, the last line elided) or 0 (wrapped, all
    of it). Elided words are whole in the tooltip.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: Size = Size.BODY,
        tone: Tone = Tone.INK,
        bold: bool = False,
        lines: int = 1,
        spans: Sequence[Span] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Words to begin with; see :meth:`set_text`."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size, self._tone, self._bold, self._lines = size, tone, bold, lines
        self._spans = tuple(spans)
        self._shapes: dict[float, Shape] = {}
        wraps = lines != 1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.set_text(text, spans)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The parts that stand out."""
        return self._spans

    def set_text(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show ``text`` literally, with ``spans`` of it standing out; nothing is done where it stands so."""
        if text == self.text() and tuple(spans) == self._spans:
            return
        self._spans = tuple(spans)
        self.setText(text)
        self._lay_again()

    def set_tone(self, tone: Tone) -> None:
        """Change the ink."""
        self._tone = tone
        self._lay_again()

    def _lay_again(self) -> None:
        self._shapes.clear()
        self.updateGeometry()
        self.update()

    def _shape(self, width: float) -> Shape:
        if width not in self._shapes:
            if len(self._shapes) > 8:
                self._shapes.clear()
            strong = colours().ink if self._tone is Tone.SOFT else ""
            wording = Wording(self.text(), font(self._size, self._bold), self._spans, strong)
            self._shapes[width] = self._lay_out(wording, width)
        return self._shapes[width]

    def _lay_out(self, wording: Wording, width: float) -> Shape:
        return shape(wording, width, self._lines)

    def sizeHint(self) -> QSize:
        """As wide as the words on one line; a wrapping label is content with less."""
        whole = self._shape(_UNLIMITED).size
        return QSize(ceil(whole.width()) + 1, ceil(whole.height()))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a letter and an ellipsis."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), px(_LEAST)), hint.height())

    def hasHeightForWidth(self) -> bool:
        """Whether the words wrap."""
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        """How high the words are when wrapped in ``width``."""
        return ceil(self._shape(width).size.height()) if self._lines != 1 else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, upright in the middle of the space they were given."""
        shown = colours()
        laid = self._shape(self.width())
        self.setToolTip(literal(self.text()) if laid.cut else "")
        across = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            across = max(0.0, self.width() - laid.size.width())
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            across = max(0.0, (self.width() - laid.size.width()) / 2)
        down = max(0.0, (self.height() - laid.size.height()) / 2)
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            down = 0.0
        painter = QPainter(self)
        laid.paint(painter, QPointF(across, down), QColor(self._tone.of(shown)), QColor(shown.brand))

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when the theme or the size of text changes."""
        if event.type() in _RELAYING:
            self._lay_again()
        super().changeEvent(event)


def literal(text: str) -> str:
    """A tooltip that Qt cannot take for markup."""
    escaped = text[:1000].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{escaped}</p>"


def heading(text: str, parent: QWidget | None = None) -> Label:
    """The heading of a section or a card."""
    return Label(text, size=Size.LESS, tone=Tone.SOFT, bold=True, parent=parent)


def title(text: str, parent: QWidget | None = None) -> Label:
    """The title of a room."""
    return Label(text, size=Size.TITLE, parent=parent)
