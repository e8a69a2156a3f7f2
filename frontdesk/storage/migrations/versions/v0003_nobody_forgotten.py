"""Rhythms, plans, talks about renewals, and the book of what became of every reminder."""

import sqlalchemy as sa
from alembic import op

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
    _make_plans()
    _make_talks()
    _make_ledger()


def _make_plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("months", sa.Integer(), server_default="0", nullable=False),
        sa.Column("days", sa.Integer(), server_default="0", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sa.UniqueConstraint("name", name=op.f("uq_plans_name")),
        sa.UniqueConstraint("token", name=op.f("uq_plans_token")),
        sqlite_autoincrement=True,
    )


def _make_talks() -> None:
    op.create_table(
        "talks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(length=20), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        _text("words"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempt", sa.Integer(), server_default="0", nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_talks_customer_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["membership_id"], ["memberships.id"], name=op.f("fk_talks_membership_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_talks_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks")),
        sa.UniqueConstraint("token", name=op.f("uq_talks_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_talks_customer_id"), "talks", ["customer_id"])
    op.create_index(op.f("ix_talks_membership_id"), "talks", ["membership_id"])


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
    op.drop_table("talks")
    op.drop_table("plans")
    op.drop_column("occasions", "once")
    for name in ("paused_until", "paused_from", "reason_words", "reason"):
        op.drop_column("memberships", name)
    op.drop_index("ix_customers_rhythm", table_name="customers")
    op.drop_column("customers", "usual_gap")
