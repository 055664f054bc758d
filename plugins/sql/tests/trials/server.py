"""A PostgreSQL server of one's own, on a socket in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from threading import Lock

MISSING = next((name for name in ("initdb", "pg_ctl") if shutil.which(name) is None), None)
"""The program without which there is no server, if it is missing."""


class Server:
    """Run a server until it is closed; PostgreSQL does not run as root, so it is nobody's then."""

    def __init__(self, addresses: str = "", *settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="partenariats-pg-", dir="/tmp"))
        self.user = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self.port = 5432
        self._lock = Lock()
        self._schemas: set[str] = set()
        self._settings = [f"listen_addresses={addresses}", f"unix_socket_directories={self.folder}"]
        self._settings += ["max_connections=150", *settings]
        if os.geteuid() == 0:
            shutil.chown(self.folder, self.user)
        self._run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8")
        self.start()

    @property
    def data(self) -> Path:
        """Give the folder of the database."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = " ".join(f"-c {setting}" for setting in self._settings)
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.data), "-w", "-o", settings, "-l", log, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it: `immediate` is as if the power failed."""
        self._run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")

    def close(self) -> None:
        """Stop it for good."""
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def url(self, schema: str = "public", host: str | None = None) -> str:
        """Return the address of the database, or of a part of it that has its own tables."""
        where = f"host={self.folder}" if host is None else f"host={host}"
        return (
            f"postgresql+psycopg://postgres@/postgres?{where}&port={self.port}"
            f"&options=-csearch_path%3D{schema}"
        )

    def schema(self, name: str) -> str:
        """Make a part of the database with tables of its own; return its address."""
        import psycopg

        with self._lock:
            if name not in self._schemas:
                where = f"host={self.folder} user=postgres"
                with psycopg.connect(where, autocommit=True) as connection:
                    connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{name}"')
                self._schemas.add(name)
        return self.url(name)

    def _run(self, *command: str) -> None:
        user = self.user if os.geteuid() == 0 else None
        done = subprocess.run(
            command, user=user, cwd="/", capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"{command}: {done.stdout}{done.stderr}")
