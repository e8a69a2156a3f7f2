"""The Settings room's sentences."""

from datetime import date, datetime, timedelta

from frontdesk.domain.imports import Import, ImportKind
from frontdesk.domain.relative import ago, weekday
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.insights.visiting import Visiting
from frontdesk.reports import days


def kind(of: ImportKind) -> str:
    """What a file holds, in a word."""
    return tr("customers") if of is ImportKind.CUSTOMERS else tr("visits")


def brought_in(one: Import, zone: str, now: datetime) -> str:
    """What came of an import, when, and by whom."""
    parts = (
        kind(one.kind),
        trn("{n} row", "{n} rows", one.rows),
        ago(venue_day(one.at, zone), venue_day(now, zone)),
        one.staff_name,
        tr("taken back") if one.undone_at else "",
    )
    return " · ".join(part for part in parts if part)


def figures(found: Visiting) -> str:
    """The house in figures, in a sentence or two."""
    if not found.visits:
        return tr("Nobody has come yet.")
    parts = [
        trn("{n} visit", "{n} visits", found.visits),
        trn("by {n} person", "by {n} people", found.people),
        trn("{n} came once", "{n} came once", found.came_once),
    ]
    if found.days_between is not None:
        parts.append(tr("usually {n} days between visits").format(n=f"{found.days_between:g}"))
    if found.busiest is not None:
        parts.append(tr("most come on {day}").format(day=_name_of(found.busiest)))
    return " · ".join(parts)


def _name_of(day: int) -> str:
    """A day of the week by its number, 0 for Monday."""
    return weekday(date(2024, 1, 1) + timedelta(days=day))  # a Monday


def backup(made: datetime | None, zone: str, region: str, now: datetime) -> str:
    """How old the newest backup is."""
    if made is None:
        return tr("No backup yet.")
    when = ago(venue_day(made, zone), venue_day(now, zone))
    return tr("Last backup: {when}, {hour}.").format(when=when, hour=days.hour(made, zone, region))
