"""The Settings room's sentences."""

from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.imports import Import, ImportKind, ImportReport, UndoneImport
from frontdesk.domain.relative import ago
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import language, tr, trn
from frontdesk.insights.visiting import Visiting

SHOWN = 8
"""How many rows that did not come in are named; the rest are counted."""


def report(found: ImportReport) -> list[str]:
    """What an import did or would do: the counts, then the rows that did not come in."""
    counts = [
        trn("{n} new", "{n} new", found.new),
        trn("{n} here already", "{n} here already", found.same),
        trn("{n} in conflict", "{n} in conflict", found.conflict),
        trn("{n} bad", "{n} bad", len(found.bad)),
    ]
    if found.people_added:
        counts.append(trn("{n} person added", "{n} people added", found.people_added))
    lines = [" · ".join(counts)]
    if found.dry_run:
        lines.append(tr("This was a trial: nothing has been brought in yet."))
    left = sorted((*found.conflicts, *found.bad), key=lambda one: one.line)
    lines += [tr("Line {n}: {reason}").format(n=one.line, reason=one.reason) for one in left[:SHOWN]]
    if len(left) > SHOWN:
        lines.append(trn("and {n} more", "and {n} more", len(left) - SHOWN))
    return lines


def undone(found: UndoneImport) -> str:
    """What taking an import back did."""
    text = trn("{n} row taken back.", "{n} rows taken back.", found.removed)
    if found.kept:
        text += " " + trn(
            "{n} person has changed since and stays.",
            "{n} people have changed since and stay.",
            len(found.kept),
        )
    return text


def brought_in(one: Import, zone: str, now: datetime) -> tuple[str, str]:
    """An import in the list: the file, and what came of it."""
    kind = tr("customers") if one.kind is ImportKind.CUSTOMERS else tr("visits")
    parts = [
        kind,
        trn("{n} row", "{n} rows", one.rows),
        ago(venue_day(one.at, zone), venue_day(now, zone)),
        one.staff_name,
        tr("taken back") if one.undone_at else "",
    ]
    return one.file_name or kind, " · ".join(part for part in parts if part)


def figures(found: Visiting) -> str:
    """The house in figures, in a sentence or two."""
    if not found.visits:
        return tr("Nobody has come yet.")
    from babel.dates import get_day_names

    spoken = language().replace("-", "_")
    parts = [
        trn("{n} visit", "{n} visits", found.visits),
        trn("by {n} person", "by {n} people", found.people),
        trn("{n} came once", "{n} came once", found.came_once),
    ]
    if found.days_between is not None:
        parts.append(tr("usually {n} days between visits").format(n=f"{found.days_between:g}"))
    if found.busiest is not None:
        names = get_day_names("wide", locale=spoken)
        parts.append(tr("most come on {day}").format(day=names[found.busiest]))
    return " · ".join(parts)


def backup(made: datetime | None, zone: str, now: datetime) -> str:
    """How old the newest backup is."""
    if made is None:
        return tr("No backup yet.")
    local = made.astimezone(ZoneInfo(zone))
    when = ago(local.date(), venue_day(now, zone))
    return tr("Last backup: {when}, {hour}.").format(when=when, hour=f"{local:%H:%M}")
