"""The Today room's rows: what there is to do and who is here, in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from frontdesk.domain.calls import rings
from frontdesk.domain.relative import ago
from frontdesk.domain.remaining import time_left
from frontdesk.domain.reminders import Facts, Reminder, Rule, Section, days_over, kind, section
from frontdesk.domain.requests import Request
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.reports import days
from frontdesk.reports.eliding import one_line
from frontdesk.services.today import Today
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.spans import Emphasis, Span, sentence

NAME = 48
"""Letters of a name in a sentence: the reason must still be seen behind it."""

Part = tuple[str, bool]
"""Words of a row's second line, and whether they stand out."""


def summary(today: Today) -> str:
    """“9 to do · 3 done”."""
    waiting = len(today.left_over) + len(today.due_today) + len(today.requests)
    parts = [tr("{n} to do").format(n=waiting)] if waiting else []
    if today.done:
        parts.append(tr("{n} done").format(n=today.done))
    return " · ".join(parts)


def reminder_row(one: Reminder, today: Today, arrived: str = "") -> Row:
    """Somebody who deserves a word: who and why, what is known of them, and how late it is.

    ``arrived`` is the hour at which they came today: then it can be said at once.
    """
    tells = one.rule is Rule.BIRTHDAY and one.number is not None
    title, spans = sentence(
        tr("{name} {reason}") if tells else tr("{name}: {reason}"),
        name=one_line(one.person.name, NAME),
        reason=one_line(one.text),
    )
    parts = tuple(_of_person(one.person, today, arrived))
    if one.at is not None:
        badge, level = _time_left(one.at, today)
        return _to_do(one.key, title, spans[:1], (*_of_call(one), *parts), badge, level)
    over = days_over(one, today.day)
    badge = _waiting(one, over) if over else kind(one.rule)
    return _to_do(one.key, title, spans[:1], parts, badge, _level(one, today))


def _time_left(at: datetime, today: Today) -> tuple[str, Level]:
    """How long there is before somebody is to be rung, and that it is time."""
    if at < today.now or not rings(at, today.now):
        return _remaining(at, today.now)
    return tr("ring now, {hour}").format(hour=_moment(at, today)), Level.AMBER


def _of_call(one: Reminder) -> Iterator[Part]:
    """The number to ring, and who has promised to."""
    yield one_line(one.person.phone), False
    yield from ((one_line(call.owner_name), False) for call in one.person.calls if call.id == one.subject)


def _waiting(one: Reminder, days: int) -> str:
    """How long it waits; a talk says so in words, because its own sentence counts the days to the end."""
    if one.rule is Rule.RENEWAL:
        return trn("waiting {n} day", "waiting {n} days", days)
    return trn("{n} day", "{n} days", days)


def _to_do(
    key: object, title: str, spans: tuple[Span, ...], parts: tuple[Part, ...], badge: str, level: Level
) -> Row:
    detail, standing_out = line(parts)
    return Row(
        key=key,
        title=title,
        title_spans=spans,
        detail=detail,
        detail_spans=standing_out,
        badge=badge,
        level=level,
        tick=False,
        big=False,
    )


def line(parts: Iterable[Part]) -> tuple[str, tuple[Span, ...]]:
    """The parts in one line, and where the important ones stand in it."""
    text = ""
    spans = []
    for words, important in parts:
        if not words:
            continue
        text += " · " if text else ""
        if important:
            spans.append(Span(len(text), len(text) + len(words), Emphasis.STRONG))
        text += words
    return text, tuple(spans)


def _level(one: Reminder, today: Today) -> Level:
    """Red where a membership has ended, amber for what is overdue or about to end."""
    ends = one.rule is Rule.RENEWAL
    if ends and (one.number or 0) < 0:
        return Level.RED
    pressing = section(one, today.day) is Section.LEFT_OVER or ends
    return Level.AMBER if pressing else Level.BRAND


def _of_person(person: Facts, today: Today, arrived: str) -> Iterator[Part]:
    """What to know before the first word, the most important first: a row has room for two lines."""
    yield one_line(person.second_spelling), False
    yield _must_know(person), True
    if arrived:
        yield tr("here since {hour}").format(hour=arrived), True
    if person.likes:
        yield tr("likes: {likes}").format(likes=one_line(person.likes)), False
    if person.last_note:
        yield tr("last note: {note}").format(note=one_line(person.last_note)), False
    if person.last_visit and not arrived:
        yield tr("last here {when}").format(when=ago(person.last_visit, today.day)), False


def _must_know(person: Facts) -> str:
    return tr("must know: {text}").format(text=one_line(person.must_know)) if person.must_know else ""


def is_late(one: Request, now: datetime) -> bool:
    """Whether its hour has passed."""
    return one.deadline is not None and one.deadline < now


def request_row(one: Request, today: Today, asker: Facts | None = None) -> Row:
    """Something we have to see to: what, for whom, by when, by whom."""
    asked, name = one_line(one.draft.asked, 2 * NAME), one_line(one.customer_name, NAME)
    title, spans = sentence(tr("{asked} for {name}"), asked=asked, name=name)
    parts = [(text, False) for text in _times(one, today)]
    if asker:
        parts += [(one_line(asker.second_spelling), False), (_must_know(asker), True)]
    badge, level = _remaining(one.deadline, today.now)
    return _to_do(("request", one.id), title, spans[-1:], tuple(parts), badge, level)


def _times(one: Request, today: Today) -> Iterator[str]:
    if one.draft.promised:
        yield tr("promised by {when}").format(when=_moment(one.draft.promised, today))
    if one.draft.due:
        yield tr("our own time {when}").format(when=_moment(one.draft.due, today))
    yield one_line(one.owner_name)
    if one.draft.exception:
        yield tr("an exception, not a new rule")


def _moment(instant: datetime, today: Today) -> str:
    """The hour on the same day, the day and hour on another."""
    house = today.house
    hour = days.hour(instant, house.zone, house.region)
    day = venue_day(instant, house.zone)
    return hour if day == today.day else f"{days.short_day(day, house.region)} {hour}"


def _remaining(deadline: datetime | None, now: datetime) -> tuple[str, Level]:
    """How long there is still, or how late it is."""
    if deadline is None:
        return tr("open"), Level.NEUTRAL
    return time_left(deadline, now), Level.RED if deadline < now else Level.AMBER
