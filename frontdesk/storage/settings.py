"""The house's settings: one JSON value a field, so that a new setting needs no migration."""

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from frontdesk.domain.changes import Kind
from frontdesk.domain.dates import LeapRule
from frontdesk.domain.house import House
from frontdesk.storage.entities import as_json
from frontdesk.storage.tables import settings
from frontdesk.storage.unit_of_work import UnitOfWork

_FIELDS = {f.name for f in fields(House)}


def house(connection: Connection) -> House:
    """The house as it is set; defaults for whatever is not."""
    rows = connection.execute(select(settings.c.key, settings.c.value))
    return House(**{row.key: _read(row.key, row.value) for row in rows if row.key in _FIELDS})


def set_house(work: UnitOfWork, values: dict[str, Any]) -> None:
    """Set fields of the house."""
    unknown = values.keys() - _FIELDS
    if unknown:
        raise ValueError(f"no such settings: {sorted(unknown)}")
    work.kinds.add(Kind.SETTINGS)
    work.connection.execute(delete(settings).where(settings.c.key.in_(list(values))))
    rows = [{"key": key, "value": as_json(value)} for key, value in values.items()]
    work.connection.execute(insert(settings), rows)


def _read(key: str, value: Any) -> Any:
    if key == "leap":
        return LeapRule(value)
    if key == "since":
        return None if value is None else date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
