"""What the look-up index keeps of a person, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Why(StrEnum):
    """Which of a person's words brought them up."""

    NAME = "name"
    SECOND_SPELLING = "second spelling"
    NICKNAME = "nickname"
    PHONE = "phone"
    CARD = "card"
    SPELLING = "similar spelling"
    WITHOUT = "without a word"


class Entry(NamedTuple):
    """One person as the index knows them: everything a row of results shows, so a keystroke needs no SQL.

    ``name`` is the whole name as its owner writes it. ``parts`` are further words to be found by (given
    name, surname, title …) and may repeat words of ``name``. ``birthday`` is the partial date as text.
    """

    id: int
    name: str
    second_spelling: str = ""
    nickname: str = ""
    parts: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    card: str = ""
    birthday: str = ""
    last_visit: date | None = None
    visit_count: int = 0
    usual: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False
    deceased: bool = False


Range = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """One person found.

    ``detail`` is what matched, as stored, where that is not in the name: a nickname, second spelling, phone,
    card or further part; or the typed word that had to be left out. ``score`` says how well it matched,
    about 0 to 1; the order of hits also weighs who is likely at the desk.
    """

    entry: Entry
    why: Why
    score: float = 0.0
    detail: str = ""
    find_marks: Callable[[], tuple[Range, ...]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def marks(self) -> tuple[Range, ...]:
        """Ranges ``(start, end)`` of code points of ``entry.name`` that matched, always whole graphemes."""
        return self.find_marks()
