"""What can be written, and how each kind of thing lies in its tables."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    LargeBinary,
    Select,
    Table,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from frontdesk.domain import phones
from frontdesk.domain.changes import Kind
from frontdesk.domain.dates import PartialDate
from frontdesk.domain.plans import folded
from frontdesk.storage import tables
from frontdesk.storage.rhythm import gap_of
from frontdesk.storage.types import PartialDay, UtcDateTime

Values = Mapping[str, Any]

Counts = Mapping[int, tuple[int, date | None]]
"""How many visits customers have and the day of the last, where they have just been counted."""


@dataclass(frozen=True)
class Listed:
    """A list on a card, in a table of its own: the column with the text, and another derived from it.

    ``derive`` is given the text and the house's region.
    """

    table: Table
    column: str
    derived: str = ""
    derive: Callable[[str, str], str] = lambda text, _region: text


def _nothing(_connection: Connection, _values: Values) -> Counts:
    """Most things need no counting."""
    return {}


def _as_is(values: Values) -> dict[str, Any]:
    return dict(values)


@dataclass(frozen=True)
class Entity:
    """A kind of thing that people write.

    ``owner`` is the column with the customer it belongs to; ``spread`` turns fields into columns;
    ``added`` and ``changed`` keep what is counted elsewhere, from the fields of the row.
    """

    table: Table
    kind: Kind
    owner: str = "customer_id"
    spread: Callable[[Values], dict[str, Any]] = _as_is
    lists: Mapping[str, Listed] = field(default_factory=dict)
    added: Callable[[Connection, Values], Counts] = _nothing
    changed: Callable[[Connection, Values], Counts] = _nothing

    @property
    def name(self) -> str:
        """What the journal calls it."""
        return self.table.name

    def person(self, row_id: int, values: Values) -> int | None:
        """The customer that a row of this kind is about."""
        return row_id if self.owner == "id" else values.get(self.owner)

    def columns(self, values: Values) -> dict[str, Any]:
        """The columns of the table that hold ``values``; lists lie elsewhere."""
        return self.spread({k: v for k, v in values.items() if k not in self.lists})

    def read(self, connection: Connection, row_id: int) -> dict[str, Any] | None:
        """Every field of a row, locked for this transaction, or None."""
        row = connection.execute(_by_key(self.table), {"key": row_id}).mappings().one_or_none()
        if row is None:
            return None
        found = dict(row)
        for name, listed in self.lists.items():
            found[name] = read_list(connection, listed, row_id)
        return found

    def write_lists(self, connection: Connection, row_id: int, values: Values, region: str = "") -> None:
        """Replace the lists that ``values`` names."""
        for name, listed in self.lists.items():
            if name in values:
                t = listed.table
                connection.execute(delete(t).where(t.c.customer_id == row_id))
                rows = list(list_rows(listed, row_id, values[name], region))
                if rows:
                    connection.execute(insert(t), rows)

    def from_json(self, field_name: str, value: Any) -> Any:
        """A field's value from the journal."""
        if value is None:
            return None
        if field_name in self.lists:
            return tuple(value)
        kind = self.table.c[field_name].type
        for of_type, read in _READERS:
            if isinstance(kind, of_type):
                return read(value)
        return value


def list_rows(listed: Listed, owner: int, texts: tuple[str, ...], region: str) -> list[dict[str, Any]]:
    """The rows that hold a list of texts."""
    rows = []
    for position, text in enumerate(texts):
        row = {"customer_id": owner, "position": position, listed.column: text}
        if listed.derived:
            row[listed.derived] = listed.derive(text, region)
        rows.append(row)
    return rows


def read_list(connection: Connection, listed: Listed, owner: int) -> tuple[str, ...]:
    """A list of texts in its order."""
    t = listed.table
    statement = select(t.c[listed.column]).where(t.c.customer_id == owner).order_by(t.c.position)
    return tuple(connection.execute(statement).scalars())


_READERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Date, date.fromisoformat),
    (UtcDateTime, datetime.fromisoformat),
    (PartialDay, PartialDate.parse),
    (LargeBinary, base64.b64decode),
)


