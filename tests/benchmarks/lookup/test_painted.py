"""From the key to the picture: the real window, a letter typed, and the list that answers it painted."""

import gc
from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.app import open_house
from frontdesk.ui.kit.rows import RowList
from frontdesk.ui.rooms.desk.widgets.column import DeskColumn
from frontdesk.ui.shell.window import MainWindow
from tests.benchmarks.conftest import Report
from tests.benchmarks.lookup.bench import Crowd
from tests.benchmarks.lookup.measuring import Times
from tests.benchmarks.lookup.sizes import NAMES
from tests.support.driving import Program, Receptionist
from tests.support.looks import looks

pytestmark = [pytest.mark.benchmark, pytest.mark.gui, pytest.mark.timeout(3600)]

PAINTED = 0.012
EVERY = 3
"""Every third of the queries is typed: that is some five hundred letters."""

OPENING_MS, PATIENCE_MS = 900_000, 20_000


class Watch(QObject):
    """Says when the answer to the last letter has been painted: after its rows came, not before.

    Where nobody is found there are no rows to be painted: then the window's next picture is the answer.
    """

    painted = Signal()

    def __init__(self, window: MainWindow, people: RowList) -> None:
        super().__init__(window)
        self._people, self._window, self._answered = people, window, False
        self.at = 0.0
        people.model().modelReset.connect(self._on_answered)
        people.viewport().installEventFilter(self)
        window.installEventFilter(self)

    def _on_answered(self) -> None:
        self._answered = True

    def _on_painted(self) -> None:
        self.at = perf_counter()
        self.painted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on, and take the time when the event loop has its turn after the picture."""
        picture = QEvent.Type.Paint if self._people.rows() else QEvent.Type.UpdateRequest
        of = self._people.viewport() if self._people.rows() else self._window
        if self._answered and event.type() is picture and watched is of:
            self._answered = False
            QTimer.singleShot(0, self, self._on_painted)
        return False


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    """The program, not started yet."""
    with looks(qapp) as theme:
        yield Program(qtbot, theme)


def test_a_letter_is_soon_answered_on_the_screen(
    crowd: Crowd, program: Program, qtbot: QtBot, result: Report
) -> None:
    """Each letter is typed once the one before has been answered; the first query only warms the window."""
    queries = [query.typed for query in crowd.asked.typed_out()][::EVERY]
    place = str(crowd.place)
    gc.collect()
    gc.freeze()  # the crowd, which is ours; not the window, which would then outlive the test
    anna = program.start(open_house, place, wait=False)
    with qtbot.waitSignal(anna.window.searchable, timeout=OPENING_MS):
        pass
    anna.rests()
    (column,) = anna.window.findChildren(DeskColumn)
    watch = Watch(anna.window, column.list)
    seconds = [one for query in queries for one in _typed(anna, watch, qtbot, query)]
    times = Times(sorted(seconds[len(queries[0]) :]))
    p50, p99 = times.quantile(0.5), times.quantile(0.99)
    crowd.facts["letter to painted, p50 / p99 ms"] = f"{p50 * 1000:.1f} / {p99 * 1000:.1f}"
    note = f"p50 {p50 * 1000:.1f} ms, {len(times.seconds)} letters"
    result(f"Letter to painted p99, {NAMES[crowd.size]}", p99, budget=PAINTED, note=note)


def _typed(anna: Receptionist, watch: Watch, qtbot: QtBot, query: str) -> Iterator[float]:
    """Seconds from each letter of a query to its answer on the screen; then the box is empty again."""
    for letter in query:
        with qtbot.waitSignal(watch.painted, timeout=PATIENCE_MS):
            begun = perf_counter()
            anna.types(letter)
        yield watch.at - begun
    with qtbot.waitSignal(watch.painted, timeout=PATIENCE_MS):
        anna.presses("Esc")
    anna.rests()
