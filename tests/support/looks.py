"""How everything looks while a test with windows runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit.theme import Mode, Theme


@contextmanager
def looks(app: QApplication) -> Iterator[Theme]:
    """The light theme, as long as the block lasts."""
    font, palette = app.font(), app.palette()
    theme = Theme(app)
    theme.choose(Mode.LIGHT)
    yield theme
    # Windows that are closed already need not be styled anew for nobody.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.setStyleSheet("")
    app.setPalette(palette)
    app.setFont(font)
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(theme, QEvent.Type.DeferredDelete.value)
