"""``frontdesk find``: who is this?"""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from frontdesk.cli.house import opened
from frontdesk.foundation.words import tr

if TYPE_CHECKING:
    from frontdesk.names.entries import Hit
    from frontdesk.services.desk import Desk

_STDIN = "-"
_MOST = 1000


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    words = tr("who is this?")
    command = commands.add_parser("find", parents=[shared], help=words, description=words)
    command.add_argument(
        "text",
        nargs="+",
        metavar="TEXT",
        help=tr("any part of a name, phone or card; - reads a query from each line of standard input"),
    )
    command.add_argument("--limit", type=_limit, default=20, metavar="N", help=tr("people at most (20)"))
    command.add_argument("--json", action="store_true", help=tr("the answer as one line of JSON"))
    command.set_defaults(run=_run)


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(tr("between 1 and {n}").format(n=_MOST))
    return int(text)


def _run(asked: argparse.Namespace) -> int:
    from frontdesk.services import lookup

    with opened(asked) as desk:
        lookup.fill(desk)
        if asked.text == [_STDIN]:
            _answer_lines(desk, asked.limit, sys.stdin.buffer)
        else:
            # What the terminal could not decode is replaced, so that it can be said back.
            query = " ".join(asked.text).encode("utf-8", "replace").decode("utf-8")
            print(_as_json(desk, query, asked.limit) if asked.json else _as_text(desk, query, asked.limit))
    return 0


def _answer_lines(desk: "Desk", limit: int, lines: Iterable[bytes]) -> None:
    """One line of JSON for each line, given before the next is read."""
    for line in lines:
        print(_as_json(desk, line.decode("utf-8", "replace").rstrip("\r\n"), limit), flush=True)


def _as_json(desk: "Desk", query: str, limit: int) -> str:
    from frontdesk.services import lookup

    begun = time.perf_counter()
    hits = lookup.search(desk, query, limit)
    ms = (time.perf_counter() - begun) * 1000
    people = [{"id": hit.entry.id, "name": hit.entry.name, "why": hit.why.value} for hit in hits]
    return json.dumps({"query": query, "ms": round(ms, 3), "hits": people}, ensure_ascii=False)


def _as_text(desk: "Desk", query: str, limit: int) -> str:
    from frontdesk.services import lookup

    hits = lookup.search(desk, query, limit)
    today = desk.today()
    return "\n".join(_line(hit, today) for hit in hits) or tr("Nobody of that name here.")


def _line(hit: "Hit", today: date) -> str:
    """Who it is, why they were found, and what tells them from their namesakes."""
    from frontdesk.domain.relative import ago

    entry = hit.entry
    phone = "".join(c for c in next(iter(entry.phones), "") if c.isdigit())
    parts = (
        entry.name,
        entry.second_spelling,
        _why(hit),
        tr("has died") if entry.deceased else "",
        tr("in the archive") if entry.archived else "",
        tr("last here {when}").format(when=ago(entry.last_visit, today)) if entry.last_visit else "",
        _born(entry.birthday),
        tr("phone ends {digits}").format(digits=phone[-4:]) if phone else "",
    )
    return " · ".join(part for part in parts if part)


def _born(birthday: str) -> str:
    """The day of birth; one without its year as the desk writes it."""
    from frontdesk.domain.dates import PartialDate
    from frontdesk.domain.relative import day_of_year

    if not birthday:
        return ""
    born = PartialDate.parse(birthday)
    if born.year is not None:
        return tr("born {day}").format(day=birthday)
    return tr("birthday {day}").format(day=day_of_year(born.month, born.day))


def _why(hit: "Hit") -> str:
    from frontdesk.names.entries import Why

    return {
        Why.NAME: tr("found by {part}").format(part=hit.detail) if hit.detail else "",
        Why.SECOND_SPELLING: tr("found by second spelling"),
        Why.NICKNAME: tr("found by nickname {name}").format(name=hit.detail),
        Why.PHONE: tr("found by phone {number}").format(number=hit.detail),
        Why.CARD: tr("found by card {number}").format(number=hit.detail),
        Why.SPELLING: tr("similar spelling"),
        Why.WITHOUT: tr("found without {word}").format(word=hit.detail),
    }[hit.why]
