"""``frontdesk today``: the daily list, in a terminal, as a file or on paper."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.cli.house import opened
from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr

if TYPE_CHECKING:
    from frontdesk.reports.today_list import ListPage
    from frontdesk.services.today import Today

_FORMATS = ("text", "html", "pdf", "json", "ics")
_DAYS = 366
_YEARS = range(1900, 2201)
_STDOUT = Path("-")


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    words = tr("who deserves a personal word today")
    command = commands.add_parser("today", parents=[shared], help=words, description=words)
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
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("write the day as 2026-11-22")) from None
    if day.year not in _YEARS:
        raise argparse.ArgumentTypeError(
            tr("between the years {first} and {last}").format(first=_YEARS[0], last=_YEARS[-1])
        )
    return day


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > _DAYS:
        raise argparse.ArgumentTypeError(tr("between 0 and {n} days").format(n=_DAYS))
    return int(text)


def _run(asked: argparse.Namespace) -> int:
    _check(asked)
    from frontdesk.services.call_list import listed
    from frontdesk.services.notes import to_do
    from frontdesk.services.today import today

    with opened(asked) as desk:
        found, printed = today(desk, asked.date, asked.days), desk.now()
        to_ring = () if asked.format in _FOR_PROGRAMS else listed(desk, asked.date)
        to_write = () if asked.format in _FOR_PROGRAMS or asked.date else to_do(desk)
    if asked.format in _FOR_PROGRAMS:
        _write(asked, _FOR_PROGRAMS[asked.format](found))
        return 0
    from frontdesk.reports.today_list import today_list

    page = today_list(
        found, short=asked.short, ahead=asked.days, printed=printed, to_ring=to_ring, to_write=to_write
    )
    _write(asked, _pages(page, asked, found))
    return 0


def _check(asked: argparse.Namespace) -> None:
    """End the program with exit code 2 where the options do not go together."""
    to_screen = asked.output in (None, _STDOUT)
    if asked.format == "pdf" and to_screen and sys.stdout.isatty():
        asked.command_parser.error(tr("a PDF needs a file: --output FILE"))
    if asked.short and asked.format == "json":
        asked.command_parser.error(tr("--short is not for JSON, which holds notes and phone numbers"))
    if asked.short and asked.format == "ics":
        asked.command_parser.error(tr("--short is not for a calendar, which holds phone numbers"))


def _json(found: "Today") -> bytes:
    from frontdesk.reports.today_json import as_json

    return as_json(found).encode()


def _calendar(found: "Today") -> bytes:
    from frontdesk.exchange.calendar import as_calendar

    return as_calendar(found)


_FOR_PROGRAMS = {"json": _json, "ics": _calendar}


def _pages(page: "ListPage", asked: argparse.Namespace, found: "Today") -> bytes:
    if asked.format == "pdf":
        return _pdf(page, asked.paper or found.house.paper)
    if asked.format == "html":
        from frontdesk.reports.today_html import as_html

        return as_html(page).encode()
    from frontdesk.reports.today_text import as_text

    return as_text(page).encode()


def _pdf(page: "ListPage", paper: str) -> bytes:
    try:
        from frontdesk.reports.printing import today
    except ImportError as error:
        from frontdesk.foundation.display import qt_needs

        raise DeskError(qt_needs(str(error))) from error
    content = today.lay_out(page, paper).pdf()
    if hint := today.font_hint(page):
        print(f"frontdesk: {hint}", file=sys.stderr)
    return content


def _write(asked: argparse.Namespace, content: bytes) -> None:
    if asked.output in (None, _STDOUT):
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    from frontdesk.reports.saving import save

    save(content, asked.output)
