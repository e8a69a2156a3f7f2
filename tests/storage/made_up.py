"""A made-up newest step, to prove the whole path of a migration, whatever the real ones do.

It rebuilds ``customers`` and ``staff``, which others refer to, as Alembic does on SQLite: by dropping them.
"""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import MetaData, Table

from frontdesk.storage import schema
from frontdesk.storage.tables import metadata

BEFORE, STEP = "0003", "0004"

_SOURCE = '''
"""Shoes for hire."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEYS = {"sqlite_autoincrement": True}


def upgrade() -> None:
    with op.batch_alter_table("customers", table_kwargs=KEYS) as batch:
        batch.add_column(sa.Column("shoes", sa.Integer(), server_default="0", nullable=False))
        batch.alter_column("likes", existing_type=sa.Text(), type_=sa.String(5000))
    with op.batch_alter_table("staff", table_kwargs=KEYS) as batch:
        batch.alter_column("name", existing_type=sa.Text(), type_=sa.String(500))
        batch.add_column(sa.Column("hires", sa.Integer()))
    op.create_table(
        "hires",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customers.id"), nullable=False),
    )
    op.execute("UPDATE customers SET shoes = 42")
    EXTRA


def downgrade() -> None:
    op.drop_table("hires")
    with op.batch_alter_table("staff", table_kwargs=KEYS) as batch:
        batch.drop_column("hires")
        batch.alter_column("name", existing_type=sa.String(500), type_=sa.Text())
    with op.batch_alter_table("customers", table_kwargs=KEYS) as batch:
        batch.alter_column("likes", existing_type=sa.String(5000), type_=sa.Text())
        batch.drop_column("shoes")
'''


def add_a_step(patch: pytest.MonkeyPatch, folder: Path, extra: str = "pass") -> None:
    """Give this program another step, in a copy of its migrations; ``extra`` is done at its end."""
    copy = folder / "migrations"
    if not copy.exists():
        shutil.copytree(schema.MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / "versions" / "v0004_shoes.py").write_text(_SOURCE.replace("EXTRA", extra), encoding="utf-8")
    patch.setattr(schema, "MIGRATIONS", copy)
    patch.setattr(schema, "HEAD", STEP)


def with_hires() -> MetaData:
    """The tables of a program that knows the made-up step."""
    found = MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(found)
    Table("hires", found)
    return found
