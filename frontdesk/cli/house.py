"""The house a command is about; all it takes is loaded when it is opened, not when a command is read."""

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.foundation.words import speak

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator["Desk"]:
    """The house named on the command line, the demo, or this user's own; closed at the end.

    Raises the StorageTrouble family, also where there is no house.
    """
    if asked.demo:
        with _throw_away() as desk:
            _furnish(desk)
            yield desk
        return
    from frontdesk.services.desk import Desk

    with closing(Desk.open(place(asked))) as desk:
        speak(desk.house.language)
        yield desk


@contextmanager
def founded(asked: argparse.Namespace, *, trial: bool) -> Iterator["Desk"]:
    """As :func:`opened`, but a house that is not there is made, and gone again where the command fails.

    A ``trial`` of a house that is not there happens elsewhere, in one that nobody keeps.
    """
    from frontdesk.services import founding, upkeep

    new = not asked.demo and not upkeep.is_there(place(asked))
    if asked.demo or (trial and not new):
        with opened(asked) as desk:
            yield desk
    elif trial:
        with _throw_away() as desk:
            yield desk
    else:
        try:
            with closing(founding.found(place(asked))) as desk:
                speak(desk.house.language)
                yield desk
        except BaseException:
            if new:
                upkeep.forget(place(asked))
            raise


def place(asked: argparse.Namespace) -> str | Path:
    """Where the house named on the command line lies."""
    from frontdesk.services import upkeep

    return asked.database or upkeep.default_place()


@contextmanager
def throw_away_place() -> Iterator[Path]:
    """Where a house may stand that nobody keeps."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="frontdesk-") as folder:
        yield Path(folder) / "house.db"


@contextmanager
def _throw_away() -> Iterator["Desk"]:
    from frontdesk.services import founding

    with throw_away_place() as file, closing(founding.found(file)) as desk:
        yield desk


def _furnish(desk: "Desk") -> None:
    from frontdesk.services import demo

    demo.furnish(desk)
