"""What a window is to one room: it keeps what the room says, and answers what the room asks."""

from dataclasses import dataclass, field
from typing import cast

from frontdesk.services.desk import Desk
from frontdesk.ui.kit.room import Errand, RoomContext
from frontdesk.ui.kit.theme import Theme
from tests.support.answers import PreparedAnswers
from tests.support.straight import StraightRunner


@dataclass
class AroundRoom:
    """Work is done at once; what would stand in the bars of the window is kept in lists."""

    desk: Desk
    worker: StraightRunner = field(default_factory=StraightRunner)
    ask: PreparedAnswers = field(default_factory=PreparedAnswers)
    errands: list[tuple[str, Errand | None]] = field(default_factory=list)
    undos: list[tuple[str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go_to(self, room: str, errand: Errand | None = None) -> None:
        self.errands.append((room, errand))

    def offer_undo(self, sentence: str, change: str) -> None:
        self.undos.append((sentence, change))

    def tell(self, what: Exception | str) -> None:
        self.told.append(str(what))

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def context(self, theme: Theme | None = None) -> RoomContext[Desk]:
        """What the window hands to a room; these rooms ask nothing of the theme."""
        return RoomContext(
            self.desk,
            self.worker,
            cast("Theme", theme),
            self.ask,
            self.go_to,
            self.offer_undo,
            self.tell,
            self.say,
        )
