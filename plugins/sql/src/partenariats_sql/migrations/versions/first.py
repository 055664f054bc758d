"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0001"
down_revision = None

BY_BYTE = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def key(name: str) -> sa.Column[str]:
    """Make a part of a primary key."""
    return sa.Column(name, BY_BYTE, primary_key=True)


def upgrade() -> None:
    """Make the tables."""
    _make_people()
    _make_places()
    op.create_table(
        "partenariats_journal",
        sa.Column("number", NUMBER, sa.Identity(), primary_key=True),
        sa.Column("event", BY_BYTE, nullable=False),
        sa.Column("change", sa.Text, nullable=False),
    )
    op.create_index("partenariats_journal_of", "partenariats_journal", ["event", "number"])


def _make_people() -> None:
    op.create_table(
        "partenariats_attendees",
        key("event"),
        key("id"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("email", sa.Text),
        sa.Column("organization", sa.Text),
        sa.Column("audience", sa.Text),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "partenariats_registrations",
        key("event"),
        key("attendee"),
        key("session"),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("group", sa.Text),
        sa.Column("position", sa.BigInteger),
        sa.Column("until", sa.BigInteger),
        sa.Column("version", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    for name, columns, state in (
        ("partenariats_waiting", ["event", "session", "position"], "waitlisted"),
        ("partenariats_offered", ["event", "until"], "offered"),
    ):
        where = sa.text(f"state = '{state}'")
        op.create_index(
            name,
            "partenariats_registrations",
            columns,
            sqlite_where=where,
            postgresql_where=where,
        )


def _make_places() -> None:
    op.create_table(
        "partenariats_quotas",
        key("event"),
        key("key"),
        sa.Column("capacity", sa.BigInteger),
        sa.Column("taken", sa.BigInteger, nullable=False),
        sa.Column("joined", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "partenariats_claims",
        key("event"),
        key("name"),
        sa.Column("owner", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table("partenariats_doors", key("event"), sa.Column("is_open", sa.Boolean))
