"""Customers: read as drafts, written through a unit of work."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from frontdesk.domain.customers import DRAFT_FIELDS, Channel, Customer, CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.storage.entities import CUSTOMERS, Listed, read_list
from frontdesk.storage.keys import Keys
from frontdesk.storage.tables import customers, photos
from frontdesk.storage.unit_of_work import UnitOfWork


def add(work: UnitOfWork, draft: CustomerDraft, token: str | None = None) -> CustomerId:
    """Add a customer."""
    values = {f.name: getattr(draft, f.name) for f in fields(draft)}
    return CustomerId(work.add(CUSTOMERS, _stored(values), token))


def written_as(work: UnitOfWork, token: str | None) -> CustomerId | None:
    """The customer that was added under a token; None where there is none yet."""
    found = work.written_as(CUSTOMERS, token) if token else None
    return None if found is None else CustomerId(found)


def change(work: UnitOfWork, customer: CustomerId, version: int, values: dict[str, Any]) -> None:
    """Set fields of the draft, by their names."""
    unknown = values.keys() - set(DRAFT_FIELDS)
    if unknown:
        raise ValueError(f"no such fields: {sorted(unknown)}")
    work.change(CUSTOMERS, customer, version, _stored(values))


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    """A card number that is not there is NULL, so that the others can be unique."""
    return values | {"card": values["card"] or None} if "card" in values else values


def get(connection: Connection, customer: CustomerId) -> Customer | None:
    """A customer with photo, or None."""
    row = connection.execute(select(customers).where(customers.c.id == customer)).mappings().one_or_none()
    if row is None:
        return None
    lists = {name: read_list(connection, listed, customer) for name, listed in CUSTOMERS.lists.items()}
    image = connection.execute(select(photos.c.image).where(photos.c.customer_id == customer)).scalar()
    return customer_of(row, lists, image)


def customer_of(row: RowMapping, lists: dict[str, tuple[str, ...]], photo: bytes | None = None) -> Customer:
    """A customer from a row and the lists that belong to it."""
    plain: dict[str, Any] = {name: row[name] for name in DRAFT_FIELDS if name not in lists}
    plain["card"] = plain["card"] or ""
    plain["channel"] = Channel(plain["channel"]) if plain["channel"] else None
    draft = CustomerDraft(**(plain | lists))
    return Customer(
        CustomerId(row["id"]),
        row["token"],
        row["version"],
        draft,
        row["visit_count"],
        row["last_visit"],
        photo,
    )


def holder_of_card(connection: Connection, card: str) -> tuple[CustomerId, str] | None:
    """Who has a card number: key and name."""
    c = customers.c
    row = connection.execute(select(c.id, c.name).where(c.card == card)).one_or_none()
    return None if row is None else (CustomerId(row.id), row.name)


def lists_of(
    connection: Connection, listed: Listed, owners: Keys | None = None
) -> dict[int, tuple[str, ...]]:
    """One of the lists for many customers at once (all of them when None)."""
    t = listed.table
    statement = select(t.c.customer_id, t.c[listed.column]).order_by(t.c.customer_id, t.c.position)
    if owners is not None:
        statement = statement.where(t.c.customer_id.in_(owners))
    found: dict[int, tuple[str, ...]] = {}
    for owner, text in connection.execute(statement):
        found[owner] = (*found[owner], text) if owner in found else (text,)
    return found
