"""What the look-up index is fed with."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, String, select, type_coerce

from frontdesk.domain.ids import CustomerId
from frontdesk.names.entries import Entry
from frontdesk.storage import requests
from frontdesk.storage.customers import lists_of
from frontdesk.storage.entities import CUSTOMERS
from frontdesk.storage.keys import Keys, chunks
from frontdesk.storage.tables import customers

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
