"""The tables, as SQLAlchemy Core describes them; one schema for SQLite and PostgreSQL."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from frontdesk.storage.types import UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _token() -> Column[str]:
    """Made by whoever creates the row, so that a write tried twice cannot double it."""
    return Column("token", String(36), nullable=False, unique=True)


def _version() -> Column[int]:
    return Column("version", Integer, nullable=False, server_default="1")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default="0")


def _customer() -> Column[int]:
    return Column("customer_id", Integer, ForeignKey("customers.id", ondelete="CASCADE"), nullable=False)


def _staff(name: str = "staff_id") -> Column[int]:
    return Column(name, Integer, ForeignKey("staff.id"))


def _import() -> Column[int]:
    return Column("import_id", Integer, ForeignKey("imports.id"), index=True)
