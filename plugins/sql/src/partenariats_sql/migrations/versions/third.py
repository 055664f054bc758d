"""Attendees have details: who they are in the programme, wishes, working groups, consents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add them."""
    details = sa.Column("details", sa.Text, nullable=False, server_default=sa.text("'{}'"))
    op.add_column("partenariats_attendees", details)
