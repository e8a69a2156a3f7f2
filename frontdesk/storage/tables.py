"""The tables, as SQLAlchemy Core describes them: one schema for SQLite and PostgreSQL.

Rows that a person creates carry a ``token`` made by the client, so that a write tried twice cannot
double them; rows that two desks can edit carry a ``version``. ``*_md`` columns hold month × 100 + day
of a partial date, because yearly days are looked for by day of the year.

Indexes of a part of a table stand in :mod:`frontdesk.storage.indexes`.

The journal names rows by their keys for good, so a key is never given twice, not even after an undo:
PostgreSQL's sequences see to that, and on SQLite ``AUTOINCREMENT``.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
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
from sqlalchemy.schema import SchemaItem

from frontdesk.storage.types import PartialDay, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _token() -> Column[str]:
    return Column("token", String(36), nullable=False, unique=True)


def _version() -> Column[int]:
    return Column("version", Integer, nullable=False, server_default="1")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _flag(name: str, default: str = "0") -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=default)


def _owner(*, index: bool = False, unique: bool = False) -> Column[int]:
    """The customer it belongs to."""
    owner = ForeignKey("customers.id", ondelete="CASCADE")
    return Column("customer_id", Integer, owner, nullable=False, index=index, unique=unique)


def _staff() -> Column[int]:
    return Column("staff_id", Integer, ForeignKey("staff.id"))


def _import() -> Column[int]:
    return Column("import_id", Integer, ForeignKey("imports.id"))


def _listed(name: str, *columns: Column[Any]) -> Table:
    """A table for one of the lists on a customer's card, kept in the owner's order."""
    position = Column("position", Integer, nullable=False)
    return Table(name, metadata, _key(), _owner(), position, *columns)


def _written(name: str, *columns: SchemaItem) -> Table:
    """A table of things that people write."""
    return Table(name, metadata, _key(), _token(), _version(), *columns, sqlite_autoincrement=True)


staff = _written("staff", _text("name"), _flag("active", "1"))

imports = Table(
    "imports",
    metadata,
    _key(),
    _token(),
    Column("kind", String(20), nullable=False),
    _text("file_name"),
    Column("at", UtcDateTime, nullable=False),
    _staff(),
    Column("rows", Integer, nullable=False, server_default="0"),
    Column("undone_at", UtcDateTime),
    sqlite_autoincrement=True,
)

customers = _written(
    "customers",
    _text("name"),
    _text("title"),
    _text("given"),
    _text("given2"),
    _text("surname"),
    _text("generation"),
    _text("credentials"),
    _text("second_spelling"),
    _text("nickname"),
    _text("say_it"),
    _text("address_as"),
    _text("language"),
    Column("birthday", PartialDay),
    Column("birthday_md", Integer, index=True),
    Column("channel", String(20)),
    _text("call_when"),
    _text("address"),
    _text("memory_hook"),
    _text("likes"),
    _text("must_know"),
    Column("card", Text, unique=True),
    Column("first_seen", Date, index=True),
    Column("owner", Integer, ForeignKey("staff.id")),
    _flag("left_alone"),
    _flag("deceased"),
    _flag("archived"),
    Column("visit_count", Integer, nullable=False, server_default="0"),
    Column("last_visit", Date),
    Column("usual_gap", Float),
    _import(),
    Index("ix_customers_visit_count_last_visit", "visit_count", "last_visit"),
)

phones = _listed("phones", _text("number"), Column("digits", Text, nullable=False, index=True))
emails = _listed("emails", _text("address"), Column("folded", Text, nullable=False, index=True))
tags = _listed("tags", Column("tag", Text, nullable=False, index=True))

Index(None, phones.c.customer_id, phones.c.position, phones.c.number)  # a list of people shows their numbers
Index(None, emails.c.customer_id, emails.c.position)
Index(None, tags.c.customer_id, tags.c.position)

photos = _written(
    "photos",
    _owner(unique=True),
    Column("image", LargeBinary, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

visits = _written(
    "visits",
    _owner(),
    Column("day", Date, nullable=False, index=True),
    Column("arrived", UtcDateTime),
    _text("purpose"),
    _text("note"),
    Column("amount", BigInteger),
    _staff(),
    _import(),
    Index("ix_visits_customer_id_day", "customer_id", "day"),
)

requests = _written(
    "requests",
    _owner(index=True),
    _text("asked"),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("owner", Integer, ForeignKey("staff.id")),
    Column("due", UtcDateTime),
    Column("promised", UtcDateTime),
    Column("answer", String(10)),
    Column("answered_at", UtcDateTime),
    _text("instead"),
    _text("outcome"),
    _flag("exception"),
    Column("closed", UtcDateTime),
    Index("ix_requests_closed_due", "closed", "due"),
)

memberships = _written(
    "memberships",
    _owner(index=True),
    _text("plan"),
    Column("starts", Date, nullable=False),
    Column("ends", Date),
    _flag("renews_itself"),
    Column("ended_why", String(20)),
    _text("reason"),
    _text("reason_words"),
    Column("paused_from", Date),
    Column("paused_until", Date),
    Index("ix_memberships_ended_why_ends", "ended_why", "ends"),
)

plans = _written(
    "plans",
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, unique=True),
    Column("months", Integer, nullable=False, server_default="0"),
    Column("days", Integer, nullable=False, server_default="0"),
    Column("price", BigInteger),
    _flag("active", "1"),
)

talks = _written(
    "talks",
    _owner(index=True),
    # Not with its membership: to take that back would lose what was said.
    Column("membership_id", Integer, ForeignKey("memberships.id"), nullable=False, index=True),
    Column("said", String(20), nullable=False),
    Column("until", Date),
    _text("words"),
    Column("day", Date, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("attempt", Integer, nullable=False, server_default="0"),
    _staff(),
)

occasions = _written(
    "occasions",
    _owner(index=True),
    _text("label"),
    Column("day", PartialDay, nullable=False),
    Column("day_md", Integer, nullable=False, index=True),
    _flag("once"),
)

reminder_outcomes = _written(
    "reminder_outcomes",
    _owner(index=True),
    Column("stage", String(40), nullable=False),
    Column("subject", Integer, nullable=False),
    Column("due", Date, nullable=False, index=True),
    Column("fate", String(10), nullable=False),
    Column("until", Date),
    Column("at", UtcDateTime, nullable=False, index=True),
    _staff(),
    UniqueConstraint("stage", "subject", "due"),
)

calls = _written(
    "calls",
    _owner(index=True),
    _text("about"),
    Column("stage", String(40)),
    Column("subject", Integer),
    Column("named", Date),
    Column("owner", Integer, ForeignKey("staff.id")),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("due", UtcDateTime),
    Column("closed", UtcDateTime),
    Index("ix_calls_closed_due", "closed", "due"),
)

attempts = _written(
    "attempts",
    _owner(index=True),
    Column("call_id", Integer, ForeignKey("calls.id"), nullable=False, index=True),
    Column("came", String(20), nullable=False),
    _text("number"),
    Column("back_at", UtcDateTime),
    _text("words"),
    Column("at", UtcDateTime, nullable=False),
    _staff(),
)

notes = _written(
    "notes",
    _owner(index=True),
    Column("kind", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    _text("why"),
    Column("stage", String(40)),
    Column("subject", Integer),
    Column("named", Date),
    Column("owner", Integer, ForeignKey("staff.id")),
    Column("way", String(10), nullable=False),
    _text("words"),
    Column("begun_at", UtcDateTime, nullable=False),
    Column("written_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("answered_at", UtcDateTime),
    _text("answer"),
    _staff(),
    Index("ix_notes_state_begun_at", "state", "begun_at"),
)

cuttings = _written(
    "cuttings",
    _owner(index=True),
    Column("note_id", Integer, ForeignKey("notes.id"), nullable=False, unique=True),
    Column("image", LargeBinary, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

winbacks = _written(
    "winbacks",
    _owner(index=True),
    Column("stage", String(40), nullable=False),
    Column("subject", Integer, nullable=False),
    Column("named", Date, nullable=False),
    Column("came", String(20), nullable=False),
    Column("channel", String(20)),
    _text("reason"),
    _text("words"),
    Column("day", Date, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    _staff(),
)

ledger = Table(
    "ledger",
    metadata,
    Column("stage", String(40), primary_key=True),
    Column("subject", Integer, primary_key=True, autoincrement=False),
    Column("due", Date, primary_key=True),
    _owner(index=True),
    Column("rule", String(20), nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("number", Integer),
    _text("label"),
    Column("stays_until", Date),
    Column("left_list", Date),
)

ledger_days = Table(
    "ledger_days",
    metadata,
    Column("day", Date, primary_key=True),
    _flag("seen"),
)

picks = Table(
    "picks",
    metadata,
    Column("typed", Text, primary_key=True),
    _owner(index=True),
    Column("at", UtcDateTime, nullable=False, index=True),
)

journal = Table(
    "journal",
    metadata,
    _key(),
    Column("change", String(36), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    _staff(),
    Column("entity", String(20), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("customer_id", Integer),
    Column("version", Integer, nullable=False),
    Column("action", String(10), nullable=False),
    Column("field", String(40), nullable=False),
    Column("old", JSON(none_as_null=True)),
    Column("new", JSON(none_as_null=True)),
    Column("undoes", String(36)),
    Index("ix_journal_entity_row_id", "entity", "row_id"),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", JSON, nullable=False),
)
