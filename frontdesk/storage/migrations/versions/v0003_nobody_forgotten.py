"""Rhythms, plans, talks, calls, notes and steps to win somebody back; and what became of every reminder."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_USUAL_GAP = """
UPDATE customers SET usual_gap = (
  SELECT avg(placed.gap) FROM (
    SELECT apart.gap AS gap, row_number() OVER (ORDER BY apart.gap) AS place, count(*) OVER () AS gaps FROM (
      SELECT {days} AS gap FROM (
        SELECT DISTINCT visits.day AS day FROM visits
        WHERE visits.customer_id = customers.id ORDER BY visits.day DESC LIMIT 21
      ) AS came
    ) AS apart WHERE apart.gap IS NOT NULL
  ) AS placed
  WHERE placed.gaps >= 2 AND placed.place IN ((placed.gaps + 1) / 2, (placed.gaps + 2) / 2)
)
WHERE visit_count > 2
"""
_KEYS = {"sqlite_autoincrement": True}
_BEFORE = "lead(came.day) OVER (ORDER BY came.day DESC)"
_DAYS = {
    "sqlite": f"julianday(came.day) - julianday({_BEFORE})",
    "postgresql": f"came.day - {_BEFORE}",
}


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def upgrade() -> None:
    """Make them, and work out the rhythm of everybody who is here."""
    op.add_column("customers", sa.Column("usual_gap", sa.Float(), nullable=True))
    op.execute(_USUAL_GAP.format(days=_DAYS[op.get_bind().dialect.name]))
    _part = sa.text("usual_gap IS NOT NULL")
    op.create_index(
        "ix_customers_rhythm",
        "customers",
        ["last_visit", "usual_gap"],
        sqlite_where=_part,
        postgresql_where=_part,
    )
    op.add_column("memberships", _text("reason"))
    op.add_column("memberships", _text("reason_words"))
    op.add_column("memberships", sa.Column("paused_from", sa.Date(), nullable=True))
    op.add_column("memberships", sa.Column("paused_until", sa.Date(), nullable=True))
    op.add_column("occasions", sa.Column("once", sa.Boolean(), server_default="0", nullable=False))
    with op.batch_alter_table("customers", table_kwargs=_KEYS) as batch:  # rebuilt: SQLite adds no keys
        batch.add_column(_text("call_when"))
        batch.add_column(_text("address"))
        batch.add_column(sa.Column("left_alone", sa.Boolean(), server_default="0", nullable=False))
        batch.add_column(sa.Column("owner", sa.Integer(), nullable=True))
        batch.create_foreign_key("fk_customers_owner", "staff", ["owner"], ["id"])
    _make_plans()
    _make_talks()
    _make_calls()
    _make_notes()
    _make_winbacks()
    _make_ledger()


def _make_plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("months", sa.Integer(), server_default="0", nullable=False),
        sa.Column("days", sa.Integer(), server_default="0", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sa.UniqueConstraint("folded", name=op.f("uq_plans_folded")),
        sa.UniqueConstraint("token", name=op.f("uq_plans_token")),
        sqlite_autoincrement=True,
    )


def _make_talks() -> None:
    _make_written(
        "talks",
        _refers("membership_id", "memberships", nullable=False),
        sa.Column("said", sa.String(length=20), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        _text("words"),
        sa.Column("day", sa.Date(), nullable=False),
        _instant("at", nullable=False),
        sa.Column("attempt", sa.Integer(), server_default="0", nullable=False),
        _refers("staff_id", "staff"),
    )
    op.create_index("ix_talks_membership_id", "talks", ["membership_id"])


def _make_calls() -> None:
    _make_written(
        "calls",
        _text("about"),
        *_key_of_reminder(nullable=True),
        _refers("owner", "staff"),
        _instant("asked_at", nullable=False),
        _instant("due"),
        _instant("closed"),
    )
    op.create_index("ix_calls_closed_due", "calls", ["closed", "due"])
    _make_written(
        "attempts",
        _refers("call_id", "calls", nullable=False),
        sa.Column("came", sa.String(length=20), nullable=False),
        _text("number"),
        _instant("back_at"),
        _text("words"),
        _instant("at", nullable=False),
        _refers("staff_id", "staff"),
    )
    op.create_index("ix_attempts_call_id", "attempts", ["call_id"])


def _make_notes() -> None:
    _make_written(
        "notes",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        _text("why"),
        *_key_of_reminder(nullable=True),
        _refers("owner", "staff"),
        sa.Column("way", sa.String(length=10), nullable=False),
        _text("words"),
        _instant("begun_at", nullable=False),
        _instant("written_at"),
        _instant("sent_at"),
        _instant("answered_at"),
        _text("answer"),
        _refers("staff_id", "staff"),
    )
    op.create_index("ix_notes_state_begun_at", "notes", ["state", "begun_at"])
    _make_written(
        "cuttings",
        _refers("note_id", "notes", nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        _instant("at", nullable=False),
        sa.UniqueConstraint("note_id", name="uq_cuttings_note_id"),
    )


def _make_winbacks() -> None:
    _make_written(
        "winbacks",
        *_key_of_reminder(nullable=False),
        sa.Column("came", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=True),
        _text("reason"),
        _text("words"),
        sa.Column("day", sa.Date(), nullable=False),
        _instant("at", nullable=False),
        _refers("staff_id", "staff"),
    )


def _make_written(name: str, *columns: SchemaItem) -> None:
    """Make a table of something that people write about a customer."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=f"fk_{name}_customer_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("token", name=f"uq_{name}_token"),
        sqlite_autoincrement=True,
    )
    op.create_index(f"ix_{name}_customer_id", name, ["customer_id"])


def _refers(name: str, table: str, *, nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _instant(name: str, *, nullable: bool = True) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _key_of_reminder(*, nullable: bool) -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("stage", sa.String(length=40), nullable=nullable),
        sa.Column("subject", sa.Integer(), nullable=nullable),
        sa.Column("named", sa.Date(), nullable=nullable),
    )


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        _text("label"),
        sa.Column("stays_until", sa.Date(), nullable=True),
        sa.Column("left_list", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_ledger_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("stage", "subject", "due", name=op.f("pk_ledger")),
    )
    op.create_index(op.f("ix_ledger_customer_id"), "ledger", ["customer_id"])
    op.create_index(op.f("ix_ledger_day"), "ledger", ["day"])
    part = sa.text("left_list IS NULL")
    op.create_index("ix_ledger_on_list", "ledger", ["customer_id"], sqlite_where=part, postgresql_where=part)
    op.create_table(
        "ledger_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("seen", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_ledger_days")),
    )


def downgrade() -> None:
    """Forget them; nothing that was there before is touched."""
    op.drop_table("ledger_days")
    op.drop_table("ledger")
    for name in ("winbacks", "cuttings", "notes", "attempts", "calls", "talks"):
        op.drop_table(name)
    op.drop_table("plans")
    op.drop_column("occasions", "once")
    for name in ("paused_until", "paused_from", "reason_words", "reason"):
        op.drop_column("memberships", name)
    op.drop_index("ix_customers_rhythm", table_name="customers")
    with op.batch_alter_table("customers", table_kwargs=_KEYS) as batch:
        batch.drop_constraint("fk_customers_owner", type_="foreignkey")
        for name in ("owner", "left_alone", "address", "call_when", "usual_gap"):
            batch.drop_column(name)
