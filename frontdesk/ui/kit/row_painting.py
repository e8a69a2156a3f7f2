"""How a row of a list looks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.kit.avatar import draw_avatar, face
from frontdesk.ui.kit.badge import badge_shape, badge_size, draw_badge
from frontdesk.ui.kit.colours import Colours, Level
from frontdesk.ui.kit.drawing import box, cap_size, hair_line, key_cap
from frontdesk.ui.kit.icon import draw_icon
from frontdesk.ui.kit.measures import CORNER, XS, M, S, Size, colours, font, picture_px, px, text_scale
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.row_model import ROW
from frontdesk.ui.kit.shaping import Shape, Wording, shape
from frontdesk.ui.kit.spans import Emphasis

_SIDE = 14
_DISC = 44
_BOX = 17
_AIR = 9
_TITLE_LINES = 2
_DETAIL_LINES = 2
_MOST_LINES = 5
"""Lines that a detail may take so that what stands out in it is seen whole."""

_FACES = 64
_LEAST_WORDS = 120
"""A badge that would leave less room than this, or would cut the title, goes below the words."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row's words laid out for one width."""

    title: Shape
    detail: Shape | None
    badge: Shape | None
    badge_size: QSize
    left: int
    height: int
    below: bool


class RowPainter(QStyledItemDelegate):
    """Measures and draws rows; keeps their laid out words until the rows, the width or the looks change."""

    def __init__(self, parent: QObject, room: Callable[[], int], *, framed: bool = False) -> None:
        """Nothing laid out yet; ``room`` says how wide a row's words may be.

        ``framed`` when the rows fill a frame with round corners.
        """
        super().__init__(parent)
        self._room, self._framed = room, framed
        self._laid: dict[Row, _Laid] = {}
        self._laid_for: tuple[int, float, Colours] | None = None
        self._faces: dict[tuple[bytes, int], QPixmap | None] = {}

    def keep(self, rows: Iterable[Row]) -> None:
        """Other rows are shown now; those that were there before need not be laid out again."""
        shown = set(rows)
        self._laid = {row: laid for row, laid in self._laid.items() if row in shown}

    def height(self, row: Row) -> int:
        """How high a row is."""
        return self._lay(row).height

    def on_box(self, point: QPoint, rect: QRect) -> bool:
        """Whether a point in the list is on the box to tick of the row in ``rect``."""
        return rect.contains(point) and point.x() < rect.x() + px(_BOX) + 2 * M

    def _lay(self, row: Row) -> _Laid:
        width = self._room()
        look = (width, text_scale(), colours())
        if look != self._laid_for:
            self._laid.clear()
            self._laid_for = look
        found = self._laid.get(row)
        if found is None:
            found = self._laid[row] = _lay_out(row, width)
        return found

    def _face(self, row: Row, side: int) -> QPixmap | None:
        if not row.photo:
            return None
        if (row.photo, side) not in self._faces:
            if len(self._faces) >= _FACES:
                self._faces.clear()
            self._faces[row.photo, side] = face(row.photo, side)
        return self._faces[row.photo, side]

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list, as high as the words."""
        return QSize(self._room(), self.height(index.data(ROW)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row, one part after the other from the left."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        laid = self._lay(row)
        painter.save()
        painter.translate(rect.topLeft())
        area = QRectF(0, 0, rect.width(), rect.height())
        self._draw_ground(painter, option, area, index.row() == index.model().rowCount() - 1)
        self._draw_lead(painter, row, area)
        _draw_words(painter, laid, area)
        _draw_tail(painter, row, laid, area)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, last: bool) -> None:
        shown = colours()
        state: QStyle.StateFlag = option.state
        ground = shown.panel
        if state & QStyle.StateFlag.State_Selected:
            ground = shown.brand_ground
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = shown.ground
        if self._framed:
            self._fill_in_frame(painter, option, area, ground)
        else:
            painter.fillRect(area, QColor(ground))
        if not (last and self._framed):
            foot = area.height() - 0.5
            hair_line(painter, QPointF(0, foot), QPointF(area.width(), foot), shown.line)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(0, 0, 3, area.height()), QColor(shown.brand))

    def _fill_in_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, ground: str
    ) -> None:
        """Fill the row's part of one round box as high as the list: the frame's corners stay free."""
        rect: QRect = option.rect
        view = option.widget
        whole = QRectF(view.viewport().rect()) if isinstance(view, QListView) else area
        painter.save()
        painter.setClipRect(area)
        box(painter, whole.translated(-rect.x(), -rect.y()), ground, corner=CORNER - 1)
        painter.restore()

    def _draw_lead(self, painter: QPainter, row: Row, area: QRectF) -> None:
        shown = colours()
        if row.tick is not None:
            side = px(_BOX)
            square = QRectF(M, round((area.height() - side) / 2), side, side)
            box(
                painter,
                square,
                shown.brand if row.tick else shown.panel,
                shown.brand if row.tick else shown.soft,
                4,
            )
            if row.tick:
                draw_icon(painter, square.adjusted(2, 2, -2, -2), "check", shown.on_brand)
        if row.monogram is not None or row.photo:
            side = picture_px(_DISC)
            disc = QRectF(_SIDE, round((area.height() - side) / 2), side, side)
            photo = self._face(row, round(side * painter.device().devicePixelRatioF()))
            draw_avatar(painter, disc, row.monogram or "", row.colour, photo)


def _lay_out(row: Row, width: int) -> _Laid:
    left = _SIDE
    if row.tick is not None:
        left = M + px(_BOX) + M
    if row.monogram is not None or row.photo:
        left += picture_px(_DISC) + M
    badge = badge_shape(row.badge, row.large_badge) if row.badge else None
    pill = badge_size(badge, row.large_badge) if badge else QSize(0, 0)
    tail = round(cap_size(row.keys)[0]) + M if row.keys else 0
    room = max(px(40), width - left - tail - _SIDE)
    beside = room - pill.width() - M
    title = _title(row, beside if badge else room)
    below = badge is not None and (beside < px(_LEAST_WORDS) or title.cut)
    if below:
        title = _title(row, room)
    detail = _detail(row, room if below or not badge else beside) if row.detail else None
    words = title.size.height() + (detail.size.height() if detail else 0)
    words += pill.height() + XS if below else 0
    disc = picture_px(_DISC) if row.monogram is not None or row.photo else 0
    height = round(max(words, disc, pill.height())) + 2 * _AIR + 1
    return _Laid(title, detail, badge, pill, left, height, below)


def _title(row: Row, room: float) -> Shape:
    size = Size.RESULT if row.big else Size.BODY
    return shape(Wording(row.title, font(size), row.title_spans, colours().ink), room, _TITLE_LINES)


def _detail(row: Row, room: float) -> Shape:
    """The detail in as few lines as hold what stands out in it: whoever must be warned is not cut short."""
    said = Wording(row.detail, font(Size.LESS), row.detail_spans, colours().ink)
    strong = max((one.end for one in row.detail_spans if one.emphasis is Emphasis.STRONG), default=0)
    laid = shape(said, room, _DETAIL_LINES)
    for lines in range(_DETAIL_LINES + 1, _MOST_LINES + 1):
        if not laid.cut or len(laid.layout.text()) > strong:
            break
        laid = shape(said, room, lines)
    return laid


def _draw_words(painter: QPainter, laid: _Laid, area: QRectF) -> None:
    shown = colours()
    words = laid.title.size.height() + (laid.detail.size.height() if laid.detail else 0)
    words += laid.badge_size.height() + XS if laid.below else 0
    top = (area.height() - 1 - words) / 2
    laid.title.paint(painter, QPointF(laid.left, round(top)), QColor(shown.ink), QColor(shown.brand))
    if laid.detail:
        at = QPointF(laid.left, round(top + laid.title.size.height()))
        laid.detail.paint(painter, at, QColor(shown.soft), QColor(shown.brand))


def _draw_tail(painter: QPainter, row: Row, laid: _Laid, area: QRectF) -> None:
    right = area.width() - _SIDE
    if row.keys:
        shown = colours()
        width, height = cap_size(row.keys)
        right -= width
        key_cap(
            painter,
            QPointF(right, (area.height() - height) / 2),
            row.keys,
            shown.soft,
            shown.ground,
            shown.line,
        )
        right -= M
    if laid.badge:
        size = laid.badge_size
        x, y = right - size.width(), (area.height() - size.height()) / 2
        if laid.below:
            bare = S if row.level is Level.NEUTRAL else 0  # no ground around it: the words begin at the edge
            x, y = laid.left - bare, area.height() - 1 - _AIR - size.height()
        pill = QRectF(x, round(y), size.width(), size.height())
        draw_badge(painter, pill, laid.badge, row.level, row.large_badge)
