"""Saying why somebody was found."""

from collections.abc import Sequence
from functools import partial

from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.names.finding import Found
from frontdesk.names.marks import in_name, marks
from frontdesk.names.matching import BEGINNING
from frontdesk.names.pieces import PIECE
from frontdesk.names.segment import FIELD, FIELD_SHIFT, Field, Segment
from frontdesk.names.words import keys

_WHY: dict[int, Why] = {
    Field.NAME: Why.NAME,
    Field.ASIDE: Why.NAME,
    Field.SECOND_SPELLING: Why.SECOND_SPELLING,
    Field.NICKNAME: Why.NICKNAME,
    Field.CARD: Why.CARD,
}

# What tells most stands first: a number, then what is not in the name on the screen.
_TELLING = (Why.PHONE, Why.CARD, Why.NICKNAME, Why.SECOND_SPELLING)


def hit(segment: Segment, found: Found) -> Hit:
    """What the desk sees of a person found: the reason, the matching letters, the text that matched."""
    entry, tokens = segment.entry(found.person), segment.tokens_of(found.person)
    kinds = _kinds(segment, found, entry, tokens)
    find_marks = partial(marks, segment, found, entry.name, tokens)
    for why in _TELLING:
        if why in kinds:
            return Hit(entry, why, found.closeness, kinds[why] or _detail(entry, why), find_marks)
    if found.without:
        return Hit(entry, Why.WITHOUT, found.closeness, found.without, find_marks)
    if found.guessed:
        return Hit(entry, Why.SPELLING, found.closeness, "", find_marks)
    aside = [tokens[at] & PIECE for at in found.places if tokens[at] >> FIELD_SHIFT & FIELD == Field.ASIDE]
    part = _part(entry, {key for piece in aside for key in keys(segment.pieces.piece(piece))})
    return Hit(entry, Why.NAME, found.closeness, part, find_marks)


def _kinds(segment: Segment, found: Found, entry: Entry, tokens: Sequence[int]) -> dict[Why, str]:
    """Which kinds of words and numbers the typed words stand for, with the text of a number."""
    kinds: dict[Why, str] = {}
    in_their_name = in_name(segment, found, tokens)
    for place, own, matches in zip(found.places, in_their_name, found.matches, strict=True):
        if place < 0:
            row = segment.numbers.of(found.person)[-1 - place]
            if segment.numbers.is_card(row):
                kinds.setdefault(Why.CARD, entry.card)
            else:
                kinds.setdefault(Why.PHONE, segment.number_text(row))
        elif own is None or matches.closeness[segment.pieces.words[tokens[own] & PIECE]] < BEGINNING:
            # Where the name itself begins as typed, no other reason has to be given.
            kinds.setdefault(_WHY[tokens[place] >> FIELD_SHIFT & FIELD], "")
    return kinds


def _detail(entry: Entry, why: Why) -> str:
    """The text of ``entry``, as stored, that a reason speaks of."""
    return {
        Why.CARD: entry.card,
        Why.NICKNAME: entry.nickname,
        Why.SECOND_SPELLING: entry.second_spelling,
    }[why]


def _part(entry: Entry, found: set[str]) -> str:
    """The part of the name (a middle name, a title) in which these words are, though they are not shown."""
    return next((part for part in entry.parts if found & set(keys(part))), "") if found else ""
