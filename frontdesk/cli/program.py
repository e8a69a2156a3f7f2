"""The command line: what may be asked, and the exit code of each answer.

0 done · 1 something is wrong (one sentence on standard error) · 2 not a command as it should be. What a
command needs is loaded when it is carried out: the window is opened from here too, and must not wait.
"""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from frontdesk.cli import find, imports, today, upkeep
from frontdesk.foundation.errors import DeskError, Refused
from frontdesk.foundation.words import tr

WRONG = 1
USAGE = 2
INTERRUPTED = 130

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})

_OPTIONS = frozenset({"map", "date_format", "delimiter", "encoding"})
"""Fields of a Refused that stand for options of a command."""


def parser() -> argparse.ArgumentParser:
    """Everything that can be asked."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database",
        metavar="URL-OR-FILE",
        default=argparse.SUPPRESS,
        help=tr("the house's database: a file, or postgresql://… (this user's own house unless said)"),
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
        epilog=tr("Help on one command: frontdesk today --help"),
        parents=[shared],
    )
    whole.add_argument("--version", action=_Version, nargs=0, help=tr("say which version this is"))
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title=tr("commands"))
    for module in (today, find, imports, upkeep):
        module.add_to(commands, shared)
    return whole


class _Version(argparse.Action):
    """Looks the version up only when somebody asks for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        """Say it and end."""
        from importlib.metadata import version

        print(f"frontdesk {version('frontdesk')}")
        parser.exit()


def say_anything() -> None:
    """Let names in any script be printed, whatever the terminal's locale claims; a file is UTF-8 too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The command as asked; ends the program with exit code 2 where it cannot be one."""
    whole = parser()
    asked = whole.parse_args(argv)
    asked.database = getattr(asked, "database", None)
    asked.demo = getattr(asked, "demo", False)
    if asked.demo and asked.database:
        whole.error(tr("either --demo or --database: the demo has a database of its own"))
    return asked


def run(asked: argparse.Namespace) -> int:
    """Do what was asked; gives the exit code."""
    try:
        code: int = asked.run(asked)
        sys.stdout.flush()
    except Refused as error:
        return _tell(str(error), USAGE if error.field in _OPTIONS else WRONG)
    except DeskError as error:
        return _tell(str(error), WRONG)
    except KeyboardInterrupt:
        return _tell(tr("Stopped. Nothing of this was kept."), INTERRUPTED)
    except BrokenPipeError:
        _quiet_exit()
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _let_go_of_output()
        return _tell(tr("The answer could not be written: the disk is full, or it is failing."), WRONG)
    return code


def _tell(sentence: str, code: int) -> int:
    print(f"frontdesk: {sentence}", file=sys.stderr)
    return code


def _quiet_exit() -> NoReturn:
    """Whoever was reading has gone, as ``head`` does: there is nobody left to tell."""
    _let_go_of_output()
    raise SystemExit(0)


def _let_go_of_output() -> None:
    """What is left of the answer would be tried once more at the end of the program."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
