"""Buttons that carry their keys inside, and key caps that stand by themselves."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from frontdesk.ui.kit.colours import Colours
from frontdesk.ui.kit.drawing import box, cap_size, key_cap, keys_in_words, words_size
from frontdesk.ui.kit.icon import draw_icon
from frontdesk.ui.kit.measures import CORNER, LINE, S, Size, colours, font, px

_PADDING = 14
_AIR = 9
_ICON = 16


class Pressable(QPushButton):
    """A button that Enter presses as the space bar does, and that looks pointed at when it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """A button that says ``text``."""
        super().__init__(parent)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something, in which & is a letter: to Qt it would make a key of the letter behind it."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, once however long it is held."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()


class Button(Pressable):
    """A button with words, perhaps an icon before them and its keys after them.

    ``hint`` only shows the keys; the action that owns them is registered elsewhere. Where there is little
    room they are not drawn, and told to screen readers all the same. ``primary`` is for the one thing most
    likely to be done next.
    """

    def __init__(
        self,
        text: str,
        hint: str = "",
        *,
        primary: bool = False,
        icon: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """A button that says ``text``."""
        super().__init__(text, parent)
        self._hint, self._drawn = "", True
        self._primary, self._icon_name, self._small = primary, icon, small
        self.setAccessibleName(text)
        self.set_hint(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_words(self, text: str) -> None:
        """Say something else."""
        if text == self.text():
            return
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_hint(self, hint: str, *, drawn: bool = True) -> None:
        """Show other keys, or none: they mean something else for now."""
        if (hint, drawn) == (self._hint, self._drawn):
            return
        self._hint, self._drawn = hint, drawn
        self.setAccessibleDescription(keys_in_words(hint) if hint else "")
        self.updateGeometry()
        self.update()

    def set_busy(self, busy: bool) -> None:
        """Take no more presses while the work that was asked for is under way."""
        self.setEnabled(not busy)

    def _parts(self) -> tuple[float, float, float]:
        """Widths of icon, words and key cap, each with the gap that follows or leads it."""
        icon = px(_ICON) + S if self._icon_name else 0.0
        words = words_size(self.text(), self._type())[0]
        cap = cap_size(self._hint)[0] + S + 2 if self._hint and self._drawn else 0.0
        return icon, words, cap

    def _type(self) -> QFont:
        return font(Size.LESS if self._small else Size.BODY)

    def sizeHint(self) -> QSize:
        """Room for all parts."""
        air = _AIR - 4 if self._small else _AIR
        padding = _PADDING - 4 if self._small else _PADDING
        size = Size.LESS if self._small else Size.BODY
        return QSize(round(sum(self._parts())) + 2 * px(padding) + 2, round(px(size) * LINE) + 2 * air)

    def minimumSizeHint(self) -> QSize:
        """The same: words in a button are never cut."""
        return self.sizeHint()

    def _looks(self, shown: Colours) -> tuple[str, str, str]:
        """Ground, border and ink."""
        if self._primary and self.isEnabled():
            ground = QColor(shown.brand)
            if self.isDown() or self.underMouse():
                ground = ground.darker(115) if not shown.dark else ground.lighter(112)
            return ground.name(), ground.name(), shown.on_brand
        ink = shown.ink if self.isEnabled() else shown.soft
        under = shown.brand_ground if self.isDown() or self.isChecked() else shown.panel
        return under, shown.soft if self.underMouse() and self.isEnabled() else shown.line, ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, border, icon, words and keys."""
        shown = colours()
        ground, line, ink = self._looks(shown)
        painter = QPainter(self)
        whole = QRectF(self.rect())
        box(painter, whole, ground, line)
        if self.hasFocus():
            self._draw_focus(painter, whole, shown)
        icon, words, cap = self._parts()
        x = (self.width() - icon - words - cap) / 2
        if icon:
            side = px(_ICON)
            draw_icon(painter, QRectF(x, (self.height() - side) / 2, side, side), self._icon_name, ink)
        painter.setFont(self._type())
        painter.setPen(QColor(ink))
        text = QRectF(x + icon, 0, words + 2, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        if cap:
            self._draw_keys(painter, x + icon + words + S + 2, ink, shown)

    def _draw_focus(self, painter: QPainter, whole: QRectF, shown: Colours) -> None:
        if self._primary:
            box(painter, whole.adjusted(3, 3, -3, -3), "", shown.on_brand, CORNER - 3, 2)
        else:
            box(painter, whole, "", shown.brand, CORNER, 2 * max(1, round(self.devicePixelRatioF())))

    def _draw_keys(self, painter: QPainter, x: float, ink: str, shown: Colours) -> None:
        at = QPointF(x, (self.height() - cap_size(self._hint)[1]) / 2)
        if self._primary and self.isEnabled():
            key_cap(painter, at, self._hint, ink)
        else:
            key_cap(painter, at, self._hint, shown.soft, shown.ground, shown.line)


class IconButton(Pressable):
    """A small square button with an icon only; its name is in the tooltip and told to screen readers."""

    def __init__(self, icon: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        """``name`` says in words what it does."""
        super().__init__(parent=parent)
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys_in_words(hint)})" if hint else name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that a finger can hit."""
        return QSize(px(28), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, and a ground while it is pointed at or has the focus."""
        shown = colours()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            box(painter, whole, shown.brand_ground if self.isDown() else shown.ground, shown.line, 6)
        if self.hasFocus():
            box(painter, whole, "", shown.brand, 6, 2 * max(1, round(self.devicePixelRatioF())))
        side = px(16)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, rect, self._icon_name, shown.ink if self.isEnabled() else shown.soft)


class KeyCap(QWidget):
    """A key cap beside the words that say what it does."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        """``shortcut`` as in ``"Ctrl+K"``."""
        super().__init__(parent)
        self._shortcut = shortcut
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the cap."""
        width, height = cap_size(self._shortcut)
        return QSize(round(width), round(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        shown = colours()
        key_cap(QPainter(self), QPointF(0, 0), self._shortcut, shown.soft, shown.ground, shown.line)
