"""The slip of facts that lies beside a blank card while somebody writes it by hand, as data.

Everything on it is a ready sentence in the user's language; what was typed long is told short, because a
slip is a third of a page and the person is in the writer's head already.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from frontdesk.domain.house import House
from frontdesk.domain.locales import locale_of
from frontdesk.domain.relative import ago
from frontdesk.domain.requests import Answer
from frontdesk.foundation.clock import venue_day
from frontdesk.foundation.words import language, tr
from frontdesk.reports.eliding import ALERT, NAME, one_line, sentence
from frontdesk.reports.foot import foot

NEWEST = 3
"""So many visits, requests and notes are told."""

_FACT = 160
_FIRST_WORDS = 60


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit, and what it was for."""

    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for and what we said: nothing yet, yes, no, or what there was ``instead``."""

    asked: str
    answer: Answer | None = None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class SentNote:
    """A note that was sent: ``kind`` is what it was, “birthday card”, in the user's language."""

    day: date
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SlipPerson:
    """Who is written to. ``address`` is how the letter begins, ``occasion`` why it is written.

    ``so_far`` is how old they are and how long and how often they have been here.
    ``visits``, ``requests`` and ``notes`` come newest first.
    """

    name: str
    second_spelling: str = ""
    say_it: str = ""
    address: str = ""
    occasion: str = ""
    likes: str = ""
    hook: str = ""
    must_know: str = ""
    visits: tuple[PastVisit, ...] = ()
    requests: tuple[Asked, ...] = ()
    notes: tuple[SentNote, ...] = ()
    so_far: str = ""


@dataclass(frozen=True, slots=True)
class SlipFact:
    """A heading and the short lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteSlip:
    """One slip: ``who`` stands at the left, beside ``what`` there was between us."""

    name: str
    second: str = ""
    occasion: str = ""
    must_know: str = ""
    who: tuple[SlipFact, ...] = ()
    what: tuple[SlipFact, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipPage:
    """Slips to be printed together; ``language`` is a BCP 47 tag and ``direction`` its ``ltr`` or ``rtl``."""

    language: str
    direction: str
    title: str
    slips: tuple[NoteSlip, ...]
    footer: str


def note_slips(
    people: Iterable[SlipPerson], house: House, printed: datetime, *, short: bool = False
) -> SlipPage:
    """A slip for each of ``people``, as things stand at the instant ``printed``.

    A ``short`` one says who, why and how the card begins: nothing that a stranger should not read.
    """
    today = venue_day(printed, house.zone)
    return SlipPage(
        language=language(),
        direction=locale_of(house.region).text_direction,
        title=tr("Cards to write"),
        slips=tuple(_slip(person, today, short) for person in people),
        footer=foot(house, printed),
    )


def _slip(person: SlipPerson, today: date, short: bool) -> NoteSlip:
    second = (one_line(person.second_spelling, NAME), one_line(person.say_it, NAME))
    slip = NoteSlip(
        name=one_line(person.name, NAME),
        second=", ".join(filter(None, second)),
        occasion=sentence(person.occasion, _FACT),
        who=_told([_fact(tr("Begin with"), [one_line(person.address, NAME)])]),
    )
    if short:
        return slip
    return replace(
        slip,
        must_know=sentence(person.must_know, ALERT),
        who=slip.who + _told(_of_the_person(person)),
        what=_told(_between_us(person, today)),
    )


def _of_the_person(person: SlipPerson) -> list[SlipFact]:
    return [
        _fact(tr("So far"), [one_line(person.so_far, _FACT)]),
        _fact(tr("Likes"), [one_line(person.likes, _FACT)]),
        _fact(tr("Remember"), [one_line(person.hook, _FACT)]),
    ]


def _between_us(person: SlipPerson, today: date) -> list[SlipFact]:
    return [
        _fact(tr("Last visits"), [_visit(one, today) for one in person.visits[:NEWEST]]),
        _fact(tr("Asked for"), [_asked(one) for one in person.requests[:NEWEST]]),
        _fact(tr("We wrote"), [_note(one, today) for one in person.notes[:NEWEST]]),
    ]


def _fact(heading: str, lines: Iterable[str]) -> SlipFact:
    return SlipFact(heading, tuple(line for line in lines if line))


def _told(facts: Iterable[SlipFact]) -> tuple[SlipFact, ...]:
    return tuple(fact for fact in facts if fact.lines)


def _visit(visit: PastVisit, today: date) -> str:
    return _joined(ago(visit.day, today), one_line(visit.note, _FIRST_WORDS))


def _asked(request: Asked) -> str:
    match request.answer:
        case Answer.YES:
            answer = tr("yes")
        case Answer.NO:
            answer = tr("no")
        case Answer.INSTEAD:
            answer = tr("instead: {instead}").format(instead=one_line(request.instead, _FIRST_WORDS))
        case _:
            answer = tr("not answered yet")
    return tr("{asked} – {answer}").format(asked=one_line(request.asked, _FIRST_WORDS), answer=answer)


def _note(note: SentNote, today: date) -> str:
    words = _first_words(note.text)
    quoted = tr("“{text}”").format(text=words) if words else ""
    return _joined(ago(note.day, today), one_line(note.kind, _FIRST_WORDS), quoted)


def _first_words(text: str) -> str:
    """How a note begins: whole words, where there are spaces between them."""
    words = one_line(text, _FIRST_WORDS)
    if not words.endswith("…") or " " not in words:
        return words
    return words.rpartition(" ")[0].rstrip(",;:") + "…"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
