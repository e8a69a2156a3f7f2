"""The composition root: the only module that knows every floor."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.cli import program

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; without a command, open the window. Gives the exit code."""
    program.say_anything()
    asked = program.parse(argv)
    return program.run(asked) if asked.command else _window(asked.database or "", demo=asked.demo)


def _window(place: str, *, demo: bool) -> int:
    from frontdesk.foundation.display import qt_needs, why_no_window

    if reason := why_no_window():
        return _refuse(reason)
    try:
        from frontdesk.ui.shell import start
    except ImportError as error:
        return _refuse(qt_needs(str(error)))
    if not demo:
        return start.run(open_house, place)
    import tempfile

    with tempfile.TemporaryDirectory(prefix="frontdesk-demo-") as folder:
        return start.run(open_demo, str(Path(folder) / "demo.db"))


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"frontdesk: {sentence}\n")
    return program.WRONG


def open_house(place: str, create: bool) -> "Desk":
    """Open the house at a file or URL, "" for this user's own; with ``create`` found a new one there."""
    from frontdesk.services import founding, upkeep
    from frontdesk.services.desk import Desk

    where = place or upkeep.default_place()
    return founding.found(where) if create else Desk.open(where)


def open_demo(place: str, _create: bool) -> "Desk":
    """Make the demo's house at ``place`` and open it."""
    from frontdesk.services import demo
    from frontdesk.services.desk import Desk

    desk = Desk.open(place, create=True)
    demo.furnish(desk)
    return desk
