"""Who was picked the last time for what was typed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of picks."""
    op.create_table(
        "picks",
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_picks_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("typed", name=op.f("pk_picks")),
    )
    op.create_index(op.f("ix_picks_at"), "picks", ["at"])
    op.create_index(op.f("ix_picks_customer_id"), "picks", ["customer_id"])


def downgrade() -> None:
    """Forget the picks."""
    op.drop_index(op.f("ix_picks_customer_id"), table_name="picks")
    op.drop_index(op.f("ix_picks_at"), table_name="picks")
    op.drop_table("picks")
