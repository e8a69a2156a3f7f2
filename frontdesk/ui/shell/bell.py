"""The bell: says once, and without a name, that somebody was promised to be rung back now. No toolkit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from frontdesk.domain.calls import Call
from frontdesk.domain.changes import Changes, Kind
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr, trn
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
    _said: dict[str, frozenset[tuple[int, datetime | None]]] = field(default_factory=dict)
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
        together: dict[datetime, list[Call]] = {}
        for one in found:
            together.setdefault(one.draft.due or one.asked_at, []).append(one)
        ringing = {self._sentence(due, len(some)): some for due, some in together.items()}
        known = {
            sentence: frozenset((one.id, one.draft.due) for one in some) for sentence, some in ringing.items()
        }
        for gone in [sentence for sentence, about in self._said.items() if known.get(sentence) != about]:
            self.take_back(gone)
            del self._said[gone]
        for sentence in ringing.keys() - self._said.keys():
            self._said[sentence] = known[sentence]
            self.remind(sentence, ringing[sentence][0].id)

    def _sentence(self, due: datetime, number: int) -> str:
        """“A call-back was promised for 15:00.”, with the day where it was another."""
        from frontdesk.reports import days

        house = self.desk.house
        when, day = days.hour(due, house.zone, house.region), venue_day(due, house.zone)
        if day != self.desk.today():
            when = tr("{day} {hour}").format(day=days.short_day(day, house.region), hour=when)
        text = trn(
            "A call-back was promised for {{when}}.", "{n} call-backs were promised for {{when}}.", number
        )
        return text.format(when=when)


def _leave(_trouble: DeskError) -> None:
    """A look that fails is made again soon, and whoever does something meanwhile is told."""
