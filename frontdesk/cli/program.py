"""The command line: what may be asked, and the exit code of each answer.

0 done · 1 something is wrong (one sentence on standard error) · 2 not a command as it should be.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from frontdesk.cli import find, imports, today, upkeep
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr

WRONG = 1
INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """Everything that can be asked."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database",
        metavar="URL-OR-FILE",
        default=argparse.SUPPRESS,
        help=tr("the house's database: a file, or postgresql://…"),
    )
    shared.add_argument(
        "--demo",
        action="store_true",
        default=argparse.SUPPRESS,
        help=tr("a house of invented people, thrown away afterwards"),
    )
    whole = argparse.ArgumentParser(
        prog="frontdesk",
        description=tr("Know your customers by name. Without a command, the window opens."),
        parents=[shared],
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    for module in (today, find, imports, upkeep):
        module.add_to(commands, shared)
    return whole


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The command as asked; ends the program with exit code 2 where it cannot be one."""
    asked = parser().parse_args(argv)
    asked.database = getattr(asked, "database", None)
    asked.demo = getattr(asked, "demo", False)
    return asked


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Names in any script, whatever the terminal's locale claims; a log file is read as UTF-8 too.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code: int = asked.run(asked)
        sys.stdout.flush()
    except DeskError as error:
        print(f"frontdesk: {error}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print(f"frontdesk: {tr('Stopped. Nothing of this was kept.')}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _quiet_exit()
    return code


def _quiet_exit() -> NoReturn:
    """Whoever was reading has gone, as ``head`` does: there is nobody left to tell."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)
