"""The bell: says once, and without a name, that somebody was promised to be rung back now. No toolkit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from frontdesk.domain.calls import Call
from frontdesk.domain.changes import Changes, Kind
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr
from frontdesk.ui.kit.runner import Latest, Runner

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk


@dataclass
class Bell:
    """Looks whenever it is told that time has passed; another promise to the same person is another ring.

    ``remind`` is given a sentence and the call it is about, ``take_back`` a sentence that is so no more.
    """

    desk: "Desk"
    worker: Runner
    remind: Callable[[str, int], None]
    take_back: Callable[[str], None]
    _said: dict[tuple[int, datetime | None], str] = field(default_factory=dict)
    _latest: Latest = field(default_factory=Latest)

    def look(self) -> None:
        """See who is to be rung."""
        from frontdesk.services import calls

        self.worker.run(lambda: calls.ringing(self.desk), self._ring, _leave, latest=self._latest)

    def refresh(self, changes: Changes) -> None:
        """Look where a call may have been made, or promised."""
        if changes.everybody or changes.kinds & {Kind.CALLS, Kind.CUSTOMERS}:
            self.look()

    def _ring(self, found: tuple[Call, ...]) -> None:
        ringing = {(one.id, one.draft.due): one for one in found}
        for gone in self._said.keys() - ringing.keys():
            self.take_back(self._said.pop(gone))
        for key in ringing.keys() - self._said.keys():
            self._said[key] = self._sentence(ringing[key])
            self.remind(self._said[key], ringing[key].id)

    def _sentence(self, call: Call) -> str:
        """“A call-back was promised for 15:00.”, with the day where it was another."""
        from frontdesk.reports import days

        house, due = self.desk.house, call.draft.due or call.asked_at
        when, day = days.hour(due, house.zone, house.region), venue_day(due, house.zone)
        if day != self.desk.today():
            when = tr("{day} {hour}").format(day=days.short_day(day, house.region), hour=when)
        return tr("A call-back was promised for {when}.").format(when=when)


def _leave(_trouble: DeskError) -> None:
    """A look that fails is made again soon, and whoever does something meanwhile is told."""
