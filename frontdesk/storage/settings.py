"""The house's settings: one JSON value a field, so that a new setting needs no migration."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, select

from frontdesk.domain.changes import Kind
from frontdesk.domain.dates import LeapRule
from frontdesk.domain.house import House
from frontdesk.storage.entities import as_json
from frontdesk.storage.tables import settings
from frontdesk.storage.unit_of_work import Step, UnitOfWork, insert_into

NAME = settings.name
"""What the journal calls them."""

_FIELDS = {f.name for f in fields(House)}


def house(connection: Connection) -> House:
    """The house as it is set; defaults for whatever is not."""
    return House(**{key: _read(key, value) for key, value in _stored(connection).items() if key in _FIELDS})


def set_house(work: UnitOfWork, values: Mapping[str, Any]) -> None:
    """Set fields of the house; None is the default again."""
    unknown = values.keys() - _FIELDS
    if unknown:
        raise ValueError(f"no such settings: {sorted(unknown)}")
    _write(work, _stored(work.connection), {key: as_json(value) for key, value in values.items()})


def put_back(work: UnitOfWork, key: str, old: object, new: object) -> bool:
    """Give a setting its old value, unless it is no longer ``new``; says whether it did."""
    now = _stored(work.connection)
    if now.get(key) != new:
        return False
    _write(work, now, {key: old})
    return True


def _stored(connection: Connection) -> dict[str, Any]:
    rows = connection.execute(select(settings.c.key, settings.c.value))
    return {row.key: row.value for row in rows}


def _write(work: UnitOfWork, now: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    steps = [Step(key, now.get(key), value) for key, value in values.items() if now.get(key) != value]
    if not steps:
        return
    for key, _, value in steps:
        _write_one(work.connection, key, value)
    work.kinds.add(Kind.SETTINGS)
    work.write_down(NAME, "change", steps)


def _write_one(connection: Connection, key: str, value: object) -> None:
    if value is None:
        connection.execute(delete(settings).where(settings.c.key == key))
        return
    statement = insert_into(settings, connection.dialect.name).values(key=key, value=value)
    # Two desks that open a new house at once both set the day it began.
    same = {"value": statement.excluded.value}
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=same))


def _read(key: str, value: Any) -> Any:
    if key == "leap":
        return LeapRule(value)
    if key == "since":
        return date.fromisoformat(value)
    if key == "holidays":
        return tuple(map(date.fromisoformat, value))
    return tuple(value) if isinstance(value, list) else value
