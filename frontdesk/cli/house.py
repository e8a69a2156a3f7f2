"""The house a command is about."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from frontdesk.foundation.words import speak
from frontdesk.services import demo, upkeep
from frontdesk.services.desk import Desk


@contextmanager
def opened(asked: argparse.Namespace, *, create: bool = False, keep: bool = True) -> Iterator[Desk]:
    """The house named on the command line, the demo, or this user's own; closed at the end.

    Raises the StorageTrouble family. A file that is not there is made only with ``create``, and taken
    away again where the command failed or does not ``keep`` it.
    """
    if asked.demo:
        with (
            tempfile.TemporaryDirectory(prefix="frontdesk-demo-") as folder,
            closing(Desk.open(Path(folder) / "demo.db", create=True)) as desk,
        ):
            demo.furnish(desk)
            yield desk
        return
    new = create and not upkeep.is_there(place(asked))
    done = False
    try:
        with closing(Desk.open(place(asked), create=create)) as desk:
            speak(desk.house.language)
            yield desk
            done = True
    finally:
        if new and not (done and keep):
            upkeep.forget(place(asked))


def place(asked: argparse.Namespace) -> str | Path:
    """Where the house named on the command line lies."""
    return asked.database or upkeep.default_place()
