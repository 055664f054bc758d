"""PostgreSQL takes no samples of what people wrote: its statistics would outlive an erasure."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0004"
down_revision = "0003"

PERSONAL: Final = {
    "partenariats_attendees": ("name", "email", "organization", "audience", "answers", "details"),
    "partenariats_claims": ("name", "owner"),
    "partenariats_registrations": ("group",),
    "partenariats_journal": ("change",),
}


def upgrade() -> None:
    """Turn them off; SQLite keeps none unless it is asked to."""
    if op.get_context().dialect.name != "postgresql":
        return
    for table, columns in PERSONAL.items():
        for column in columns:
            op.execute(f'ALTER TABLE {table} ALTER COLUMN "{column}" SET STATISTICS 0')
