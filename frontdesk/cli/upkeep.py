"""``frontdesk backup``, ``restore`` and ``check``."""

import argparse
from pathlib import Path
from typing import Any

from frontdesk.cli.house import opened, place
from frontdesk.foundation.words import tr, trn
from frontdesk.services import upkeep


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands."""
    backup = commands.add_parser("backup", parents=[shared], help=tr("write a backup that is proved to open"))
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help=tr("where to (the house's backups)")
    )
    backup.set_defaults(run=_back_up)
    restore = commands.add_parser("restore", parents=[shared], help=tr("bring a backup back"))
    restore.add_argument("file", type=Path, metavar="FILE", help=tr("the backup"))
    restore.set_defaults(run=_restore, command_parser=restore)
    check = commands.add_parser("check", parents=[shared], help=tr("look for damage"))
    check.set_defaults(run=_check)


def _back_up(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        print(upkeep.back_up(desk, asked.file))
    return 0


def _restore(asked: argparse.Namespace) -> int:
    if asked.demo:
        asked.command_parser.error(tr("the demo is thrown away; nothing can be brought back into it"))
    kept = upkeep.restore(place(asked), asked.file)
    print(tr("Brought back from {file}.").format(file=asked.file))
    if kept is not None:
        print(tr("What stood there before is kept in {file}.").format(file=kept))
    return 0


def _check(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        found = upkeep.check(desk)
    people = trn("{n} person", "{n} people", found.people)
    print(f"{people}, {trn('{n} visit', '{n} visits', found.visits)}")
    for problem in found.problems:
        print(problem)
    print(tr("Something is wrong: restore a backup.") if found.problems else tr("All is well."))
    return 1 if found.problems else 0
