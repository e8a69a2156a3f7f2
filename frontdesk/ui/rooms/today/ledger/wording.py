"""The ledger's rows: who and what it was about, what became of it, and who did it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from frontdesk.domain import past, relative
from frontdesk.domain.house import House
from frontdesk.domain.ledger import Entry
from frontdesk.domain.reminders import Fate
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr
from frontdesk.reports import days
from frontdesk.reports.eliding import one_line
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.spans import sentence

_NAME = 48
_WEEK = 7
_LEVELS = {Fate.DONE: Level.GREEN, Fate.OPEN: Level.AMBER, Fate.SNOOZED: Level.BRAND}


def fate_word(fate: Fate) -> str:
    """What became of something, in a word or two."""
    return {
        Fate.OPEN: tr("open"),
        Fate.DONE: tr("done"),
        Fate.SKIPPED: tr("skipped"),
        Fate.SNOOZED: tr("put off"),
        Fate.LET_GO: tr("let go"),
    }[fate]


def rows(entries: Iterable[Entry], today: date, house: House) -> tuple[Row, ...]:
    """A row for each entry; the first of each day has the day above it."""
    found = []
    before = None
    for one in entries:
        found.append(_row(one, today, house, "" if one.day == before else _heading(one.day, today)))
        before = one.day
    return tuple(found)


def _heading(day: date, today: date) -> str:
    """“Yesterday, Thursday 26 November”."""
    text = f"{relative.weekday(day)} {relative.written(day, today)}"
    near = {today: tr("Today"), today - timedelta(days=1): tr("Yesterday")}.get(day)
    return tr("{when}, {day}").format(when=near, day=text) if near else text[:1].upper() + text[1:]


def _row(one: Entry, today: date, house: House, above: str) -> Row:
    name, what = one_line(one.name, _NAME), one_line(past.about(one))
    title, spans = sentence(tr("{name}: {reason}"), name=name, reason=what)
    fate = one.fate(today)
    second, became = one_line(one.second, _NAME), _BECAME[fate](one, today, house)
    return Row(
        key=one.key,
        title=title,
        title_spans=spans[:1],
        detail=" · ".join(part for part in (second, became) if part),
        badge=fate_word(fate),
        level=_LEVELS.get(fate, Level.NEUTRAL),
        big=False,
        above=above,
    )


def _done(one: Entry, _today: date, house: House) -> str:
    said = tr("done by {who}, {when}") if one.by else tr("done {when}")
    return said.format(who=one.by, when=_when(one, house))


def _skipped(one: Entry, _today: date, house: House) -> str:
    said = tr("skipped by {who}, {when}") if one.by else tr("skipped {when}")
    return said.format(who=one.by, when=_when(one, house))


def _put_off(one: Entry, today: date, _house: House) -> str:
    said = tr("put off until {day} by {who}") if one.by else tr("put off until {day}")
    return said.format(who=one.by, day=_day(one.until, today))


def _open(one: Entry, today: date, _house: House) -> str:
    if one.needs_talk:
        return tr("what came of the talk has still to be said")
    if one.said is not Fate.SNOOZED:
        return tr("nobody has seen to it yet")
    said = tr("put off until {day} by {who}, and waiting since") if one.by else tr("put off until {day}")
    return said.format(who=one.by, day=_day(one.until, today))


def _let_go(one: Entry, today: date, _house: House) -> str:
    if not one.time_passed:
        return past.no_longer_so(one)
    if one.said is Fate.SNOOZED and one.by:
        said = tr("let go: put off until {day} by {who}, then nobody saw to it in its time")
        return said.format(who=one.by, day=_day(one.until, today))
    return tr("let go: nobody saw to it in its time")


_BECAME: dict[Fate, Callable[[Entry, date, House], str]] = {
    Fate.DONE: _done,
    Fate.SKIPPED: _skipped,
    Fate.SNOOZED: _put_off,
    Fate.OPEN: _open,
    Fate.LET_GO: _let_go,
}


def _when(one: Entry, house: House) -> str:
    """The hour where it was on the day it was due, the day and the hour on another."""
    at: datetime | None = one.at
    if at is None:
        return ""
    hour, day = days.hour(at, house.zone, house.region), venue_day(at, house.zone)
    return hour if day == one.day else f"{days.short_day(day, house.region)} {hour}"


def _day(day: date | None, today: date) -> str:
    """“tomorrow”, “Monday”, “12 December”."""
    if day is None:
        return ""
    away = (day - today).days
    if away in (0, 1):
        return relative.in_days(day, today)
    return relative.weekday(day) if 0 < away < _WEEK else relative.written(day, today)
