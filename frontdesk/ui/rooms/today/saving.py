"""The coming days saved as a calendar: the file is asked for, then read and written beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from frontdesk.foundation.words import tr
from frontdesk.services.desk import Desk
from frontdesk.services.today import today
from frontdesk.ui.kit.room import RoomContext

DAYS = 30
"""Days ahead that go into the calendar."""


class CalendarSaving:
    """Asks for a file, saves the reminders of the coming days to it, and says where they are."""

    def __init__(self, context: RoomContext[Desk], parent: QWidget) -> None:
        """``parent`` is what the question stands over."""
        self._context, self._parent = context, parent

    def ask(self) -> None:
        """Ask for the file."""
        suggestion = tr("reminders {day}").format(day=self._context.desk.today().isoformat()) + ".ics"
        kinds = [(tr("Calendars"), ("*.ics",))]
        self._context.ask.save_file(self._parent, tr("Save as calendar"), suggestion, kinds, self._save)

    def _save(self, path: Path) -> None:
        self._context.worker.run(
            partial(_write, self._context.desk, path),
            lambda _: self._context.say(tr("The next {n} days are in {file}").format(n=DAYS, file=path)),
            self._context.tell,
            owner=self._parent,
        )


def _write(desk: Desk, path: Path) -> None:
    """Raises DeskError where the house cannot be read or the file not be written."""
    from frontdesk.exchange.calendar import as_calendar
    from frontdesk.reports.saving import save

    save(as_calendar(today(desk, None, DAYS)), path)
