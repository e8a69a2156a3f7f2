"""The morning's list as plain text for a terminal."""

import textwrap
from collections.abc import Iterator

from frontdesk.reports.today_ahead import ListDay
from frontdesk.reports.today_list import ListPage, ListSection
from frontdesk.reports.today_rows import ListRow

WIDTH = 80

_BOX = "  [ ] "
_INSIDE = " " * len(_BOX)


def as_text(page: ListPage, width: int = WIDTH) -> str:
    """The page in lines of at most ``width`` letters; a word longer than a line is broken."""
    lines = [*_wrapped(page.title, "", width), *_wrapped(page.subtitle, "", width)]
    if page.quiet:
        lines += ["", page.quiet]
    for section in page.sections:
        lines += ["", *_section(section, width)]
    if page.ahead:
        lines += ["", *_ahead(page, width)]
    return "\n".join(lines) + "\n"


def _section(section: ListSection, width: int) -> Iterator[str]:
    yield from _heading(section.heading)
    for row in section.rows:
        yield from _row(row, width)


def _heading(text: str) -> tuple[str, str]:
    return text, "─" * len(text)


def _row(row: ListRow, width: int) -> Iterator[str]:
    name = f"{row.name} ({row.second})" if row.second else row.name
    yield from _wrapped(name, _INSIDE if row.choices else _BOX, width)
    must_know = (f"!! {row.must_know}",) if row.must_know else ()
    yield from _wrapped(" ".join((row.why, *row.facts, *must_know)), _INSIDE, width)
    yield from _wrapped(" · ".join(part for part in (row.action, row.phone) if part), f"{_INSIDE}→ ", width)
    yield from _wrapped("  ".join(f"[ ] {choice}" for choice in row.choices), _INSIDE, width)


def _ahead(page: ListPage, width: int) -> Iterator[str]:
    yield from _heading(page.ahead_heading)
    column = max(len(day.day) for day in page.ahead)
    for day in page.ahead:
        yield from _day(day, column, width)


def _day(day: ListDay, column: int, width: int) -> Iterator[str]:
    first = f"  {day.day:<{column}}  "
    for entry in day.entries:
        yield from _wrapped(entry, first, width)
        first = " " * len(first)


def _wrapped(text: str, first: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        max(width, len(first) + 20),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
    )
