"""A unit of work: one transaction that writes rows and the journal, and knows what it changed.

Every write of a person goes through here, so version checks, the journal and undo are the same for
every kind of thing.

The journal's lines are written last, just before the commit, and on PostgreSQL one transaction at a time:
so their numbers are in the order of the commits, whoever has read up to a line has missed none before it,
and nobody who waits for a row holds the journal meanwhile.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Insert, Table, delete, insert, select, text, update

from frontdesk.domain.changes import ChangedMeanwhile, Changes, Gone, Kind
from frontdesk.domain.ids import ChangeId, CustomerId, StaffId
from frontdesk.storage.entities import Counts, Entity, Values, as_json
from frontdesk.storage.history import changes_since
from frontdesk.storage.tables import journal

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


class Step(NamedTuple):
    """One field's way from an old value to a new one."""

    field: str = ""
    old: object = None
    new: object = None


_NOTE = insert(journal)
_LOCK = 0x6A6F75726E616C  # any number will do, as long as every desk asks PostgreSQL for the same one
_IN_TURN = text(f"SELECT pg_advisory_xact_lock({_LOCK})")
_WHOLE_ROW = (Step(),)


class UnitOfWork:
    """One transaction's writes: at an instant (UTC), by a staff member.

    ``region`` is the house's, for phone numbers written without a country. ``row`` is the key of the row
    that was added or changed last; ``undoes`` the unit of work that this one takes back; ``counted`` the
    visits of customers as they stand after it, where only these changed.
    """

    def __init__(
        self, connection: Connection, now: datetime, staff: StaffId | None = None, region: str = ""
    ) -> None:
        """Begin with nothing changed."""
        self.connection = connection
        self.now = now
        self.staff = staff
        self.region = region
        self.id = ChangeId(str(uuid.uuid4()))
        self.undoes: ChangeId | None = None
        self.kinds: set[Kind] = set()
        self.customers: set[CustomerId] = set()
        self.counted: dict[int, tuple[int, date | None]] = {}
        self.everybody = False
        self.row = 0
        self._lines: list[dict[str, Any]] = []

    def changes(self) -> Changes:
        """What has been changed so far."""
        return Changes(self.id, frozenset(self.kinds), frozenset(self.customers), self.row, self.everybody)

    def add(self, entity: Entity, values: Values, token: str | None = None) -> int:
        """Add a row and give its key.

        Where ``token`` is there already, nothing is added: the row and the change are those of the first
        time, so that the undo of either takes it back.
        """
        row_id, added = self.add_once(entity, values, token or str(uuid.uuid4()))
        if not added:
            self._adopt(entity, row_id, values)
        return row_id

    def add_once(self, entity: Entity, values: Values, token: str) -> tuple[int, bool]:
        """Add a row unless its ``token`` is there already; its key, and whether it was added now."""
        statement = _insert_once(entity.table, self.connection.dialect.name)
        columns = entity.columns(values) | {"token": token}
        found: int | None = self.connection.execute(statement, columns).scalar_one_or_none()
        if found is None:
            self.row = self.written_as(entity, token) or 0
            return self.row, False
        self.row = found
        entity.write_lists(self.connection, found, values, self.region)
        self._note(entity, found, values, "add")
        self._count(entity.added(self.connection, values))
        return found, True

    def written_as(self, entity: Entity, token: str) -> int | None:
        """The key of the row that was added under a token; None where there is none."""
        t = entity.table.c
        found: int | None = self.connection.execute(select(t.id).where(t.token == token)).scalar()
        return found

    def change(self, entity: Entity, row_id: int, version: int, values: Values) -> None:
        """Set fields of a row read at ``version``.

        Raises :class:`ChangedMeanwhile` where somebody has saved it since, :class:`Gone` where it is no more.
        Fields that already have the value are left alone.
        """
        self.put(entity, row_id, self._read_at(entity, row_id, version), values)

    def put(self, entity: Entity, row_id: int, before: Mapping[str, Any], values: Values) -> None:
        """Set the fields that differ from ``before``, which has been read, and journal each."""
        self.row = row_id
        new = {field: value for field, value in values.items() if before[field] != value}
        if not new:
            return
        version = before["version"] + 1
        columns = entity.columns(new) | {"version": version}
        self.connection.execute(update(entity.table).where(entity.table.c.id == row_id).values(columns))
        entity.write_lists(self.connection, row_id, new, self.region)
        after = {**before, **new}
        steps = [Step(field, before[field], value) for field, value in new.items()]
        self._note(entity, row_id, after, "change", version, steps)
        self._touch(entity, row_id, before)
        for whose in {entity.person(row_id, values): values for values in (before, after)}.values():
            self._count(entity.changed(self.connection, whose))

    def remove(self, entity: Entity, row_id: int, version: int) -> None:
        """Take a row away; the journal keeps it whole for undo. Raises as :meth:`change` does."""
        self.drop(entity, row_id, self._read_at(entity, row_id, version))

    def drop(self, entity: Entity, row_id: int, before: Mapping[str, Any]) -> None:
        """Take away a row that has been read."""
        self.row = row_id
        self.connection.execute(delete(entity.table).where(entity.table.c.id == row_id))
        whole = {field: as_json(value) for field, value in before.items()}
        self._note(entity, row_id, before, "remove", before["version"], [Step(old=whole)])
        self._count(entity.changed(self.connection, before))

    def bring_back(self, entity: Entity, values: Values) -> None:
        """Put back a row that was removed, by its old key; raises :class:`Gone` where its place is taken."""
        self.row = values["id"]
        statement = insert_into(entity.table, self.connection.dialect.name).values(entity.columns(values))
        put = statement.on_conflict_do_nothing().returning(entity.table.c.id)
        if self.connection.execute(put).scalar() is None:
            raise Gone
        entity.write_lists(self.connection, self.row, values, self.region)
        self._note(entity, self.row, values, "add", values["version"])
        self._count(entity.changed(self.connection, values))

    def read(self, entity: Entity, row_id: int) -> dict[str, Any]:
        """Every field of a row, locked until the end of the transaction; raises :class:`Gone`."""
        found = entity.read(self.connection, row_id)
        if found is None:
            raise Gone
        return found

    def write_down(
        self,
        entity: str,
        action: str,
        steps: Iterable[Step],
        *,
        row_id: int = 0,
        person: int | None = None,
        version: int = 1,
    ) -> None:
        """Have steps written into the journal; ``person`` is the customer they are about."""
        same = {
            "change": self.id,
            "at": self.now,
            "entity": entity,
            "action": action,
            "row_id": row_id,
            "customer_id": person,
            "version": version,
            "undoes": self.undoes,
        }
        self._lines += [
            {**same, "field": name, "old": as_json(old), "new": as_json(new)} for name, old, new in steps
        ]

    def write_journal(self) -> None:
        """Write the journal's lines, signed by whoever is on duty now; then nothing is left but to commit."""
        lines = [{**line, "staff_id": self.staff} for line in self._lines]
        self._lines.clear()
        if not lines:
            return
        if self.connection.dialect.name == "postgresql":  # a file has one writer anyhow
            self.connection.execute(_IN_TURN)
        self.connection.execute(_NOTE, lines[0] if len(lines) == 1 else lines)

    def _note(
        self,
        entity: Entity,
        row_id: int,
        values: Values,
        action: str,
        version: int = 1,
        steps: Sequence[Step] = _WHOLE_ROW,
    ) -> None:
        person = self._touch(entity, row_id, values)
        self.write_down(entity.name, action, steps, row_id=row_id, person=person, version=version)

    def _touch(self, entity: Entity, row_id: int, values: Values) -> int | None:
        """Remember what kind of thing has changed, and about whom."""
        self.kinds.add(entity.kind)
        person = entity.person(row_id, values)
        if person is not None:
            self.customers.add(CustomerId(person))
        return person

    def _count(self, counts: Counts) -> None:
        self.counted.update(counts)

    def _adopt(self, entity: Entity, row_id: int, values: Values) -> None:
        """Take the change that wrote a row for this one, which found it written."""
        j = journal.c
        first = select(j.change).where(j.entity == entity.name, j.row_id == row_id).order_by(j.id).limit(1)
        written = self.connection.execute(first).scalar()
        if written is not None and not self.kinds:
            self.id = ChangeId(written)
        self._touch(entity, row_id, values)

    def _read_at(self, entity: Entity, row_id: int, version: int) -> dict[str, Any]:
        before = self.read(entity, row_id)
        if before["version"] != version:
            since = changes_since(self.connection, entity, row_id, version)
            raise ChangedMeanwhile(since, before["version"])
        return before


@cache
def _insert_once(table: Table, dialect: str) -> Insert:
    return insert_into(table, dialect).on_conflict_do_nothing(index_elements=["token"]).returning(table.c.id)


def insert_into(table: Table, dialect: str) -> "postgresql.Insert | sqlite.Insert":
    """An INSERT that can say what to do where the row is there already."""
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # not loaded where nobody speaks to a server

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)
