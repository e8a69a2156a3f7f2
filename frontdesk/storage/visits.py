"""Visits."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from frontdesk.domain.ids import CustomerId, VisitId
from frontdesk.domain.visits import Arrival, Visit, VisitDraft
from frontdesk.storage.entities import VISITS
from frontdesk.storage.keys import Keys
from frontdesk.storage.tables import customers, staff, visits
from frontdesk.storage.unit_of_work import UnitOfWork

_OTHERWISE = {"customer": "customer_id", "staff": "staff_id"}
_COLUMNS = {f.name: _OTHERWISE.get(f.name, f.name) for f in fields(VisitDraft)}


def add(work: UnitOfWork, draft: VisitDraft, token: str | None = None) -> VisitId:
    """Log a visit."""
    values = {column: getattr(draft, name) for name, column in _COLUMNS.items()}
    return VisitId(work.add(VISITS, values, token))


def change(work: UnitOfWork, visit: VisitId, version: int, values: dict[str, Any]) -> None:
    """Set fields of a visit, by the draft's names."""
    work.change(VISITS, visit, version, {_COLUMNS[name]: value for name, value in values.items()})


def get(connection: Connection, visit: VisitId) -> Visit | None:
    """A visit, or None."""
    row = connection.execute(_visits().where(visits.c.id == visit)).mappings().one_or_none()
    return None if row is None else _visit(row)


def of(connection: Connection, customer: CustomerId, limit: int) -> tuple[Visit, ...]:
    """A customer's last visits, newest first."""
    statement = _visits().where(visits.c.customer_id == customer).order_by(*_newest()).limit(limit)
    return tuple(_visit(row) for row in connection.execute(statement).mappings())


def days_of(connection: Connection, customer: CustomerId, limit: int) -> list[date]:
    """The different days of a customer's last visits, newest first."""
    v = visits.c
    statement = select(v.day).distinct().where(v.customer_id == customer).order_by(v.day.desc()).limit(limit)
    return list(connection.execute(statement).scalars())


def arrivals(connection: Connection, day: date) -> tuple[Arrival, ...]:
    """Who came on a day, newest first."""
    c = customers.c
    statement = (
        _visits(c.name, c.second_spelling, c.visit_count, c.likes)
        .join(customers, c.id == visits.c.customer_id)
        .where(visits.c.day == day)
        .order_by(*_newest())
    )
    return tuple(
        Arrival(_visit(row), row["name"], row["second_spelling"], row["visit_count"], row["likes"])
        for row in connection.execute(statement).mappings()
    )


def arrived(connection: Connection, customers: Keys, since: date) -> dict[int, list[datetime]]:
    """The instants at which many customers have come since a day, where they were written down."""
    found: dict[int, list[datetime]] = {}
    v = visits.c
    statement = select(v.customer_id, v.arrived).where(
        v.customer_id.in_(customers), v.arrived.is_not(None), v.day >= since
    )
    for whom, instant in connection.execute(statement):
        found.setdefault(whom, []).append(instant)
    return found


def every_day(connection: Connection) -> list[tuple[int, date]]:
    """The customer and the day of every visit."""
    return [
        (row.customer_id, row.day) for row in connection.execute(select(visits.c.customer_id, visits.c.day))
    ]


def _visits(*more: Any) -> Select[Any]:
    return select(visits, staff.c.name.label("staff_name"), *more).outerjoin(
        staff, staff.c.id == visits.c.staff_id
    )


def _newest() -> tuple[Any, ...]:
    return visits.c.day.desc(), visits.c.arrived.desc().nulls_last(), visits.c.id.desc()


def _visit(row: RowMapping) -> Visit:
    draft = VisitDraft(
        customer=CustomerId(row["customer_id"]),
        day=row["day"],
        arrived=row["arrived"],
        purpose=row["purpose"],
        note=row["note"],
        amount=row["amount"],
        staff=row["staff_id"],
    )
    return Visit(VisitId(row["id"]), row["version"], draft, row["staff_name"] or "")
