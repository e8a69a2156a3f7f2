"""Folded cards on their sheets: the picture and the house outside, a text inside where one is printed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

from frontdesk.foundation.paths import resources
from frontdesk.foundation.words import tr
from frontdesk.reports.card import Card, Picture, Tint, left_out_hint
from frontdesk.reports.imposing import CardSheets, Fold, Mark, Words, impose
from frontdesk.reports.paper import Box, Paper
from frontdesk.reports.printing.letters import ensure_application, missing_letters
from frontdesk.reports.printing.pages import DOTS, Pages, full_size
from frontdesk.reports.printing.setting import Align, SetText, fitted
from frontdesk.reports.saving import save

_HAIRLINE = 0.1
_GREY = QColor(150, 150, 150)


class FoldedSheets(Pages):
    """Sheets of cards; ``left_out`` are the texts for which a card has no room."""

    def __init__(self, sheets: CardSheets) -> None:
        """Set all texts, on the application's thread."""
        ensure_application()
        self.size, self.title, self.count = sheets.size, tr("Cards"), max(1, len(sheets.sides))
        self._sheets = sheets
        every = [face.words for side in sheets.sides for face in side.faces if any(face.words.paragraphs)]
        self._set = {words: _set(words) for words in every}
        self.left_out = tuple(" ".join(words.paragraphs) for words, text in self._set.items() if not text)

    def draw(self, painter: QPainter, number: int, dots: float) -> None:
        """Draw side ``number``, counted from 1, from the paper's top left corner."""
        painter.save()
        painter.scale(dots / DOTS, dots / DOTS)
        for side in self._sheets.sides[number - 1 : number]:
            for face in side.faces:
                if face.picture:
                    _draw_picture(painter, face.card, face.picture)
                self._draw_words(painter, face.words)
            painter.setPen(QPen(_GREY, _HAIRLINE * DOTS))
            painter.drawLines([_line(mark) for mark in side.marks])
        painter.restore()

    def print_exactly(self, device: QPagedPaintDevice) -> None:
        """Print on paper of the sheets' own size; with a text inside on both sides, turned like a page."""
        if isinstance(device, QPrinter) and self._sheets.both_sides:
            ways = QPrinter.DuplexMode
            device.setDuplex(ways.DuplexLongSide if self._sheets.long_edge else ways.DuplexShortSide)
        super().print_exactly(device)

    def _draw_words(self, painter: QPainter, words: Words) -> None:
        text = self._set.get(words)
        if text:
            white = words.room.height - text.height
            painter.setPen(Qt.GlobalColor.black)
            text.draw(painter, words.room.left, words.room.top + white * words.settling.value)


def _set(words: Words) -> SetText | None:
    align = Align.AlignHCenter if words.centred else Align.AlignLeading
    return fitted(words.paragraphs, words.room, words.sizes, align)


def _line(mark: Mark) -> QLineF:
    return QLineF(mark.left * DOTS, mark.top * DOTS, mark.right * DOTS, mark.bottom * DOTS)


def _draw_picture(painter: QPainter, card: Card, room: Box) -> None:
    """The picture as large as the room allows, in the middle of it."""
    picture = _picture(card.picture, card.tint)
    shape = picture.viewBoxF()
    scale = min(room.width / shape.width(), room.height / shape.height())
    width, height = shape.width() * scale, shape.height() * scale
    left, top = room.left + (room.width - width) / 2, room.top + (room.height - height) / 2
    picture.render(painter, QRectF(left * DOTS, top * DOTS, width * DOTS, height * DOTS))


@cache
def _picture(picture: Picture, tint: Tint) -> QSvgRenderer:
    """The picture in its colour: its areas are drawn in the colour that the drawing has for its own."""
    drawing = resources("cards", f"{picture.value}.svg").read_text(encoding="utf-8")
    coloured = drawing.replace(f'color="{Tint.NONE.value}"', f'color="{tint.value}"', 1)
    return QSvgRenderer(QByteArray(coloured.encode()))


@dataclass(slots=True)
class CardPrint:
    """Cards for a preview; only ``write`` may go to another thread. There is no shorter form of a card.

    ``paper`` is what they were last laid out on, and what :meth:`hint` speaks of.
    """

    cards: tuple[Card, ...]
    fold: Fold = Fold.PAIR
    paper: Paper = Paper.A4

    def lay_out(self, paper: str, short: bool) -> FoldedSheets:  # noqa: ARG002 as a preview asks
        """The sheets to look at and to make a PDF of."""
        self.paper = Paper.named(paper)
        return self._on(self.paper)

    def print_on(self, device: QPagedPaintDevice, short: bool) -> None:  # noqa: ARG002 as a preview asks
        """Print on A4, Letter or half of it, whatever is like the device's own paper.

        Raises :class:`DeskError` where it does not answer.
        """
        self._on(Paper.like(full_size(device))).print_exactly(device)

    def write(self, content: bytes, path: Path) -> None:
        """Write a finished PDF; raises :class:`DeskError` where it cannot be written."""
        save(content, path)

    def hint(self, short: bool) -> str:  # noqa: ARG002 as a preview asks
        """What does not fit, how to print both sides, and which letters are missing; nothing as a rule."""
        sheets = impose(self.cards, self.fold, self.paper)
        said = (left_out_hint(FoldedSheets(sheets).left_out), _turning(sheets), missing_letters(self._text()))
        return " ".join(filter(None, said))

    def file_name(self, short: bool) -> str:  # noqa: ARG002 as a preview asks
        """What the PDF may be called."""
        return tr("cards") + ".pdf"

    def _on(self, paper: Paper) -> FoldedSheets:
        return FoldedSheets(impose(self.cards, self.fold, paper))

    def _text(self) -> str:
        return "".join("".join((one.greeting, *one.inside, one.house)) for one in self.cards)


def _turning(sheets: CardSheets) -> str:
    if not sheets.both_sides:
        return ""
    if sheets.long_edge:
        return tr("Print on both sides and flip on the long edge.")
    return tr("Print on both sides and flip on the short edge.")
