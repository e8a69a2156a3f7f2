"""Imports: who is known already, the rows a file brought in, and taking them all back."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select, update

from frontdesk.domain.changes import Kind
from frontdesk.domain.customers import DRAFT_FIELDS, CustomerDraft
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.ids import CustomerId, ImportId
from frontdesk.domain.imports import Import, ImportKind
from frontdesk.storage import bulk, history, tables
from frontdesk.storage.entities import CUSTOMERS, ENTITIES, VISITS
from frontdesk.storage.keys import IN_ONE
from frontdesk.storage.tables import customers, emails, imports, phones, staff, visits
from frontdesk.storage.unit_of_work import Step, UnitOfWork

_TABLES = {ImportKind.CUSTOMERS: customers, ImportKind.VISITS: visits}
_WORKED_ON = tuple(
    entity.table
    for entity in ENTITIES.values()
    if entity.owner == "customer_id" and entity.table is not tables.visits
)
"""Where something lies that the desk has written about a person, other than visits."""


class Holder(NamedTuple):
    """Whose card, phone or e-mail it is, and the import that brought them in."""

    id: CustomerId
    name: str
    card: str
    batch: ImportId | None = None


class Born(NamedTuple):
    """Who was born on a day, and the import that brought them in."""

    day: PartialDate
    name: str
    second_spelling: str = ""
    batch: ImportId | None = None


def begin(work: UnitOfWork, kind: ImportKind, file_name: str) -> ImportId:
    """Write down that a file is being brought in; its rows carry the key."""
    work.kinds.add(Kind.IMPORTS)
    values = {"token": str(uuid.uuid4()), "kind": kind.value, "file_name": file_name, "at": work.now}
    statement = insert(imports).values(values | {"staff_id": work.staff}).returning(imports.c.id)
    return ImportId(work.connection.execute(statement).scalar_one())


def finish(work: UnitOfWork, batch: ImportId, rows: int) -> None:
    """Write down how many rows came in, and count the visits among them."""
    work.connection.execute(update(imports).where(imports.c.id == batch).values(rows=rows))
    bulk.count_visits(work, select(visits.c.customer_id).where(visits.c.import_id == batch))
    _date_newcomers(work, batch)
    work.write_down(imports.name, "add", [Step()], row_id=batch)


def known(connection: Connection, kind: ImportKind, tokens: Iterable[str]) -> set[str]:
    """Which of these tokens name a row that is here."""
    column = _TABLES[kind].c.token
    return {
        token
        for some in _portions(tokens)
        for token in connection.execute(select(column).where(column.in_(some))).scalars()
    }


def by_card(connection: Connection, cards: Iterable[str]) -> dict[str, list[Holder]]:
    """Who has these card numbers: one at most for each."""
    return _holders(connection, customers.c.card, cards)


def by_phone(connection: Connection, digits: Iterable[str]) -> dict[str, list[Holder]]:
    """Who has these phone numbers, as compared digits."""
    return _holders(connection, phones.c.digits, digits)


def by_email(connection: Connection, folded: Iterable[str]) -> dict[str, list[Holder]]:
    """Who has these e-mail addresses, case-folded."""
    return _holders(connection, emails.c.folded, folded)


def by_birthday(connection: Connection, days: Iterable[PartialDate]) -> Iterator[Born]:
    """Who was born on these days."""
    c = customers.c
    statement = select(c.birthday, c.name, c.second_spelling, c.import_id).order_by(c.id)
    for some in _portions(map(str, days)):
        wanted = [PartialDate.parse(day) for day in some]
        of_the_year = {day.month * 100 + day.day for day in wanted}  # this column has the index
        found = statement.where(c.birthday_md.in_(of_the_year), c.birthday.in_(wanted))
        yield from (Born(*row) for row in connection.execute(found))


def _holders(connection: Connection, column: Any, wanted: Iterable[str]) -> dict[str, list[Holder]]:
    c = customers.c
    statement = select(column, c.id, c.name, c.card, c.import_id)
    if column.table is not customers:
        statement = statement.join(customers, c.id == column.table.c.customer_id)
    found: dict[str, list[Holder]] = {}
    for some in _portions(wanted):
        for key, owner, name, card, batch in connection.execute(
            statement.where(column.in_(some)).order_by(c.id)
        ):
            found.setdefault(key, []).append(Holder(CustomerId(owner), name, card or "", batch))
    return found


def _portions(wanted: Iterable[str]) -> Iterator[list[str]]:
    """Different texts in portions that fit a statement."""
    every = sorted(set(wanted))
    for start in range(0, len(every), IN_ONE):
        yield every[start : start + IN_ONE]


def add_customers(
    work: UnitOfWork, batch: ImportId, people: Sequence[tuple[str, CustomerDraft]]
) -> list[CustomerId]:
    """Add people by token and draft; their keys in the same order."""
    rows = [
        {name: getattr(draft, name) for name in DRAFT_FIELDS} | {"token": token, "import_id": batch}
        for token, draft in people
    ]
    return [CustomerId(key) for key in bulk.add(work, CUSTOMERS, rows)]


def add_visits(work: UnitOfWork, batch: ImportId, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add visits, given as columns; they are counted when the import is finished."""
    bulk.pour(work, VISITS, [{**row, "import_id": batch} for row in rows])


