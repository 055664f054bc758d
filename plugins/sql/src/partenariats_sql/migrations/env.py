"""What Alembic runs: the connection is given, and nothing is read from a file."""

from __future__ import annotations

from alembic import context

from partenariats_sql.schema.tables import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
