"""``frontdesk import``: customers or visits from a file."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frontdesk.cli.house import opened
from frontdesk.domain.imports import BadRow, ImportReport
from frontdesk.foundation.words import tr, trn
from frontdesk.services import imports
from frontdesk.services.desk import Desk

_SHOWN = 20
_STEP = 0.05


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    whole = commands.add_parser("import", help=tr("bring in customers or visits from a file"))
    kinds = whole.add_subparsers(dest="kind", required=True, metavar="KIND")
    customers = kinds.add_parser("customers", parents=[shared], help=tr("people"))
    visits = kinds.add_parser(
        "visits", parents=[shared], help=tr("visits of people named by card, phone or e-mail")
    )
    visits.add_argument(
        "--add-people", action="store_true", help=tr("unknown cards become people named by them")
    )
    for command in (customers, visits):
        _add_options(command)


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help=tr("CSV, TSV, or columns apart by spaces"))
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help=tr("a column by its heading, or by its number from 1, and the field it fills"),
    )
    command.add_argument(
        "--date-format",
        action="append",
        default=[],
        metavar="F",
        help=tr("how days are written, such as %%d.%%m.%%Y (2026-11-22 unless said)"),
    )
    command.add_argument(
        "--delimiter", metavar="C", help=tr("what stands between columns; tab and space by name")
    )
    command.add_argument("--encoding", metavar="E", help=tr("UTF-8 unless said"))
    command.add_argument("--dry-run", action="store_true", help=tr("only say what would come in"))
    command.add_argument("--json", action="store_true", help=tr("the outcome as JSON"))
    command.set_defaults(run=_run, add_people=False)


def _run(asked: argparse.Namespace) -> int:
    with opened(asked, create=True, keep=not asked.dry_run) as desk:
        report = _bring_in(asked, desk, _Meter())
    if asked.json:
        print(json.dumps(_as_json(report), ensure_ascii=False))
    else:
        print("\n".join(_lines(report)))
    return 1 if report.bad or report.conflicts else 0


def _bring_in(asked: argparse.Namespace, desk: Desk, meter: "_Meter") -> ImportReport:
    from frontdesk.exchange.customers import read_customers
    from frontdesk.exchange.incoming import Reading
    from frontdesk.exchange.visits import read_visits

    how = Reading(tuple(asked.map), tuple(asked.date_format), asked.delimiter, asked.encoding)
    options: dict[str, Any] = {"file_name": asked.file.name, "dry_run": asked.dry_run, "job": meter}
    if asked.kind == "customers":
        people = read_customers(asked.file, desk.today(), how)
        return imports.bring_in_customers(desk, people, lines=people.table.lines, **options)
    visits = read_visits(asked.file, desk.today(), how)
    return imports.bring_in_visits(
        desk, visits, lines=visits.table.lines, add_people=asked.add_people, **options
    )


@dataclass
class _Meter:
    """Progress on one line of a terminal, on standard error; silent where that is a file."""

    shown: float = 0.0

    def report(self, fraction: float, text: str = "") -> None:
        """Show how much is done, 0 to 1."""
        if sys.stderr.isatty() and (fraction - self.shown >= _STEP or fraction >= 1):
            self.shown = fraction
            end = "\r\033[K" if fraction >= 1 else "\r"
            print(f"{fraction:4.0%} {text}", end=end, file=sys.stderr, flush=True)

    def check(self) -> None:
        """Ctrl+C stops the work by itself; everything is rolled back."""


def _as_json(report: ImportReport) -> dict[str, Any]:
    def rows(found: tuple[BadRow, ...]) -> list[dict[str, Any]]:
        return [{"line": one.line, "reason": one.reason} for one in found]

    return {
        "dry_run": report.dry_run,
        "new": report.new,
        "same": report.same,
        "conflict": report.conflict,
        "bad": len(report.bad),
        "people_added": report.people_added,
        "conflicts": rows(report.conflicts),
        "bad_rows": rows(report.bad),
        "import_id": report.import_id,
    }


def _lines(report: ImportReport) -> list[str]:
    counts = [
        trn("{n} new", "{n} new", report.new),
        trn("{n} here already", "{n} here already", report.same),
        trn("{n} in conflict", "{n} in conflict", report.conflict),
        trn("{n} bad", "{n} bad", len(report.bad)),
    ]
    if report.people_added:
        counts.append(trn("{n} person added", "{n} people added", report.people_added))
    lines = [" · ".join(counts)]
    if report.dry_run:
        lines.append(tr("This was a trial: nothing was brought in."))
    for heading, found in ((tr("In conflict:"), report.conflicts), (tr("Bad:"), report.bad)):
        lines += _listed(heading, found)
    return lines


def _listed(heading: str, found: tuple[BadRow, ...]) -> list[str]:
    if not found:
        return []
    lines = [heading] + [
        tr("  line {n}: {reason}").format(n=one.line, reason=one.reason) for one in found[:_SHOWN]
    ]
    more = len(found) - _SHOWN
    return [*lines, trn("  and {n} more", "  and {n} more", more)] if more > 0 else lines