def _date_newcomers(work: UnitOfWork, batch: ImportId) -> None:
    """Whoever came in with this import was first seen on the earliest of their visits."""
    first = select(func.min(visits.c.day)).where(visits.c.customer_id == customers.c.id).scalar_subquery()
    newcomer = (customers.c.import_id == batch) & customers.c.first_seen.is_(None)
    work.connection.execute(update(customers).where(newcomer).values(first_seen=first))


def recent(connection: Connection, limit: int) -> tuple[Import, ...]:
    """The last imports, newest first."""
    statement = (
        select(imports, staff.c.name.label("by"))
        .outerjoin(staff, staff.c.id == imports.c.staff_id)
        .order_by(imports.c.id.desc())
        .limit(limit)
    )
    return tuple(
        Import(ImportId(r.id), ImportKind(r.kind), r.file_name, r.at, r.rows, r.by or "", r.undone_at)
        for r in connection.execute(statement)
    )


def take_back(work: UnitOfWork, batch: ImportId) -> tuple[int, tuple[str, ...]] | None:
    """Take away what an import brought in, but for what has changed since.

    Gives how many rows went, and the names of the people who were changed, or have got something, since;
    None where there is no such import or it is undone already.
    """
    connection = work.connection
    mark = update(imports).where(imports.c.id == batch, imports.c.undone_at.is_(None))
    if connection.execute(mark.values(undone_at=work.now)).rowcount == 0:
        return None
    people = history.people_of_imports(connection, [batch])
    told = sorted(people) if len(people) <= history.MOST else None
    work.write_down(imports.name, "remove", [Step(old=told)], row_id=batch)
    v, c = visits.c, customers.c
    stays = v.import_id.is_distinct_from(batch) | (v.version > 1)
    bulk.count_visits(work, select(v.customer_id).where(v.import_id == batch), stays)
    gone = connection.execute(delete(visits).where(v.import_id == batch, v.version == 1)).rowcount
    unused = (c.version == 1) & ~_used()
    gone += connection.execute(delete(customers).where(c.import_id == batch, unused)).rowcount
    changed = select(v.customer_id).where(v.import_id == batch)
    kept = select(c.name).where((c.import_id == batch) | c.id.in_(changed)).order_by(c.id)
    work.kinds |= {Kind.IMPORTS, Kind.CUSTOMERS, Kind.VISITS}
    work.everybody = True
    return gone, tuple(connection.execute(kept).scalars())


def _used() -> ColumnElement[bool]:
    """Whether anything is written about a customer."""
    written: ColumnElement[bool] = exists().where(visits.c.customer_id == customers.c.id)
    for table in _WORKED_ON:
        written = written | exists().where(table.c.customer_id == customers.c.id)
    return written
