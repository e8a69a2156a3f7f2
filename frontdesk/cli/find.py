"""``frontdesk find``: who is this?"""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from typing import Any

from frontdesk.cli.house import opened
from frontdesk.foundation.words import tr
from frontdesk.names.entries import Hit, Why
from frontdesk.services import lookup
from frontdesk.services.desk import Desk

_STDIN = "-"


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    command = commands.add_parser("find", parents=[shared], help=tr("who is this?"))
    command.add_argument(
        "text", nargs="+", metavar="TEXT", help=tr("any part of a name, phone or card; - asks a query a line")
    )
    command.add_argument("--limit", type=_limit, default=20, metavar="N", help=tr("people at most (20)"))
    command.add_argument("--json", action="store_true", help=tr("one JSON line a query"))
    command.set_defaults(run=_run)


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(tr("between 1 and 1000"))
    return int(text)


def _run(asked: argparse.Namespace) -> int:
    with opened(asked) as desk:
        lookup.fill(desk)
        if asked.text == [_STDIN]:
            _answer_lines(desk, asked.limit, sys.stdin.buffer)
        else:
            # What the terminal could not decode is replaced, so that it can be said back.
            query = " ".join(asked.text).encode("utf-8", "replace").decode("utf-8")
            _answer(desk, query, asked.limit, as_json=asked.json)
    return 0


def _answer_lines(desk: Desk, limit: int, lines: Iterable[bytes]) -> None:
    for line in lines:
        _answer(desk, line.decode("utf-8", "replace").rstrip("\r\n"), limit, as_json=True)
        sys.stdout.flush()


def _answer(desk: Desk, query: str, limit: int, *, as_json: bool) -> None:
    begun = time.perf_counter()
    hits = lookup.search(desk, query, limit)
    ms = (time.perf_counter() - begun) * 1000
    if as_json:
        people = [{"id": hit.entry.id, "name": hit.entry.name, "why": hit.why.value} for hit in hits]
        answer = {"query": query, "ms": round(ms, 3), "hits": people}
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print("\n".join(map(_line, hits)) or tr("Nobody of that name here."))


def _line(hit: Hit) -> str:
    entry = hit.entry
    parts = [entry.name, entry.second_spelling, _why(hit)]
    if entry.last_visit:
        parts.append(tr("last here {day}").format(day=entry.last_visit.isoformat()))
    return " · ".join(part for part in parts if part)


def _why(hit: Hit) -> str:
    return {
        Why.NAME: "",
        Why.SECOND_SPELLING: tr("by second spelling"),
        Why.NICKNAME: tr("by nickname {name}").format(name=hit.detail),
        Why.PHONE: tr("by phone {number}").format(number=hit.detail),
        Why.CARD: tr("by card {number}").format(number=hit.detail),
        Why.SPELLING: tr("similar spelling"),
    }[hit.why]