def as_json(value: Any) -> Any:
    """A field's value as the journal keeps it; read back by :meth:`Entity.from_json`."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [as_json(one) for one in value]
    if isinstance(value, PartialDate):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _month_day(values: Values, name: str) -> dict[str, Any]:
    columns = dict(values)
    if name in columns:
        day = columns[name]
        columns[f"{name}_md"] = None if day is None else day.month * 100 + day.day
    return columns


def _customer_columns(values: Values) -> dict[str, Any]:
    columns = _month_day(values, "birthday")
    if "card" in columns:
        columns["card"] = columns["card"] or None  # unique where there is one
    return columns


def _plan_columns(values: Values) -> dict[str, Any]:
    columns = dict(values)
    if "name" in columns:
        columns["folded"] = folded(columns["name"])
    return columns


@cache
def _by_key(table: Table) -> Select[Any]:
    # Not FOR UPDATE: that would stand in the way of whoever just refers to the row.
    return select(table).where(table.c.id == bindparam("key")).with_for_update(key_share=True)


_V, _C = tables.visits.c, tables.customers.c
_OWN = _V.customer_id == _C.id
_WHOM = _C.id == bindparam("whom")
_DAY = bindparam("on", type_=Date)
_COUNTED = (_C.visit_count, _C.last_visit)

_ONE_MORE = (
    update(tables.customers)
    .where(_WHOM)
    .values(
        visit_count=_C.visit_count + 1,
        last_visit=case((or_(_C.last_visit.is_(None), _C.last_visit < _DAY), _DAY), else_=_C.last_visit),
        usual_gap=bindparam("gap"),
    )
    .returning(*_COUNTED)
)
_ANEW = (
    update(tables.customers)
    .where(_WHOM)
    .values(
        visit_count=select(func.count()).where(_OWN).scalar_subquery(),
        last_visit=select(func.max(_V.day)).where(_OWN).scalar_subquery(),
        usual_gap=bindparam("gap"),
    )
    .returning(*_COUNTED)
)


def _count_one(connection: Connection, visit: Values) -> Counts:
    whom = visit["customer_id"]
    if connection.dialect.name == "postgresql":  # in a file there is one writer anyhow
        connection.execute(_by_key(tables.customers), {"key": whom})
    gap = gap_of(connection, whom)
    row = connection.execute(_ONE_MORE, {"whom": whom, "on": visit["day"], "gap": gap}).one()
    return {whom: (row.visit_count, row.last_visit)}


def _count_again(connection: Connection, visit: Values) -> Counts:
    """Count a customer's visits anew, once nobody else is counting them.

    On PostgreSQL a statement that has waited for a row counts the visits it could see before it waited.
    """
    whom = visit["customer_id"]
    connection.execute(_by_key(tables.customers), {"key": whom})
    row = connection.execute(_ANEW, {"whom": whom, "gap": gap_of(connection, whom)}).one_or_none()
    return {} if row is None else {whom: (row.visit_count, row.last_visit)}


CUSTOMERS = Entity(
    tables.customers,
    Kind.CUSTOMERS,
    owner="id",
    spread=_customer_columns,
    lists={
        "phones": Listed(tables.phones, "number", "digits", phones.digits),
        "emails": Listed(tables.emails, "address", "folded", lambda text, _region: text.casefold()),
        "tags": Listed(tables.tags, "tag"),
    },
)
VISITS = Entity(tables.visits, Kind.VISITS, added=_count_one, changed=_count_again)
REQUESTS = Entity(tables.requests, Kind.REQUESTS)
MEMBERSHIPS = Entity(tables.memberships, Kind.MEMBERSHIPS)
PLANS = Entity(tables.plans, Kind.PLANS, owner="", spread=_plan_columns)
TALKS = Entity(tables.talks, Kind.MEMBERSHIPS)
CALLS = Entity(tables.calls, Kind.CALLS)
ATTEMPTS = Entity(tables.attempts, Kind.CALLS)
NOTES = Entity(tables.notes, Kind.NOTES)
CUTTINGS = Entity(tables.cuttings, Kind.NOTES)
WINBACKS = Entity(tables.winbacks, Kind.WINBACKS)
OCCASIONS = Entity(tables.occasions, Kind.OCCASIONS, spread=lambda v: _month_day(v, "day"))
PHOTOS = Entity(tables.photos, Kind.PHOTOS)
OUTCOMES = Entity(tables.reminder_outcomes, Kind.OUTCOMES)
STAFF = Entity(tables.staff, Kind.STAFF, owner="")

ENTITIES = {
    e.name: e
    for e in (
        CUSTOMERS,
        VISITS,
        REQUESTS,
        MEMBERSHIPS,
        PLANS,
        TALKS,
        CALLS,
        ATTEMPTS,
        NOTES,
        CUTTINGS,
        WINBACKS,
        OCCASIONS,
        PHOTOS,
        OUTCOMES,
        STAFF,
    )
}
