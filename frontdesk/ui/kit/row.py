"""What one row of a list shows. No toolkit, so that a presenter can make rows."""

from collections.abc import Hashable
from dataclasses import dataclass

from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.spans import Span


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows; ``key`` names it in signals and keeps it selected when the list is renewed.

    ``monogram`` (or ``photo``) brings a disc before the words, ``tick`` a box to tick; ``big`` is for
    people, small rows are for things to do. ``keys`` are shown as a key cap. ``spoken`` is what a
    screen reader says where the words in their order would not do. ``detail_spans`` of the detail stand
    out: what must be known of somebody. ``above`` is the heading of a group that begins with this row.
    """

    key: Hashable
    title: str
    title_spans: tuple[Span, ...] = ()
    detail: str = ""
    detail_spans: tuple[Span, ...] = ()
    badge: str = ""
    level: Level = Level.NEUTRAL
    monogram: str | None = None
    colour: int = 0
    photo: bytes | None = None
    tick: bool | None = None
    big: bool = True
    large_badge: bool = False
    keys: str = ""
    spoken: str = ""
    above: str = ""

    def aloud(self) -> str:
        """The row as a sentence."""
        said = self.spoken or ", ".join(part for part in (self.title, self.detail, self.badge) if part)
        return f"{self.above}: {said}" if self.above else said
