"""The composition root: the only module that knows every floor."""

import sys
from collections.abc import Sequence

from frontdesk.cli import program


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks; without a command, open the window. Gives the exit code."""
    asked = program.parse(argv)
    return program.run(asked) if asked.command else _window(asked.database, demo=asked.demo)


def _window(place: str | None, *, demo: bool) -> int:
    from frontdesk.foundation.display import qt_needs, why_no_window

    if reason := why_no_window():
        print(f"frontdesk: {reason}", file=sys.stderr)
        return program.WRONG
    return 0
