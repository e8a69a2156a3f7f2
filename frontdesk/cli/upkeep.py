"""``frontdesk backup``, ``restore`` and ``check``."""

import argparse
from pathlib import Path
from typing import Any

from frontdesk.cli.house import opened, place, throw_away_place
from frontdesk.foundation.words import tr, trn


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands."""
    backup = _command(commands, shared, "backup", tr("write a backup and prove that it opens"))
    backup.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help=tr("where to (the house's own backups)")
    )
    backup.set_defaults(run=_back_up)
    restore = _command(commands, shared, "restore", tr("bring a backup back; what stood there is kept"))
    restore.add_argument("file", type=Path, metavar="FILE", help=tr("the backup"))
    restore.set_defaults(run=_restore)
    check = _command(commands, shared, "check", tr("look for damage"))
    check.set_defaults(run=_check)


def _command(
    commands: Any, shared: argparse.ArgumentParser, name: str, words: str
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, parents=[shared], help=words, description=words)
    return made


def _back_up(asked: argparse.Namespace) -> int:
    from frontdesk.services import upkeep

    with opened(asked) as desk:
        written = upkeep.back_up(desk, asked.file)
    if asked.demo and asked.file is None:
        print(tr("The backup is good. It is gone with the demo; name a FILE to keep one."))
    else:
        print(written)
    return 0


def _restore(asked: argparse.Namespace) -> int:
    if asked.demo:
        return _rehearse(asked.file)
    from frontdesk.services import upkeep

    kept = upkeep.restore(place(asked), asked.file)
    print(tr("Brought back from {file}.").format(file=asked.file))
    if kept is not None:
        print(tr("What stood there before is kept in {file}.").format(file=kept))
    return 0


def _rehearse(backup: Path) -> int:
    """Bring a backup back where nobody keeps it: proof that it can be done."""
    from frontdesk.services import upkeep

    with throw_away_place() as file:
        upkeep.restore(file, backup)
    print(tr("{file} can be brought back. This was a trial: nothing was kept.").format(file=backup))
    return 0


def _check(asked: argparse.Namespace) -> int:
    from frontdesk.services import upkeep

    with opened(asked) as desk:
        found = upkeep.check(desk)
    people = trn("{n} person", "{n} people", found.people)
    print(" · ".join((people, trn("{n} visit", "{n} visits", found.visits))))
    for problem in found.problems:
        print(problem)
    print(tr("Something is wrong: restore a backup.") if found.problems else tr("All is well."))
    return 1 if found.problems else 0
