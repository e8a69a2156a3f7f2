"""Light or dark, following the system or as chosen, and the size of text."""

from collections.abc import Callable
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from frontdesk.foundation.paths import resources
from frontdesk.ui.kit.colours import DARK, LIGHT, Colours
from frontdesk.ui.kit.measures import SCROLL_BAR, Size

SCALES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""Sizes of text that can be chosen, over the system's own."""

_USUAL_SYSTEM_PX = 13


class Mode(StrEnum):
    """Which colours to show."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


def qt_palette(colours: Colours) -> QPalette:
    """Qt's own palette made of our colours, so that plain widgets and dialogs fit in."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.ground))
    for one, colour in {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.panel,
        role.AlternateBase: colours.ground,
        role.Text: colours.ink,
        role.Button: colours.panel,
        role.ButtonText: colours.ink,
        role.BrightText: colours.red,
        role.ToolTipBase: colours.panel,
        role.ToolTipText: colours.ink,
        role.PlaceholderText: colours.soft,
        role.Highlight: colours.brand,
        role.HighlightedText: colours.on_brand,
        role.Accent: colours.brand,
        role.Link: colours.brand,
        role.LinkVisited: colours.brand,
        role.Light: colours.panel,
        role.Midlight: colours.line,
        role.Mid: colours.line,
        role.Dark: colours.soft,
        role.Shadow: colours.line,
    }.items():
        palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.soft))
    return palette


def style_sheet(colours: Colours, scale: float) -> str:
    """The style sheet of ``resources/style`` filled with colours and with lengths grown with the text."""
    source = resources("style", "frontdesk.qss").read_text(encoding="utf-8")
    lengths = {f"px{n}": f"{round(n * scale)}px" for n in range(1, 65)} | {"bar": f"{SCROLL_BAR}px"}
    names = {name: getattr(colours, name) for name in Colours.__slots__ if name != "dark"}
    shade = "dark" if colours.dark else "light"
    pictures = {name: resources("style", f"{name}-{shade}.svg").as_posix() for name in ("arrow", "tick")}
    return Template(source).substitute(lengths, **names, **pictures)


class Theme(QObject):
    """What the window looks like now; ``changed`` follows every change of colours or of text size."""

    changed = Signal()

    def __init__(self, app: QApplication, is_dark: Callable[[], bool] | None = None) -> None:
        """Take charge of the application's looks; nothing changes before :meth:`apply`.

        ``is_dark`` says whether the system is dark now; by default the system is asked.
        """
        super().__init__(app)
        self._is_dark = is_dark or (lambda: app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
        self._app = app
        self._mode = Mode.AUTO
        self._scale = 1.0
        self._styled = False
        self._family, self._system_scale = _system_type()
        app.styleHints().colorSchemeChanged.connect(self.follow_system)

    @property
    def mode(self) -> Mode:
        """Following the system, light or dark."""
        return self._mode

    @property
    def scale(self) -> float:
        """The size of text chosen here, over the system's."""
        return self._scale

    @property
    def colours(self) -> Colours:
        """The colours this mode asks for now."""
        if self._mode is Mode.AUTO:
            return DARK if self._is_dark() else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    def choose(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        self._mode = mode
        self.apply()

    def resize_text(self, steps: int) -> None:
        """Larger (+1) or smaller (-1) text by one step; 0 goes back to the system's size."""
        if steps:
            near = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self._scale))
            self.set_scale(SCALES[max(0, min(len(SCALES) - 1, near + steps))])
        else:
            self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Show text at ``scale`` times the system's size."""
        self._scale = scale
        self.apply()

    def apply(self) -> None:
        """Give the application our style, palette, type and style sheet."""
        scale = self._scale * self._system_scale
        if not self._styled:
            self._app.setStyle(QStyleFactory.create("Fusion"))
            self._styled = True
        self._app.setPalette(qt_palette(self.colours))
        self._app.setFont(_body(self._family, scale))
        self._app.setStyleSheet(style_sheet(self.colours, scale))
        self.changed.emit()

    def follow_system(self) -> None:
        """The system has gone over to dark or to light: go with it, unless somebody has chosen here."""
        if self._mode is Mode.AUTO:
            self.apply()


def _body(family: str, scale: float) -> QFont:
    body = QFont(family)
    body.setPixelSize(round(Size.BODY * scale))
    return body


def _system_type() -> tuple[str, float]:
    """The system's typeface, and how much larger than usual the system wants text."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    pixels = QFontInfo(system).pixelSize()
    return system.family(), max(1.0, pixels / _USUAL_SYSTEM_PX)
