"""Saying why somebody was found."""

from frontdesk.names.entries import Entry, Hit, Why
from frontdesk.names.finding import Found
from frontdesk.names.marks import marks
from frontdesk.names.words import digits, keys

# What tells most stands first: a number, then what is not in the name on the screen.
_TELLING = (Why.PHONE, Why.CARD, Why.NICKNAME, Why.SECOND_SPELLING)


def hit(found: Found) -> Hit:
    """What the desk sees of a person found: the reason, the matching letters, the text that matched."""
    person = found.person
    kinds = {person.kinds[at]: person.words[at].native for at in reversed(found.words)}
    for why in _TELLING:
        if why in kinds:
            return Hit(
                person.entry, why, marks(found), found.closeness, detail(person.entry, why, kinds[why])
            )
    part = "" if found.guessed else _part(person.entry, [person.words[at].native for at in found.words])
    why = Why.SPELLING if found.guessed else Why.NAME
    return Hit(person.entry, why, marks(found), found.closeness, part)


def detail(entry: Entry, why: Why, native: str) -> str:
    """The text of ``entry``, as stored, in which ``native`` was found."""
    if why is Why.PHONE:
        return next((phone for phone in entry.phones if digits(phone) == native), "")
    return {
        Why.CARD: entry.card,
        Why.NICKNAME: entry.nickname,
        Why.SECOND_SPELLING: entry.second_spelling,
    }.get(why, "")


def _part(entry: Entry, found: list[str]) -> str:
    """The part of the name (a middle name, a title) that was found but is not in the name as it is shown."""
    shown = set(keys(entry.name))
    hidden = {native for native in found if native not in shown}
    return next((part for part in entry.parts if hidden & set(keys(part))), "") if hidden else ""
