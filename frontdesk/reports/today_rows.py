"""One row of the morning's list: who, why, what to say or write, and how to reach them."""

from dataclasses import dataclass, replace
from datetime import datetime

from frontdesk.domain.customers import Channel
from frontdesk.domain.relative import ago
from frontdesk.domain.reminders import Facts, Reminder, Rule, days_over
from frontdesk.domain.requests import Answer, Request
from frontdesk.domain.wording import by
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.reports import days
from frontdesk.reports.eliding import ALERT, NAME, one_line, sentence
from frontdesk.services.today import Today

WRITING_LINES = 2
"""Dotted lines under a row that asks for a card."""

MISSED = frozenset({Rule.OVERDUE, Rule.SECOND_VISIT})
"""Those who have not come, rather than those whose day it is."""

WRITTEN = (Rule.BIRTHDAY, Rule.OCCASION)
"""Those who are written a card."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: beside the tick box the name, then ``second`` (other spelling, how to say it) in lighter type.

    ``why`` and ``facts`` are sentences, ``must_know`` is one in bold. ``action`` and ``phone`` stand at
    the right edge. ``lines`` is how many dotted lines to write on follow. ``choices`` each have a tick box of
    their own, in place of that of the row.
    """

    name: str
    second: str = ""
    why: str = ""
    facts: tuple[str, ...] = ()
    must_know: str = ""
    action: str = ""
    phone: str = ""
    lines: int = 0
    choices: tuple[str, ...] = ()


def reminder_row(reminder: Reminder, today: Today, short: bool) -> ListRow:
    """The row of one reminder; a ``short`` one says who, why and what to do, and nothing else."""
    person = reminder.person
    row = ListRow(
        name=one_line(person.name, NAME),
        second=_second(person),
        why=_joined(sentence(reminder.text), _waiting(reminder, today)),
        action=_action(reminder),
    )
    if short:
        return row
    lines = WRITING_LINES if reminder.rule in WRITTEN else 0
    facts = _facts(person, today, says_when=reminder.rule in MISSED)
    return replace(_reachable(row, person), facts=facts, lines=lines)


def promised(today: Today, short: bool) -> tuple[ListRow, ...]:
    """A row for each request that is due or late, the earliest first."""
    known = {person.id: person for person in today.askers}
    in_time = sorted(today.requests, key=lambda r: (r.deadline or r.asked_at, r.id))
    return tuple(_promise(request, known.get(request.draft.customer), today, short) for request in in_time)


def _promise(request: Request, person: Facts | None, today: Today, short: bool) -> ListRow:
    name = tr("{asked} for {name}").format(
        asked=one_line(request.draft.asked, NAME), name=one_line(request.customer_name, NAME)
    )
    why = _joined(_answer(request), _times(request, today), sentence(request.owner_name, NAME))
    row = ListRow(name=name, why=why, action=_by(request, today))
    return row if short or person is None else replace(_reachable(row, person), second=_second(person))


def _reachable(row: ListRow, person: Facts) -> ListRow:
    """The row with what must be known and the phone number."""
    return replace(row, must_know=sentence(person.must_know, ALERT), phone=one_line(person.phone, NAME))


def _facts(person: Facts, today: Today, *, says_when: bool) -> tuple[str, ...]:
    """What is known of somebody; ``says_when`` where the reminder has told of the last visit already."""
    last = "" if says_when or not person.last_visit else ago(person.last_visit, today.day)
    said = (
        tr("Likes: {likes}").format(likes=one_line(person.likes)) if person.likes.strip() else "",
        tr("Last visit {when}").format(when=last) if last else "",
        tr("Last note: {note}").format(note=one_line(person.last_note)) if person.last_note.strip() else "",
    )
    return tuple(sentence(text, ALERT) for text in said if text)


def _second(person: Facts) -> str:
    parts = (one_line(person.second_spelling, NAME), one_line(person.say_it, NAME))
    return ", ".join(part for part in parts if part)


def _waiting(reminder: Reminder, today: Today) -> str:
    """How long a talk has been waiting; for a birthday its own sentence already says so."""
    over = days_over(reminder, today.day)
    if not over or reminder.rule is not Rule.RENEWAL:
        return ""
    return trn("Waiting for {n} day.", "Waiting for {n} days.", over)


def _action(reminder: Reminder) -> str:
    if reminder.rule in WRITTEN:
        return tr("card to write")
    if reminder.rule is Rule.MILESTONE:
        return tr("say it")
    if reminder.rule in MISSED or reminder.rule is Rule.CALL:
        return tr("call")
    if reminder.rule is Rule.WINBACK:
        return by(Channel(reminder.label))
    lapsed = reminder.number is not None and reminder.number < 0
    return tr("call") if lapsed else tr("talk")


def _answer(request: Request) -> str:
    draft = request.draft
    if draft.answer is Answer.INSTEAD:
        return sentence(tr("Instead: {instead}").format(instead=one_line(draft.instead)))
    return tr("We said no.") if draft.answer is Answer.NO else ""


def _times(request: Request, today: Today) -> str:
    """What was promised for when, and what we set ourselves."""
    promised, due = request.draft.promised, request.draft.due
    if promised and due:
        text = tr("promised by {promised}, our own time {due}")
        return sentence(text.format(promised=_moment(promised, today), due=_moment(due, today)))
    if promised:
        return sentence(tr("promised by {promised}").format(promised=_moment(promised, today)))
    return ""


def _by(request: Request, today: Today) -> str:
    deadline = request.deadline
    if deadline is None:
        return ""
    text = tr("was due {when}") if deadline < today.now else tr("by {when}")
    return text.format(when=_moment(deadline, today))


def _moment(instant: datetime, today: Today) -> str:
    """The hour on the list's own day, the day on any other."""
    house = today.house
    day = venue_day(instant, house.zone)
    if day == today.day:
        return days.hour(instant, house.zone, house.region)
    return days.short_day(day, house.region)


def _joined(*sentences: str) -> str:
    return " ".join(text for text in sentences if text)
