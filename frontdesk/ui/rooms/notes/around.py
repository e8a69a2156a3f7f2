"""What the brain of the Notes room needs around it: a screen, the window, the machine; no toolkit."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol

from frontdesk.ui.kit.row import Row
from frontdesk.ui.rooms.notes.wording import NotePage


@dataclass(frozen=True, slots=True)
class Listed:
    """The list as it stands."""

    summary: str = ""
    rows: tuple[Row, ...] = ()


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, listed: Listed, chosen: Hashable | None) -> None:
        """Show the notes, with the row of one of them chosen."""
        ...

    def show_note(self, page: NotePage | None, *, keep_typed: bool) -> None:
        """Show a note; what is being typed stays where ``keep_typed`` says so. None for no note at all."""
        ...

    def show_whom(self, rows: tuple[Row, ...]) -> None:
        """Show who may be meant by what was typed."""
        ...

    def refuse(self, name: str, sentence: str, typed: str | None = None) -> None:
        """Say what is wrong, beside its field where it has one, with what was ``typed`` in it."""
        ...

    def is_writing(self) -> bool:
        """Whether something stands in a field that is not kept yet."""
        ...

    def show_answer(self) -> None:
        """Ask what they said."""
        ...

    def put_form_aside(self) -> None:
        """Take the small form away, and keep an answer that was begun in it."""
        ...

    def close_form(self) -> None:
        """Take away the small form that is open."""
        ...


@dataclass
class Around:
    """What the presenter needs of the window, and of the machine: its mail program and its clipboard.

    ``open_mail`` is given a link and answers whether a program has taken it.
    """

    offer_undo: Callable[[str, str], None]
    tell: Callable[[Exception | str], None]
    say: Callable[[str], None]
    open_mail: Callable[[str], bool]
    copy: Callable[[str], None]
