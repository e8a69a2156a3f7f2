"""Everybody at once, as fast as they can be read: what a new look-up index is built from."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import reduce
from itertools import count
from typing import Any, cast

from sqlalchemy import Connection, Select, String, func, select, type_coerce

from frontdesk.storage import troubles
from frontdesk.storage.tables import customers, phones, requests, tags

Person = tuple[
    int,
    str,
    str,
    str,
    tuple[str, ...],
    tuple[str, ...],
    str,
    str,
    date | None,
    int,
    str,
    tuple[str, ...],
    bool,
    bool,
]
"""The fields of an :class:`~frontdesk.names.entries.Entry`, in their order."""

_C = customers.c
_PARTS = (_C.title, _C.given, _C.given2, _C.surname, _C.generation, _C.credentials, _C.address_as)
_BETWEEN = "\x1f"  # the unit separator, which no name is kept with
_NO_PARTS = _BETWEEN * (len(_PARTS) - 1)

_JOINED: Any = reduce(lambda joined, part: joined + _BETWEEN + part, _PARTS[1:], cast("Any", _PARTS[0]))
_PEOPLE = select(
    _C.id,
    _C.name,
    _C.second_spelling,
    _C.nickname,
    _JOINED,
    func.coalesce(_C.card, ""),
    func.coalesce(type_coerce(_C.birthday, String), ""),  # as it is stored
    _C.last_visit,
    _C.visit_count,
    _C.archived,
    _C.deceased,
).order_by(_C.id)
_PHONES = select(phones.c.customer_id, phones.c.number).order_by(phones.c.customer_id, phones.c.position)
_TAGS = select(tags.c.customer_id, tags.c.tag).order_by(tags.c.customer_id, tags.c.position)
_WISHES = select(requests.c.customer_id, requests.c.asked).order_by(requests.c.customer_id, requests.c.id)

_day = date.fromisoformat
_cursors = count()

_AT_ONCE = 1000
_NOBODY = 1 << 62
"""Above every key."""

_NONE: tuple[str, ...] = ()


def rows(connection: Connection) -> Iterator[Person]:
    """Everybody in the order of their keys, with no more than a few of them in memory.

    Read it to its end within the transaction that it was begun in.
    """
    is_file = connection.dialect.name == "sqlite"
    own = [_texts(_stream(connection, statement)) for statement in (_PHONES, _TAGS, _WISHES)]
    next_phones, next_tags, next_wishes = (one.__next__ for one in own)
    phones_of, phones = tags_of, tags = wishes_of, wishes = 0, _NONE
    # Each value by its name: a star here, or a function for what is done thrice, costs as much as reading.
    for key, name, second, nickname, parts, card, birthday, last, times, archived, deceased in _stream(
        connection, _PEOPLE
    ):
        while phones_of < key:
            phones_of, phones = next_phones()
        while tags_of < key:
            tags_of, tags = next_tags()
        while wishes_of < key:
            wishes_of, wishes = next_wishes()
        yield (
            key,
            name,
            second,
            nickname,
            _NONE if parts == _NO_PARTS else tuple(filter(None, parts.split(_BETWEEN))),
            phones if phones_of == key else _NONE,
            card,
            birthday,
            _day(last) if is_file and last else last,
            times,
            wishes[-1] if wishes_of == key else "",
            tags if tags_of == key else _NONE,
            archived == 1,
            deceased == 1,
        )


def _stream(connection: Connection, statement: Select[Any]) -> Iterator[Any]:
    """Rows as the driver gives them: made into SQLAlchemy's own they take half as long again."""
    sql = str(statement.compile(connection, compile_kwargs={"literal_binds": True}))
    raw = connection.connection
    # A server would send all rows at once to a cursor without a name.
    name = {} if connection.dialect.name == "sqlite" else {"name": f"every_{next(_cursors)}"}
    with troubles.told(), closing(raw.cursor(**name)) as cursor:
        cursor.execute(sql)
        while some := cursor.fetchmany(_AT_ONCE):
            yield from some


def _texts(pairs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The texts of each owner, from rows in the owners' order; in the end nobody's."""
    owner, texts = 0, _NONE
    for whose, text in pairs:
        if whose == owner:
            texts = (*texts, text)
        else:
            yield owner, texts
            owner, texts = whose, (text,)
    yield owner, texts
    yield _NOBODY, _NONE
