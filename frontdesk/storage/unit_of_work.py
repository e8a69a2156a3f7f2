"""A unit of work: one transaction that writes rows and the journal, and knows what it changed.

Every write of a person goes through here, so version checks, the journal and undo are the same for
every kind of thing.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from frontdesk.domain.changes import ChangedMeanwhile, Changes, Gone, Kind
from frontdesk.domain.ids import ChangeId, CustomerId, StaffId
from frontdesk.storage.entities import Entity, Values, as_json
from frontdesk.storage.history import changes_since
from frontdesk.storage.tables import journal


class Step(NamedTuple):
    """One field's way from an old value to a new one."""

    field: str
    old: object = None
    new: object = None


NO_STEP = Step("")


class UnitOfWork:
    """One transaction's writes: at an instant (UTC), by a staff member.

    ``region`` is the house's, for phone numbers written without a country. ``row`` is the key of the row
    that was added or changed last.
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
        self.kinds: set[Kind] = set()
        self.customers: set[CustomerId] = set()
        self.everybody = False
        self.row = 0

    def changes(self) -> Changes:
        """What has been changed so far."""
        return Changes(self.id, frozenset(self.kinds), frozenset(self.customers), self.row, self.everybody)

    def add(self, entity: Entity, values: Values, token: str | None = None) -> int:
        """Add a row and give its key; a ``token`` that is there already gives its row, and nothing is added."""
        token = token or str(uuid.uuid4())
        found = self._insert(entity, entity.columns(values) | {"token": token})
        if found is None:
            self.row = self._row_of(entity, token)
            return self.row
        self.row = found
        entity.write_lists(self.connection, found, values, self.region)
        self._note(entity, found, values, "add")
        entity.added(self.connection, values)
        return found

    def change(self, entity: Entity, row_id: int, version: int, values: Values) -> None:
        """Set fields of a row read at ``version``.

        Raises :class:`ChangedMeanwhile` where somebody has saved it since, :class:`Gone` where it is no more.
        Fields that already have the value are left alone.
        """
        before = self._read_at(entity, row_id, version)
        self.row = row_id
        self.put(entity, row_id, before, values)

    def put(self, entity: Entity, row_id: int, before: Mapping[str, Any], values: Values) -> None:
        """Set the fields that differ from ``before`` and journal each."""
        new = {field: value for field, value in values.items() if before[field] != value}
        if not new:
            return
        version = before["version"] + 1
        self.connection.execute(
            update(entity.table)
            .where(entity.table.c.id == row_id)
            .values(entity.columns(new) | {"version": version})
        )
        entity.write_lists(self.connection, row_id, new, self.region)
        for field, value in new.items():
            self._note(entity, row_id, before, "change", version, Step(field, before[field], value))
        entity.changed(self.connection, before)

    def remove(self, entity: Entity, row_id: int, version: int) -> None:
        """Take a row away; the journal keeps it whole for undo. Raises as :meth:`change` does."""
        before = self._read_at(entity, row_id, version)
        self.drop(entity, row_id, before)

    def drop(self, entity: Entity, row_id: int, before: Mapping[str, Any]) -> None:
        """Take away a row that has been read."""
        self.connection.execute(delete(entity.table).where(entity.table.c.id == row_id))
        whole = {field: as_json(value) for field, value in before.items()}
        self._note(entity, row_id, before, "remove", before["version"], Step("", whole))
        entity.changed(self.connection, before)

    def bring_back(self, entity: Entity, values: Values) -> None:
        """Put a row that was removed back, under its old key."""
        columns = entity.columns(values)
        self.connection.execute(insert(entity.table).values(columns))
        entity.write_lists(self.connection, values["id"], values, self.region)
        self._note(entity, values["id"], values, "add", values["version"])
        entity.changed(self.connection, values)

    def read(self, entity: Entity, row_id: int) -> dict[str, Any]:
        """Every field of a row, locked until the end of the transaction; raises :class:`Gone`."""
        found = entity.read(self.connection, row_id)
        if found is None:
            raise Gone
        return found

    def _read_at(self, entity: Entity, row_id: int, version: int) -> dict[str, Any]:
        before = self.read(entity, row_id)
        if before["version"] != version:
            since = changes_since(self.connection, entity, row_id, version)
            raise ChangedMeanwhile(since, before["version"])
        return before

    def _row_of(self, entity: Entity, token: str) -> int:
        table = entity.table
        return int(self.connection.execute(select(table.c.id).where(table.c.token == token)).scalar_one())

    def _insert(self, entity: Entity, columns: Values) -> int | None:
        dialect = postgresql if self.connection.dialect.name == "postgresql" else sqlite
        statement = (
            dialect.insert(entity.table)
            .on_conflict_do_nothing(index_elements=["token"])
            .returning(entity.table.c.id)
        )
        return self.connection.execute(statement, columns).scalar_one_or_none()

    def _note(
        self,
        entity: Entity,
        row_id: int,
        values: Values,
        action: str,
        version: int = 1,
        change: Step = NO_STEP,
    ) -> None:
        person = entity.person(row_id, values)
        self.kinds.add(entity.kind)
        if person is not None:
            self.customers.add(CustomerId(person))
        line = {
            "change": self.id,
            "at": self.now,
            "staff_id": self.staff,
            "entity": entity.name,
            "row_id": row_id,
            "customer_id": person,
            "version": version,
            "action": action,
            "field": change.field,
            "old": as_json(change.old),
            "new": as_json(change.new),
        }
        self.connection.execute(insert(journal), line)
