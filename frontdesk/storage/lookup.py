"""What the look-up index is fed with."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from frontdesk.domain.ids import CustomerId
from frontdesk.names.entries import Entry
from frontdesk.storage import requests
from frontdesk.storage.customers import chunks, lists_of
from frontdesk.storage.entities import CUSTOMERS
from frontdesk.storage.tables import customers

_PARTS = ("title", "given", "given2", "surname", "generation", "credentials", "address_as")


def entries(connection: Connection, ids: Iterable[CustomerId] | None = None) -> Iterator[Entry]:
    """The index entries of these customers, or of everybody."""
    c = customers.c
    columns = [c[name] for name in _PARTS]
    more = (
        c.id,
        c.name,
        c.second_spelling,
        c.nickname,
        c.card,
        c.birthday,
        c.last_visit,
        c.visit_count,
        c.archived,
        c.deceased,
    )
    wanted = None if ids is None else list(ids)
    phones = lists_of(connection, CUSTOMERS.lists["phones"], wanted)
    tags = lists_of(connection, CUSTOMERS.lists["tags"], wanted)
    usual = requests.usual(connection, wanted)
    for chunk in chunks(wanted):
        statement = select(*more, *columns)
        rows = connection.execute(statement if chunk is None else statement.where(c.id.in_(chunk)))
        for row in rows:
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
