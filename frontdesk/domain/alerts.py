"""The strip on the card: what must be known before the first word is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from frontdesk.domain.milestones import next_milestone
from frontdesk.domain.reminders import Facts, Reminder, Rule
from frontdesk.domain.wording import next_visit
from frontdesk.foundation.words import tr, trn


class Level(StrEnum):
    """How loud an alert is: red for must-know and late, amber for due, brand for good to know."""

    RED = "red"
    AMBER = "amber"
    BRAND = "brand"


@dataclass(frozen=True, slots=True)
class Alert:
    """One pill of the strip: what kind it is, its words, how loud."""

    kind: str
    text: str
    level: Level


def alerts(person: Facts, due: Sequence[Reminder], now: datetime, today: date) -> Iterator[Alert]:
    """What to show above a card: must-know first, then what is due, then what is good to know.

    ``due`` are the person's open reminders; the coming visit's milestone shows however long ago the
    last visit was.
    """
    if person.deceased:
        yield Alert("deceased", tr("Has died"), Level.RED)
    if person.archived:
        yield Alert("archived", tr("In the archive"), Level.AMBER)
    if person.left_alone:
        yield Alert("left alone", tr("Asked us not to write or ring"), Level.AMBER)
    if person.must_know:
        yield Alert("must know", tr("Must know: {text}").format(text=person.must_know), Level.RED)
    for one in due:
        if one.rule is Rule.REQUEST or one.standing or one.starts > today:
            continue
        yield Alert(one.rule.value, capital(one.text), _level(one))
    yield from _asked(person, now)
    coming = next_milestone(person.visit_count)
    if coming is not None and not person.deceased:
        yield Alert("milestone", capital(next_visit(coming)), Level.BRAND)


def _asked(person: Facts, now: datetime) -> Iterator[Alert]:
    late = [r for r in person.requests if r.deadline and r.deadline < now]
    if late:
        text = trn("{n} request is late", "{n} requests are late", len(late))
        yield Alert("request", text, Level.RED)
    waiting = len(person.requests) - len(late)
    if waiting:
        yield Alert("request", trn("{n} open request", "{n} open requests", waiting), Level.AMBER)


def _level(reminder: Reminder) -> Level:
    ended = reminder.rule is Rule.RENEWAL and (reminder.number or 0) < 0
    return Level.RED if ended or reminder.late else Level.AMBER


def capital(text: str) -> str:
    """A sentence's beginning with a capital letter."""
    return text[:1].upper() + text[1:]
