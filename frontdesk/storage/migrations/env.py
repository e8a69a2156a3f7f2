"""Alembic's way in: it is given the connection and the transaction by :mod:`frontdesk.storage.schema`."""

from alembic import context

from frontdesk.storage.indexes import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the transaction is the caller's
)
context.run_migrations()
