"""What the tests of the window share: its looks, and a worker that is closed again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.kit.theme import Theme
from tests.support.looks import looks


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, taken off again after the test."""
    with looks(qapp) as made:
        yield made


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    """A worker whose threads end with the test."""
    made = Worker()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
