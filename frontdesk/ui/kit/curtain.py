"""The counter faces the public: one key, or a while without any, and nothing can be read."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from frontdesk.foundation.words import tr
from frontdesk.ui.kit.icon import Icon
from frontdesk.ui.kit.label import Label, Tone
from frontdesk.ui.kit.measures import M, Size, colours
from frontdesk.ui.kit.overlay import Overlay

IDLE_MINUTES = 5.0

_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Curtain(Overlay):
    """Covers the whole window; any key or click lifts it, and does nothing else.

    Other windows of the program are hidden while it is drawn.
    """

    def __init__(self, parent: QWidget) -> None:
        """Open, until :meth:`draw`."""
        super().__init__(parent, tr("The curtain is drawn"))
        self._hidden: list[QWidget] = []
        self._house = Label(size=Size.TITLE, parent=self)
        column = QVBoxLayout(self)
        column.setSpacing(M)
        column.addStretch(1)
        column.addWidget(Icon("lock", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._house, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(
            Label(tr("Press any key to go on"), tone=Tone.SOFT), 0, Qt.AlignmentFlag.AlignHCenter
        )
        column.addStretch(1)

    def set_house(self, name: str) -> None:
        """The name of the house is all that can be read."""
        self._house.set_text(name)

    def draw(self) -> None:
        """Cover everything."""
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        ours = self.window()
        self._hidden = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not ours]
        for one in self._hidden:
            one.hide()
        self.open()

    def lift(self) -> None:
        """Show everything again."""
        self.close_sheet()
        for one in self._hidden:
            one.show()
        self._hidden = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing shines through."""
        QPainter(self).fillRect(self.rect(), QColor(colours().ground))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key that is more than Shift or Ctrl lifts it."""
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.lift()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click lifts it."""
        self.lift()
        event.accept()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab lifts it like any other key."""
        return False

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window works while it is drawn."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Idleness(QObject):
    """Notices that nobody has touched keyboard or mouse for a while; ``passed`` says so once.

    It listens at the windows that get the focus, not at every widget: a window sees each key and each
    move of the mouse once.
    """

    passed = Signal()

    def __init__(self, minutes: float = IDLE_MINUTES, parent: QObject | None = None) -> None:
        """Watches the whole program; 0 minutes: never."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.passed)
        self.set_minutes(minutes)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._on_focus_window)
        self._on_focus_window(QApplication.focusWindow())

    def set_minutes(self, minutes: float) -> None:
        """Wait so long; 0: for ever."""
        self._timer.setInterval(round(minutes * 60_000))
        self._again()

    def _on_focus_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _again(self) -> None:
        if self._timer.interval() > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew with every sign of life."""
        if event.type() in _LIFE:
            self._again()
        return super().eventFilter(watched, event)
