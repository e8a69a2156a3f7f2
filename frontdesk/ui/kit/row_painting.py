"""How a row of a list looks."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.kit.avatar import draw_avatar, face
from frontdesk.ui.kit.badge import draw_badge
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.drawing import box, cap_size, hair_line, key_cap
from frontdesk.ui.kit.icon import draw_icon
from frontdesk.ui.kit.measures import CORNER, XS, M, S
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.row_layout import AIR, BENEATH, SIDE, Laid, Looks, RowLayouts
from frontdesk.ui.kit.shaping import Shape

_FACES = 64
_SELECTED = QStyle.StateFlag.State_Selected.value
_POINTED_AT = QStyle.StateFlag.State_MouseOver.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
"""As numbers: the flags themselves take longer to compare than a row's ground to draw."""


class RowPainter(QStyledItemDelegate):
    """Draws the rows of a list as they are laid out."""

    def __init__(self, layouts: RowLayouts, parent: QObject, *, framed: bool = False) -> None:
        """``framed`` when the rows fill a frame with round corners."""
        super().__init__(parent)
        self._layouts, self._framed = layouts, framed
        self._faces: dict[tuple[bytes, int], QPixmap | None] = {}

    def on_box(self, point: QPoint, rect: QRect) -> bool:
        """Whether a point in the list is on the box to tick of the row in ``rect``."""
        return rect.contains(point) and point.x() < rect.x() + self._layouts.looks.box + 2 * M

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
        return QSize(self._layouts.looks.width, self._layouts.height(index.row()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row, one part after the other from the left."""
        laid, looks = self._layouts.at(index.row()), self._layouts.looks
        whole: QRect = option.rect
        rect = whole.adjusted(0, laid.top, 0, 0)
        painter.save()
        if laid.heading:
            _draw_heading(painter, laid.heading, looks, QRectF(whole.x(), whole.y(), whole.width(), laid.top))
        painter.translate(rect.topLeft())
        area = QRectF(0, 0, rect.width(), rect.height())
        last = self._framed and index.row() == index.model().rowCount() - 1
        self._draw_ground(painter, option, rect, last)
        self._draw_lead(painter, laid.row, area)
        _draw_words(painter, laid, looks, area)
        _draw_tail(painter, laid, looks, area)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, last: bool) -> None:
        looks, area = self._layouts.looks, QRectF(0, 0, rect.width(), rect.height())
        state: int = option.state.value
        ground = looks.panel
        if state & _SELECTED:
            ground = looks.chosen
        elif state & _POINTED_AT:
            ground = looks.ground
        if self._framed:
            self._fill_in_frame(painter, option, rect, ground)
        else:
            painter.fillRect(area, ground)
        if not last:
            foot = area.height() - 0.5
            hair_line(painter, QPointF(0, foot), QPointF(area.width(), foot), looks.shown.line)
        if state & _FOCUSED:
            painter.fillRect(QRectF(0, 0, 3, area.height()), looks.brand)

    def _fill_in_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, ground: QColor
    ) -> None:
        """Fill the row's part of one round box as high as the list: the frame's corners stay free."""
        area = QRectF(0, 0, rect.width(), rect.height())
        view = option.widget
        whole = QRectF(view.viewport().rect()) if isinstance(view, QListView) else area
        painter.save()
        painter.setClipRect(area)
        box(painter, whole.translated(-rect.x(), -rect.y()), ground, corner=CORNER - 1)
        painter.restore()

    def _draw_lead(self, painter: QPainter, row: Row, area: QRectF) -> None:
        looks = self._layouts.looks
        shown = looks.shown
        if row.tick is not None:
            side = looks.box
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
            side = looks.disc
            disc = QRectF(SIDE, round((area.height() - side) / 2), side, side)
            photo = self._face(row, round(side * painter.device().devicePixelRatioF()))
            draw_avatar(painter, disc, row.monogram or "", row.colour, photo)


def _draw_heading(painter: QPainter, heading: Shape, looks: Looks, band: QRectF) -> None:
    painter.fillRect(band, looks.ground)
    at = QPointF(band.x() + SIDE, band.bottom() - BENEATH - heading.size.height())
    heading.paint(painter, at, looks.soft, looks.brand)
    foot = band.bottom() - 0.5
    hair_line(painter, QPointF(band.x(), foot), QPointF(band.right(), foot), looks.shown.line)


def _draw_words(painter: QPainter, laid: Laid, looks: Looks, area: QRectF) -> None:
    words = laid.title.size.height() + (laid.detail.size.height() if laid.detail else 0)
    words += laid.badge_size.height() + XS if laid.below else 0
    top = (area.height() - 1 - words) / 2
    laid.title.paint(painter, QPointF(laid.left, round(top)), looks.ink, looks.brand)
    if laid.detail:
        at = QPointF(laid.left, round(top + laid.title.size.height()))
        laid.detail.paint(painter, at, looks.soft, looks.brand)


def _draw_tail(painter: QPainter, laid: Laid, looks: Looks, area: QRectF) -> None:
    row, right = laid.row, area.width() - SIDE
    if row.keys:
        shown = looks.shown
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
            x, y = laid.left - bare, area.height() - 1 - AIR - size.height()
        pill = QRectF(x, round(y), size.width(), size.height())
        draw_badge(painter, pill, laid.badge, row.level, row.large_badge)
