"""The Calls room's rows and sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from frontdesk.domain.call_list import Number, ToRing
from frontdesk.domain.calls import Attempt, Came, rings
from frontdesk.domain.house import House
from frontdesk.domain.relative import ago, when
from frontdesk.domain.remaining import time_left
from frontdesk.domain.reminders import kind
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import tr, trn
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.reports import days
from frontdesk.reports.eliding import one_line
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row

_SHOWN = 8
"""So many of the last tries are told."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The instant at which the list is looked at, and the house in which."""

    now: datetime
    house: House

    def say(self, instant: datetime) -> str:
        """“today 15:00”, “Tue 24 Nov 15:00”."""
        day, today = venue_day(instant, self.house.zone), venue_day(self.now, self.house.zone)
        near = when(day, today) if abs((day - today).days) <= 1 else days.short_day(day, self.house.region)
        return tr("{day} {hour}").format(day=near, hour=self.hour(instant))

    def hour(self, instant: datetime) -> str:
        """The time of day at the venue."""
        return days.hour(instant, self.house.zone, self.house.region)


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever is chosen, in words; ``facts`` are labels with lines."""

    name: str
    second: str
    badges: tuple[tuple[str, Level], ...]
    numbers: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]


def summary(found: Sequence[ToRing]) -> str:
    """“12 calls to make · 2 promised”."""
    promised = sum(one.promised is not None for one in found)
    parts = [trn("{n} call to make", "{n} calls to make", len(found))] if found else []
    if promised:
        parts.append(trn("{n} promised", "{n} promised", promised))
    return " · ".join(parts)


def row(one: ToRing, at: Moment, photo: bytes | None = None) -> Row:
    """Somebody who is to be rung: the number, about what, when best, what has been tried."""
    badge, level = _badge(one, at)
    number = one.numbers[0].text if one.numbers else tr("no number")
    parts = (one_line(number), _last_try(one), one_line(one.about), one_line(one.best.words))
    return Row(
        key=one.key,
        title=one_line(one.person.name),
        detail=" · ".join(part for part in parts if part),
        badge=badge,
        level=level,
        monogram=monogram(one.person.name),
        colour=colour_index(one.person.id),
        photo=photo,
    )


def _last_try(one: ToRing) -> str:
    if one.unanswered:
        return trn("tried once", "tried {n} times", one.unanswered)
    return _came(one.attempts[0].came) if one.attempts and one.promised is None else ""


def _badge(one: ToRing, at: Moment) -> tuple[str, Level]:
    if one.promised is not None:
        if one.promised < at.now:
            return time_left(one.promised, at.now), Level.RED
        words = tr("ring now, {hour}").format(hour=at.hour(one.promised))
        return words if rings(one.promised, at.now) else at.say(one.promised), Level.AMBER
    if one.best.is_now(at.now, at.house.zone):
        return tr("good time now"), Level.GREEN
    return kind(one.reminder.rule) if one.reminder else "", Level.NEUTRAL


def person(one: ToRing, at: Moment) -> Person:
    """All that whoever rings has to know."""
    who = one.person
    second = (one_line(who.second_spelling), one_line(who.say_it))
    return Person(
        name=one_line(who.name),
        second=" · ".join(part for part in second if part),
        badges=tuple(_badges(one, at)),
        numbers=tuple((each.text, _wrong(each, at)) for each in one.numbers),
        facts=tuple((label, lines) for label, lines in _facts(one, at) if lines),
    )


def _badges(one: ToRing, at: Moment) -> Iterator[tuple[str, Level]]:
    if one.promised is not None:
        text, level = _badge(one, at)
        yield tr("promised: {when}").format(when=text), level
    if one.person.left_alone:
        yield tr("Asked us not to write or ring"), Level.RED
    if one.person.must_know:
        yield tr("must know: {text}").format(text=one_line(one.person.must_know)), Level.RED


def _facts(one: ToRing, at: Moment) -> Iterator[tuple[str, tuple[str, ...]]]:
    who, owner = one.person, one.call.owner_name if one.call else ""
    yield tr("About"), _lines(one.about)
    yield tr("Best time"), _lines(one.best.words)
    yield tr("Who rings"), _lines(owner)
    yield tr("So far"), tuple(_attempt(each, at) for each in one.attempts[:_SHOWN])
    yield tr("Likes"), _lines(who.likes)
    today = venue_day(at.now, at.house.zone)
    came = tr("last here {when}").format(when=ago(who.last_visit, today)) if who.last_visit else ""
    yield tr("Last visit"), tuple(part for part in (came, one_line(who.last_note)) if part)


def _lines(text: str) -> tuple[str, ...]:
    return (one_line(text),) if text.strip() else ()


def _wrong(number: Number, at: Moment) -> str:
    if number.wrong is None:
        return ""
    today = venue_day(at.now, at.house.zone)
    return tr("wrong number, {when}").format(when=ago(number.wrong, today))


def _attempt(one: Attempt, at: Moment) -> str:
    """“yesterday 16:20: no answer, 040 1. voice mail (Anna)”."""
    came = _came(one.came)
    if one.back_at is not None:
        came = tr("{came}, {when}").format(came=came, when=at.say(one.back_at))
    if one.number:
        came = tr("{came}, {number}").format(came=came, number=one_line(one.number))
    text = tr("{when}: {came}").format(when=at.say(one.at), came=came)
    text = ". ".join(part for part in (text, one_line(one.words)) if part)
    return tr("{text} ({who})").format(text=text, who=one_line(one.by)) if one.by else text


def _came(came: Came) -> str:
    return {
        Came.REACHED: tr("reached"),
        Came.NO_ANSWER: tr("no answer"),
        Came.CALL_BACK: tr("to be rung back"),
        Came.WRONG_NUMBER: tr("wrong number"),
    }[came]


def link(number: str) -> str:
    """The address under which the machine's own telephone rings a number (RFC 3966)."""
    if number.lstrip().startswith("+"):
        number = number.replace("(0)", "")  # only dialled within the country
    return "tel:" + "".join(letter for letter in number if letter in "+0123456789")
