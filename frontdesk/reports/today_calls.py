"""Whom to ring, on the morning's list: by when, at which number, about what, with boxes to tick."""

from collections.abc import Iterable, Iterator, Sequence

from frontdesk.domain.call_list import ToRing
from frontdesk.domain.relative import when
from frontdesk.domain.reminders import Reminder, Rule
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.reports import days
from frontdesk.reports.eliding import ALERT, NAME, one_line, sentence
from frontdesk.reports.today_rows import ListRow
from frontdesk.services.today import Today


def of_the_day(to_ring: Iterable[ToRing], today: Today) -> tuple[ToRing, ...]:
    """Those who are to be rung by the end of the day; the others were promised another one."""
    zone = today.house.zone
    return tuple(one for one in to_ring if one.promised is None or venue_day(one.promised, zone) <= today.day)


def stands_among(reminder: Reminder, to_ring: Iterable[ToRing]) -> bool:
    """Whether a reminder stands among the calls already, so that it stands nowhere else on the list."""
    for one in to_ring:
        if one.reminder is not None and one.reminder.key == reminder.key:
            return True
        if reminder.rule is Rule.CALL and one.call is not None and one.call.id == reminder.subject:
            return True
    return False


def rows(to_ring: Sequence[ToRing], today: Today, short: bool) -> tuple[ListRow, ...]:
    """A row for each call; a ``short`` one has no number, and says nothing of habits."""
    return tuple(_row(one, today, short) for one in to_ring)


def _row(one: ToRing, today: Today, short: bool) -> ListRow:
    person = one.person
    spelled = (one_line(person.second_spelling, NAME), one_line(person.say_it, NAME))
    return ListRow(
        name=one_line(person.name, NAME),
        second=", ".join(part for part in spelled if part),
        why=sentence(one.about),
        facts=() if short else tuple(_facts(one, today)),
        must_know="" if short else sentence(person.must_know, ALERT),
        action=_by(one, today),
        phone="" if short or not one.numbers else one_line(one.numbers[0].text, NAME),
        choices=(tr("reached"), tr("no answer"), tr("back at ____________")),
    )


def _facts(one: ToRing, today: Today) -> Iterator[str]:
    best = one_line(one.best.words, NAME)
    if best:  # what they said themselves is no sentence
        yield sentence(tr("Best time: {when}").format(when=best) if one.person.call_when.strip() else best)
    if one.unanswered:
        yield sentence(trn("Tried once in vain", "Tried {n} times in vain", one.unanswered))
    if one.attempts:
        last = venue_day(one.attempts[0].at, today.house.zone)
        yield sentence(tr("Last tried {when}").format(when=when(last, today.day)))


def _by(one: ToRing, today: Today) -> str:
    """When we promised to ring: the hour on the list's own day, the day on an earlier one."""
    house = today.house
    if one.promised is None:
        return tr("call")
    day = venue_day(one.promised, house.zone)
    if day < today.day:
        return tr("was due {when}").format(when=days.short_day(day, house.region))
    return tr("call at {hour}").format(hour=days.hour(one.promised, house.zone, house.region))
