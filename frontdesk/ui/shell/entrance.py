"""Opening the house away from the window's thread, and what can be done when it cannot be opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from frontdesk.foundation.errors import DeskError, NoDatabase
from frontdesk.foundation.words import speak, tr
from frontdesk.ui.kit.asking import Ask
from frontdesk.ui.kit.runner import Job
from frontdesk.ui.kit.tasks import Worker
from frontdesk.ui.shell.corridor import RoomSpec
from frontdesk.ui.shell.waiting import Choice, WaitingPage

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk

Opener = Callable[[str, bool], "Desk"]
"""Opens the house at a place ("" is the usual one); the second value allows to make a new one there."""


def open_house(job: Job, opener: Opener, place: str, create: bool, first: RoomSpec) -> "Desk":
    """Open the house and load what its first room needs; takes its time, so not on the window's thread."""
    desk = opener(place, create)
    if job.cancelled:
        desk.close()
        job.check()
    speak(desk.house.language)
    first.door()
    warm(desk)
    return desk


def warm(desk: "Desk") -> None:
    """Load what the bars need a moment later, and what takes longer than a window should stand still."""
    from frontdesk.reports import days
    from frontdesk.services import staff, undo, upkeep  # noqa: F401 loaded here, used by the window
    from frontdesk.ui.shell import household, reading  # noqa: F401 the same

    days.hour(desk.now(), desk.house.zone, desk.house.region)
    days.long_day(desk.today(), desk.house.region)


class Entrance(QObject):
    """Opens a house; asks what to do where that fails."""

    def __init__(
        self,
        worker: Worker,
        page: WaitingPage,
        ask: Ask,
        first: RoomSpec,
        furnish: Callable[["Desk"], None],
    ) -> None:
        """``furnish`` gets the desk; troubles are shown on ``page``."""
        super().__init__(page)
        self._worker, self._page, self._ask = worker, page, ask
        self._first, self._furnish = first, furnish
        self._told = False

    def open(self, opener: Opener, place: str, create: bool = False) -> None:
        """Open the house at ``place``, or make one there."""
        self._told = False
        self._page.wait()
        self._worker.run_job(
            tr("Opening the house"),
            lambda job: open_house(job, opener, place, create, self._first),
            self._on_opened,
            lambda error: self._on_trouble(error, opener, place),
            settled=lambda: self._on_settled(opener, place),
            owner=self,
        )

    def _on_opened(self, desk: "Desk") -> None:
        self._told = True
        self._furnish(desk)

    def _on_trouble(self, error: DeskError, opener: Opener, place: str) -> None:
        self._told = True
        make = partial(self.open, opener, place, create=True)
        again = partial(self.open, opener, place)
        if isinstance(error, NoDatabase):
            what, sentence, first = tr("No house yet"), _nothing_at(place), [(tr("New house"), make)]
        else:
            what, sentence = tr("The house cannot be opened"), str(error)
            first = [
                (tr("Try once more"), again),
                (tr("New house…"), partial(self._make_elsewhere, opener)),
            ]
        self._page.show_trouble(what, sentence, [*first, *self._other_ways(opener)])

    def _on_settled(self, opener: Opener, place: str) -> None:
        """It was stopped, or the program made a mistake, which is told elsewhere: leave no empty page."""
        if not self._told:
            error = DeskError(tr("It was not opened, and nothing was changed."))
            self._on_trouble(error, opener, place)

    def _other_ways(self, opener: Opener) -> list[Choice]:
        return [
            (tr("Open another house…"), partial(self._open_other, opener)),
            (tr("Quit"), QCoreApplication.quit),
        ]

    def _open_other(self, opener: Opener) -> None:
        def opened(file: Path) -> None:
            self.open(opener, str(file))

        patterns = [(tr("Houses"), ("*.db", "*.sqlite"))]
        self._ask.open_file(self._page, tr("Open another house"), patterns, opened)

    def _make_elsewhere(self, opener: Opener) -> None:
        def chosen(file: Path) -> None:
            self.open(opener, str(file), create=True)

        self._ask.save_file(self._page, tr("New house"), "house.db", [(tr("Houses"), ("*.db",))], chosen)


def _nothing_at(place: str) -> str:
    """What a first day begins with; a server's address is not for the screen, and needs no name."""
    if place and "://" not in place:
        words = tr("There is no house in {file} yet. Make a new one, or open the one you have.")
        return words.format(file=Path(place).name)
    return tr("There is no house here yet. Make a new one, or open the one you have.")
