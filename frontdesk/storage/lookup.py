"""What the look-up index is fed with, and what answers while there is none."""

import string
import unicodedata
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, String, or_, select, type_coerce

from frontdesk.domain.ids import CustomerId
from frontdesk.domain.text import LINE
from frontdesk.names.entries import Entry
from frontdesk.storage import requests
from frontdesk.storage.customers import lists_of
from frontdesk.storage.entities import CUSTOMERS
from frontdesk.storage.keys import Keys, chunks
from frontdesk.storage.tables import customers, phones

_C = customers.c
_ENTRIES = select(
    _C.id,
    _C.name,
    _C.second_spelling,
    _C.nickname,
    _C.card,
    type_coerce(_C.birthday, String),  # as it is stored
    _C.last_visit,
    _C.visit_count,
    _C.archived,
    _C.deceased,
    _C.title,
    _C.given,
    _C.given2,
    _C.surname,
    _C.generation,
    _C.credentials,
    _C.address_as,
)


def entries(connection: Connection, ids: Iterable[CustomerId] | None = None) -> Iterator[Entry]:
    """The index entries of these customers, or of everybody."""
    if ids is None:
        yield from _entries(connection, None)
        return
    for chunk in chunks(ids):
        yield from _entries(connection, chunk)


def _entries(connection: Connection, ids: Keys | None) -> Iterator[Entry]:
    phones = lists_of(connection, CUSTOMERS.lists["phones"], ids)
    tags = lists_of(connection, CUSTOMERS.lists["tags"], ids)
    usual = requests.usual(connection, ids)
    rows = connection.execute(_ENTRIES if ids is None else _ENTRIES.where(_C.id.in_(ids)))
    # Taken apart by place: by name it takes a third longer, and the window waits for everybody at the start.
    for key, name, second, nickname, card, birthday, last, count, archived, deceased, *parts in rows:
        yield Entry(
            key,
            name,
            second,
            nickname,
            tuple(filter(None, parts)),
            phones.get(key, ()),
            card or "",
            birthday or "",
            last,
            count,
            usual.get(key, ""),
            tags.get(key, ()),
            archived,
            deceased,
        )


_ASCII_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_DIGITS = 3
"""How many digits it takes before a phone number is looked for."""


def beginning(connection: Connection, text: str, limit: int) -> list[Entry]:
    """Those whose name, a word of it, second spelling or nickname begins with a text, the last to come first.

    Or in whose phone numbers its digits are. Who is archived or has died comes last. Everybody is looked at,
    so it takes as long as they are many; it is for the time until there is an index.
    """
    typed = text.strip()
    if not 0 < len(typed) <= LINE or any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in typed):
        return []  # no name is kept with such letters, and a server takes no text with some of them
    found = select(_C.id).where(or_(*_begins(connection, typed), *_has_number(typed)))
    order = (or_(_C.archived, _C.deceased), _C.last_visit.desc().nulls_last(), _C.id.desc())
    ids = list(connection.execute(found.order_by(*order).limit(limit)).scalars())
    known = {entry.id: entry for entry in entries(connection, ids)}
    return [known[one] for one in ids]


def _begins(connection: Connection, typed: str) -> Iterator[ColumnElement[bool]]:
    # SQLite's LIKE takes no notice of capitals in ASCII, and nowhere else; PostgreSQL's always does.
    way = "like" if connection.dialect.name == "sqlite" else "ilike"
    for pattern in _patterns(typed):
        for column in (_C.name, _C.second_spelling, _C.nickname):
            yield getattr(column, way)(f"{pattern}%", escape="!")
        yield getattr(_C.name, way)(f"% {pattern}%", escape="!")


def _patterns(typed: str) -> set[str]:
    """What LIKE is to look for: the other ways that letters outside ASCII may be written in a name."""
    composed = {unicodedata.normalize(form, typed) for form in ("NFC", "NFD")}
    written = {way for one in composed | {typed} for way in (one, one.lower(), one.title(), one.upper())}
    alike = {one.translate(_ASCII_SMALL) for one in written}
    return {one.replace("!", "!!").replace("%", "!%").replace("_", "!_") for one in alike}


def _has_number(typed: str) -> Iterator[ColumnElement[bool]]:
    """Numbers are kept as they are dialled from abroad, without the zeros that may have been typed."""
    digits = "".join(str(unicodedata.decimal(letter)) for letter in typed if letter.isdecimal())
    if len(digits) >= _DIGITS:
        wanted = phones.c.digits.contains(digits.lstrip("0") or digits)
        yield _C.id.in_(select(phones.c.customer_id).where(wanted))
