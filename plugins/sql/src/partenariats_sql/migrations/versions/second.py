"""A stock of places, out of which many may take at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0002"
down_revision = "0001"

BY_BYTE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table, without any places."""
    op.create_table(
        "partenariats_stock",
        sa.Column("event", BY_BYTE, primary_key=True),
        sa.Column("key", BY_BYTE, primary_key=True),
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("places", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
