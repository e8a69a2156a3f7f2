"""What the card says of a person, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.customers import Channel
from frontdesk.domain.house import House
from frontdesk.domain.ids import CustomerId
from frontdesk.domain.notes import given
from frontdesk.domain.reading import write_birthday
from frontdesk.domain.relative import written
from frontdesk.foundation.words import tr, trn
from frontdesk.names.monogram import colour_index, monogram
from frontdesk.services.customers import Card
from frontdesk.ui.kit.colours import Level
from frontdesk.ui.kit.row import Row
from frontdesk.ui.kit.spans import Span, sentence
from frontdesk.ui.rooms.desk.words.belongings import membership_rows, next_to_renew, occasion_rows
from frontdesk.ui.rooms.desk.words.requests import asked_rows, last_yes_words
from frontdesk.ui.rooms.desk.words.saying import dotted, languages

_DOT = " · "
_IN_A_PILL = 40
"""Letters of a must-know that fit a pill; a longer one has a box of its own, where nothing is cut."""


@dataclass(frozen=True, slots=True)
class Face:
    """The head of the card.

    ``second`` is the line under the name, ``hook`` how to recognise them, ``must_know`` what is too long
    for one of the ``badges``.
    """

    name: str
    monogram: str
    colour: int
    photo: bytes | None
    second: str
    second_spans: tuple[Span, ...]
    hook: str
    must_know: str
    badges: tuple[tuple[str, Level], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Words under a small heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardWords:
    """The whole card in words; rows carry the keys of what they stand for."""

    person: CustomerId
    face: Face
    asked: tuple[Row, ...]
    last_yes: str
    memberships: tuple[Row, ...]
    occasions: tuple[Row, ...]
    facts: tuple[Facts, ...]
    visits_heading: str
    can_renew: bool
    can_visit: bool


def card_words(card: Card, house: House) -> CardWords:
    """Put a card into words."""
    return CardWords(
        person=card.customer.id,
        face=_face(card),
        asked=asked_rows(card, house),
        last_yes=last_yes_words(card, house),
        memberships=membership_rows(card),
        occasions=occasion_rows(card),
        facts=tuple(one for one in _facts(card, house) if one.lines),
        visits_heading=_visits_heading(card),
        can_renew=next_to_renew(card.memberships, card.today) is not None,
        can_visit=not card.customer.draft.deceased,
    )


def _face(card: Card) -> Face:
    draft = card.customer.draft
    second, spans = _second_line(card)
    long = [one for one in card.alerts if one.kind == "must know" and len(draft.must_know) > _IN_A_PILL]
    return Face(
        name=draft.name,
        monogram=monogram(draft.name),
        colour=colour_index(card.customer.id),
        photo=card.customer.photo,
        second=second,
        second_spans=spans,
        hook=draft.memory_hook,
        must_know="\n".join(one.text for one in long),
        badges=tuple((one.text, Level(one.level)) for one in card.alerts if one not in long),
    )


def _second_line(card: Card) -> tuple[str, tuple[Span, ...]]:
    """“Raman Krishnamurthy · say RAA-mun · speaks Tamil, English”, and where it is strong."""
    text, spans = "", []
    for part, strong in _second_parts(card):
        if text:
            text += _DOT
        spans += [Span(len(text) + one.start, len(text) + one.end, one.emphasis) for one in strong]
        text += part
    return text, tuple(spans)


def _second_parts(card: Card) -> Iterator[tuple[str, tuple[Span, ...]]]:
    draft = card.customer.draft
    if draft.second_spelling:
        yield draft.second_spelling, ()
    if draft.say_it:
        yield sentence(tr("say {how}"), how=draft.say_it)
    if draft.address_as:
        yield sentence(tr("address as {form}"), form=draft.address_as)
    if draft.nickname:
        yield tr("called “{nickname}”").format(nickname=draft.nickname), ()
    if draft.language:
        yield tr("speaks {language}").format(language=languages(draft.language)), ()


def _facts(card: Card, house: House) -> Iterator[Facts]:
    draft = card.customer.draft
    yield Facts(tr("Likes"), _lines(draft.likes))
    yield Facts(tr("To reach them"), _lines(dotted(*_preferred(draft.channel), *draft.phones, *draft.emails)))
    born = write_birthday(draft.birthday, card.today)
    known = (
        tr("since {day}").format(day=written(draft.first_seen, card.today)) if draft.first_seen else "",
        tr("birthday {day}").format(day=born) if born else "",
        tr("card {number}").format(number=draft.card) if draft.card else "",
        *(tr("looked after by {who}").format(who=one.name) for one in card.staff if one.id == draft.owner),
        *draft.tags,
    )
    yield Facts(tr("With us"), _lines(dotted(*known)))
    yield Facts(tr("We wrote"), _lines(dotted(*(given(one, house.zone, card.today) for one in card.notes))))


def _lines(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _preferred(channel: Channel | None) -> tuple[str, ...]:
    words = {
        Channel.PHONE: tr("Rather by phone"),
        Channel.MESSAGE: tr("Rather by message"),
        Channel.EMAIL: tr("Rather by e-mail"),
        Channel.LETTER: tr("Rather by letter"),
        Channel.IN_PERSON: tr("Rather in person"),
    }
    return (words[channel],) if channel else ()


def _visits_heading(card: Card) -> str:
    """“Visits · 99 · usually every 3 days”."""
    count = card.customer.visit_count
    if not count:
        return tr("Visits")
    rhythm = card.rhythm_days
    usually = trn("usually every day", "usually every {n} days", max(1, rhythm)) if rhythm else ""
    return dotted(tr("Visits"), str(count), usually)
