"""Bringing a database up to this version, with Alembic."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection

HERE: Final = Path(__file__).parents[1] / "migrations"
_ONE_AT_A_TIME: Final = Lock()
"""What Alembic runs finds its connection in a global of Alembic, which all threads share."""


@attrs.frozen(kw_only=True)
class Migrations:
    """Say which version of the tables this program works with, and how to get there."""

    head: str
    """Names of versions are four figures, so that later ones are greater."""
    folders: tuple[Path, ...]

    def run(self, url: URL, driver: Any, begin: Sequence[str]) -> None:
        """Bring the database of a driver's connection up to `head`, whole or not at all."""
        from alembic import command
        from alembic.config import Config
        from sqlalchemy import NullPool, create_engine, event

        def begin_by_hand(connection: Connection) -> None:
            # the drivers are told to begin no transaction by themselves
            for statement in begin:
                connection.exec_driver_sql(statement)

        engine = create_engine(url, creator=lambda: driver, poolclass=NullPool)
        event.listen(engine, "begin", begin_by_hand)
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", "\n".join(map(str, self.folders)))
        with _ONE_AT_A_TIME, engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, self.head)


MIGRATIONS: Final = Migrations(head="0004", folders=(HERE / "versions",))
