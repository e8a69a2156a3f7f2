"""The first schema: customers, visits, requests, memberships, occasions, outcomes, journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "settings",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("token", name=op.f("uq_staff_token")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.Text(), server_default="", nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("rows", sa.Integer(), server_default="0", nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_imports_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sa.UniqueConstraint("token", name=op.f("uq_imports_token")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("entity", sa.String(length=20), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("old", sa.JSON(), nullable=True),
        sa.Column("new", sa.JSON(), nullable=True),
        sa.Column("undoes", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_journal_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_change"), "journal", ["change"], unique=False)
    op.create_index("ix_journal_entity_row_id", "journal", ["entity", "row_id"], unique=False)
    op.create_index(
        "ix_journal_undoes",
        "journal",
        ["undoes"],
        unique=False,
        sqlite_where=sa.text("undoes IS NOT NULL"),
        postgresql_where=sa.text("undoes IS NOT NULL"),
    )
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("given", sa.Text(), server_default="", nullable=False),
        sa.Column("given2", sa.Text(), server_default="", nullable=False),
        sa.Column("surname", sa.Text(), server_default="", nullable=False),
        sa.Column("generation", sa.Text(), server_default="", nullable=False),
        sa.Column("credentials", sa.Text(), server_default="", nullable=False),
        sa.Column("second_spelling", sa.Text(), server_default="", nullable=False),
        sa.Column("nickname", sa.Text(), server_default="", nullable=False),
        sa.Column("say_it", sa.Text(), server_default="", nullable=False),
        sa.Column("address_as", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("birthday", sa.String(length=10), nullable=True),
        sa.Column("birthday_md", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("memory_hook", sa.Text(), server_default="", nullable=False),
        sa.Column("likes", sa.Text(), server_default="", nullable=False),
        sa.Column("must_know", sa.Text(), server_default="", nullable=False),
        sa.Column("card", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.Date(), nullable=True),
        sa.Column("deceased", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("archived", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("visit_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_visit", sa.Date(), nullable=True),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name=op.f("fk_customers_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
        sa.UniqueConstraint("card", name=op.f("uq_customers_card")),
        sa.UniqueConstraint("token", name=op.f("uq_customers_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_customers_birthday_md"), "customers", ["birthday_md"], unique=False)
    op.create_index(op.f("ix_customers_first_seen"), "customers", ["first_seen"], unique=False)
    op.create_index(
        "ix_customers_import_id",
        "customers",
        ["import_id"],
        unique=False,
        sqlite_where=sa.text("import_id IS NOT NULL"),
        postgresql_where=sa.text("import_id IS NOT NULL"),
    )
    op.create_index(
        "ix_customers_visit_count_last_visit", "customers", ["visit_count", "last_visit"], unique=False
    )
    op.create_table(
        "emails",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_emails_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emails")),
    )
    op.create_index("ix_emails_customer_id_position", "emails", ["customer_id", "position"], unique=False)
    op.create_index(op.f("ix_emails_folded"), "emails", ["folded"], unique=False)
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Text(), server_default="", nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("renews_itself", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("ended_why", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_memberships_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint("token", name=op.f("uq_memberships_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_memberships_customer_id"), "memberships", ["customer_id"], unique=False)
    op.create_index("ix_memberships_ended_why_ends", "memberships", ["ended_why", "ends"], unique=False)
    op.create_table(
        "occasions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("day_md", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_occasions_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
        sa.UniqueConstraint("token", name=op.f("uq_occasions_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_occasions_customer_id"), "occasions", ["customer_id"], unique=False)
    op.create_index(op.f("ix_occasions_day_md"), "occasions", ["day_md"], unique=False)
    op.create_table(
        "phones",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), server_default="", nullable=False),
        sa.Column("digits", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_phones_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phones")),
    )
    op.create_index(
        "ix_phones_customer_id_position_number", "phones", ["customer_id", "position", "number"], unique=False
    )
    op.create_index(op.f("ix_phones_digits"), "phones", ["digits"], unique=False)
    op.create_table(
        "photos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_photos_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sa.UniqueConstraint("customer_id", name=op.f("uq_photos_customer_id")),
        sa.UniqueConstraint("token", name=op.f("uq_photos_token")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reminder_outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("fate", sa.String(length=10), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_reminder_outcomes_customer_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_reminder_outcomes_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_outcomes")),
        sa.UniqueConstraint("stage", "subject", "due", name=op.f("uq_reminder_outcomes_stage_subject_due")),
        sa.UniqueConstraint("token", name=op.f("uq_reminder_outcomes_token")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reminder_outcomes_at"), "reminder_outcomes", ["at"], unique=False)
    op.create_index(op.f("ix_reminder_outcomes_due"), "reminder_outcomes", ["due"], unique=False)
    op.create_index(
        op.f("ix_reminder_outcomes_customer_id"), "reminder_outcomes", ["customer_id"], unique=False
    )
    op.create_table(
        "requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Text(), server_default="", nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=10), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("instead", sa.Text(), server_default="", nullable=False),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("exception", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("closed", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_requests_customer_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["owner"], ["staff.id"], name=op.f("fk_requests_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("token", name=op.f("uq_requests_token")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_requests_closed_due", "requests", ["closed", "due"], unique=False)
    op.create_index(op.f("ix_requests_customer_id"), "requests", ["customer_id"], unique=False)
    op.create_table(
        "tags",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_tags_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tags")),
    )
    op.create_index("ix_tags_customer_id_position", "tags", ["customer_id", "position"], unique=False)
    op.create_index(op.f("ix_tags_tag"), "tags", ["tag"], unique=False)
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("arrived", sa.DateTime(timezone=True), nullable=True),
        sa.Column("purpose", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("import_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_visits_customer_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name=op.f("fk_visits_import_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_visits_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
        sa.UniqueConstraint("token", name=op.f("uq_visits_token")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_visits_customer_id_day", "visits", ["customer_id", "day"], unique=False)
    op.create_index(op.f("ix_visits_day"), "visits", ["day"], unique=False)
    op.create_index(
        "ix_visits_import_id",
        "visits",
        ["import_id"],
        unique=False,
        sqlite_where=sa.text("import_id IS NOT NULL"),
        postgresql_where=sa.text("import_id IS NOT NULL"),
    )
    op.create_index(
        "ix_visits_noted",
        "visits",
        ["customer_id", "day"],
        unique=False,
        sqlite_where=sa.text("note != ''"),
        postgresql_where=sa.text("note != ''"),
    )


def downgrade() -> None:
    """Take every table away."""
    op.drop_index("ix_visits_noted", table_name="visits")
    op.drop_index("ix_visits_import_id", table_name="visits")
    op.drop_index(op.f("ix_visits_day"), table_name="visits")
    op.drop_index("ix_visits_customer_id_day", table_name="visits")
    op.drop_table("visits")
    op.drop_index(op.f("ix_tags_tag"), table_name="tags")
    op.drop_index("ix_tags_customer_id_position", table_name="tags")
    op.drop_table("tags")
    op.drop_index(op.f("ix_requests_customer_id"), table_name="requests")
    op.drop_index("ix_requests_closed_due", table_name="requests")
    op.drop_table("requests")
    op.drop_index(op.f("ix_reminder_outcomes_customer_id"), table_name="reminder_outcomes")
    op.drop_index(op.f("ix_reminder_outcomes_due"), table_name="reminder_outcomes")
    op.drop_index(op.f("ix_reminder_outcomes_at"), table_name="reminder_outcomes")
    op.drop_table("reminder_outcomes")
    op.drop_table("photos")
    op.drop_index(op.f("ix_phones_digits"), table_name="phones")
    op.drop_index("ix_phones_customer_id_position_number", table_name="phones")
    op.drop_table("phones")
    op.drop_index(op.f("ix_occasions_day_md"), table_name="occasions")
    op.drop_index(op.f("ix_occasions_customer_id"), table_name="occasions")
    op.drop_table("occasions")
    op.drop_index("ix_memberships_ended_why_ends", table_name="memberships")
    op.drop_index(op.f("ix_memberships_customer_id"), table_name="memberships")
    op.drop_table("memberships")
    op.drop_index(op.f("ix_emails_folded"), table_name="emails")
    op.drop_index("ix_emails_customer_id_position", table_name="emails")
    op.drop_table("emails")
    op.drop_index("ix_customers_visit_count_last_visit", table_name="customers")
    op.drop_index("ix_customers_import_id", table_name="customers")
    op.drop_index(op.f("ix_customers_first_seen"), table_name="customers")
    op.drop_index(op.f("ix_customers_birthday_md"), table_name="customers")
    op.drop_table("customers")
    op.drop_index("ix_journal_undoes", table_name="journal")
    op.drop_index("ix_journal_entity_row_id", table_name="journal")
    op.drop_index(op.f("ix_journal_change"), table_name="journal")
    op.drop_table("journal")
    op.drop_table("imports")
    op.drop_table("staff")
    op.drop_table("settings")
