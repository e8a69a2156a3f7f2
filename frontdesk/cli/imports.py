"""``frontdesk import``: customers or visits from a file."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.cli.house import founded
from frontdesk.foundation.words import tr

if TYPE_CHECKING:
    from frontdesk.domain.imports import BadRow, ImportReport
    from frontdesk.services.desk import Desk

_STEP = 0.05


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    words = tr("bring in customers or visits from a file")
    whole = commands.add_parser("import", parents=[shared], help=words, description=words)
    kinds = whole.add_subparsers(
        dest="kind", required=True, metavar="KIND", parser_class=_KindParser, title=tr("kinds")
    )
    people, coming = tr("people"), tr("visits of people named by card, phone or e-mail")
    customers = kinds.add_parser("customers", parents=[shared], help=people, description=people)
    visits = kinds.add_parser("visits", parents=[shared], help=coming, description=coming)
    visits.add_argument(
        "--add-people", action="store_true", help=tr("unknown cards become people named by them")
    )
    for command in (customers, visits):
        _add_options(command)


class _KindParser(argparse.ArgumentParser):
    """Names the fields there are when somebody asks for help, and only then."""

    def format_help(self) -> str:
        """The help, with the fields at its end."""
        from frontdesk.exchange import customers, visits

        fields = customers.FIELDS if self.prog.endswith("customers") else visits.FIELDS
        self.epilog = tr("Fields: {fields}").format(fields=", ".join(fields.headings))
        return super().format_help()


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
        help=tr("how days are written, such as %%d.%%m.%%Y or DD.MM.YYYY, where a column leaves doubt"),
    )
    command.add_argument(
        "--delimiter", metavar="C", help=tr("what stands between columns; tab and space by name")
    )
    command.add_argument("--encoding", metavar="E", help=tr("UTF-8 unless said"))
    command.add_argument("--dry-run", action="store_true", help=tr("only say what would come in"))
    command.add_argument("--json", action="store_true", help=tr("the outcome as JSON"))
    command.set_defaults(run=_run, add_people=False)


def _run(asked: argparse.Namespace) -> int:
    with founded(asked, trial=asked.dry_run) as desk:
        report, unclear = _bring_in(asked, desk, _Meter())
    hint = _hint(unclear) if unclear and report.bad else ""
    if asked.json:
        print(json.dumps(_as_json(report) | {"hint": hint}, ensure_ascii=False))
    else:
        from frontdesk.reports import imports as words

        hints = [hint] if hint else []
        print("\n".join([*words.summary(report), *hints, *words.left_out(report)]))
    return 1 if report.bad or report.conflicts else 0


def _hint(unclear: tuple[str, ...]) -> str:
    sentence = tr(
        "If days are written otherwise under {fields}, say how, for example with --date-format DD.MM.YYYY."
    )
    return sentence.format(fields=", ".join(f"“{field}”" for field in unclear))


def _bring_in(
    asked: argparse.Namespace, desk: "Desk", meter: "_Meter"
) -> tuple["ImportReport", tuple[str, ...]]:
    """What came of it, and the fields where it was not clear how days are written."""
    from frontdesk.exchange.customers import read_customers
    from frontdesk.exchange.incoming import Reading
    from frontdesk.exchange.visits import read_visits
    from frontdesk.services import imports

    how = Reading(tuple(asked.map), tuple(asked.date_format), asked.delimiter, asked.encoding)
    options: dict[str, Any] = {"file_name": asked.file.name, "dry_run": asked.dry_run, "job": meter}
    if asked.kind == "customers":
        people = read_customers(asked.file, desk.today(), how)
        found = imports.bring_in_customers(desk, people, lines=people.table.lines, **options)
        return found, people.unclear
    visits = read_visits(asked.file, desk.today(), how)
    options |= {"lines": visits.table.lines, "add_people": asked.add_people}
    return imports.bring_in_visits(desk, visits, **options), visits.unclear


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


def _as_json(report: "ImportReport") -> dict[str, Any]:
    def rows(found: "tuple[BadRow, ...]") -> list[dict[str, Any]]:
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
