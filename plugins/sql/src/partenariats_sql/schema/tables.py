"""The tables, for SQLite and PostgreSQL alike.

Moments are microseconds since 1970 in UTC. Texts are compared byte by byte, so that both databases
have one order. The migrations make these tables; a test holds both together.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import TEXT

VERSION_TABLE: Final = "partenariats_sql_version"
TEXT_BY_BYTE: Final = Text().with_variant(TEXT(collation="C"), "postgresql")
NUMBER: Final = BigInteger().with_variant(Integer(), "sqlite")
METADATA: Final = MetaData()


def _key(name: str) -> Column[str]:
    return Column(name, TEXT_BY_BYTE, primary_key=True)


ATTENDEES: Final = Table(
    "partenariats_attendees",
    METADATA,
    _key("event"),
    _key("id"),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("organization", Text),
    Column("audience", Text),
    Column("answers", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("details", Text, nullable=False, server_default=text("'{}'")),
    sqlite_with_rowid=False,
)
REGISTRATIONS: Final = Table(
    "partenariats_registrations",
    METADATA,
    _key("event"),
    _key("attendee"),
    _key("session"),
    Column("state", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("group", Text),
    Column("position", BigInteger),
    Column("until", BigInteger),
    Column("version", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""`session` is an empty text for the registration to the event."""
QUOTAS: Final = Table(
    "partenariats_quotas",
    METADATA,
    _key("event"),
    _key("key"),
    Column("capacity", BigInteger),
    Column("taken", BigInteger, nullable=False),
    Column("joined", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
STOCK: Final = Table(
    "partenariats_stock",
    METADATA,
    _key("event"),
    _key("key"),
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("places", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Free places that the row of their quota counts as taken: PostgreSQL alone has any."""
CLAIMS: Final = Table(
    "partenariats_claims",
    METADATA,
    _key("event"),
    _key("name"),
    Column("owner", Text, nullable=False),
    sqlite_with_rowid=False,
)
DOORS: Final = Table(
    "partenariats_doors",
    METADATA,
    _key("event"),
    Column("is_open", Boolean),
)
JOURNAL: Final = Table(
    "partenariats_journal",
    METADATA,
    Column("number", NUMBER, Identity(), primary_key=True),
    Column("event", TEXT_BY_BYTE, nullable=False),
    Column("change", Text, nullable=False),
)
IS_WAITING: Final = REGISTRATIONS.c.state == literal_column("'waitlisted'")
IS_OFFERED: Final = REGISTRATIONS.c.state == literal_column("'offered'")
Index(
    "partenariats_waiting",
    REGISTRATIONS.c.event,
    REGISTRATIONS.c.session,
    REGISTRATIONS.c.position,
    sqlite_where=IS_WAITING,
    postgresql_where=IS_WAITING,
)
Index(
    "partenariats_offered",
    REGISTRATIONS.c.event,
    REGISTRATIONS.c.until,
    sqlite_where=IS_OFFERED,
    postgresql_where=IS_OFFERED,
)
Index("partenariats_journal_of", JOURNAL.c.event, JOURNAL.c.number)
