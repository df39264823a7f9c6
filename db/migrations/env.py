"""What Alembic runs: the revisions on the connection, and the open transaction, that ``db.migrate`` gives it."""

from __future__ import annotations

from alembic import context

from db.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite changes a table by building it anew
    transactional_ddl=True,
)
context.run_migrations()
