"""What a small form asks for. No toolkit, so that a presenter can make one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Choice = tuple[str, str]
"""A value and the words for it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: ``choices`` to choose from, ``quick`` values that take one press, or several ``lines``."""

    name: str
    label: str
    choices: Sequence[Choice] = ()
    quick: Sequence[Choice] = ()
    lines: int = 1


class SmallForm(Protocol):
    """A heading, the fields with the texts that are in them already, and the words on the button.

    ``adjust`` gives texts that follow from others.
    """

    @property
    def heading(self) -> str:
        """What is written down here."""
        ...

    @property
    def save(self) -> str:
        """What the button says."""
        ...

    @property
    def fields(self) -> Sequence[Asked]:
        """What is asked for."""
        ...

    @property
    def typed(self) -> Mapping[str, str]:
        """What stands in the fields at first."""
        ...

    @property
    def adjust(self) -> Callable[[Mapping[str, str]], Mapping[str, str]]:
        """Texts that follow from what stands in the fields."""
        ...
