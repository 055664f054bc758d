"""What an event file may set."""

from __future__ import annotations

from typing import Literal

import attrs


@attrs.frozen(kw_only=True)
class SqlOptions:
    """Say where registrations are kept."""

    url: str = "sqlite:///registrations.db"
    """Address of the database: `sqlite:///FILE`, counted from the folder of the event file and
    within it, or `postgresql+psycopg://USER@HOST/NAME`. The environment variable
    `PARTENARIATS_SQL_URL` comes before it, so that a password need not stand in the event file, and
    may lead anywhere."""
    synchronous: Literal["full", "normal"] = "full"
    """SQLite only: with `normal` the last registrations may be lost when the machine fails, and
    never when the program does; it is faster."""
