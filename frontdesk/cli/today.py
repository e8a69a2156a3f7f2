"""``frontdesk today``: the daily list, in a terminal, as a file or on paper."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.cli.house import opened
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr
from frontdesk.services.today import Today
from frontdesk.services.today import today as look_at_today

if TYPE_CHECKING:
    from frontdesk.reports.today_list import ListPage

_FORMATS = ("text", "html", "pdf", "json")
_DAYS = 366


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    command = commands.add_parser("today", parents=[shared], help=tr("who deserves a personal word today"))
    command.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help=tr("another day"))
    command.add_argument("--days", type=_days, default=7, metavar="N", help=tr("days ahead to look (7)"))
    command.add_argument("--format", choices=_FORMATS, default="text", help=tr("text, unless said otherwise"))
    command.add_argument("--output", type=Path, metavar="FILE", help=tr("write to a file"))
    command.add_argument(
        "--short", action="store_true", help=tr("without notes and phone numbers, for a counter")
    )
    command.add_argument("--paper", choices=("A4", "Letter"), help=tr("size of a PDF's pages"))
    command.set_defaults(run=_run, command_parser=command)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("write the day as 2026-11-22")) from None


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > _DAYS:
        raise argparse.ArgumentTypeError(tr("between 0 and {n} days").format(n=_DAYS))
    return int(text)


def _run(asked: argparse.Namespace) -> int:
    if asked.format == "pdf" and asked.output is None:
        asked.command_parser.error(tr("a PDF needs a file: --output FILE"))
    with opened(asked) as desk:
        found = look_at_today(desk, asked.date, asked.days)
    if asked.format == "pdf":
        _print(asked, found)
    else:
        _write(asked.output, _text(asked, found))
    return 0


def _page(asked: argparse.Namespace, found: Today) -> "ListPage":
    from frontdesk.reports.today_list import today_list

    return today_list(found, short=asked.short, ahead=asked.days)


def _text(asked: argparse.Namespace, found: Today) -> str:
    if asked.format == "json":
        from frontdesk.reports.today_json import as_json

        return as_json(found)
    if asked.format == "html":
        from frontdesk.reports.today_html import as_html

        return as_html(_page(asked, found))
    from frontdesk.reports.today_text import as_text

    return as_text(_page(asked, found))


def _print(asked: argparse.Namespace, found: Today) -> None:
    try:
        from frontdesk.reports import printing
    except ImportError as error:
        raise DeskError(_no_qt(error)) from error
    page = _page(asked, found)
    printing.write_pdf(page, asked.output, asked.paper or found.house.paper)
    if hint := printing.font_hint(page):
        print(f"frontdesk: {hint}", file=sys.stderr)


def _no_qt(error: ImportError) -> str:
    from frontdesk.foundation.display import qt_needs

    return qt_needs(str(error))


def _write(output: Path | None, text: str) -> None:
    if output is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    from frontdesk.reports.saving import save

    save(text.encode("utf-8"), output)
