"""Customers: read as drafts, written through a unit of work."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from frontdesk.domain.customers import DRAFT_FIELDS, Channel, Customer, CustomerDraft
from frontdesk.domain.ids import CustomerId
from frontdesk.storage.entities import CUSTOMERS, Listed, read_list
from frontdesk.storage.tables import customers, emails, phones, photos
from frontdesk.storage.unit_of_work import UnitOfWork

IN_ONE = 500
"""How many keys go into one statement."""


def add(work: UnitOfWork, draft: CustomerDraft, token: str | None = None) -> CustomerId:
    """Add a customer."""
    values = {f.name: getattr(draft, f.name) for f in fields(draft)}
    return CustomerId(work.add(CUSTOMERS, _stored(values), token))


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
    connection: Connection, listed: Listed, ids: Iterable[int] | None = None
) -> dict[int, tuple[str, ...]]:
    """One of the lists for many customers at once (all of them when ``ids`` is None)."""
    t = listed.table
    statement = select(t.c.customer_id, t.c[listed.column]).order_by(t.c.customer_id, t.c.position)
    found: dict[int, tuple[str, ...]] = {}
    for chunk in chunks(ids):
        narrowed = statement if chunk is None else statement.where(t.c.customer_id.in_(chunk))
        for owner, text in connection.execute(narrowed):
            found[owner] = (*found.get(owner, ()), text)
    return found


def chunks(ids: Iterable[int] | None) -> list[list[int] | None]:
    """Keys in portions that fit a statement; one None where all rows are meant."""
    if ids is None:
        return [None]
    every = sorted(set(ids))
    return [every[i : i + IN_ONE] for i in range(0, len(every), IN_ONE)]


def phone_holders(connection: Connection, digits: Iterable[str]) -> dict[str, tuple[CustomerId, str]]:
    """Who has these phone numbers (as compared digits): key and name."""
    return _holders(connection, phones.c.digits, digits)


def email_holders(connection: Connection, folded: Iterable[str]) -> dict[str, tuple[CustomerId, str]]:
    """Who has these e-mail addresses (case-folded): key and name."""
    return _holders(connection, emails.c.folded, folded)


def _holders(connection: Connection, column: Any, wanted: Iterable[str]) -> dict[str, tuple[CustomerId, str]]:
    every = sorted(set(wanted))
    found: dict[str, tuple[CustomerId, str]] = {}
    for start in range(0, len(every), IN_ONE):
        statement = (
            select(column, customers.c.id, customers.c.name)
            .join(customers, customers.c.id == column.table.c.customer_id)
            .where(column.in_(every[start : start + IN_ONE]))
        )
        for text, owner, name in connection.execute(statement):
            found.setdefault(text, (CustomerId(owner), name))
    return found
