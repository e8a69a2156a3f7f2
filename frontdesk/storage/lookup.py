"""What the look-up index is fed with."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from frontdesk.domain.ids import CustomerId
from frontdesk.names.entries import Entry
from frontdesk.storage import requests
from frontdesk.storage.customers import lists_of
from frontdesk.storage.entities import CUSTOMERS
from frontdesk.storage.keys import Keys, chunks
from frontdesk.storage.tables import customers

_PARTS = ("title", "given", "given2", "surname", "generation", "credentials", "address_as")
_C = customers.c
_ENTRIES = select(
    _C.id,
    _C.name,
    _C.second_spelling,
    _C.nickname,
    _C.card,
    _C.birthday,
    _C.last_visit,
    _C.visit_count,
    _C.archived,
    _C.deceased,
    *(_C[name] for name in _PARTS),
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
    for row in connection.execute(_ENTRIES if ids is None else _ENTRIES.where(_C.id.in_(ids))):
        yield _entry(row, phones.get(row.id, ()), tags.get(row.id, ()), usual.get(row.id, ""))


def _entry(row: Any, phones: tuple[str, ...], tags: tuple[str, ...], usual: str) -> Entry:
    return Entry(
        id=row.id,
        name=row.name,
        second_spelling=row.second_spelling,
        nickname=row.nickname,
        parts=tuple(part for part in row[-len(_PARTS) :] if part),
        phones=phones,
        card=row.card or "",
        birthday=str(row.birthday or ""),
        last_visit=row.last_visit,
        visit_count=row.visit_count,
        usual=usual,
        tags=tags,
        archived=row.archived,
        deceased=row.deceased,
    )
