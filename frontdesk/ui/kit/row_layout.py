"""The words of a list's rows laid out for its width, and kept as long as they would look the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from frontdesk.ui.kit.badge import badge_shape, badge_size
from frontdesk.ui.kit.colours import Colours
from frontdesk.ui.kit.drawing import cap_size
from frontdesk.ui.kit.measures import XS, M, Size, colours, font, picture_px, px, text_scale
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.shaping import Shape, Wording, shape
from frontdesk.ui.kit.spans import Emphasis, Span

SIDE = 14
AIR = 9
_DISC = 44
_BOX = 17
_TITLE_LINES = 2
_DETAIL_LINES = 2
_MOST_LINES = 5
"""Lines that a detail may take so that what stands out in it is seen whole."""

ABOVE, BENEATH = 14, 5
"""Air above and beneath the heading of a group."""

_LEAST_WORDS = 120
"""A badge that would leave less room than this, or would cut the title, goes below the words."""

_Key = tuple[str, tuple[Span, ...], Size, int]


@dataclass(frozen=True, slots=True)
class Laid:
    """A row and its words, laid out for one width; a heading above it takes the first ``top`` pixels."""

    row: Row
    title: Shape
    detail: Shape | None
    badge: Shape | None
    badge_size: QSize
    left: int
    height: int
    below: bool
    heading: Shape | None = None
    top: int = 0


class Looks:
    """What all rows of a list are measured with and drawn in."""

    def __init__(self, width: int, shown: Colours) -> None:
        """For rows ``width`` pixels wide; the size of text is the one that stands now."""
        self.width, self.shown = width, shown
        self.types = {size: font(size) for size in (Size.RESULT, Size.BODY, Size.LESS)}
        self.least_room, self.least_words = px(40), px(_LEAST_WORDS)
        self.box, self.disc = px(_BOX), picture_px(_DISC)
        self.usual_height = self.disc + 2 * AIR + 1
        self.ink, self.soft, self.brand = QColor(shown.ink), QColor(shown.soft), QColor(shown.brand)
        self.ground, self.panel = QColor(shown.ground), QColor(shown.panel)
        self.chosen = QColor(shown.brand_ground)


class RowLayouts:
    """Lays out the rows of a list that are asked for, and each text of them once.

    A text that stood in the list before, in the same type and room, is not laid out again when other
    rows are shown: while somebody types on, most lines under the names stay. All are forgotten when
    the width, the colours or the size of text change.
    """

    def __init__(self, room: Callable[[], int]) -> None:
        """No rows yet; ``room`` says how wide a row may be."""
        self._room = room
        self._rows: tuple[Row, ...] = ()
        self._laid: dict[int, Laid] = {}
        self._hurry = False
        self._texts: dict[_Key, Shape] = {}
        self._texts_before: dict[_Key, Shape] = {}
        self._seen = self._see()
        self.looks = Looks(self._seen[0], self._seen[2])

    def show(self, rows: Sequence[Row], *, hurry: bool = False) -> None:
        """Other rows are in the list now; in a hurry those that nobody has looked at yet may wait."""
        self._rows, self._hurry = tuple(rows), hurry
        self._laid.clear()
        self._texts_before, self._texts = self._texts, {}
        self.look()

    def look(self) -> None:
        """See how rows look now; done once for all of them, before they are measured or drawn."""
        seen = self._see()
        if seen != self._seen:
            self._seen = seen
            self.looks = Looks(seen[0], seen[2])
            for kept in (self._laid, self._texts, self._texts_before):
                kept.clear()

    def end_hurry(self) -> bool:
        """There is time to lay out what nobody has looked at yet; answers whether there was none before."""
        was, self._hurry = self._hurry, False
        return was

    def height(self, place: int) -> int:
        """How high the row at a place is; in a hurry, how high rows usually are where it is not laid out."""
        if self._hurry and place not in self._laid:
            return self.looks.usual_height
        return self.at(place).height

    def at(self, place: int) -> Laid:
        """The row at a place, counted from 0, laid out."""
        found = self._laid.get(place)
        if found is None:
            found = self._laid[place] = self._lay_out(self._rows[place])
        return found

    def _see(self) -> tuple[int, float, Colours]:
        return self._room(), text_scale(), colours()

    def _lay_out(self, row: Row) -> Laid:
        looks = self.looks
        has_disc = row.monogram is not None or bool(row.photo)
        left = SIDE if row.tick is None else M + looks.box + M
        left += looks.disc + M if has_disc else 0
        badge = badge_shape(row.badge, row.large_badge) if row.badge else None
        pill = badge_size(badge, row.large_badge) if badge else QSize(0, 0)
        tail = round(cap_size(row.keys)[0]) + M if row.keys else 0
        room = max(looks.least_room, looks.width - left - tail - SIDE)
        beside = room - pill.width() - M
        title = self._title(row, beside if badge else room)
        below = badge is not None and (beside < looks.least_words or title.cut)
        if below:
            title = self._title(row, room)
        detail = self._detail(row, room if below or not badge else beside) if row.detail else None
        words = title.size.height() + (detail.size.height() if detail else 0)
        words += pill.height() + XS if below else 0
        heading = self._heading(row) if row.above else None
        top = round(heading.size.height()) + ABOVE + BENEATH if heading else 0
        height = top + round(max(words, looks.disc if has_disc else 0, pill.height())) + 2 * AIR + 1
        return Laid(row, title, detail, badge, pill, left, height, below, heading, top)

    def _heading(self, row: Row) -> Shape:
        spans = (Span(0, len(row.above), Emphasis.STRONG),)
        room = max(self.looks.least_room, self.looks.width - 2 * SIDE)
        return self._text((row.above, spans, Size.LESS, room), _short)

    def _title(self, row: Row, room: int) -> Shape:
        size = Size.RESULT if row.big else Size.BODY
        return self._text((row.title, row.title_spans, size, room), _short)

    def _detail(self, row: Row, room: int) -> Shape:
        return self._text((row.detail, row.detail_spans, Size.LESS, room), _uncut)

    def _text(self, key: _Key, lay_out: Callable[[Wording, int], Shape]) -> Shape:
        found = self._texts.get(key) or self._texts_before.get(key)
        if found is None:
            text, spans, size, room = key
            found = lay_out(Wording(text, self.looks.types[size], spans, self.looks.shown.ink), room)
        self._texts[key] = found
        return found


def _short(said: Wording, room: int) -> Shape:
    return shape(said, room, _TITLE_LINES)


def _uncut(said: Wording, room: int) -> Shape:
    """A detail in as few lines as hold what stands out in it: whoever must be warned is not cut short."""
    strong = max((one.end for one in said.spans if one.emphasis is Emphasis.STRONG), default=0)
    laid = shape(said, room, _DETAIL_LINES)
    for lines in range(_DETAIL_LINES + 1, _MOST_LINES + 1):
        if not laid.cut or len(laid.layout.text()) > strong:
            break
        laid = shape(said, room, lines)
    return laid
