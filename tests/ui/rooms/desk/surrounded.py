"""What a window would show of a room's words, kept for reading."""

from dataclasses import dataclass, field

from frontdesk.services.desk import Desk
from tests.ui.rooms.desk.lines import Lines


@dataclass
class Surrounded:
    """The undo bar, the red strip, the quiet notices; and lines of work that tell what nobody hears."""

    desk: Desk
    worker: Lines = field(default_factory=Lines)
    undos: list[tuple[str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.worker.unheard = self.tell

    def offer_undo(self, sentence: str, change: str) -> None:
        self.undos.append((sentence, change))

    def tell(self, what: Exception | str) -> None:
        self.told.append(str(what))

    def say(self, sentence: str) -> None:
        self.said.append(sentence)
