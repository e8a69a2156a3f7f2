"""Houses full of people, as the look-up sees them."""

from datetime import date
from typing import Any

from frontdesk.names.entries import Entry, Hit
from frontdesk.names.index import NameIndex

YESTERDAY, LAST_YEAR = date(2026, 11, 21), date(2025, 11, 20)


def person(id: int, name: str = "Matti Virtanen", **known: Any) -> Entry:
    """Somebody who has never come yet, unless ``known`` says otherwise."""
    return Entry(id, name)._replace(**known)


def house(*people: Entry | str) -> NameIndex:
    """An index of these people; a bare name is a person with the next free id, from 1."""
    index = NameIndex()
    known = (person(id, one) if isinstance(one, str) else one for id, one in enumerate(people, start=1))
    index.rebuild(known)  # whoever looks for one has to see to it that they are read
    return index


def names(hits: list[Hit]) -> list[str]:
    """The names of the people found, best first."""
    return [hit.entry.name for hit in hits]


def found(index: NameIndex, typed: str) -> list[str]:
    """The names of the people found for what was typed, best first."""
    return names(index.search(typed))


def marked(hit: Hit) -> str:
    """The name with its matching letters in brackets: [Mat]ti Virtanen."""
    name, shown, at = hit.entry.name, "", 0
    for start, end in hit.marks:
        shown += f"{name[at:start]}[{name[start:end]}]"
        at = end
    return shown + name[at:]
