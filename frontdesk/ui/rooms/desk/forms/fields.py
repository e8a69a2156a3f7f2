"""What a form is made of: fields, each with its words and its way of being read and written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a field is written: one line, several, a list of lines, one of a few, yes or no."""

    LINE = "line"
    LONG = "long"
    LIST = "list"
    CHOICE = "choice"
    CHECK = "check"


WHOLE = 99
"""The span of a field that has a line to itself."""


def _as_is(value: object) -> object:
    return value


@dataclass(frozen=True, slots=True)
class Quick:
    """A likely value that takes one press: what the button says, and what it puts into the field."""

    words: str
    typed: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field.

    ``read`` makes the value of what was typed and raises :class:`~frontdesk.foundation.errors.Refused`
    where it cannot; ``write`` makes what stands in the field of the value. ``span`` is how many
    columns it takes where there are so many; ``name`` is the field's name in the draft that it belongs to.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    hint: str = ""
    span: int = 1
    read: Callable[[object], object] = _as_is
    write: Callable[[object], object] = _as_is
    choices: Sequence[tuple[object, str]] = ()
    quick: Sequence[Quick] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together, under a heading."""

    heading: str
    fields: tuple[FieldSpec, ...]
