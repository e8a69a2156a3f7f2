"""Photos of customers."""

from sqlalchemy import Connection, select

from frontdesk.domain.ids import CustomerId
from frontdesk.storage.entities import CUSTOMERS, PHOTOS
from frontdesk.storage.tables import photos
from frontdesk.storage.unit_of_work import UnitOfWork


def put(work: UnitOfWork, customer: CustomerId, image: bytes) -> int:
    """Give a customer this photo in place of any other; raises Gone where there is no such customer."""
    take_away(work, customer)
    return work.add(PHOTOS, {"customer_id": customer, "image": image, "at": work.now})


def take_away(work: UnitOfWork, customer: CustomerId) -> None:
    """Leave a customer without a photo; raises Gone where there is no such customer."""
    work.read(CUSTOMERS, customer)  # two desks do this one after the other
    found = _id(work.connection, customer)
    if found is not None:
        work.drop(PHOTOS, found, work.read(PHOTOS, found))


def _id(connection: Connection, customer: CustomerId) -> int | None:
    return connection.execute(select(photos.c.id).where(photos.c.customer_id == customer)).scalar()


def of(connection: Connection, customers: list[CustomerId]) -> dict[int, bytes]:
    """The photos of a screenful of customers."""
    p = photos.c
    rows = connection.execute(select(p.customer_id, p.image).where(p.customer_id.in_(customers)))
    return {row.customer_id: row.image for row in rows}
