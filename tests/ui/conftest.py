"""What the tests of the window share: its looks, and a worker that is closed again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.kit.theme import Mode, Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, taken off again after the test."""
    font, palette = qapp.font(), qapp.palette()
    made = Theme(qapp)
    made.choose(Mode.LIGHT)
    yield made
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    """A worker whose threads end with the test."""
    made = Worker()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
